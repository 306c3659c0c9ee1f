/** The fields of a method that is no card: a simple form of what its type needs. */
import { isRecord } from '../../../intent/index.ts';
import type { JsonObject } from '../../base/json.ts';
import type { FieldProblem } from '../cardFields.ts';
import { merge } from '../form.ts';
import { h } from './dom.ts';
import type { Entry } from './entry.ts';
import { BLIK_CODE, type MethodField, methodFields } from './methodFields.ts';

export interface MethodForm {
  readonly root: HTMLElement;
  entry(): Entry;
  isEmpty(): boolean;
  /** Marks what is missing, and leads to the first of it. */
  reveal(): void;
  clear(): void;
}

const namesIn = (path: string) => path.replaceAll(']', '').split('[');

/** `{ fpx: { bank: value } }` for `fpx[bank]`. */
const nested = (path: string, value: string): JsonObject =>
  namesIn(path).reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as JsonObject;

const valueAt = (object: JsonObject, path: string): unknown =>
  namesIn(path).reduce<unknown>((part, name) => (isRecord(part) ? part[name] : undefined), object);

/** What the page has said that it collects itself: `fields: { billingDetails: { email: 'never' } }`. */
function isAsked(path: string, { fields }: JsonObject): boolean {
  const { billingDetails } = isRecord(fields) ? fields : {};
  if (!path.startsWith('billing_details')) return true;
  if (!isRecord(billingDetails)) return billingDetails !== 'never';
  const [, part = '', line = ''] = namesIn(path);
  const chosen = billingDetails[part];
  const camel = line.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return isRecord(chosen) ? chosen[camel] !== 'never' : chosen !== 'never';
}

function control({ autocomplete, choices, label, path }: MethodField, known: string) {
  const attributes = { class: 'input', name: path, autocomplete, 'aria-label': label } as const;
  if (choices === null) return h('input', { ...attributes, type: 'text', value: known });
  const options = choices.map(([value, text]) =>
    h('option', { value, selected: value === known }, text),
  );
  return h('select', attributes, h('option', { value: '' }, 'Choose'), ...options);
}

const missing = (label: string): FieldProblem => ({
  code: 'incomplete_payment_details',
  message: `Your payment details are incomplete: ${label}.`,
  incomplete: true,
});

export function createMethodForm(
  type: string,
  options: JsonObject,
  onChange: () => void,
): MethodForm {
  const { defaultValues } = options;
  const { billingDetails } = isRecord(defaultValues) ? defaultValues : {};
  const known = { billing_details: isRecord(billingDetails) ? billingDetails : {} };
  const fields = methodFields(type)
    .filter(({ path }) => isAsked(path, options))
    .map((field) => ({ field, input: control(field, String(valueAt(known, field.path) ?? '')) }));
  const empty = () => fields.filter(({ input }) => input.value.trim() === '');
  const mark = (isInvalid: boolean) => {
    for (const { input } of fields) {
      input.setAttribute('aria-invalid', String(isInvalid && input.value.trim() === ''));
    }
  };
  const root = h(
    'div',
    { class: 'method-fields' },
    ...fields.map(({ field, input }) =>
      h('label', { class: 'labelled' }, h('span', { class: 'label' }, field.label), input),
    ),
  );
  root.addEventListener('input', () => {
    mark(false);
    onChange();
  });

  function entry(): Entry {
    const [first] = empty();
    const sent = fields.filter(({ field }) => field.path !== BLIK_CODE);
    const code = fields.find(({ field }) => field.path === BLIK_CODE)?.input.value;
    return {
      problem: first ? missing(first.field.label) : null,
      method: sent.reduce<JsonObject>(
        (all, { field, input }) => merge(all, nested(field.path, input.value.trim())),
        { type },
      ),
      options: code === undefined ? {} : { blik: { code: code.replaceAll(/\s/g, '') } },
    };
  }

  return {
    root,
    entry,
    isEmpty: () => fields.length > 0 && empty().length === fields.length,
    reveal() {
      mark(true);
      empty()[0]?.input.focus();
    },
    clear() {
      for (const { input } of fields) input.value = '';
      mark(false);
      onChange();
    },
  };
}
