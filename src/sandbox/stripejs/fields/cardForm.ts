import type { JsonObject } from '../../base/json.ts';
import { brandOf, type CardField, cardParams } from '../cardFields.ts';
import type { ElementType, EntryState, FrameSettings } from '../messages.ts';
import { brandMark } from './brandMark.ts';
import { type CardInputs, createCardInputs, type InputTexts } from './cardInputs.ts';
import { h, testBadge } from './dom.ts';
import { type Entry, type EntryForm, validationError } from './entry.ts';
import type { Siblings } from './siblings.ts';

type CardElementType = Exclude<ElementType, 'payment'>;

const NUMBER: InputTexts = {
  name: 'cardnumber',
  placeholder: 'Card number',
  label: 'Credit or debit card number',
};

const EXPIRY: InputTexts = {
  name: 'exp-date',
  placeholder: 'MM / YY',
  label: 'Credit or debit card expiration date',
};

const CVC: InputTexts = {
  name: 'cvc',
  placeholder: 'CVC',
  label: 'Credit or debit card CVC/CVV',
};

const POSTAL_CODE: InputTexts = { name: 'postal', placeholder: 'ZIP', label: 'Postal code' };

type Texts = Readonly<Partial<Record<CardField, InputTexts>>>;

const SPACED = { placeholder: '1234 1234 1234 1234' } as const;

/** The fields of each Element. */
const TEXTS: Readonly<Record<CardElementType, Texts>> = {
  card: { number: NUMBER, expiry: EXPIRY, cvc: CVC, postalCode: POSTAL_CODE },
  cardNumber: { number: { ...NUMBER, ...SPACED } },
  cardExpiry: { expiry: EXPIRY },
  cardCvc: { cvc: CVC },
};

function textsOf(type: CardElementType, { hidePostalCode, placeholder }: JsonObject): Texts {
  const { postalCode, ...texts } = TEXTS[type];
  const shown = hidePostalCode === true || !postalCode ? texts : { ...texts, postalCode };
  if (typeof placeholder !== 'string') return shown;
  return Object.fromEntries(
    Object.entries(shown).map(([field, each]) => [field, { ...each, placeholder }]),
  );
}

function entryOf(card: CardInputs): Entry {
  const values = card.values();
  const postal = values.postalCode?.trim();
  return {
    problem: card.problem()?.[1] ?? null,
    method: {
      type: 'card',
      card: cardParams(values),
      ...(postal && { billing_details: { address: { postal_code: postal } } }),
    },
    options: {},
  };
}

const isAutofilled = (input: HTMLInputElement) => {
  try {
    return input.matches(':autofill');
  } catch {
    return false;
  }
};

/** What only some of the Elements' events have (docs.stripe.com/js, "Element change event"). */
function moreOf(type: CardElementType, card: CardInputs): JsonObject {
  const values = card.values();
  const brand = brandOf(values);
  if (type === 'card') return { brand, value: { postalCode: values.postalCode ?? '' } };
  return type === 'cardNumber' ? { brand } : {};
}

function stateOf(type: CardElementType, card: CardInputs): EntryState {
  const inputs = Object.values(card.inputs);
  const shown = card.shownProblem();
  return {
    empty: inputs.every(({ value }) => value === ''),
    complete: card.problem() === null,
    ...(shown && { error: validationError(shown[1]) }),
    autofilled: inputs.some(isAutofilled),
    more: moreOf(type, card),
  };
}

/** A postal code that the page knows already. */
function postalCodeIn({ value }: JsonObject): string | null {
  const { postalCode } = (value ?? {}) as { postalCode?: unknown };
  return typeof postalCode === 'string' ? postalCode : null;
}

/** The Elements `card`, `cardNumber`, `cardExpiry` and `cardCvc`. */
export function createCardForm(
  type: CardElementType,
  settings: FrameSettings,
  siblings: Siblings,
  onChange: () => void,
): EntryForm {
  const mark = brandMark();
  const card = createCardInputs({ texts: textsOf(type, settings.options), onChange: changed });
  const { cvc, expiry, number, postalCode } = card.inputs;
  const small = [expiry, cvc, postalCode].filter((each) => each !== undefined);
  const isCombined = type === 'card';
  const root = h(
    'div',
    { class: `fields ${type}` },
    ...(number ? [h('span', { class: 'wide' }, mark.root, number)] : []),
    h('span', { class: isCombined ? 'narrow' : 'single' }, ...small, testBadge()),
  );
  let lastBrand = brandOf({});

  function changed(): void {
    const brand = brandOf(card.values());
    mark.show(brand);
    if (number && brand !== lastBrand) siblings.sendBrand(brand);
    lastBrand = brand;
    root.classList.toggle('is-complete', card.problem() === null);
    root.classList.toggle('is-empty', stateOf(type, card).empty);
    onChange();
  }

  function update({ options }: FrameSettings): void {
    const isDisabled = options.disabled === true;
    for (const input of Object.values(card.inputs)) input.disabled = isDisabled;
    mark.root.hidden = options.hideIcon === true || (!isCombined && options.showIcon !== true);
    if (postalCode) postalCode.hidden = options.hidePostalCode === true;
    const known = postalCodeIn(options);
    if (postalCode && known !== null && postalCode.value === '') postalCode.value = known;
  }

  update(settings);
  return {
    root,
    ...(cvc && !number && { setBrand: card.setBrand }),
    state: () => stateOf(type, card),
    entry: () => entryOf(card),
    reveal: card.reveal,
    focus: () => Object.values(card.inputs)[0]?.focus(),
    clear: card.clear,
    update,
  };
}
