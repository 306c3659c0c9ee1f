import { expect, it } from 'vitest';
import { boletoDigits } from './boletoDigits.ts';

/** Lines as bills print them, and what their barcodes hold. */
const BOLETOS = [
  [
    'a bank slip',
    '23793.38128 60007.827136 95000.063305 9 75520000370000',
    '23799755200003700003381260007827139500006330',
  ],
  [
    'a bank slip without a date',
    '00190500954014481606906809350314337370000000100',
    '00193373700000001000500940144816060680935031',
  ],
  [
    'a utility’s bill, by modulo 10',
    '84670000001-7 43590024020-9 02405000243-5 84221010811-9',
    '84670000001435900240200240500024384221010811',
  ],
  [
    'an authority’s bill, by modulo 11',
    '858700000758712032816322900705623308221070007107',
    '85870000075712032816329007056233022107000710',
  ],
] as const;

it.each(BOLETOS)('takes the 44 digits of the barcode from the line of %s', (_, line, digits) => {
  expect(boletoDigits(line)).toBe(digits);
});

it.each(BOLETOS)('has none where any one digit of the line of %s is another', (_, line) => {
  const digits = line.replace(/\D/g, '');
  for (let at = 0; at < digits.length; at++) {
    const other = (Number(digits[at]) + 1) % 10;
    const wrong = digits.slice(0, at) + other + digits.slice(at + 1);
    expect(boletoDigits(wrong), `digit ${at + 1}`).toBeNull();
  }
});

it.each([
  ['empty', ''],
  ['Stripe’s example, whose check digits are made up', '01'.repeat(23).concat('0')],
  ['of 46 digits', BOLETOS[1][1].slice(1)],
  ['of 48 digits that are no utility’s', `${BOLETOS[1][1]}0`],
  ['of other characters', BOLETOS[1][1].replace('9', 'O')],
])('has none for a line that is %s', (_, line) => {
  expect(boletoDigits(line)).toBeNull();
});
