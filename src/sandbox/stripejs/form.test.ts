import { expect, it } from 'vitest';
import { parseForm } from '../request/form.ts';
import { encodeForm, merge } from './form.ts';

it('encodes what the sandbox reads again', () => {
  const params = {
    amount: 1099,
    card: { number: '4242', networks: { preferred: 'visa' } },
    expand: ['a', 'b'],
    use_stripe_sdk: true,
  };
  expect(parseForm(encodeForm(params).toString())).toEqual({
    amount: '1099',
    card: { number: '4242', networks: { preferred: 'visa' } },
    expand: ['a', 'b'],
    use_stripe_sdk: 'true',
  });
});

it('leaves out what there is not', () => {
  expect(encodeForm({ a: undefined, b: null, c: { d: undefined }, e: '' }).toString()).toBe('e=');
});

it('merges at every depth, and lets the second count', () => {
  const first = { type: 'card', billing_details: { name: 'A', address: { postal_code: '1' } } };
  const second = { billing_details: { name: 'B', address: { city: 'C' } }, type: undefined };
  expect(merge(first, second)).toEqual({
    type: 'card',
    billing_details: { name: 'B', address: { postal_code: '1', city: 'C' } },
  });
});
