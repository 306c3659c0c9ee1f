import { describe, expect, it } from 'vitest';
import { countryName, formatDate, formatDay, formatTime, plainAmount } from './format.ts';

const AT = Date.UTC(2026, 4, 20, 12);
const LOCALES = [undefined, 'en', 'ar', 'th', 'en_US', '', 'x', 'no-such-locale-at-all', '💶'];

describe.each(LOCALES)('in the locale %s', (locale) => {
  it('a time is written, and one that is none is left out', () => {
    for (const format of [formatDate, formatDay]) {
      expect(format(AT, locale)).toMatch(/\S/);
      for (const none of [Number.NaN, 8.7e15, -8.7e15, Number.POSITIVE_INFINITY]) {
        expect(format(none, locale)).toBe('');
      }
    }
  });

  it('an amount is written as digits, whatever the currency', () => {
    for (const currency of ['eur', 'XXX', '', '💶', '__proto__']) {
      expect(plainAmount(123_456, currency, locale)).toMatch(/^1234\D56$/);
    }
  });

  it('a country that nobody knows is written as it came', () => {
    for (const code of ['', '?', 'zz9', '__proto__', '\ud800', 'x'.repeat(1_000)]) {
      expect(countryName(code, locale)).toBe(code);
    }
  });
});

it.each([
  [0, '0:00'],
  [59, '0:59'],
  [3_600, '1:00:00'],
  [8.64e12, '2400000000:00:00'],
])('%d seconds are %s', (seconds, digits) => {
  expect(formatTime(seconds)).toBe(digits);
});
