import { describe, expect, it } from 'vitest';
import { parseIntent } from './paymentIntent.ts';

/**
 * A PaymentIntent as Stripe's API gives it to an account whose version is before 2019-02-11
 * (docs.stripe.com/changelog/2019-02-11, and the model of stripe-android of that time).
 */
const OLD = {
  id: 'pi_1CkiBMLENEVhOs7YMtUehLau',
  object: 'payment_intent',
  allowed_source_types: ['card'],
  amount: 1000,
  capture_method: 'automatic',
  confirmation_method: 'publishable',
  created: 1530838340,
  currency: 'usd',
  livemode: false,
  next_source_action: null,
  source: null,
  status: 'requires_source',
};
const url = 'https://hooks.stripe.com/redirect/authenticate/src_1';

const parse = (fields: object = {}) => parseIntent({ ...OLD, ...fields });

describe('a PaymentIntent in the names of older versions', () => {
  it('wants a payment method, of the types that it takes', () => {
    expect(parse()).toMatchObject({
      status: 'requires_payment_method',
      confirmationMethod: 'automatic',
      paymentMethodTypes: ['card'],
      paymentMethod: null,
      nextAction: null,
    });
  });

  it.each([
    ['in place', { type: 'authorize_with_url', authorize_with_url: { url } }],
    ['as a JSON string', JSON.stringify({ authorize_with_url: { url } })],
  ])('leads to the bank, %s', (_, next_source_action) => {
    const intent = parse({ status: 'requires_source_action', next_source_action, source: 'src_1' });
    expect(intent).toMatchObject({
      status: 'requires_action',
      nextAction: { type: 'redirect_to_url', payload: { url } },
      paymentMethod: { id: 'src_1', type: null, last4: null },
    });
  });

  it('leaves the actions of the gateway’s own script to that script', () => {
    const use_stripe_sdk = { type: 'three_d_secure_redirect', stripe_js: url };
    const next_source_action = { type: 'use_stripe_sdk', use_stripe_sdk };
    const { nextAction } = parse({ status: 'requires_source_action', next_source_action });
    expect(nextAction).toEqual({ type: 'use_stripe_sdk', payload: use_stripe_sdk });
  });

  it.each([
    ['a card', { id: 'card_1', object: 'card', last4: '4242' }],
    ['a source', { id: 'card_1', object: 'source', type: 'card', card: { last4: '4242' } }],
  ])('shows %s with which it is paid, or was not', (_, source) => {
    const last_payment_error = { code: 'card_declined', source };
    expect(parse({ source, last_payment_error })).toMatchObject({
      paymentMethod: { id: 'card_1', type: 'card', last4: '4242' },
      lastPaymentError: { code: 'card_declined', method: 'card', methodId: 'card_1' },
    });
  });

  it('goes by the present name where both are there', () => {
    const both = parse({
      payment_method: 'pm_1',
      source: 'src_1',
      payment_method_types: ['alipay'],
      next_action: { type: 'alipay_handle_redirect', alipay_handle_redirect: { url } },
      next_source_action: { type: 'authorize_with_url', authorize_with_url: { url } },
    });
    expect(both).toMatchObject({
      paymentMethod: { id: 'pm_1' },
      paymentMethodTypes: ['alipay'],
      nextAction: { type: 'alipay_handle_redirect' },
    });
  });
});
