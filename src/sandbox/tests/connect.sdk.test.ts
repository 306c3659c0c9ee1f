import type Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { PUBLISHABLE } from '../testing/client.ts';
import { createTestStripe, failure, paid, type TestStripe } from '../testing/stripe.ts';

let stripe: Stripe;
let world: TestStripe;

beforeEach(() => {
  world = createTestStripe();
  stripe = world.stripe;
});

const ONE = { stripeAccount: 'acct_1' };
const TWO = { stripeAccount: 'acct_2' };

const idsOf = ({ data }: { data: { id: string }[] }) => data.map(({ id }) => id);

describe('an object of a connected account', () => {
  it.each([
    ['PaymentIntent', () => stripe.paymentIntents.create(paid, ONE), 'paymentIntents'],
    ['SetupIntent', () => stripe.setupIntents.create({}, ONE), 'setupIntents'],
    ['customer', () => stripe.customers.create({}, ONE), 'customers'],
    [
      'webhook endpoint',
      () =>
        stripe.webhookEndpoints.create(
          { url: 'https://shop.example/hook', enabled_events: ['*'] },
          ONE,
        ),
      'webhookEndpoints',
    ],
  ] as const)('is found by that account alone: %s', async (_, create, resource) => {
    const { id } = await create();
    const { retrieve, list } = {
      retrieve: (options?: Stripe.RequestOptions) => stripe[resource].retrieve(id, {}, options),
      list: (options?: Stripe.RequestOptions) => stripe[resource].list({}, options),
    };
    expect((await retrieve(ONE)).id).toBe(id);
    expect(idsOf(await list(ONE))).toEqual([id]);
    for (const options of [TWO, undefined]) {
      expect(await failure(retrieve(options))).toMatchObject({
        statusCode: 404,
        code: 'resource_missing',
      });
      expect(idsOf(await list(options))).toEqual([]);
    }
  });

  it('is a payment method of that account alone', async () => {
    const { payment_method: method } = await stripe.paymentIntents.create(
      { ...paid, customer: (await stripe.customers.create({}, ONE)).id },
      ONE,
    );
    const id = typeof method === 'string' ? method : '';
    expect((await stripe.paymentMethods.retrieve(id, {}, ONE)).id).toBe(id);
    expect(idsOf(await stripe.paymentMethods.list({}, TWO))).toEqual([]);
    const error = await failure(stripe.paymentIntents.create({ ...paid, payment_method: id }, TWO));
    expect(error).toMatchObject({ code: 'resource_missing', param: 'payment_method' });
  });

  it('does not know the customers of another account', async () => {
    const { id: customer } = await stripe.customers.create();
    const error = await failure(stripe.paymentIntents.create({ ...paid, customer }, ONE));
    expect(error).toMatchObject({ code: 'resource_missing', param: 'customer' });
  });

  it('is in no search and no change of another account', async () => {
    const { id } = await stripe.paymentIntents.create(paid, ONE);
    const query = { query: "status:'succeeded'" };
    expect(idsOf(await stripe.paymentIntents.search(query, ONE))).toEqual([id]);
    expect(idsOf(await stripe.paymentIntents.search(query, TWO))).toEqual([]);
    const change = stripe.paymentIntents.update(id, { description: 'mine' }, TWO);
    expect(await failure(change)).toMatchObject({ statusCode: 404 });
  });
});

describe('the account of a request', () => {
  const secretOf = async (options: Stripe.RequestOptions | undefined) => {
    const created = { amount: 1800, currency: 'eur' };
    const { id, client_secret } = await stripe.paymentIntents.create(created, options);
    return { id, query: `?key=${PUBLISHABLE}&client_secret=${client_secret}` };
  };

  it('comes as a parameter from a browser, in the query and in the body', async () => {
    const { id, query } = await secretOf(ONE);
    const path = `/stripe/v1/payment_intents/${id}`;
    const read = await world.client.send(`${path}${query}&_stripe_account=acct_1`);
    expect(read).toMatchObject({ status: 200, body: { id } });
    expect(read.headers.get('stripe-account')).toBe('acct_1');
    const confirmed = await world.client.submit(`${path}/confirm`, {
      ...Object.fromEntries(new URLSearchParams(query)),
      _stripe_account: 'acct_1',
      'payment_method_data[type]': 'card',
      'payment_method_data[card][number]': '4242424242424242',
    });
    expect(confirmed).toMatchObject({ status: 200, body: { status: 'succeeded' } });
  });

  it.each(['', '&_stripe_account=acct_2'])(
    'keeps a browser with the right secret out: %s',
    async (account) => {
      const { id, query } = await secretOf(ONE);
      const { body, status } = await world.client.send(
        `/v1/payment_intents/${id}${query}${account}`,
      );
      expect(status).toBe(400);
      expect(body.error.code).toBe('payment_intent_invalid_parameter');
    },
  );

  it.each(['nobody', 'acct_', 'acct_1 ', 'acct_1/2', ''])('is refused: %j', async (account) => {
    const { id, query } = await secretOf(undefined);
    const { body, status } = await world.client.send(
      `/v1/payment_intents/${id}${query}&_stripe_account=${encodeURIComponent(account)}`,
    );
    expect(status).toBe(403);
    expect(body.error).toMatchObject({ type: 'invalid_request_error', code: 'account_invalid' });
    expect(body.error.message).toMatch(/^The provided key 'pk_test_\*\*\*\*\w{4}' does not have/);
  });

  it('is asked for after the key', async () => {
    const { status } = await world.client.send('/v1/customers?_stripe_account=nobody');
    expect(status).toBe(401);
  });

  it('is repeated to the official client', async () => {
    const { lastResponse } = await stripe.customers.create({}, ONE);
    expect(lastResponse.stripeAccount).toBe('acct_1');
  });

  it('has idempotency keys of its own', async () => {
    const create = (options: Stripe.RequestOptions) =>
      stripe.customers.create({}, { ...options, idempotencyKey: 'once' });
    const first = await create(ONE);
    expect((await create(ONE)).id).toBe(first.id);
    expect((await create(TWO)).id).not.toBe(first.id);
  });
});

describe('events', () => {
  it('name the account, and are listed by it alone', async () => {
    await stripe.setupIntents.create({}, ONE);
    const { data } = await stripe.events.list({}, ONE);
    expect(data.map(({ account, type }) => [account, type])).toEqual([
      ['acct_1', 'setup_intent.created'],
    ]);
    expect((await stripe.events.list()).data).toEqual([]);
    const hidden = failure(stripe.events.retrieve(data[0]?.id ?? ''));
    expect(await hidden).toMatchObject({ statusCode: 404 });
    await stripe.setupIntents.create();
    const [own] = (await stripe.events.list()).data;
    expect(own).not.toHaveProperty('account');
  });
});
