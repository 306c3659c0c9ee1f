/** The Payment Element: a list of the ways to pay, with the fields of the chosen one. */
import type { JsonObject } from '../../base/json.ts';
import { brandOf, type CardField, cardParams } from '../cardFields.ts';
import type { EntryState, FrameSettings } from '../messages.ts';
import { createCardInputs, type InputTexts } from './cardInputs.ts';
import { h, testBadge } from './dom.ts';
import { type Entry, type EntryForm, validationError } from './entry.ts';
import { methodName } from './methodFields.ts';
import { createMethodForm, type MethodForm } from './methodForm.ts';

const TEXTS: Readonly<Partial<Record<CardField, InputTexts>>> = {
  number: {
    name: 'number',
    id: 'payment-numberInput',
    placeholder: '1234 1234 1234 1234',
    label: 'Card number',
  },
  expiry: {
    name: 'expiry',
    id: 'payment-expiryInput',
    placeholder: 'MM / YY',
    label: 'Expiration date',
  },
  cvc: { name: 'cvc', id: 'payment-cvcInput', placeholder: 'CVC', label: 'Security code' },
};

interface MethodRow {
  readonly type: string;
  readonly root: HTMLElement;
  readonly radio: HTMLInputElement;
  readonly form: MethodForm;
}

/** A card's fields with labels, in the form of the other methods. */
function createCardMethodForm(onChange: () => void): MethodForm & { shown(): EntryState['error'] } {
  const card = createCardInputs({ texts: TEXTS, onChange: changed });
  const alert = h('p', { class: 'problem', role: 'alert' });
  const labelled = (field: CardField) => {
    const input = card.inputs[field];
    const label = h('label', { class: `labelled ${field}` });
    label.append(
      h('span', { class: 'label' }, TEXTS[field]?.label ?? ''),
      ...(input ? [input] : []),
    );
    return label;
  };
  const root = h(
    'div',
    { class: 'method-fields' },
    ...(Object.keys(TEXTS) as CardField[]).map(labelled),
    alert,
  );
  const shown = () => {
    const problem = card.shownProblem();
    return problem ? validationError(problem[1]) : undefined;
  };

  function changed(): void {
    alert.textContent = shown()?.message ?? '';
    root.dataset.brand = brandOf(card.values());
    onChange();
  }

  return {
    root,
    shown,
    entry: () => ({
      problem: card.problem()?.[1] ?? null,
      method: { type: 'card', card: cardParams(card.values()) },
      options: {},
    }),
    isEmpty: () => Object.values(card.inputs).every(({ value }) => value === ''),
    reveal: card.reveal,
    clear: card.clear,
  };
}

/** The order that the page asks for first, then the others. */
function orderOf(types: readonly string[], { paymentMethodOrder }: JsonObject): readonly string[] {
  const wished = Array.isArray(paymentMethodOrder) ? paymentMethodOrder.map(String) : ['card'];
  return [...new Set([...wished.filter((type) => types.includes(type)), ...types])];
}

/** How many ways to pay are shown before the customer asks for more. */
const FIRST_ONES = 5;

const noteFor = (form: MethodForm, type: string) =>
  form.root.childElementCount > 0
    ? []
    : [h('p', { class: 'note' }, `You will finish the payment with ${methodName(type)}.`)];

export function createPaymentForm(settings: FrameSettings, onChange: () => void): EntryForm {
  const { offer, options } = settings;
  const types = orderOf(offer?.types ?? [], options);
  const rows = types.map(createRow);
  const [first] = rows;
  const more = h('button', { class: 'more', type: 'button' }, 'More ways to pay');
  const root = h(
    'div',
    { class: 'payment' },
    h('div', { class: 'head' }, testBadge()),
    h(
      'div',
      { class: 'methods', role: 'radiogroup', 'aria-label': 'How to pay' },
      ...rows.map((row) => row.root),
    ),
    ...(rows.length > FIRST_ONES + 1 ? [more] : []),
  );
  if (rows.length === 1) root.classList.add('is-single');
  if (rows.length > FIRST_ONES + 1)
    for (const row of rows.slice(FIRST_ONES)) row.root.hidden = true;
  more.addEventListener('click', () => {
    for (const row of rows) row.root.hidden = false;
    rows[FIRST_ONES]?.radio.focus();
    more.remove();
  });
  if (first) select(first);

  function createRow(type: string): MethodRow {
    const form =
      type === 'card' ? createCardMethodForm(onChange) : createMethodForm(type, options, onChange);
    const radio = h('input', { type: 'radio', name: 'payment-method', value: type });
    const head = h('label', { class: 'method-head' }, radio, h('span', {}, methodName(type)));
    const body = h('div', { class: 'method-body' }, form.root, ...noteFor(form, type));
    const row = { type, radio, form, root: h('div', { class: 'method' }, head, body) };
    radio.addEventListener('change', () => {
      select(row);
      onChange();
    });
    return row;
  }

  function select(chosen: MethodRow): void {
    chosen.radio.checked = true;
    for (const row of rows) row.root.classList.toggle('is-chosen', row === chosen);
  }

  const chosen = () => rows.find(({ radio }) => radio.checked);

  function entry(): Entry {
    return (
      chosen()?.form.entry() ?? {
        problem: {
          code: 'incomplete_payment_details',
          message: 'Please choose a way to pay.',
          incomplete: true,
        },
        method: {},
        options: {},
      }
    );
  }

  return {
    root,
    entry,
    state: () => ({
      empty: chosen()?.form.isEmpty() ?? true,
      complete: entry().problem === null,
      autofilled: false,
      more: { collapsed: false, value: { type: chosen()?.type ?? '' } },
    }),
    reveal: () => chosen()?.form.reveal(),
    focus: () => (root.querySelector<HTMLElement>('.is-chosen .input') ?? chosen()?.radio)?.focus(),
    clear: () => chosen()?.form.clear(),
    update() {},
  };
}
