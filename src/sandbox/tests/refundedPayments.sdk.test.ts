import type Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { authorized, createTestStripe, failure, paid } from '../testing/stripe.ts';

let stripe: Stripe;

beforeEach(() => {
  ({ stripe } = createTestStripe());
});

const EXPAND = { expand: ['latest_charge'] };

/** A payment with its charge. */
async function pay(params: Partial<Stripe.PaymentIntentCreateParams> = {}) {
  const intent = await stripe.paymentIntents.create({ ...paid, ...params, ...EXPAND });
  return { intent: intent.id, charge: (intent.latest_charge as Stripe.Charge).id };
}

const chargeOf = async (payment: string) =>
  (await stripe.paymentIntents.retrieve(payment, EXPAND)).latest_charge;

describe('a refund', () => {
  it.each([
    ['payment', ({ intent }: { intent: string }) => ({ payment_intent: intent })],
    ['charge', ({ charge }: { charge: string }) => ({ charge })],
  ] as const)('gives the whole amount of a %s back', async (_, params) => {
    const payment = await pay();
    expect(await stripe.refunds.create(params(payment))).toMatchObject({
      id: expect.stringMatching(/^re_/),
      object: 'refund',
      amount: 1800,
      currency: 'eur',
      charge: payment.charge,
      payment_intent: payment.intent,
      reason: null,
      receipt_number: null,
      metadata: {},
      status: 'succeeded',
      destination_details: { type: 'card', card: { type: 'refund' } },
    });
    expect(await chargeOf(payment.intent)).toMatchObject({
      amount_captured: 1800,
      amount_refunded: 1800,
      captured: true,
      paid: true,
      refunded: true,
      status: 'succeeded',
    });
  });

  it('leaves the payment succeeded, with what was received', async () => {
    const { intent } = await pay();
    await stripe.refunds.create({ payment_intent: intent });
    expect(await stripe.paymentIntents.retrieve(intent)).toMatchObject({
      status: 'succeeded',
      amount_received: 1800,
    });
  });

  it('adds up with others, until nothing is left', async () => {
    const { charge, intent } = await pay({ amount: 3000 });
    await stripe.refunds.create({ charge, amount: 1000 });
    await stripe.refunds.create({ charge, amount: 500 });
    expect(await chargeOf(intent)).toMatchObject({ amount_refunded: 1500, refunded: false });
    // Without an amount, what is left.
    expect((await stripe.refunds.create({ charge })).amount).toBe(1500);
    expect(await chargeOf(intent)).toMatchObject({ amount_refunded: 3000, refunded: true });
    const again = await failure(stripe.refunds.create({ charge }));
    expect(again).toMatchObject({
      type: 'StripeInvalidRequestError',
      statusCode: 400,
      code: 'charge_already_refunded',
    });
    expect(again.message).toContain(charge);
  });

  it('is refused where it is more than is left', async () => {
    const { charge, intent } = await pay();
    await stripe.refunds.create({ charge, amount: 1000 });
    const error = await failure(stripe.refunds.create({ charge, amount: 801 }));
    expect(error).toMatchObject({ type: 'StripeInvalidRequestError', param: 'amount' });
    expect(await chargeOf(intent)).toMatchObject({ amount_refunded: 1000 });
  });

  it('gives back what was captured of an authorization', async () => {
    const { id } = await stripe.paymentIntents.create({ ...authorized, amount: 1000 });
    await stripe.paymentIntents.capture(id, { amount_to_capture: 800 });
    expect(await chargeOf(id)).toMatchObject({ amount_refunded: 200, refunded: false });
    expect((await stripe.refunds.create({ payment_intent: id })).amount).toBe(800);
    expect(await chargeOf(id)).toMatchObject({ amount_refunded: 1000, refunded: true });
  });

  it('is refused for what was never captured', async () => {
    const { id } = await stripe.paymentIntents.create(authorized);
    const error = await failure(stripe.refunds.create({ payment_intent: id }));
    expect(error).toMatchObject({ type: 'StripeInvalidRequestError', statusCode: 400 });
    expect((await stripe.paymentIntents.retrieve(id)).status).toBe('requires_capture');
  });

  it('is refused for a payment that was never charged', async () => {
    const { id } = await stripe.paymentIntents.create({ amount: 1800, currency: 'eur' });
    const error = await failure(stripe.refunds.create({ payment_intent: id }));
    expect(error).toMatchObject({ type: 'StripeInvalidRequestError', statusCode: 400 });
    expect(error.message).toMatch(/successful charge/);
  });

  // An unknown charge is named so by Stripe, too: github.com/stripe/stripe-node, issue 639.
  it.each([
    ['charge', { charge: 'ch_unknown' }, 'id'],
    ['payment', { payment_intent: 'pi_unknown' }, 'payment_intent'],
  ])('is refused for an unknown %s', async (_, params, param) => {
    expect(await failure(stripe.refunds.create(params))).toMatchObject({
      code: 'resource_missing',
      param,
    });
  });

  it('needs a charge or a payment', async () => {
    const error = await failure(stripe.refunds.create({ amount: 100 }));
    expect(error).toMatchObject({ type: 'StripeInvalidRequestError', statusCode: 400 });
  });

  it.each([0, -1])('refuses the amount %d', async (amount) => {
    const { charge } = await pay();
    expect(await failure(stripe.refunds.create({ charge, amount }))).toMatchObject({
      code: 'parameter_invalid_integer',
      param: 'amount',
    });
  });

  it('is made once for one idempotency key', async () => {
    const { charge } = await pay();
    const once = { idempotencyKey: 'refund-7' };
    const first = await stripe.refunds.create({ charge, amount: 100 }, once);
    const second = await stripe.refunds.create({ charge, amount: 100 }, once);
    expect(second.id).toBe(first.id);
    expect((await stripe.refunds.list({ charge })).data).toHaveLength(1);
  });

  it('keeps its reason and metadata, and takes others', async () => {
    const { charge } = await pay();
    const { id } = await stripe.refunds.create({
      charge,
      reason: 'requested_by_customer',
      metadata: { order: '7' },
    });
    await stripe.refunds.update(id, { metadata: { return: '3' } });
    expect(await stripe.refunds.retrieve(id)).toMatchObject({
      id,
      reason: 'requested_by_customer',
      metadata: { order: '7', return: '3' },
    });
  });

  it('cannot be canceled once it has succeeded', async () => {
    const { charge } = await pay();
    const { id } = await stripe.refunds.create({ charge });
    const error = await failure(stripe.refunds.cancel(id));
    expect(error).toMatchObject({ type: 'StripeInvalidRequestError', statusCode: 400 });
    expect((await stripe.refunds.retrieve(id)).status).toBe('succeeded');
  });

  it('is listed with its charge, with its payment, and with all others', async () => {
    const one = await pay();
    const two = await pay();
    const first = await stripe.refunds.create({ charge: one.charge, amount: 100 });
    const second = await stripe.refunds.create({ charge: one.charge, amount: 100 });
    const other = await stripe.refunds.create({ payment_intent: two.intent });
    const idsOf = ({ data }: { data: Stripe.Refund[] }) => data.map(({ id }) => id);
    const { refunds } = stripe;
    expect(idsOf(await refunds.list())).toEqual([other.id, second.id, first.id]);
    expect(idsOf(await refunds.list({ charge: one.charge }))).toEqual([second.id, first.id]);
    expect(idsOf(await refunds.list({ payment_intent: two.intent }))).toEqual([other.id]);
    expect(await refunds.list({ limit: 1 })).toMatchObject({
      url: '/v1/refunds',
      has_more: true,
    });
    const all = await refunds.list({ limit: 1 }).autoPagingToArray({ limit: 10 });
    expect(all).toHaveLength(3);
  });
});

