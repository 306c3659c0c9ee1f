import type { FieldName } from './method.ts';
import { normalizeInput } from './normalizeInput.ts';
import { groupPhone } from './phone.ts';

/** The text of an input, and how many UTF-16 units are before its caret. */
export interface InputText {
  readonly text: string;
  readonly caret: number;
}

/** Characters in groups, or null where they are none that can be grouped. */
type Grouping = (characters: string, type: string) => string | null;

/** What stands between groups and means nothing. Whatever else is typed stays where it is. */
const SEPARATORS = /[ .\-/]/g;

/** A grouping that puts each character in the place of a `#`. */
const inPattern =
  (pattern: string, allowed: RegExp): Grouping =>
  (characters) => {
    if (!allowed.test(characters)) return null;
    let [filled, used] = ['', 0];
    // It ends with the last character, so that no separator is left there to delete.
    for (const mark of pattern) {
      if (used < characters.length) filled += mark === '#' ? characters[used++] : mark;
    }
    return filled;
  };

const cpf = inPattern('###.###.###-##', /^\d{0,11}$/);
/** Not what begins as the label of a number, which is `readTaxId`'s to take off. */
const cnpj = inPattern('##.###.###/####-##', /^(?!CPF|CNP)[\dA-Z]{0,14}$/i);
const cep = inPattern('#####-###', /^\d{0,8}$/);

/** The fields whose values are grouped, a row each. An IBAN would be `inPattern('#### #### …')`. */
const GROUPINGS: Readonly<Partial<Record<FieldName, Grouping>>> = {
  phone: groupPhone,
  taxId: (characters, type) => cpf(characters, type) ?? cnpj(characters, type),
  code: inPattern('### ###', /^\d{0,6}$/),
  postalCode: (characters, type) => (type === 'boleto' ? cep(characters, type) : null),
};

const charactersOf = (text: string) => normalizeInput(text, 'characters').replace(SEPARATORS, '');

/** The place right after so many characters; before the separator that follows them. */
function caretAfter(text: string, count: number): number {
  const [before = ''] = new RegExp(`^([ .\\-/]*[^ .\\-/]){${count}}`).exec(text) ?? [];
  return before.length;
}

/** Where the character is that a key has deleted, from the caret; nowhere for any other change. */
function deletedAt(inputType: string): number {
  const [, direction] = /^delete.*(Back|For)ward$/.exec(inputType) ?? [];
  if (!direction) return Number.NEGATIVE_INFINITY;
  return direction === 'Back' ? -1 : 0;
}

/**
 * An input's text as its readers group it, `111.444.777-35`, with the caret after the same characters
 * as before. What cannot be grouped stays as it was typed, and `readValue` makes the same of both.
 * Where a key has deleted a separator alone, the character beside it goes, too: the separator would be
 * back at once.
 * @param type the payment method's.
 * @param before the text before the customer's change.
 * @param inputType the `InputEvent`'s (Input Events Level 2, 4.1.2); '' for none.
 */
export function groupInputText(
  field: FieldName,
  type: string,
  before: string,
  { text, caret }: InputText,
  inputType: string,
): InputText {
  const group = (characters: string) => GROUPINGS[field]?.(characters, type);
  const all = charactersOf(text);
  const count = charactersOf(text.slice(0, caret)).length;
  const isSeparatorAlone = text !== before && group(all) === before;
  const deleted = isSeparatorAlone ? count + deletedAt(inputType) : -1;
  const grouped = group(deleted < 0 ? all : all.slice(0, deleted) + all.slice(deleted + 1));
  if (grouped === undefined || grouped === null) return { text, caret };
  return { text: grouped, caret: caretAfter(grouped, deleted < 0 ? count : deleted) };
}
