import type Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { PUBLISHABLE } from '../testing/client.ts';
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

describe('a path that cannot be', () => {
  it.each([
    ['nothing', '(nothing)'],
    ['metadata', '(metadata)'],
    ['amount', '(amount)'],
    ['constructor', '(constructor)'],
    ['', '()'],
    ['customer.', '(customer.)'],
    ['customer.nothing', '(customer.nothing)'],
    ['latest_charge.balance_transaction.nothing', '(latest_charge.balance_transaction.nothing)'],
    ['latest_charge.refunds.nothing', '(latest_charge.refunds.nothing)'],
    ['invoice_settings.default_payment_method', '(invoice_settings)'],
  ])('is refused, also where an object is missing: %s', async (path, part) => {
    const { id } = await stripe.paymentIntents.create({ amount: 1800, currency: 'eur' });
    const error = await failure(stripe.paymentIntents.retrieve(id, { expand: [path] }));
    expect(error).toMatchObject({ type: 'StripeInvalidRequestError', statusCode: 400 });
    expect(error.message).toContain(`This property cannot be expanded ${part}.`);
    expect([error.code, error.param]).toEqual([undefined, undefined]);
  });

  it('is refused before anything is done, and before an object is looked for', async () => {
    const error = await failure(stripe.paymentIntents.create({ ...paid, expand: ['nothing'] }));
    expect(error.message).toContain('customer, last_payment_error, latest_charge');
    expect((await stripe.paymentIntents.list()).data).toEqual([]);
    const unknown = await failure(stripe.customers.retrieve('cus_none', { expand: ['nothing'] }));
    expect(unknown.message).toContain('(nothing)');
  });

  it('has more than four levels', async () => {
    const path = 'data.latest_charge.payment_intent.latest_charge.customer';
    const error = await failure(stripe.paymentIntents.list({ expand: [path] }));
    expect(error).toMatchObject({ statusCode: 400, code: 'property_expansion_max_depth' });
    expect(error.message).toContain(path);
  });
});

describe('expand', () => {
  const answers = (path: string, init: RequestInit = {}) =>
    context.client.send(path, { headers: { authorization: 'Bearer sk_test_1' }, ...init });

  it.each(['expand[]=customer', 'expand[0]=customer', 'expand[1]=customer&expand[0]=review'])(
    'is a list in any form: %s',
    async (query) => {
      const { customer, intent } = await payWithSavedCard(stripe);
      const { body } = await answers(`/v1/payment_intents/${intent.id}?${query}`);
      expect(body.customer).toMatchObject({ id: customer.id, name: 'Ada' });
    },
  );

  it('may be empty', async () => {
    const { customer, intent } = await payWithSavedCard(stripe);
    const { body } = await answers(`/v1/payment_intents/${intent.id}?expand=`);
    expect(body.customer).toBe(customer.id);
  });

  it.each(['expand=customer', 'expand[a]=customer'])('is a list: %s', async (query) => {
    const { status, body } = await answers(`/v1/payment_intents/pi_1?${query}`);
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ type: 'invalid_request_error', param: 'expand' });
  });

  it('is a list of texts', async () => {
    const { body } = await answers('/v1/payment_intents/pi_1?expand[0][a]=customer');
    expect(body.error).toMatchObject({ param: 'expand[0]' });
  });
});

describe('with a publishable key', () => {
  const read = async (path: string) => {
    const { customer, intent } = await payWithSavedCard(stripe);
    const query = `client_secret=${intent.client_secret}&expand[0]=${path}`;
    const answer = await context.client.read('stripe', intent.id, PUBLISHABLE, `?${query}`);
    return { ...answer, customer };
  };

  it('the payment method can be expanded', async () => {
    const { body, customer } = await read('payment_method');
    expect(body.payment_method).toMatchObject({ object: 'payment_method', customer: customer.id });
  });

  it.each(['customer', 'payment_method.customer', 'latest_charge', 'nothing'])(
    'nothing else can: %s',
    async (path) => {
      const { body, status } = await read(path);
      expect(status).toBe(400);
      expect(body.error.message).toContain(`(${path})`);
    },
  );

  it('nothing of a new payment method can', async () => {
    const { status, body } = await context.client.send('/v1/payment_methods', {
      method: 'POST',
      body: new URLSearchParams({ type: 'alipay', key: PUBLISHABLE, 'expand[]': 'customer' }),
    });
    expect([status, body.error.message]).toEqual([
      400,
      'This property cannot be expanded (customer).',
    ]);
  });
});
