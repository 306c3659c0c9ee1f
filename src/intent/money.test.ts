import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney } from './money.ts';

const ZERO_DECIMAL = 'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' ');
const THREE_DECIMAL = 'bhd jod kwd omr tnd'.split(' ');
/** Two decimals at the gateway, whatever a browser shows of them. */
const TWO_DECIMAL = 'usd eur cny php idr isk ugx huf twd iqd clf zzz points'.split(' ');

/** Node writes a no-break space between a code and its number. */
const plain = (text: string) => text.replace(/\s/g, ' ');
const value = (text: string) => Number(text.replace(/[^\d.]/g, ''));

describe('formatMoney', () => {
  it.each([
    [2099, 'usd', 'en', '$20.99'],
    [2099, 'CNY', 'en', 'CN¥20.99'],
    [2000, 'eur', 'de', '20,00 €'],
    [0, 'usd', 'en', '$0.00'],
    [500, 'jpy', 'en', '¥500'],
    [500, 'JPY', 'en', '¥500'],
    [12345, 'kwd', 'en', 'KWD 12.345'],
    [12340, 'kwd', 'en', 'KWD 12.340'],
    [1, 'tnd', 'en', 'TND 0.001'],
    [10000, 'isk', 'en', 'ISK 100'],
    [10050, 'isk', 'en', 'ISK 100.50'],
    [50000, 'ugx', 'en', 'UGX 500'],
    [2099, 'huf', 'en', 'HUF 20.99'],
    [2099, 'twd', 'en', 'NT$20.99'],
    [99999999, 'usd', 'en', '$999,999.99'],
    [2099, 'zzz', 'en', 'ZZZ 20.99'],
  ])('shows %d %s in %s as %s', (amount, currency, locale, shown) => {
    expect(plain(formatMoney(amount, currency, locale))).toBe(shown);
  });

  it.each(['points', 'x', '', 'constructor', '__proto__'])(
    'writes an amount of "%s", which is no currency, with its name',
    (currency) => {
      expect(formatMoney(2099, currency, 'en')).toBe(`20.99 ${currency.toUpperCase()}`);
    },
  );

  it.each([
    ['usd', '\u2066US$\u2069'],
    ['cny', '\u2066CN¥\u2069'],
    ['php', '\u2066PHP\u2069'],
    ['eur', '€'],
    ['sar', 'ر.س.\u200f'],
  ])('keeps the letters of %s in their order from right to left', (currency, symbol) => {
    expect(formatMoney(2099, currency, 'ar')).toBe(`\u200f20.99\u00a0${symbol}`);
  });

  it.each(['en_US', 'en_US.UTF-8', 'en-us', '', 'C', 'no such locale', undefined])(
    'writes a currency as it should be where the locale is "%s"',
    (locale) => {
      expect(plain(formatMoney(2099, 'usd', locale))).toBe('$20.99');
    },
  );

  it('takes the region of a locale with an underscore', () => {
    expect(plain(formatMoney(123456, 'eur', 'de_AT'))).toBe('€ 1.234,56');
  });

  it.each([
    ...ZERO_DECIMAL.map((currency) => [currency, 1] as const),
    ...TWO_DECIMAL.map((currency) => [currency, 100] as const),
    ...THREE_DECIMAL.map((currency) => [currency, 1000] as const),
  ])('never rounds %s, of which the unit is %d', (currency, unit) => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(99999999), fc.nat(1e15)), (amount) => {
        const shown = value(formatMoney(amount, currency, 'en'));
        expect(Math.round(shown * unit)).toBe(amount);
      }),
    );
  });
});
