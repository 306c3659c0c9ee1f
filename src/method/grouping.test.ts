import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readValue } from './confirmParams.ts';
import { FIELD_INPUTS } from './fieldInputs.ts';
import { groupInputText } from './grouping.ts';
import type { FieldName } from './method.ts';
import { normalizeInput } from './normalizeInput.ts';

type Kind = readonly [field: FieldName, type: string];

const KINDS: readonly Kind[] = [
  ['taxId', 'boleto'],
  ['postalCode', 'boleto'],
  ['postalCode', 'afterpay_clearpay'],
  ['phone', 'mb_way'],
  ['phone', 'bizum'],
  ['phone', 'mobile_money'],
  ['code', 'blik'],
  ['name', 'boleto'],
];

const groupText = (field: FieldName, type: string, text: string) =>
  groupInputText(field, type, '', { text, caret: 0 }, '').text;
const charactersOf = (text: string) => normalizeInput(text, 'characters').replace(/[ .\-/]/g, '');
const read = ([field, type]: Kind, entered: string) =>
  readValue({ field, place: 'billing', key: field }, type, { [field]: entered });

describe('a value in groups', () => {
  it.each<[...Kind, text: string, grouped: string]>([
    ['taxId', 'boleto', '11144477735', '111.444.777-35'],
    ['taxId', 'boleto', '1114', '111.4'],
    ['taxId', 'boleto', '111', '111'],
    ['taxId', 'boleto', '111.', '111'],
    ['taxId', 'boleto', '11222333000181', '11.222.333/0001-81'],
    ['taxId', 'boleto', '112223330001', '11.222.333/0001'],
    ['taxId', 'boleto', '12ABC34501DE35', '12.ABC.345/01DE-35'],
    ['taxId', 'boleto', '12abc345', '12.abc.345'],
    ['taxId', 'boleto', '\u202a 11 222 333 0001–81\u202c', '11.222.333/0001-81'],
    ['taxId', 'boleto', '１１１４４４７７７３５', '111.444.777-35'],
    ['postalCode', 'boleto', '01310100', '01310-100'],
    ['postalCode', 'boleto', '01.310-100', '01310-100'],
    ['phone', 'mb_way', '912345678', '912 345 678'],
    ['phone', 'mb_way', '+351912345678', '+351 912 345 678'],
    ['phone', 'mb_way', '+351-912-345-678', '+351 912 345 678'],
    ['phone', 'mb_way', '٩١٢٣٤٥٦٧٨', '912 345 678'],
    ['phone', 'bizum', '+34612345678', '+34 612 345 678'],
    ['phone', 'bizum', '+3', '+3'],
    ['phone', 'bizum', '+34', '+34'],
    ['phone', 'mobile_money', '+256712345678', '+256 712 345 678'],
    ['phone', 'mobile_money', '+254712123456', '+254 712 123 456'],
    ['phone', 'mobile_money', '+12015550123', '+1 201 555 0123'],
    ['code', 'blik', '123456', '123 456'],
    ['code', 'blik', '1234', '123 4'],
  ])('%s of %s: %s', (field, type, text, grouped) => {
    expect(groupText(field, type, text)).toBe(grouped);
  });

  it.each<[...Kind, why: string, text: string]>([
    ['taxId', 'boleto', 'a label', 'CPF: 111.444.777-35'],
    ['taxId', 'boleto', 'a label without a colon', 'CNPJ 11222333000181'],
    ['taxId', 'boleto', 'a digit too many', '11.222.333/0001-812'],
    ['taxId', 'boleto', 'other letters', '12ÁBC345'],
    ['postalCode', 'boleto', 'a label', 'CEP 01310100'],
    ['postalCode', 'afterpay_clearpay', 'another country’s', 'SW1A1AA'],
    ['phone', 'mb_way', 'an extension', '+351 912345678 ext. 2'],
    ['phone', 'mb_way', 'a zero in brackets', '+351 (0) 912345678'],
    ['phone', 'bizum', 'zeros in place of a plus', '0034612345678'],
    ['phone', 'mobile_money', 'no country', '712345678'],
    ['code', 'blik', 'a label', 'BLIK: 123456'],
    ['code', 'blik', 'a digit too many', '1234567'],
    ['name', 'boleto', 'a name', 'Ana  Souza'],
  ])('%s of %s: %s stays as it was typed', (field, type, _, text) => {
    expect(groupText(field, type, text)).toBe(text);
  });
});

const texts = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...'0123456789') },
      { weight: 2, arbitrary: fc.constantFrom(...' .-/+') },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          ...'９٣–',
          'CPF',
          'CNPJ',
          'A',
          'b',
          '(0)',
          ':',
          '\u200e',
          'e\u0301',
        ),
      },
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));
const kinds = fc.constantFrom(...KINDS);