describe('a balance transaction', () => {
  /** A charge whose money is booked at once. */
  const booked = async (amount: number) => {
    const { charge } = await pay({ amount, currency: 'usd', capture_method: 'automatic' });
    const { balance_transaction } = await stripe.charges.retrieve(charge, {
      expand: ['balance_transaction'],
    });
    return balance_transaction as Stripe.BalanceTransaction;
  };

  // Fees of an account in the United States: https://stripe.com/pricing, 2.9 % + 30 cents.
  it.each([
    [2900, 114],
    [2500, 103],
  ])('of a charge of %d takes the fee of %d', async (amount, fee) => {
    const transaction = await booked(amount);
    expect(transaction).toMatchObject({
      id: expect.stringMatching(/^txn_/),
      object: 'balance_transaction',
      amount,
      currency: 'usd',
      fee,
      fee_details: [{ amount: fee, currency: 'usd', type: 'stripe_fee' }],
      net: amount - fee,
      reporting_category: 'charge',
      source: expect.stringMatching(/^ch_/),
      type: 'charge',
    });
  });

  it('of a refund takes the amount back, and no fee', async () => {
    const { charge } = await pay({ currency: 'usd', capture_method: 'automatic' });
    const refund = await stripe.refunds.create({
      charge,
      amount: 1000,
      expand: ['balance_transaction'],
    });
    expect(refund.balance_transaction).toMatchObject({
      amount: -1000,
      fee: 0,
      fee_details: [],
      net: -1000,
      reporting_category: 'refund',
      source: refund.id,
      type: 'refund',
    });
  });

  it('is retrieved, and listed by its source', async () => {
    const { id, source } = await booked(1800);
    await booked(1900);
    expect((await stripe.balanceTransactions.retrieve(id)).id).toBe(id);
    const { data } = await stripe.balanceTransactions.list({ source: String(source) });
    expect(data.map((each) => each.id)).toEqual([id]);
    expect((await stripe.balanceTransactions.list({ type: 'charge' })).data).toHaveLength(2);
  });

  it('is missing while the money is only authorized', async () => {
    const { charge } = await pay({ capture_method: 'manual' });
    expect((await stripe.charges.retrieve(charge)).balance_transaction).toBeNull();
  });
});

