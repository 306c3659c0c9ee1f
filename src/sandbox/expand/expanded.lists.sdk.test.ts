import type Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { RETURN_URL } from '../testing/client.ts';
import {
  createTestStripe,
  failure,
  paid,
  payWithSavedCard,
  type TestStripe,
} from '../testing/stripe.ts';

let context: TestStripe;
let stripe: Stripe;

beforeEach(() => {
  context = createTestStripe();
  stripe = context.stripe;
});

describe('a list', () => {
  it('is expanded in its data', async () => {
    const { card, customer, intent } = await payWithSavedCard(stripe);
    const intents = await stripe.paymentIntents.list({
      expand: ['data.latest_charge.payment_method_details', 'data.payment_method.customer'],
    });
    expect(intents.data).toMatchObject([
      { latest_charge: { object: 'charge' }, payment_method: { customer: { id: customer.id } } },
    ]);
    const found = await stripe.paymentIntents.search({
      query: 'amount>1',
      expand: ['data.customer', 'total_count'],
    });
    expect(found).toMatchObject({ data: [{ customer: { name: 'Ada' } }], total_count: 1 });
    expect(await stripe.paymentIntents.search({ query: 'amount>1' })).not.toHaveProperty(
      'total_count',
    );
    const customers = await stripe.customers.list({ expand: ['data.cash_balance'] });
    expect(customers.data[0]?.cash_balance).toMatchObject({ customer: customer.id });
    const methods = await stripe.customers.listPaymentMethods(customer.id, {
      expand: ['data.customer'],
    });
    expect(methods.data).toMatchObject([{ id: card.id, customer: { id: customer.id } }]);
    expect(intents.data[0]?.id).toBe(intent.id);
  });

  it('may be named without more', async () => {
    await stripe.paymentIntents.create(paid);
    const { data } = await stripe.paymentIntents.list({ expand: ['data'] });
    expect(data).toHaveLength(1);
  });

  it.each([
    [() => stripe.paymentIntents.list({ expand: ['customer'] }), "'data.customer'"],
    [() => stripe.customers.list({ expand: ['nothing'] }), "'data.nothing'"],
    [() => stripe.customers.list({ expand: ['data.nothing'] }), '(data.nothing)'],
    [() => stripe.events.list({ expand: ['data.data.object'] }), '(data.data)'],
  ])('refuses a wrong path even where it is empty: %#', async (list, part) => {
    expect((await failure(list())).message).toContain(part);
  });

  it('of 100 payments is quick', async () => {
    const { params } = await payWithSavedCard(stripe);
    for (let count = 0; count < 100; count += 1) await stripe.paymentIntents.create(params);
    const expand = [
      'data.latest_charge.payment_intent.customer',
      'data.latest_charge.refunds.data',
      'data.payment_method.customer.cash_balance',
    ];
    const start = performance.now();
    const { data } = await stripe.paymentIntents.list({ limit: 100, expand });
    expect(data).toHaveLength(100);
    expect(data[99]?.latest_charge).toMatchObject({
      payment_intent: { customer: { name: 'Ada' } },
    });
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('at WooshPay', () => {
  it('is the same, in JSON and in a query', async () => {
    const { client } = context;
    const { body: customer } = await client.post('wooshpay', '/customers', { name: 'Ada' });
    const card = { type: 'card', card: { number: '4242424242424242' } };
    const { body } = await client.wooshpay('', {
      amount: 1800,
      currency: 'usd',
      confirm: true,
      customer: customer.id,
      payment_method_data: card,
      return_url: RETURN_URL,
      expand: ['latest_charge.payment_intent', 'customer'],
    });
    expect(body).toMatchObject({
      customer: { name: 'Ada' },
      latest_charge: { currency: 'USD', payment_intent: { id: body.id } },
    });
    const { body: list } = await client.send(
      '/wooshpay/v1/payment_intents?expand[]=data.customer',
      {
        headers: { authorization: `Basic ${btoa('sk_test_1:')}` },
      },
    );
    expect(list.data).toMatchObject([{ customer: { name: 'Ada' } }]);
    const { status } = await client.wooshpay('', { amount: 1, currency: 'usd', expand: ['no'] });
    expect(status).toBe(400);
  });
});
