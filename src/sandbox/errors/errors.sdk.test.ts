import Stripe from 'stripe';
import { expect, it } from 'vitest';
import { createTestStripe, paid } from '../testing/stripe.ts';

const { stripe } = createTestStripe();
const { paymentIntents: intents } = stripe;
const plain = { amount: 1099, currency: 'eur' };

const withKey = (key: string) => createTestStripe(key).stripe.paymentIntents;

const CASES = [
  [
    'StripeCardError',
    402,
    () => intents.create({ ...paid, payment_method: 'pm_card_chargeDeclined' }),
  ],
  ['StripeInvalidRequestError', 400, () => intents.create({ ...plain, amount: 1 })],
  ['StripeInvalidRequestError', 404, () => intents.retrieve('pi_3nothing')],
  ['StripeAuthenticationError', 401, () => withKey('sk_nonsense').create(plain)],
  ['StripePermissionError', 403, () => withKey('pk_test_browser').create(plain)],
] as const;

it.each(CASES)('throws a %s (%d)', async (type, statusCode, call) => {
  const error = await call().then(
    () => expect.unreachable(),
    (each: unknown) => each,
  );
  expect(error).toBeInstanceOf(Stripe.errors.StripeError);
  expect(error).toMatchObject({ type, statusCode, requestId: expect.stringMatching(/^req_/) });
});

it('shows the payment method that was declined, and where its code is explained', async () => {
  const call = intents.create({ ...paid, payment_method: 'pm_card_chargeDeclined' });
  await expect(call).rejects.toMatchObject({
    payment_method: { type: 'card', card: { last4: '0002' } },
    payment_intent: { status: 'requires_payment_method' },
    doc_url: 'https://stripe.com/docs/error-codes/card-declined',
  });
});

it('names an unknown parameter, and takes the newest and the oldest version', async () => {
  await expect(intents.create({ ...plain, colour: 'red' } as never)).rejects.toMatchObject({
    code: 'parameter_unknown',
    param: 'colour',
  });
  for (const apiVersion of ['2026-10-28.endive', '2019-12-03']) {
    expect((await intents.create(plain, { apiVersion })).object).toBe('payment_intent');
  }
});
