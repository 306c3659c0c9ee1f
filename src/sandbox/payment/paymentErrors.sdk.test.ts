import type Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { createTestStripe, failure, paid, type TestStripe } from '../testing/stripe.ts';

let context: TestStripe;
let stripe: Stripe;

beforeEach(() => {
  context = createTestStripe();
  stripe = context.stripe;
});

const pay = (payment_method: string) =>
  failure(stripe.paymentIntents.create({ ...paid, payment_method }));

describe('a decline', () => {
  it.each([
    ['chargeDeclined', 'card_declined', 'generic_decline', 'try_again_later', '01'],
    [
      'chargeDeclinedInsufficientFunds',
      'card_declined',
      'insufficient_funds',
      'try_again_later',
      '51',
    ],
    ['visa_chargeDeclinedLostCard', 'card_declined', 'lost_card', 'do_not_try_again', '41'],
    ['visa_chargeDeclinedStolenCard', 'card_declined', 'stolen_card', 'do_not_try_again', '43'],
    [
      'visa_chargeDeclinedVelocityLimitExceeded',
      'card_declined',
      'card_velocity_exceeded',
      undefined,
      '65',
    ],
    ['chargeDeclinedExpiredCard', 'expired_card', undefined, 'confirm_card_data', '54'],
    ['chargeDeclinedIncorrectCvc', 'incorrect_cvc', undefined, undefined, 'N7'],
    ['chargeDeclinedProcessingError', 'processing_error', undefined, undefined, undefined],
    // Radar has blocked it, so no network was asked.
    ['chargeDeclinedFraudulent', 'card_declined', 'fraudulent', 'do_not_try_again', undefined],
  ])('says what bank and network do: %s', async (name, code, decline, advice, network) => {
    const error = await pay(`pm_card_${name}`);
    const { last_payment_error: last } = error.payment_intent ?? {};
    const expected = {
      advice_code: advice,
      code,
      decline_code: decline,
      doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`,
      network_decline_code: network,
    };
    const names = Object.keys(expected);
    const codesOf = (shown: object) =>
      Object.fromEntries(names.map((each) => [each, Reflect.get(shown, each)]));
    expect(codesOf(error.raw as object)).toEqual(expected);
    expect(codesOf(last ?? {})).toEqual(expected);
    expect(last?.charge).toBe(error.charge);
    expect(last).not.toHaveProperty('network_advice_code');
  });

  it.each([
    ['chargeDeclined', 'Your card was declined.'],
    ['chargeDeclinedFraudulent', 'Your card was declined.'],
    ['visa_chargeDeclinedLostCard', 'Your card was declined.'],
    ['visa_chargeDeclinedStolenCard', 'Your card was declined.'],
    ['chargeDeclinedInsufficientFunds', 'Your card has insufficient funds.'],
    [
      'visa_chargeDeclinedVelocityLimitExceeded',
      'Your card was declined for making repeated attempts too frequently or exceeding its amount limit.',
    ],
    ['chargeDeclinedExpiredCard', 'Your card has expired.'],
    ['chargeDeclinedIncorrectCvc', "Your card's security code is incorrect."],
    [
      'chargeDeclinedProcessingError',
      'An error occurred while processing your card. Try again in a little bit.',
    ],
  ])('has the message that a shop shows, and its tests look for: %s', async (name, message) => {
    const error = await pay(`pm_card_${name}`);
    expect(error.message).toBe(message);
    const { failure_message } = await stripe.charges.retrieve(String(error.charge));
    expect(failure_message).toBe(message);
  });

  it('has the same when a card is attached, and when it is set up', async () => {
    const { id: customer } = await stripe.customers.create();
    const payment_method = 'pm_card_chargeDeclined';
    const attach = stripe.paymentMethods.attach(payment_method, { customer });
    const setup = stripe.setupIntents.create({
      confirm: true,
      payment_method,
      allowed_payment_method_types: ['card'],
    });
    for (const error of await Promise.all([attach, setup].map((call) => failure(call)))) {
      expect(error).toMatchObject({
        statusCode: 402,
        advice_code: 'try_again_later',
        network_decline_code: '01',
      });
    }
  });

  it('leaves WooshPay’s answers as they are documented', async () => {
    const { body } = await context.client.wooshpay('', {
      amount: 1800,
      currency: 'EUR',
      confirm: true,
      payment_method_data: { type: 'card', card: { number: '4000000000000002' } },
    });
    expect(Object.keys(body.error).sort()).toEqual(
      'charge code decline_code message payment_intent payment_method type'.split(' '),
    );
    expect(body.error.payment_method).not.toHaveProperty('allow_redisplay');
  });
});

describe('the request log of an error', () => {
  it('is the page of the payment in the console', async () => {
    const { payment_intent: intent, raw } = await pay('pm_card_chargeDeclined');
    const { request_log_url: url = '' } = raw as { request_log_url?: string };
    expect(url).toMatch(new RegExp(`/sandbox/console/${intent?.id}$`));
    expect((await context.client.send(url)).status).toBe(200);
  });

  it('is the console where the error is about no payment', async () => {
    const { raw } = await failure(stripe.customers.retrieve('cus_nope'));
    const { request_log_url: url = '' } = raw as { request_log_url?: string };
    expect(url).toMatch(/\/sandbox\/$/);
    expect((await context.client.send(url)).status).toBe(200);
  });
});

describe('an action that nobody can do', () => {
  const required = {
    code: 'authentication_required',
    decline_code: 'authentication_required',
    statusCode: 402,
  };

  it.each([
    ['the customer is away', { off_session: true }, /This transaction requires authentication/],
    ['the merchant forbids it', { error_on_requires_action: true }, /error_on_requires_action/],
  ])('is an error without a charge where %s', async (_, params, message) => {
    const error = await failure(
      stripe.paymentIntents.create({
        ...paid,
        ...params,
        payment_method: 'pm_card_authenticationRequired',
      }),
    );
    expect(error).toMatchObject({ ...required, message: expect.stringMatching(message) });
    expect(error.charge).toBeUndefined();
    expect(error.payment_intent).toMatchObject({
      status: 'requires_payment_method',
      latest_charge: null,
    });
    expect((await stripe.charges.list()).data).toEqual([]);
  });
});
