import { expect, it } from 'vitest';
import type { EntryCall, Place } from '../messages.ts';
import { type Entry, joinEntries, withEntry } from './entry.ts';

const entry = (method: Entry['method'], code?: string): Entry => ({
  problem: code ? { code, message: code, incomplete: true } : null,
  method: { type: 'card', ...method },
  options: {},
});

const card = { number: '4242424242424242', exp_month: '12', exp_year: '2034', cvc: '123' };

const ENTERED = entry({ card, billing_details: { address: { postal_code: '94103' } } });

const call = (place: Place, params: EntryCall['params'] = {}): EntryCall => ({
  path: 'payment_methods',
  params,
  place,
  siblings: [],
});

it('makes one card of the parts of several frames', () => {
  const { cvc, exp_month, exp_year, number } = card;
  const joined = joinEntries([
    entry({ card: { number } }),
    entry({ card: { exp_month, exp_year } }),
    entry({ card: { cvc } }),
  ]);
  expect(joined).toEqual({ problem: null, method: { type: 'card', card }, options: {} });
});

it('has the first problem', () => {
  const parts = [entry({}), entry({}, 'incomplete_expiry'), entry({}, 'incomplete_cvc')];
  expect(joinEntries(parts).problem?.code).toBe('incomplete_expiry');
});

it.each([
  ['method', { type: 'card', card, billing_details: { address: { postal_code: '94103' } } }],
  [
    'data',
    {
      payment_method_data: {
        type: 'card',
        card,
        billing_details: { address: { postal_code: '94103' } },
      },
    },
  ],
  ['token', { card: { ...card, address_zip: '94103' } }],
  ['cvc', { payment_method_options: { card: { cvc: '123' } } }],
] as const)('puts what was entered where the call takes it: %s', (place, params) => {
  expect(withEntry(call(place), ENTERED)).toEqual(params);
});

it('keeps what the page says, which counts more', () => {
  const params = { billing_details: { name: 'A', address: { postal_code: '1' } } };
  expect(withEntry(call('method', params), ENTERED)).toMatchObject({ card, ...params });
});

it('sends options of the method beside its data', () => {
  const blik = { ...entry({ type: 'blik' }), options: { blik: { code: '123456' } } };
  expect(withEntry(call('data'), blik)).toEqual({
    payment_method_data: { type: 'blik' },
    payment_method_options: { blik: { code: '123456' } },
  });
});
