import fc from 'fast-check';
import type Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { confirmed } from '../testing/client.ts';
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

const transactionOf = async (intent: string) => {
  const { data } = await stripe.charges.list({ payment_intent: intent });
  return stripe.balanceTransactions.retrieve(String(data[0]?.balance_transaction));
};

describe('the balance transaction of a charge', () => {
  it('shows every field of Stripe’s', async () => {
    const { id, latest_charge } = await pay({ amount: 2900, currency: 'usd', description: 'Hat' });
    expect(await transactionOf(id)).toEqual({
      id: String(latest_charge).replace('ch_', 'txn_'),
      object: 'balance_transaction',
      amount: 2900,
      available_on: Date.parse('2023-11-21') / 1000,
      balance_type: 'payments',
      created: START / 1000,
      currency: 'usd',
      description: 'Hat',
      exchange_rate: null,
      fee: 114,
      fee_details: [
        {
          amount: 114,
          application: null,
          currency: 'usd',
          description: 'Stripe processing fees',
          type: 'stripe_fee',
        },
      ],
      net: 2786,
      reporting_category: 'charge',
      source: latest_charge,
      status: 'pending',
      type: 'charge',
    });
    context.advance(8 * 24 * 3600 * 1000);
    expect((await transactionOf(id)).status).toBe('available');
  });

  it.each([
    [2500, 'usd', 103],
    [3000, 'usd', 117],
    [1000, 'jpy', 29],
    [10_000, 'kwd', 590],
  ])('has the standard fee of %i %s', async (amount, currency, fee) => {
    expect((await transactionOf((await pay({ amount, currency })).id)).fee).toBe(fee);
  });

  it('comes with the capture, and is of what was captured', async () => {
    const { id } = await stripe.paymentIntents.create(authorized);
    const { data } = await stripe.charges.list({ payment_intent: id });
    expect(data[0]?.balance_transaction).toBeNull();
    context.advance(60_000);
    await stripe.paymentIntents.capture(id, { amount_to_capture: 1000 });
    expect(await transactionOf(id)).toMatchObject({
      amount: 1000,
      fee: 59,
      net: 941,
      created: START / 1000 + 60,
    });
  });

  it('has another type where no card was charged', async () => {
    const { body } = await context.client.stripe('', confirmed('ideal'));
    await context.client.simulate(body.id, 'succeed');
    expect(await transactionOf(body.id)).toMatchObject({
      type: 'payment',
      reporting_category: 'charge',
    });
    const { balance_transaction } = await stripe.refunds.create({ payment_intent: body.id });
    const refunded = await stripe.balanceTransactions.retrieve(String(balance_transaction));
    expect(refunded).toMatchObject({ type: 'payment_refund', reporting_category: 'refund' });
  });

  it('has the application’s fee too where an account charges', async () => {
    const account = { stripeAccount: 'acct_1' };
    const { latest_charge } = await stripe.paymentIntents.create(
      { ...paid, amount: 1000, application_fee_amount: 100 },
      account,
    );
    const charge = await stripe.charges.retrieve(String(latest_charge), {}, account);
    const id = String(charge.balance_transaction);
    expect(await stripe.balanceTransactions.retrieve(id, {}, account)).toMatchObject({
      fee: 159,
      net: 841,
      fee_details: [
        { amount: 59, type: 'stripe_fee' },
        { amount: 100, type: 'application_fee', application: charge.application },
      ],
    });
    expect(charge.application).toMatch(/^ca_/);
    expect((await failure(stripe.balanceTransactions.retrieve(id))).statusCode).toBe(404);
  });
});

describe('balance transactions', () => {
  it('of a refund and of its failure take the money and bring it back', async () => {
    const { id } = await pay({ payment_method: 'pm_card_refundFail', description: 'Hat' });
    const made = await stripe.refunds.create({ payment_intent: id, amount: 700 });
    context.advance(10_000);
    const failed = await stripe.refunds.retrieve(made.id);
    const read = (one: unknown) => stripe.balanceTransactions.retrieve(String(one));
    expect(await read(made.balance_transaction)).toMatchObject({
      amount: -700,
      fee: 0,
      net: -700,
      description: 'REFUND FOR CHARGE (Hat)',
      source: made.id,
      status: 'available',
      type: 'refund',
    });
    expect(await read(failed.failure_balance_transaction)).toMatchObject({
      amount: 700,
      net: 700,
      source: made.id,
      type: 'refund_failure',
      created: START / 1000 + 10,
    });
  });

  it('are listed, newest first, by what is asked for', async () => {
    const one = await pay();
    context.advance(1000);
    const other = await pay({ currency: 'usd' });
    context.advance(1000);
    const refund = await stripe.refunds.create({ payment_intent: one.id, amount: 100 });
    const sources = async (params: Stripe.BalanceTransactionListParams = {}) =>
      (await stripe.balanceTransactions.list(params)).data.map(({ source }) => source);
    const all = [refund.id, other.latest_charge, one.latest_charge];
    expect(await sources()).toEqual(all);
    expect(await sources({ type: 'refund' })).toEqual([refund.id]);
    expect(await sources({ currency: 'usd' })).toEqual([other.latest_charge]);
    expect(await sources({ source: refund.id })).toEqual([refund.id]);
    expect(await sources({ created: { gte: START / 1000 + 2 } })).toEqual([refund.id]);
    expect(await sources({ payout: 'po_1' })).toEqual([]);
    const [first] = (await stripe.balanceTransactions.list({ limit: 1 })).data;
    expect(await sources({ starting_after: first?.id ?? '' })).toEqual(all.slice(1));
    expect(await failure(stripe.balanceTransactions.retrieve('txn_none'))).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
      param: 'id',
    });
  });

  it('add up to what is left of the payments, less the fees', async () => {
    const order = fc.record({
      amount: fc.integer({ min: 50, max: 5000 }),
      refunds: fc.array(fc.integer({ min: 1, max: 3000 }), { maxLength: 3 }),
      method: fc.constantFrom('pm_card_visa', 'pm_card_refundFail', 'pm_card_pendingRefund'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(order, { minLength: 1, maxLength: 4 }), async (orders) => {
        const shop = createTestStripe();
        for (const { amount, method, refunds } of orders) {
          const { id } = await shop.stripe.paymentIntents.create({
            ...paid,
            amount,
            payment_method: method,
          });
          for (const each of refunds) {
            await shop.stripe.refunds
              .create({ payment_intent: id, amount: each })
              .catch(() => null);
          }
          shop.advance(11_000);
        }
        const { data: charges } = await shop.stripe.charges.list({ limit: 100 });
        const { data } = await shop.stripe.balanceTransactions.list({ limit: 100 });
        const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
        const left = sum(charges.map((each) => each.amount_captured - each.amount_refunded));
        expect(sum(data.map(({ net }) => net))).toBe(left - sum(data.map(({ fee }) => fee)));
        for (const { amount, fee, fee_details, net } of data) {
          expect(net).toBe(amount - fee);
          expect(sum(fee_details.map((each) => each.amount))).toBe(fee);
        }
      }),
      { numRuns: 25 },
    );
  });
});
