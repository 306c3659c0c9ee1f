import type Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { confirmed, createTestClient } from '../testing/client.ts';
import {
  authorized,
  createTestStripe,
  failure,
  paid,
  START,
  type TestStripe,
} from '../testing/stripe.ts';

let context: TestStripe;
let stripe: Stripe;

beforeEach(() => {
  context = createTestStripe();
  stripe = context.stripe;
});

const pay = (more: object = {}) => stripe.paymentIntents.create({ ...paid, ...more });

const payWith = async (type: string, more: object = {}) =>
  (await context.client.stripe('', confirmed(type, more))).body;

const refund = (params: Stripe.RefundCreateParams) => stripe.refunds.create(params);

const chargeOf = async ({ id }: { id: string }) => {
  const read = await stripe.paymentIntents.retrieve(id, { expand: ['latest_charge'] });
  return read.latest_charge as Stripe.Charge;
};

/** Long enough for what time does to a refund. */
const LATER = 10_000;

describe('a refund that takes time', () => {
  const refundOf = async (payment_method: string) => {
    const intent = await pay({ payment_method });
    return { intent, made: await refund({ payment_intent: intent.id }) };
  };

  it('is pending first and then succeeds, with Stripe’s card for it', async () => {
    const { intent, made } = await refundOf('pm_card_pendingRefund');
    expect(made).toMatchObject({ status: 'pending', pending_reason: 'processing' });
    expect(await chargeOf(intent)).toMatchObject({ amount_refunded: 0, refunded: false });
    expect(await failure(refund({ payment_intent: intent.id, amount: 1 }))).toMatchObject({
      code: 'charge_already_refunded',
    });
    context.advance(LATER);
    expect(await chargeOf(intent)).toMatchObject({ amount_refunded: 1800, refunded: true });
    const ended = await stripe.refunds.retrieve(made.id);
    expect(ended.status).toBe('succeeded');
    expect(ended.pending_reason).toBeUndefined();
  });

  it('succeeds first and then fails, with Stripe’s card for it', async () => {
    const { intent, made } = await refundOf('pm_card_refundFail');
    expect(made.status).toBe('succeeded');
    context.advance(LATER);
    expect(await stripe.refunds.retrieve(made.id)).toMatchObject({
      status: 'failed',
      failure_reason: 'expired_or_canceled_card',
      failure_balance_transaction: expect.stringMatching(/^txn_/),
    });
    expect(await chargeOf(intent)).toMatchObject({ amount_refunded: 0, refunded: false });
    expect((await refund({ payment_intent: intent.id })).amount).toBe(1800);
  });

  it('survives a snapshot', async () => {
    const { made } = await refundOf('pm_card_pendingRefund');
    const snapshot = JSON.parse(JSON.stringify(context.client.sandbox.snapshot()));
    const later = START + LATER;
    const restored = createTestClient({ snapshot, now: () => later });
    const headers = { authorization: 'Bearer sk_test_1' };
    const { body } = await restored.send(`/v1/refunds/${made.id}`, { headers });
    expect(body.status).toBe('succeeded');
  });

  it('is canceled only while it waits', async () => {
    const { intent, made } = await refundOf('pm_card_pendingRefund');
    expect(await stripe.refunds.cancel(made.id)).toMatchObject({
      status: 'canceled',
      failure_reason: 'merchant_request',
      failure_balance_transaction: expect.stringMatching(/^txn_/),
    });
    expect((await chargeOf(intent)).amount_refunded).toBe(0);
    context.advance(LATER);
    expect((await stripe.refunds.retrieve(made.id)).status).toBe('canceled');
    const done = await refund({ payment_intent: intent.id, amount: 100 });
    context.advance(LATER);
    for (const id of [made.id, done.id]) {
      expect(await failure(stripe.refunds.cancel(id))).toMatchObject({
        statusCode: 400,
        message: 'Canceling this refund is unsupported.',
      });
    }
  });
});

describe('a refund to a bank account that the customer names', () => {
  const payByPromptPay = async () => {
    const { id } = await payWith('promptpay', { currency: 'thb' });
    await context.client.simulate(id, 'succeed');
    return id;
  };

  it('asks by e-mail, and expires', async () => {
    const made = await refund({
      payment_intent: await payByPromptPay(),
      instructions_email: 'ann@example.com',
    });
    expect(made).toMatchObject({
      status: 'requires_action',
      instructions_email: 'ann@example.com',
      destination_details: { type: 'th_bank_transfer' },
      next_action: {
        type: 'display_details',
        display_details: {
          email_sent: { email_sent_at: START / 1000, email_sent_to: 'ann@example.com' },
        },
      },
    });
    const expired = await stripe.testHelpers.refunds.expire(made.id);
    expect(expired).toMatchObject({ status: 'failed', failure_reason: 'unknown' });
    expect(expired.next_action).toBeUndefined();
    const again = await failure(stripe.testHelpers.refunds.expire(made.id));
    expect(again.message).toContain('has a status of failed');
  });

  it('is canceled by the merchant', async () => {
    const { id } = await refund({
      payment_intent: await payByPromptPay(),
      instructions_email: 'ann@example.com',
    });
    expect((await stripe.refunds.cancel(id)).status).toBe('canceled');
  });
});

describe('what an authorization releases', () => {
  it.each([
    ['canceled', (id: string) => stripe.paymentIntents.cancel(id), 1800, null],
    [
      'captured in part',
      (id: string) => stripe.paymentIntents.capture(id, { amount_to_capture: 500 }),
      1300,
      null,
    ],
    ['expired', () => context.advance(7 * 24 * 3600 * 1000), 1800, 'expired_uncaptured_charge'],
  ])('is listed as a reversal where it was %s', async (_, end, amount, reason) => {
    const { id } = await stripe.paymentIntents.create(authorized);
    await end(id);
    const { data } = await stripe.refunds.list({ payment_intent: id });
    expect(data).toMatchObject([
      {
        amount,
        reason,
        status: 'succeeded',
        balance_transaction: null,
        destination_details: { card: { type: 'reversal' }, type: 'card' },
      },
    ]);
    expect(await chargeOf({ id })).toMatchObject({ amount_refunded: amount });
  });
});
