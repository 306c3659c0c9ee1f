import { expect, it } from 'vitest';
import { postalLine } from './postal.ts';

const LINES = {
  line1: '1 Test Street',
  line2: 'Suite 2',
  postal_code: '94103',
  city: 'San Francisco',
  state: 'CA',
};

it.each([
  ['US', '1 Test Street, Suite 2, San Francisco, CA 94103, United States'],
  ['us', '1 Test Street, Suite 2, San Francisco, CA 94103, United States'],
  ['GB', '1 Test Street, Suite 2, San Francisco, CA, 94103, United Kingdom'],
  ['DE', '1 Test Street, Suite 2, 94103 San Francisco, CA, Germany'],
  ['JP', '94103 CA San Francisco 1 Test Street Suite 2, Japan'],
  ['Germany', '1 Test Street, Suite 2, 94103 San Francisco, CA, Germany'],
  ['constructor', '1 Test Street, Suite 2, 94103 San Francisco, CA, constructor'],
  ['', '1 Test Street, Suite 2, 94103 San Francisco, CA'],
])('an address has its parts in the order of %s', (country, line) => {
  expect(postalLine({ ...LINES, country }, 'en')).toBe(line);
});

it('an address is told as far as it is known, with its country in the customer’s language', () => {
  expect(postalLine({ city: 'Wien', country: 'AT' }, 'de')).toBe('Wien, Österreich');
  expect(postalLine({ country: 'JP' }, 'ja')).toBe('日本');
  expect(postalLine({}, 'en')).toBe('');
});