describe('grouping', () => {
  it('keeps all characters, is the same a second time, and is read the same', () => {
    fc.assert(
      fc.property(kinds, texts, (kind, text) => {
        const grouped = groupText(...kind, text);
        expect(charactersOf(grouped)).toBe(charactersOf(text));
        expect(groupText(...kind, grouped)).toBe(grouped);
        expect(read(kind, grouped)).toBe(read(kind, text));
      }),
      { numRuns: 3_000 },
    );
  });

  it('is of inputs that read from left to right', () => {
    for (const [field, type] of KINDS) {
      const isGrouped = groupText(field, type, '+351912345') !== '+351912345';
      if (isGrouped) expect(FIELD_INPUTS[field].attributes.dir).toBe('ltr');
    }
  });
});

/** A value with `|` for the caret, as people write it. */
const parse = (written: string) => ({
  text: written.replace('|', ''),
  caret: written.indexOf('|'),
});
const write = (text: string, caret: number) => `${text.slice(0, caret)}|${text.slice(caret)}`;

/** What a browser makes of a key before anybody groups anything. */
const KEYS: Readonly<Record<string, (before: string) => string>> = {
  deleteContentBackward: (before) => before.replace(/.\|/, '|'),
  deleteContentForward: (before) => before.replace(/\|./, '|'),
};

function press(kind: Kind, before: string, inputType: string, after = KEYS[inputType]?.(before)) {
  const changed = parse(after ?? before);
  const { text, caret } = groupInputText(...kind, parse(before).text, changed, inputType);
  return write(text, caret);
}

describe('the caret', () => {
  const CPF: Kind = ['taxId', 'boleto'];

  it.each([
    ['a digit at the end', '111|', '1114|', '111.4|'],
    ['a digit in the middle', '11|1.444.777', '119|1.444.777', '119|.144.477-7'],
    ['a digit after a separator', '111.|444', '111.9|444', '111.9|44.4'],
    ['a digit in place of a selection', '1|11.4', '19|4', '19|4'],
    ['the twelfth digit', '111.444.777-35|', '111.444.777-351|', '11.144.477/7351|'],
    ['a paste', '|', '11144477735|', '111.444.777-35|'],
    ['a separator', '111|', '111.|', '111|'],
    ['a letter that nothing has in groups', '111.4|', '111.4ç|', '111.4ç|'],
  ])('stays where it was typed: %s', (_, before, after, expected) => {
    expect(press(CPF, before, 'insertText', after)).toBe(expected);
  });

  it.each([
    ['deleteContentBackward', '111.|444', '11|4.44'],
    ['deleteContentForward', '111|.444', '111|.44'],
    ['deleteContentBackward', '111.4|', '111|'],
    ['deleteContentBackward', '111.44|4', '111.4|4'],
    ['deleteWordBackward', '111.|4', '11|4'],
    ['deleteContentBackward', '11.222.333/|0001-81', '11.222.33|0/0018-1'],
    ['deleteContentBackward', '1|', '|'],
  ])('%s deletes a digit, not a separator: %s', (inputType, before, expected) => {
    const after = inputType === 'deleteWordBackward' ? before.replace('.|', '|') : undefined;
    const digits = (text: string) => text.replace(/\D/g, '').length;
    const pressed = press(CPF, before, inputType, after);
    expect(digits(pressed)).toBe(digits(before) - 1);
    expect(pressed).toBe(expected);
  });

  it('leaves a separator deleted where the text is in no groups', () => {
    expect(press(CPF, 'CPF: 111.|444', 'deleteContentBackward')).toBe('CPF: 111|444');
  });

  it('stays after the same characters by any change of any text', () => {
    const changes = fc.constantFrom('insertText', 'insertFromPaste', 'deleteByCut', '');
    const places = fc.tuple(fc.nat(), fc.nat());
    fc.assert(
      fc.property(kinds, texts, texts, changes, places, (kind, first, piece, change, [a, b]) => {
        const before = groupText(...kind, first);
        const [from = 0, to = 0] = [a, b]
          .map((at) => at % (before.length + 1))
          .sort((x, y) => x - y);
        const changed = {
          text: before.slice(0, from) + piece + before.slice(to),
          caret: from + piece.length,
        };
        const { text, caret } = groupInputText(...kind, before, changed, change);
        expect(charactersOf(text)).toBe(charactersOf(changed.text));
        expect(charactersOf(text.slice(0, caret))).toBe(
          charactersOf(changed.text.slice(0, changed.caret)),
        );
      }),
      { numRuns: 3_000 },
    );
  });

  it('reaches the start by Backspace and empties the input by Delete', () => {
    const digits = fc.tuple(
      fc.constantFrom<Kind>(CPF, ['postalCode', 'boleto'], ['phone', 'mb_way'], ['code', 'blik']),
      fc.stringMatching(/^[1-9]{1,14}$/),
    );
    fc.assert(
      fc.property(digits, ([kind, typed]) => {
        const grouped = groupText(...kind, typed);
        for (const [start, key] of [
          [`${grouped}|`, 'deleteContentBackward'],
          [`|${grouped}`, 'deleteContentForward'],
        ] as const) {
          let shown: string = start;
          for (let i = 0; i < typed.length; i++) shown = press(kind, shown, key);
          expect(shown).toBe('|');
        }
      }),
    );
  });
});
