import { afterEach, expect, it, vi } from 'vitest';
import { checkPaymentMethodId } from './checkPaymentMethodId.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

it.each(['pm_1', 'ctoken_1', 'card_1', null])('takes %s without a word', (id) => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(checkPaymentMethodId(id, 'stripe')).toBe(id);
  expect(log).not.toHaveBeenCalled();
});

it.each([
  ['tok_visa', /a Token.*createPaymentMethod.*createConfirmationToken/],
  ['src_1', /a Source.*deprecated/],
  ['cus_1', /pays nothing/],
])('names the mix-up of %s, and lets the gateway decide', (id, words) => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(checkPaymentMethodId(id, 'stripe')).toBe(id);
  expect(log.mock.calls).toEqual([[expect.stringMatching(words)]]);
  expect(String(log.mock.calls)).not.toContain(id);
});

it.each(['wooshpay', 'acme', null])('knows no mix-up of another gateway: %s', (gateway) => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(checkPaymentMethodId('tok_1', gateway)).toBe('tok_1');
  expect(log).not.toHaveBeenCalled();
});

it.each([
  ['', /an id, or with null\. It was an empty text/],
  [undefined, /type undefined/],
  [{ id: 'pm_1' }, /an object: resolve with its id/],
  ['pi_1_secret_2', /client secret or a key/],
  ['sk_test_1', /client secret or a key/],
])('refuses %j, and does not quote it', (id, words) => {
  expect(() => checkPaymentMethodId(id, 'acme')).toThrow(words);
  expect(() => checkPaymentMethodId(id, 'acme')).not.toThrow(/_secret_|sk_test/);
});
