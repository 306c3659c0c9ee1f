import { describe, expect, it } from 'vitest';
import { TEST_CARDS } from '../payment/cards.ts';
import {
  brandOf,
  type CardField,
  type CardValues,
  cardParams,
  caretIn,
  formatField,
  isFull,
  problemOf,
} from './cardFields.ts';

const NOW = new Date(2026, 11, 1);

const GOOD: CardValues = { number: '4242 4242 4242 4242', expiry: '12 / 34', cvc: '123' };

const codeOf = (field: CardField, values: CardValues) => problemOf(field, values, NOW)?.code;

describe('a number', () => {
  it.each([
    ['4242424242424242', '4242 4242 4242 4242'],
    ['4242-4242', '4242 4242'],
    ['378282246310005', '3782 822463 10005'],
    ['36227206271667', '3622 720627 1667'],
    ['3056930009020004', '3056 9300 0902 0004'],
    ['6205500000000000004', '6205 5000 0000 0000 004'],
    ['42424242424242429999', '4242 4242 4242 4242'],
    ['no digits', ''],
  ])('is grouped as its brand prints it: %s', (typed, shown) => {
    expect(formatField('number', typed)).toBe(shown);
  });

  it('is known and right for every test card but the one that is wrong on purpose', () => {
    for (const [number, { brand }] of Object.entries(TEST_CARDS)) {
      expect(brandOf({ number }), number).toBe(brand);
      expect(codeOf('number', { number: formatField('number', number) }), number).toBeUndefined();
    }
  });

  it.each([
    ['', 'incomplete_number'],
    ['4242 4242 4242 424', 'incomplete_number'],
    ['4242 4242 4242 4241', 'invalid_number'],
    ['4242 4242 4242 4242', undefined],
  ])('has what is wrong with it: %s', (number, code) => {
    expect(codeOf('number', { number })).toBe(code);
  });
});

describe('an expiry', () => {
  it.each([
    ['1', '1'],
    ['4', '04 / '],
    ['12', '12 / '],
    ['13', '01 / 3'],
    ['1/', '01 / '],
    ['1/29', '01 / 29'],
    ['1234', '12 / 34'],
    ['12/34', '12 / 34'],
    ['12 / 2034', '12 / 34'],
    ['0', '0'],
  ])('is written as it is on a card: %s', (typed, shown) => {
    expect(formatField('expiry', typed)).toBe(shown);
  });

  it('loses its slash where it is deleted', () => {
    expect(formatField('expiry', '12 /', { isDeleting: true })).toBe('12');
  });

  it.each([
    ['12', 'incomplete_expiry'],
    ['12 / 3', 'incomplete_expiry'],
    ['00 / 30', 'invalid_expiry_month'],
    ['12 / 25', 'invalid_expiry_year_past'],
    ['11 / 26', 'invalid_expiry_month_past'],
    ['12 / 26', undefined],
    ['12 / 76', undefined],
    ['12 / 77', 'invalid_expiry_year'],
  ])('has what is wrong with it: %s', (expiry, code) => {
    expect(codeOf('expiry', { expiry })).toBe(code);
  });
});

describe('a security code', () => {
  it.each([
    [{ ...GOOD, cvc: '12' }, 'incomplete_cvc'],
    [{ ...GOOD, cvc: '123' }, undefined],
    [{ number: '3782 822463 10005', cvc: '123' }, 'incomplete_cvc'],
    [{ number: '3782 822463 10005', cvc: '1234' }, undefined],
    [{ brand: 'amex', cvc: '123' } as const, 'incomplete_cvc'],
    [{ cvc: '123' }, undefined],
  ])('is as long as its brand has it: %o', (values, code) => {
    expect(codeOf('cvc', values)).toBe(code);
  });

  it('takes no more digits than that', () => {
    expect(formatField('cvc', '12a345', { values: GOOD })).toBe('123');
    expect(formatField('cvc', '12345', { values: { brand: 'amex' } })).toBe('1234');
  });
});

it('lets the next field take the focus where nothing more fits', () => {
  expect(isFull('number', GOOD, NOW)).toBe(true);
  expect(isFull('number', { number: '4242 4242 4242 4241' }, NOW)).toBe(false);
  // UnionPay's may go on.
  expect(isFull('number', { number: '6200 0000 0000 0005' }, NOW)).toBe(false);
  expect(isFull('expiry', GOOD, NOW)).toBe(true);
  expect(isFull('cvc', { cvc: '123' }, NOW)).toBe(false);
});

it.each([
  ['4242 4', '42424', 5, 6],
  ['4242 4', '42424', 2, 2],
  ['4254 242', '4254242', 4, 4],
  ['12 / 34', '1234', 3, 6],
])('keeps the caret behind the same digit: %s', (formatted, text, caret, place) => {
  expect(caretIn(formatted, text, caret)).toBe(place);
});

it('sends the names of Stripe’s API', () => {
  expect(cardParams(GOOD)).toEqual({
    number: '4242424242424242',
    exp_month: '12',
    exp_year: '2034',
    cvc: '123',
  });
  expect(cardParams({ cvc: '123' })).toEqual({ cvc: '123' });
});
