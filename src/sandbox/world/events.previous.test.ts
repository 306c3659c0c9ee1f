import Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSandbox } from '../sandbox.ts';
import { SECRET } from '../testing/client.ts';

let stripe: Stripe;

beforeEach(() => {
  const sandbox = createSandbox({ now: () => 1_700_000_000_000 });
  stripe = new Stripe(SECRET, {
    host: 'localhost',
    protocol: 'http',
    httpClient: Stripe.createFetchHttpClient(sandbox.fetch),
  });
});

/** The newest event of a type. */
async function latest(type: string, account?: string) {
  const { data } = await stripe.events.list(
    { type, limit: 1 },
    { ...(account && { stripeAccount: account }) },
  );
  return data[0];
}

const dataOf = async (type: string) => (await latest(type))?.data;

const plain = (object: object) => ({ ...object, lastResponse: undefined });

const createCustomer = () =>
  stripe.customers.create({ name: 'Before', email: 'a@shop.example', metadata: { order: '7' } });

const attach = (customer: string) => stripe.paymentMethods.attach('pm_card_visa', { customer });

describe('an event of a customer', () => {
  it('shows what an update has changed', async () => {
    const { id } = await createCustomer();
    const changed = await stripe.customers.update(id, { name: 'After', metadata: { shelf: '3' } });
    expect(await dataOf('customer.updated')).toEqual({
      object: plain(changed),
      previous_attributes: { name: 'Before', metadata: { shelf: null } },
    });
  });

  it('shows a deleted customer as it was', async () => {
    const customer = await createCustomer();
    await stripe.customers.del(customer.id);
    expect(await dataOf('customer.deleted')).toEqual({ object: plain(customer) });
    expect(await dataOf('customer.created')).toEqual({ object: plain(customer) });
  });

  it('names its request, with the key', async () => {
    const { lastResponse } = await stripe.customers.create({}, { idempotencyKey: 'order-7' });
    expect(await latest('customer.created')).toMatchObject({
      request: { id: lastResponse.requestId, idempotency_key: 'order-7' },
      livemode: false,
      pending_webhooks: 0,
    });
  });

  it('names its account', async () => {
    await stripe.customers.create({}, { stripeAccount: 'acct_1' });
    expect(await latest('customer.created', 'acct_1')).toMatchObject({ account: 'acct_1' });
    expect(await latest('customer.created')).toBeUndefined();
  });
});

describe('an event of a payment method', () => {
  it('shows the method with its customer', async () => {
    const { id } = await createCustomer();
    const method = await attach(id);
    expect(await dataOf('payment_method.attached')).toEqual({ object: plain(method) });
  });

  it('shows the customer that it has left', async () => {
    const { id } = await createCustomer();
    await stripe.paymentMethods.detach((await attach(id)).id);
    expect(await dataOf('payment_method.detached')).toMatchObject({
      object: { customer: null },
      previous_attributes: { customer: id },
    });
  });

  it('shows what an update has changed', async () => {
    const { id } = await attach((await createCustomer()).id);
    await stripe.paymentMethods.update(id, { billing_details: { name: 'Ada' } });
    expect(await dataOf('payment_method.updated')).toMatchObject({
      object: { id, billing_details: { name: 'Ada' } },
      previous_attributes: { billing_details: { name: null } },
    });
  });
});

describe('an event of a charge', () => {
  const authorize = () =>
    stripe.paymentIntents.create({
      amount: 1800,
      currency: 'eur',
      confirm: true,
      capture_method: 'manual',
      payment_method: 'pm_card_visa',
      return_url: 'https://shop.example/',
    });

  it('shows the charge as it was then', async () => {
    const { id, latest_charge: charge } = await authorize();
    await stripe.paymentIntents.capture(id);
    expect(await dataOf('charge.succeeded')).toMatchObject({
      object: { id: charge, object: 'charge', captured: false, payment_intent: id },
    });
    expect(await dataOf('charge.succeeded')).not.toHaveProperty('previous_attributes');
    expect(await dataOf('charge.captured')).toMatchObject({
      object: { id: charge, captured: true, amount_captured: 1800 },
      previous_attributes: { captured: false, amount_captured: 0 },
    });
  });

  it('shows that a cancellation gives all back', async () => {
    const { id } = await authorize();
    await stripe.paymentIntents.cancel(id);
    expect(await dataOf('charge.refunded')).toMatchObject({
      object: { captured: false, refunded: true, amount_refunded: 1800 },
      previous_attributes: { refunded: false, amount_refunded: 0 },
    });
  });
});
