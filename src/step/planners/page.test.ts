import { describe, expect, it } from 'vitest';
import { DEVICE_NAMES, plan } from '../testing/devices.ts';
import { example } from '../testing/examples.ts';

const url = 'https://pay.example/a?b=1';
const return_url = 'https://shop.example/return';

describe('a page of the bank or wallet', () => {
  it.each([
    ['redirect_to_url', ''],
    ['gcash_handle_redirect', 'gcash'],
    ['pix_handle_redirect', 'pix'],
    ['wallet_of_2031_handle_redirect', 'wallet_of_2031'],
  ])('%s is its URL and the method, on every device', (type, method) => {
    for (const device of DEVICE_NAMES) {
      expect(plan(type, example(type), device)).toEqual({ kind: 'redirect', url, method });
    }
  });
});

describe('a 3-D Secure frame', () => {
  it.each([
    ['ddc_redirect', 'fingerprint'],
    ['challenge_redirect', 'challenge'],
  ])('%s is a %s, with the URL at which it ends', (type, kind) => {
    expect(plan(type, { url, return_url })).toEqual({ kind, url, returnUrl: return_url });
  });

  it.each(['ddc_redirect', 'challenge_redirect'])(
    '%s runs without a return URL that could be used',
    (type) => {
      for (const unusable of [undefined, null, '', 'javascript:alert(1)', '/return']) {
        expect(plan(type, { url, return_url: unusable })).toMatchObject({ url, returnUrl: null });
      }
    },
  );
});

describe('use_stripe_sdk', () => {
  const type = 'use_stripe_sdk';

  it('is a plain page where Stripe gives one', () => {
    const stripe_js = 'https://hooks.stripe.com/redirect/authenticate/src_1';
    expect(plan(type, { type: 'three_d_secure_redirect', stripe_js })).toEqual({
      kind: 'redirect',
      url: stripe_js,
      method: 'card',
    });
  });

  it.each([
    { type: 'three_d_secure_redirect', stripe_js: 'javascript:alert(1)' },
    { type: 'three_d_secure_redirect' },
    { type: 'stripe_3ds2_challenge', stripe_js: { acs_url: 'https://acs.example' } },
    { type: 'stripe_3ds2_fingerprint', three_ds_method_url: '' },
    { type: 'intent_confirmation_challenge', stripe_js: {} },
    { type: 'other', stripe_js: 'https://hooks.stripe.com/x' },
    {},
  ])("is left to Stripe's own script where it is not: %j", (payload) => {
    expect(plan(type, payload)).toEqual({ kind: 'sdk', action: { type, payload } });
  });
});
