import type Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { createTestStripe, failure, paid, payWithSavedCard } from '../testing/stripe.ts';

let stripe: Stripe;

beforeEach(() => {
  ({ stripe } = createTestStripe());
});

/** A payment of 18.00 of which 5.00 and 3.00 went back. */
async function refundInParts() {
  const { customer, intent } = await payWithSavedCard(stripe);
  const charge = String(intent.latest_charge);
  const first = await stripe.refunds.create({ charge, amount: 500 });
  const second = await stripe.refunds.create({ charge, amount: 300 });
  return { customer, intent, charge, refunds: [second, first] };
}

describe('a charge', () => {
  it('is expanded with its money, its payment and its refunds', async () => {
    const { charge, customer, intent, refunds } = await refundInParts();
    const read = await stripe.charges.retrieve(charge, {
      expand: [
        'balance_transaction.source.customer',
        'payment_intent.latest_charge',
        'refunds.data.balance_transaction',
      ],
    });
    expect(read).toMatchObject({
      balance_transaction: {
        object: 'balance_transaction',
        amount: 1800,
        source: { id: charge, customer: { id: customer.id } },
      },
      payment_intent: { id: intent.id, latest_charge: { id: charge } },
      refunds: {
        url: `/v1/charges/${charge}/refunds`,
        total_count: 2,
        data: refunds.map(({ amount, balance_transaction, id }) => ({
          id,
          balance_transaction: { id: balance_transaction, amount: -amount },
        })),
      },
    });
  });

  it('has its refunds only where they are expanded', async () => {
    const { charge, refunds } = await refundInParts();
    expect(await stripe.charges.retrieve(charge)).not.toHaveProperty('refunds');
    const { data } = await stripe.charges.list({ expand: ['data.refunds'] });
    expect(data[0]?.refunds?.data).toEqual(refunds);
  });

  it('has a page of its refunds', async () => {
    const { intent } = await payWithSavedCard(stripe);
    const charge = String(intent.latest_charge);
    for (let count = 0; count < 12; count += 1) await stripe.refunds.create({ charge, amount: 1 });
    const { refunds } = await stripe.charges.retrieve(charge, { expand: ['refunds'] });
    expect(refunds?.data).toHaveLength(10);
    expect(refunds).toMatchObject({ has_more: true, total_count: 12 });
  });

  it('has no transaction before it is captured', async () => {
    const { id } = await stripe.paymentIntents.create({ ...paid, capture_method: 'manual' });
    const expand = ['latest_charge.balance_transaction.source'];
    const { latest_charge } = await stripe.paymentIntents.retrieve(id, { expand });
    expect(latest_charge).toMatchObject({ object: 'charge', balance_transaction: null });
  });
});

describe('a refund', () => {
  it('is expanded by its create, its reads and its lists', async () => {
    const { charge, customer, intent, refunds } = await refundInParts();
    const expand = ['charge.payment_intent', 'balance_transaction.source'];
    const created = await stripe.refunds.create({ charge, amount: 100, expand });
    const shown = { charge: { id: charge, payment_intent: { id: intent.id } } };
    const source = { object: 'refund', id: created.id };
    expect(created).toMatchObject({ ...shown, balance_transaction: { amount: -100, source } });
    expect(await stripe.refunds.retrieve(created.id, { expand })).toEqual(created);
    const { data } = await stripe.refunds.list({
      payment_intent: intent.id,
      expand: ['data.payment_intent.customer', 'data.charge'],
    });
    expect(data.map(({ id }) => id)).toEqual([created.id, ...refunds.map(({ id }) => id)]);
    expect(data[2]).toMatchObject({
      charge: { amount_refunded: 900 },
      payment_intent: { customer: { id: customer.id } },
    });
  });
});

describe('a balance transaction', () => {
  it('is expanded with the charge or the refund that it is for', async () => {
    const { charge, customer, refunds } = await refundInParts();
    const expand = ['data.source.payment_intent', 'data.source.charge', 'data.source.customer'];
    const { data } = await stripe.balanceTransactions.list({ expand });
    expect(data.map(({ source }) => source)).toMatchObject([
      ...refunds.map(({ id }) => ({ id, object: 'refund', charge: { id: charge } })),
      { id: charge, object: 'charge', customer: { id: customer.id } },
    ]);
    expect(data[2]?.source).not.toHaveProperty('charge');
    const wrong = await failure(stripe.balanceTransactions.list({ expand: ['data.source.no'] }));
    expect(wrong.message).toContain('(data.source.no)');
  });
});
