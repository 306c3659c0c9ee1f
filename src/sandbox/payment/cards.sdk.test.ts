import type Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { createTestStripe, failure, paid } from '../testing/stripe.ts';

let stripe: Stripe;

beforeEach(() => {
  ({ stripe } = createTestStripe());
});

type CardOptions = Stripe.PaymentIntentCreateParams.PaymentMethodOptions.Card;

/** Pays with the test card of that name, with `payment_method_options[card]`. */
const pay = (name: string, card: CardOptions = {}) =>
  stripe.paymentIntents.create({
    ...paid,
    payment_method: `pm_card_${name}`,
    payment_method_options: { card },
    return_url: 'https://shop.example/thanks',
    expand: ['latest_charge'],
  });

describe('3-D Secure', () => {
  it.each(['any', 'challenge'] as const)(
    'challenges the customer of a card that can do without, where the merchant asks for it: %s',
    async (request_three_d_secure) => {
      const { status } = await pay('threeDSecureOptional', { request_three_d_secure });
      expect(status).toBe('requires_action');
    },
  );

  it('is left out where nobody asks for it', async () => {
    expect((await pay('threeDSecureOptional')).status).toBe('succeeded');
    const { status } = await pay('threeDSecureOptional', { request_three_d_secure: 'automatic' });
    expect(status).toBe('succeeded');
  });

  /** What a merchant has of a 3-D Secure of their own. */
  const three_d_secure = {
    cryptogram: 'jJ81HADVRtXfCBATEp01CJUAAAA=',
    electronic_commerce_indicator: '05',
    transaction_id: 'f879ea1c-aa2c-4441-806d-e30406466d79',
    version: '2.2.0',
  } as const;

  it('is not done again where the merchant has done it', async () => {
    expect((await pay('threeDSecure2Required', { three_d_secure })).status).toBe('succeeded');
    const declined = pay('threeDSecureRequiredChargeDeclined', { three_d_secure });
    expect((await failure(declined)).code).toBe('card_declined');
  });
});

describe('an order by mail or telephone', () => {
  it('is not challenged', async () => {
    expect((await pay('authenticationRequiredOnSetup')).status).toBe('requires_action');
    expect((await pay('authenticationRequiredOnSetup', { moto: true })).status).toBe('succeeded');
  });

  it('is declined where the card requires authentication of every payment', async () => {
    expect(await failure(pay('authenticationRequired', { moto: true }))).toMatchObject({
      code: 'authentication_required',
      message: 'Your card was declined. This transaction requires authentication.',
    });
  });
});

describe('checks of the bank', () => {
  const all = { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' };

  it.each([
    ['visa', {}],
    ['cvcCheckFail', { cvc_check: 'fail' }],
    ['avsFail', { address_line1_check: 'fail', address_postal_code_check: 'fail' }],
    ['avsLine1Fail', { address_line1_check: 'fail' }],
    ['avsZipFail', { address_postal_code_check: 'fail' }],
    [
      'avsUnchecked',
      { address_line1_check: 'unavailable', address_postal_code_check: 'unavailable' },
    ],
  ])('are shown on a charge that succeeds: %s', async (name, checks) => {
    const { latest_charge, status } = await pay(name);
    expect(status).toBe('succeeded');
    const { payment_method_details: details } = latest_charge as Stripe.Charge;
    expect(details?.card?.checks).toEqual({ ...all, ...checks });
  });

  it('leave a code alone that nobody has entered for later', async () => {
    const { card } = await stripe.paymentMethods.create({
      type: 'card',
      card: { number: '4000000000000101', exp_month: 4, exp_year: 2044 },
    });
    expect(card?.checks?.cvc_check).toBeNull();
  });
});
