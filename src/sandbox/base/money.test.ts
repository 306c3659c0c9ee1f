import { expect, it } from 'vitest';
import { formatMoney } from './money.ts';

it.each([
  [1099, 'eur', '€10.99'],
  [1099, 'jpy', '¥1,099'],
  [1099, 'kwd', 'KWD 1.099'],
  [1099, 'isk', 'ISK 10.99'],
])('shows %d %s as %s', (amount, currency, shown) => {
  expect(formatMoney(amount, currency).replace(/\s/g, ' ')).toBe(shown);
});
