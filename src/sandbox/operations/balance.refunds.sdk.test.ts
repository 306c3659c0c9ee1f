import type Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { createTestStripe, failure, type TestStripe } from '../testing/stripe.ts';

let context: TestStripe;
let stripe: Stripe;
let customer: string;

beforeEach(async () => {
  context = createTestStripe();
  stripe = context.stripe;
  customer = (await stripe.customers.create({ email: 'ann@example.com' })).id;
});

const send = (amount: number) =>
  stripe.testHelpers.customers.fundCashBalance(customer, { amount, currency: 'eur' });

const available = async () => (await stripe.customers.retrieveCashBalance(customer)).available?.eur;

const movesOf = async () =>
  (await stripe.customers.listCashBalanceTransactions(customer)).data.map((each) => [
    each.type,
    each.net_amount,
  ]);

const returned = { origin: 'customer_balance', amount: 800, currency: 'eur' } as const;

describe('the refund of a bank transfer', () => {
  it('goes to the customer’s cash balance', async () => {
    await send(1800);
    const { id } = await stripe.paymentIntents.create({
      amount: 1800,
      currency: 'eur',
      customer,
      confirm: true,
      payment_method_data: { type: 'customer_balance' },
    });
    const made = await stripe.refunds.create({ payment_intent: id, amount: 500 });
    expect(made).toMatchObject({
      status: 'succeeded',
      customer,
      destination_details: { customer_cash_balance: {}, type: 'customer_cash_balance' },
    });
    expect(await available()).toBe(500);
    expect((await movesOf())[0]).toEqual(['refunded_from_payment', 500]);
    const path = `/sandbox/refunds/${made.id}/simulate`;
    const back = await context.client.send(path, { method: 'POST', body: '{"outcome":"fail"}' });
    expect(back.status).toBe(400);
    await stripe.refunds.update(made.id, { metadata: { order: '7' } });
    expect(await available()).toBe(500);
  });
});

describe('the refund of a cash balance', () => {
  it('takes the money and asks the customer for an account', async () => {
    await send(1000);
    const made = await stripe.refunds.create({ ...returned, customer });
    expect(made).toMatchObject({
      amount: 800,
      balance_transaction: null,
      charge: null,
      currency: 'eur',
      customer,
      instructions_email: 'ann@example.com',
      next_action: { type: 'display_details' },
      payment_intent: null,
      status: 'requires_action',
    });
    expect(await available()).toBe(200);
    expect((await movesOf())[0]).toEqual(['return_initiated', -800]);
    expect((await stripe.refunds.list()).data).toMatchObject([{ id: made.id }]);
    expect((await stripe.balanceTransactions.list()).data).toEqual([]);
  });

  it.each([
    ['it is canceled', (id: string) => stripe.refunds.cancel(id)],
    ['it expires', (id: string) => stripe.testHelpers.refunds.expire(id)],
  ])('brings the money back where %s', async (_, end) => {
    await send(1000);
    const { id } = await stripe.refunds.create({ ...returned, customer });
    await end(id);
    expect(await available()).toBe(1000);
    expect((await movesOf())[0]).toEqual(['return_canceled', 800]);
    await stripe.refunds.update(id, { metadata: { order: '7' } });
    expect(await available()).toBe(1000);
  });

  it('takes no more than there is', async () => {
    await send(700);
    const refund = (more: object) => failure(stripe.refunds.create({ ...returned, ...more }));
    expect((await refund({ customer })).code).toBe('balance_insufficient');
    expect((await refund({ customer, amount: 0 })).param).toBe('amount');
    expect((await refund({})).param).toBe('customer');
    expect((await refund({ customer: 'cus_none' })).param).toBe('customer');
    expect(await available()).toBe(700);
  });

  it('needs an e-mail address', async () => {
    const { id } = await stripe.customers.create();
    await stripe.testHelpers.customers.fundCashBalance(id, { amount: 800, currency: 'eur' });
    const refund = (more: object) => stripe.refunds.create({ ...returned, customer: id, ...more });
    expect((await failure(refund({}))).param).toBe('instructions_email');
    const made = await refund({ instructions_email: 'bob@example.com' });
    expect(made.instructions_email).toBe('bob@example.com');
  });
});
