import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readValue } from './confirmParams.ts';
import { FIELD_INPUTS } from './fieldInputs.ts';
import type { FieldName, FieldSpec } from './method.ts';
import { normalizeInput } from './normalizeInput.ts';

const read = (field: FieldName, type: string, entered: string, optional = false) => {
  const spec: FieldSpec = { field, place: 'billing', key: field, ...(optional && { optional }) };
  return readValue(spec, type, { [field]: entered });
};

/** Something right for each field, and what is sent of it: a field that is added asks for its own. */
const RIGHT: Readonly<Record<FieldName, readonly [type: string, entered: string, sent: string]>> = {
  name: ['ideal', 'Zoë O’Neill 3', 'Zoë O’Neill 3'],
  email: ['oxxo', 'Taro.2+shop@example.com', 'Taro.2+shop@example.com'],
  phone: ['mb_way', '+351 912 345 678', '+351912345678'],
  taxId: ['boleto', '12.ABC.345/01DE-35', '12ABC34501DE35'],
  bank: ['fpx', 'maybank2u', 'maybank2u'],
  code: ['blik', '123 456', '123456'],
  line1: ['boleto', 'Av. Paulista, 1578', 'Av. Paulista, 1578'],
  city: ['boleto', 'São Paulo', 'São Paulo'],
  state: ['boleto', 'SP', 'SP'],
  postalCode: ['boleto', '01310-100', '01310-100'],
  country: ['klarna', 'DE', 'DE'],
  provider: ['mobile_money', 'mpesa_ke', 'mpesa_ke'],
  app: ['upi', 'phonepe', 'phonepe'],
};
const FIELD_NAMES = Object.keys(RIGHT) as FieldName[];

const AROUND = [
  ...[' ', '\t', '\n', '\r\n', '\u00a0', '\u2003', '\u3000', '\u2028'],
  ...['\u200b', '\u2060', '\ufeff', '\u00ad', '\u200e', '\u200f', '\u061c', '\u202a', '\u2069'],
  ...['\u200c', '\u200d', '\ud83d'],
];
/** Stray in any text; a machine reads across more. */
const WITHIN = ['\u200b', '\u2060', '\ufeff', '\u00ad', '\u200e', '\u200f', '\u061c', '\u202c'];

const wide = (text: string) =>
  text
    .replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
    .replaceAll(' ', '\u3000');

/** Every numbering system of ten digits that this Intl writes by itself, from 0 to 9. */
const DIGITS = Intl.supportedValuesOf('numberingSystem').flatMap((numberingSystem) => {
  const style = { numberingSystem, useGrouping: false };
  const format = new Intl.NumberFormat('en', style);
  const digits = Array.from({ length: 10 }, (_, value) => format.format(value));
  return digits.every((digit) => /^\p{Nd}$/u.test(digit))
    ? [[numberingSystem, digits] as const]
    : [];
});

describe('what is entered in any field', () => {
  it.each(FIELD_NAMES)('%s: is read without what stands around it', (field) => {
    const [type, entered, sent] = RIGHT[field];
    expect(read(field, type, entered)).toBe(sent);
    for (const mark of AROUND) {
      expect([mark, read(field, type, `${mark}${entered}${mark}`)]).toEqual([mark, sent]);
    }
  });

  it.each(FIELD_NAMES)('%s: is read without marks that nobody sees', (field) => {
    const [type, entered, sent] = RIGHT[field];
    const marks = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...WITHIN)), { maxLength: 6 });
    fc.assert(
      fc.property(marks, (found) => {
        const characters = [...entered];
        for (const [at, mark] of found) characters.splice(at % (characters.length + 1), 0, mark);
        expect(read(field, type, characters.join(''))).toBe(sent);
      }),
    );
  });

  it.each(FIELD_NAMES)('%s: is read in full width, and with its accents apart', (field) => {
    const [type, entered, sent] = RIGHT[field];
    expect(read(field, type, wide(entered))).toBe(sent);
    expect(read(field, type, entered.normalize('NFD'))).toBe(sent);
  });

  it.each(FIELD_NAMES)('%s: has its digits read in every script', (field) => {
    expect(DIGITS.length).toBeGreaterThan(50);
    const [type, entered, sent] = RIGHT[field];
    for (const [script, digits] of DIGITS) {
      const written = entered.replace(/\d/g, (digit) => digits[Number(digit)] ?? '');
      expect([script, read(field, type, written)]).toEqual([script, sent]);
    }
  });

  it.each(FIELD_NAMES)('%s: is empty where there is nothing to see', (field) => {
    const [type] = RIGHT[field];
    const nothing = [...AROUND, '\u3164'].join('');
    expect(read(field, type, nothing)).toBeNull();
    expect(read(field, type, AROUND.join(''), true)).toBe('');
  });

  it('has no length beyond which it is cut', () => {
    for (const { attributes } of Object.values(FIELD_INPUTS))
      expect(attributes).not.toHaveProperty('maxLength');
  });
});

describe('words', () => {
  it.each([
    ['two ideographs that differ only in print', '\ufa19\u8c37 \u9ad9\u6a4b'],
    ['a variant of an ideograph', '\u845b\u{e0100}\u57ce'],
    ['a joiner that Persian writes', 'علی\u200cرضا'],
    ['a joiner that Sinhala writes', 'ශ්\u200dරී'],
    ['Arabic with its vowels', 'مُحَمَّد'],
    ['an apostrophe of any kind', "D’Angelo O\u2018Brien d\u02bcArc O'Hara"],
    ['a number above the line', '2º andar, 12½'],
    ['a dash', 'Anne–Marie Lloyd-Jones'],
    ['a company', '㈱タロー №'],
    ['an emoji', 'Ana 🌸'],
  ])('keep %s: %s', (_, text) => {
    expect(normalizeInput(text, 'words')).toBe(text);
  });

  it.each([
    ['half-width katakana', 'ﾔﾏﾀﾞ ﾀﾛｳ', 'ヤマダ タロウ'],
    ['Arabic as it is printed', 'ﻣﺤﻤﺪ', 'محمد'],
    ['a ligature', 'ﬁona', 'fiona'],
    ['letters dressed up', '𝓐𝓷𝓪', 'Ana'],
    ['accents that stand apart', 'Ame\u0301lie', 'Amélie'],
    ['the lines of a paste', 'Ana\r\n\tSouza', 'Ana Souza'],
    ['a joiner between Latin letters', 'Jo\u200dão', 'João'],
    ['a joiner between a letter and its accent', 'Ame\u200d\u0301lie', 'Amélie'],
  ])('fold %s', (_, text, folded) => {
    expect(normalizeInput(text, 'words')).toBe(folded);
  });

  it('are at least one letter, where they are a name', () => {
    expect(read('name', 'ideal', '…')).toBeNull();
    expect(read('name', 'ideal', '🌸')).toBeNull();
    expect(read('name', 'ideal', '王')).toBe('王');
  });
});

it('is folded the same a second time', () => {
  const texts = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom(...AROUND, 'ﾞ', 'ﾊ', 'e', '\u0301', 'ශ', '්', '\u200d', 'A', '９', '\ufa19'),
    ),
  );
  fc.assert(
    fc.property(texts, fc.constantFrom('words', 'characters'), (parts, reading) => {
      const once = normalizeInput(parts.join(''), reading);
      expect(normalizeInput(once, reading)).toBe(once);
      // Half a pair would throw here.
      encodeURIComponent(once);
    }),
    { numRuns: 1_000 },
  );
}, 30_000);
