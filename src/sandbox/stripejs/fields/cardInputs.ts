import {
  type CardField,
  type CardValues,
  caretIn,
  type FieldProblem,
  formatField,
  isFull,
  problemOf,
} from '../cardFields.ts';
import { h } from './dom.ts';

/** How one field is called, and how browsers fill it in. */
export interface InputTexts {
  /** Name and id of the input: those of Stripe's own fields, which shops' browser tests look for. */
  readonly name: string;
  readonly id?: string;
  readonly placeholder: string;
  readonly label: string;
}

const AUTOCOMPLETE: Readonly<Record<CardField, string>> = {
  number: 'cc-number',
  expiry: 'cc-exp',
  cvc: 'cc-csc',
  postalCode: 'billing postal-code',
};

export interface CardInputsOptions {
  readonly texts: Readonly<Partial<Record<CardField, InputTexts>>>;
  /** Called after each change of what is entered, or of what is wrong with it. */
  onChange(): void;
}

const NO_TEXTS: InputTexts = { name: '', placeholder: '', label: '' };

/** The inputs of a card, or of a part of one, and what is wrong with them. */
export interface CardInputs {
  readonly inputs: Readonly<Partial<Record<CardField, HTMLInputElement>>>;
  values(): CardValues;
  /** The first problem that the customer is to be told of, with its field. */
  shownProblem(): readonly [CardField, FieldProblem] | null;
  /** The first problem of all. */
  problem(): readonly [CardField, FieldProblem] | null;
  /** Tells the customer of everything that is wrong, and leads to the first of it. */
  reveal(): void;
  /** The brand, where the number is in another frame. */
  setBrand(brand: CardValues['brand']): void;
  clear(): void;
}

const isDeletion = (event: Event) =>
  event instanceof InputEvent && event.inputType.startsWith('delete');

export function createCardInputs({ texts, onChange }: CardInputsOptions): CardInputs {
  const fields = Object.keys(texts) as CardField[];
  const inputs: Partial<Record<CardField, HTMLInputElement>> = {};
  const left = new Set<CardField>();
  let brand: CardValues['brand'];

  const values = (): CardValues => ({
    ...Object.fromEntries(fields.map((field) => [field, inputs[field]?.value ?? ''])),
    ...(brand && { brand }),
  });
  const problemIn = (field: CardField) => problemOf(field, values(), new Date());
  const isShown = (field: CardField, { incomplete }: FieldProblem) =>
    incomplete ? left.has(field) : true;
  const shownIn = (field: CardField) => {
    const problem = problemIn(field);
    return problem && isShown(field, problem) ? problem : null;
  };
  const first = (find: (field: CardField) => FieldProblem | null) => {
    for (const field of fields) {
      const problem = find(field);
      if (problem) return [field, problem] as const;
    }
    return null;
  };

  function changed(): void {
    for (const field of fields) {
      inputs[field]?.setAttribute('aria-invalid', String(shownIn(field) !== null));
    }
    onChange();
  }

  function advance(field: CardField): void {
    const next = fields[fields.indexOf(field) + 1];
    if (next && isFull(field, values(), new Date())) inputs[next]?.focus();
  }

  function format(field: CardField, input: HTMLInputElement, isDeleting: boolean): void {
    const { value } = input;
    const caret = input.selectionStart ?? value.length;
    const formatted = formatField(field, value, { values: values(), isDeleting });
    if (formatted === value) return;
    input.value = formatted;
    const place = caretIn(formatted, value, caret);
    if (document.activeElement === input) input.setSelectionRange(place, place);
  }

  function typed(field: CardField, input: HTMLInputElement, event: Event): void {
    left.delete(field);
    format(field, input, isDeletion(event));
    if (field === 'number' && inputs.cvc) format('cvc', inputs.cvc, false);
    changed();
    if (!isDeletion(event)) advance(field);
  }

  /** Backspace in an empty field leads back to the one before it. */
  function pressed(field: CardField, input: HTMLInputElement, { key }: KeyboardEvent): void {
    const before = fields[fields.indexOf(field) - 1];
    if (key === 'Backspace' && input.value === '' && before) inputs[before]?.focus();
  }

  for (const field of fields) {
    const { id, label, name, placeholder } = texts[field] ?? NO_TEXTS;
    const input = h('input', {
      class: 'input',
      'data-field': field,
      name,
      id,
      placeholder,
      'aria-label': label,
      'aria-invalid': 'false',
      autocomplete: AUTOCOMPLETE[field],
      inputmode: field === 'postalCode' ? 'text' : 'numeric',
      autocorrect: 'off',
      spellcheck: 'false',
      type: 'text',
    });
    inputs[field] = input;
    input.addEventListener('input', (event) => typed(field, input, event));
    input.addEventListener('keydown', (event) => pressed(field, input, event));
    input.addEventListener('blur', () => {
      if (input.value !== '') left.add(field);
      changed();
    });
  }

  return {
    inputs,
    values,
    shownProblem: () => first(shownIn),
    problem: () => first(problemIn),
    reveal() {
      for (const field of fields) left.add(field);
      changed();
      const wrong = first(problemIn);
      if (wrong) inputs[wrong[0]]?.focus();
    },
    setBrand(next) {
      brand = next;
      changed();
    },
    clear() {
      left.clear();
      for (const field of fields) {
        const input = inputs[field];
        if (input) input.value = '';
      }
      changed();
    },
  };
}
