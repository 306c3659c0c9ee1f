import { describe, expect, it } from 'vitest';
import { parseIntent } from './paymentIntent.ts';

/** As Stripe's API reference shows one (https://docs.stripe.com/api/setup_intents/object). */
const EXAMPLE = {
  id: 'seti_1Mm8s8LkdIwHu7ix0OXBfTRG',
  object: 'setup_intent',
  application: null,
  cancellation_reason: null,
  client_secret: 'seti_1Mm8s8LkdIwHu7ix0OXBfTRG_secret_NXDICkPqPeiBTAFqWmkbff09lRmSVXe',
  created: 1678942624,
  customer: null,
  description: null,
  flow_directions: null,
  last_setup_error: null,
  latest_attempt: null,
  livemode: false,
  mandate: null,
  metadata: {},
  next_action: null,
  on_behalf_of: null,
  payment_method: null,
  payment_method_options: { card: { mandate_options: null, request_three_d_secure: 'automatic' } },
  payment_method_types: ['card'],
  single_use_mandate: null,
  status: 'requires_payment_method',
  usage: 'off_session',
};

const parse = (fields: object = {}) => parseIntent({ ...EXAMPLE, ...fields });

describe('a SetupIntent', () => {
  it('is parsed as Stripe documents it, and keeps no secret', () => {
    expect(parse()).toEqual({
      id: EXAMPLE.id,
      kind: 'setup',
      gateway: null,
      status: 'requires_payment_method',
      amount: null,
      currency: null,
      description: null,
      createdAt: 1678942624000,
      livemode: false,
      captureMethod: null,
      confirmationMethod: 'automatic',
      paymentMethodTypes: ['card'],
      paymentMethod: null,
      setupFutureUsage: 'off_session',
      nextAction: null,
      lastPaymentError: null,
      cancellationReason: null,
      returnUrl: null,
    });
  });

  it('is one by its id where it has no type, and by its type where the id is another gateway’s', () => {
    const { kind } = parse({ object: undefined });
    expect(kind).toBe('setup');
    expect(parse({ id: 'save-7' }).kind).toBe('setup');
    expect(parse({ id: 'pay-7', object: undefined }).kind).toBe('payment');
  });

  it('has no amount, whatever it is sent with', () => {
    expect(parse({ amount: 2099, currency: 'usd' })).toMatchObject({
      amount: null,
      currency: null,
    });
  });

  it('has the error of its last attempt, by which one attempt differs from the next', () => {
    const last_setup_error = {
      code: 'setup_intent_authentication_failure',
      message: 'We are unable to authenticate your payment method.',
      payment_method: { id: 'pm_1', type: 'card' },
      type: 'invalid_request_error',
    };
    const failed = parse({ last_setup_error, latest_attempt: 'setatt_1' });
    expect(failed.lastPaymentError).toEqual({
      code: 'setup_intent_authentication_failure',
      declineCode: null,
      adviceCode: null,
      message: 'We are unable to authenticate your payment method.',
      method: 'card',
      methodId: 'pm_1',
      chargeId: 'setatt_1',
    });
    const expanded = parse({ last_setup_error, latest_attempt: { id: 'setatt_2' } });
    expect(expanded.lastPaymentError?.chargeId).toBe('setatt_2');
  });

  it('is read where objects and lists are JSON strings, as WooshPay writes those of a PaymentIntent', () => {
    const url = 'https://bank.example/3ds';
    const read = parse({
      next_action: JSON.stringify({ type: 'challenge_redirect', challenge_redirect: { url } }),
      payment_method_types: '["card"]',
      last_setup_error: '{"code":"card_declined"}',
      created: 1678942624000,
    });
    expect(read).toMatchObject({
      nextAction: { type: 'challenge_redirect', payload: { url } },
      paymentMethodTypes: ['card'],
      lastPaymentError: { code: 'card_declined' },
      createdAt: 1678942624000,
    });
  });
});