describe('a charge', () => {
  it('is listed with its payment and with its customer', async () => {
    const { id: customer } = await stripe.customers.create();
    const { charge, intent } = await pay({ customer });
    await pay();
    const idsOf = ({ data }: { data: Stripe.Charge[] }) => data.map(({ id }) => id);
    expect(idsOf(await stripe.charges.list({ payment_intent: intent }))).toEqual([charge]);
    expect(idsOf(await stripe.charges.list({ customer }))).toEqual([charge]);
    expect((await stripe.charges.list()).data).toHaveLength(2);
  });

  it('exists for each attempt, also for one that failed', async () => {
    const { id } = await stripe.paymentIntents.create({ amount: 1800, currency: 'eur' });
    await failure(stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_chargeDeclined' }));
    await stripe.paymentIntents.confirm(id, {
      payment_method: 'pm_card_visa',
      return_url: 'https://shop.example/thanks',
    });
    const { data } = await stripe.charges.list({ payment_intent: id });
    expect(data).toMatchObject([
      { status: 'succeeded', paid: true, failure_code: null },
      { status: 'failed', paid: false, failure_code: 'card_declined' },
    ]);
  });

  it('takes metadata and a description of its own', async () => {
    const { charge } = await pay({ metadata: { order: '7' } });
    const params = { description: 'Shoes', metadata: { sent: 'yes' } };
    expect(await stripe.charges.update(charge, params)).toMatchObject({
      description: 'Shoes',
      metadata: { order: '7', sent: 'yes' },
    });
    expect((await stripe.charges.retrieve(charge)).description).toBe('Shoes');
  });

  it('is not found by an unknown id', async () => {
    expect(await failure(stripe.charges.retrieve('ch_unknown'))).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    });
  });
});
