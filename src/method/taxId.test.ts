import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeInput } from './normalizeInput.ts';
import { readTaxId } from './taxId.ts';

const read = (entered: string) => readTaxId(normalizeInput(entered, 'characters'));

/** Check digits as the tax office defines them, written down another way. */
function withDigits(body: string, weights: readonly number[]): string {
  const digit = (text: string, weights: readonly number[]) => {
    const sum = [...text].reduce(
      (all, char, i) => all + (char.charCodeAt(0) - 48) * (weights[i] ?? 0),
      0,
    );
    return sum % 11 < 2 ? 0 : 11 - (sum % 11);
  };
  const first = `${body}${digit(body, weights.slice(1))}`;
  return `${first}${digit(first, weights)}`;
}

const CPF = [11, 10, 9, 8, 7, 6, 5, 4, 3, 2];
const CNPJ = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];

const cpf = fc.stringMatching(/^\d{9}$/).map((body) => withDigits(body, CPF));
const cnpj = fc.stringMatching(/^[0-9A-Z]{12}$/).map((body) => withDigits(body, CNPJ));
const valid = fc.oneof(cpf, cnpj).filter((id) => !/^(.)\1*$/.test(id));

describe('a Brazilian tax ID', () => {
  it.each([
    ['529.982.247-25', '52998224725'],
    ['52998224725', '52998224725'],
    // With the dash of a word processor.
    ['529.982.247–25', '52998224725'],
    ['11.222.333/0001-81', '11222333000181'],
    // The example of the Receita Federal for letters.
    ['12.ABC.345/01DE-35', '12ABC34501DE35'],
    ['12abc34501de35', '12ABC34501DE35'],
    ['CPF: 529.982.247-25', '52998224725'],
    ['CNPJ/MF nº 11.222.333/0001-81', '11222333000181'],
    ['11.222.333/0001-81 ', '11222333000181'],
    ['\u202a11.222.333/0001-81\u202c', '11222333000181'],
    ['５２９．９８２．２４７－２５', '52998224725'],
  ])('%s is read', (entered, value) => {
    expect(read(entered)).toBe(value);
  });

  it.each(['', '529.982.247-26', '111.111.111-11', '1234567890', '12ABC34501DE36', 'CPF'])(
    '"%s" is none',
    (entered) => {
      expect(read(entered)).toBeNull();
    },
  );

  it('is the same with any punctuation between', () => {
    fc.assert(
      fc.property(valid, fc.array(fc.constantFrom('.', '-', '/', ' ', '')), (id, marks) => {
        const entered = [...id].map((char, i) => char + (marks[i] ?? '')).join('');
        expect(read(entered)).toBe(id);
      }),
    );
  });

  it('is refused with one digit changed', () => {
    fc.assert(
      fc.property(valid, fc.nat(), fc.integer({ min: 1, max: 9 }), (id, at, difference) => {
        const i = at % id.length;
        const char = id[i] ?? '';
        fc.pre(/\d/.test(char));
        const changed = id.slice(0, i) + ((Number(char) + difference) % 10) + id.slice(i + 1);
        // Weights run from 2 to 11, so a change of one digit always shows; save 0 and 1 as the rest.
        const reading = read(changed);
        fc.pre(reading === null || !isTwin(id, changed));
        expect(reading).toBeNull();
      }),
    );
  });
});

/** Two IDs with equal check digits: remainders of 10 and of 11 both give 0. */
function isTwin(one: string, other: string): boolean {
  return one.slice(-2) === other.slice(-2) && one !== other;
}
