import { expect, it } from 'vitest';
import { secretHint } from './secretHint.ts';

it.each([
  ['sk_test_1', /an API key/],
  ['pk_live_1', /an API key/],
  ['cs_test_a1_secret_fid', /Checkout Session.*Stripe's own script.*PaymentIntent/],
  ['cs_live_a1', /Checkout Session/],
  ['ek_test_YWNjdF8x', /ephemeral key/],
  ['cuss_secret_1', /CustomerSession/],
  ['sub_1', /latest_invoice\.confirmation_secret\.client_secret/],
  ['in_1', /latest_invoice\.confirmation_secret\.client_secret/],
  ['pm_1', /what pays, not what is paid/],
  ['ctoken_1', /what pays, not what is paid/],
  ['tok_visa', /what pays, not what is paid/],
  ['acct_1', /another object's id/],
  ['cus_1', /another object's id/],
  ['pi_1', /the id alone/],
  ['undefined', /no value/],
  ['[object Object]', /no value/],
  ['{{ client_secret }}', /no value/],
  ['{"id":"pi_1","client_secret":"pi_1_secret_2"}', /the whole PaymentIntent/],
  ['"pi_1_secret_2"', /without quotes or spaces/],
  ['', /"pi_…_secret_…"/],
])('says what %s looks like, and quotes nothing of it', (value, words) => {
  const hint = secretHint(value);
  expect(hint).toMatch(words);
  if (value.length > 6) expect(hint).not.toContain(value);
});

it("names the intentId() of a merchant's own dialect, whose secrets have another form", () => {
  expect(secretHint('sk_test_1', () => null)).toMatch(/intentId\(\)/);
});
