import type Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { createTestStripe, failure, paid, START, type TestStripe } from '../testing/stripe.ts';

let context: TestStripe;
let intents: Stripe['paymentIntents'];

beforeEach(() => {
  context = createTestStripe();
  intents = context.stripe.paymentIntents;
});

/** So many payments, a second apart. */
async function createMany(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < count; at++) {
    const metadata = { order: String(at) };
    const { id } = await intents.create({ amount: 1000 + at, currency: 'eur', metadata });
    ids.push(id);
    context.advance(1000);
  }
  return ids;
}

const idsOf = ({ data }: { data: { id: string }[] }) => data.map(({ id }) => id);

describe('list', () => {
  it('shows the newest first, page by page', async () => {
    const ids = (await createMany(12)).reverse();
    const first = await intents.list();
    expect(first).toMatchObject({ object: 'list', url: '/v1/payment_intents', has_more: true });
    expect(idsOf(first)).toEqual(ids.slice(0, 10));
    const secondPage = await intents.list({ starting_after: ids[9] ?? '' });
    expect(idsOf(secondPage)).toEqual(ids.slice(10));
    expect(secondPage.has_more).toBe(false);
    expect(idsOf(await intents.list({ ending_before: ids[2] ?? '' }))).toEqual(ids.slice(0, 2));
  });

  it('is read to its end by Stripe’s client', async () => {
    const ids = (await createMany(25)).reverse();
    const listed = await intents.list({ limit: 7 }).autoPagingToArray({ limit: 100 });
    expect(listed.map(({ id }) => id)).toEqual(ids);
  });

  it('is narrowed by time and by customer', async () => {
    const [, second = '', third = ''] = await createMany(3);
    const created = { gt: START / 1000, lte: START / 1000 + 2 };
    expect(idsOf(await intents.list({ created }))).toEqual([third, second]);
    expect(idsOf(await intents.list({ created: START / 1000 + 1 }))).toEqual([second]);
    const { id: customer } = await context.stripe.customers.create();
    const { id } = await intents.create({ amount: 1000, currency: 'eur', customer });
    expect(idsOf(await intents.list({ customer }))).toEqual([id]);
    expect(await failure(intents.list({ created: { gt: 'x' } as never }))).toMatchObject({
      param: 'created',
    });
  });

  it('expands the objects of its items', async () => {
    await intents.create(paid);
    const expand = ['data.payment_method', 'data.latest_charge'];
    const { data } = await intents.list({ expand });
    expect(data[0]).toMatchObject({
      payment_method: { object: 'payment_method' },
      latest_charge: { object: 'charge' },
    });
    expect(await failure(intents.list({ expand: ['payment_method'] }))).toMatchObject({
      type: 'StripeInvalidRequestError',
      message: expect.stringContaining("'data.payment_method'"),
    });
  });

  it('shows expired payments', async () => {
    const { id } = await intents.create({ ...paid, capture_method: 'manual' });
    context.advance(8 * 24 * 3600 * 1000);
    expect((await intents.list()).data[0]).toMatchObject({ id, status: 'canceled' });
  });
});

describe('search', () => {
  const search = async (query: string) => idsOf(await intents.search({ query }));

  it('finds by each field', async () => {
    const { id: customer } = await context.stripe.customers.create();
    const small = await intents.create({
      amount: 500,
      currency: 'eur',
      metadata: { 'my key': "it's" },
    });
    context.advance(5000);
    const large = await intents.create({ ...paid, customer, currency: 'usd' });
    expect(await search("status:'succeeded'")).toEqual([large.id]);
    expect(await search('-status:"succeeded"')).toEqual([small.id]);
    expect(await search('amount>500')).toEqual([large.id]);
    expect(await search('amount>=500 AND amount<1800')).toEqual([small.id]);
    expect(await search('amount:500')).toEqual([small.id]);
    expect(await search("currency:'USD'")).toEqual([large.id]);
    expect(await search(`created<=${START / 1000}`)).toEqual([small.id]);
    expect(await search(`customer:'${customer}'`)).toEqual([large.id]);
    expect(await search('customer:null')).toEqual([small.id]);
    expect(await search(`metadata['my key']:'it\\'s'`)).toEqual([small.id]);
    expect(await search(`metadata["my key"]~"t's"`)).toEqual([small.id]);
    expect(await search("-metadata['my key']:null")).toEqual([small.id]);
    expect(await search("status:'succeeded' or amount:500")).toEqual([large.id, small.id]);
    expect(await search("status:'succeeded' amount:500")).toEqual([]);
  });

  it('is read to its end by Stripe’s client', async () => {
    const ids = (await createMany(25)).reverse();
    const first = await intents.search({ query: "currency:'eur'", limit: 10 });
    expect(first).toMatchObject({
      object: 'search_result',
      url: '/v1/payment_intents/search',
      has_more: true,
      next_page: expect.any(String),
    });
    const listed = await intents
      .search({ query: "currency:'eur'", limit: 10 })
      .autoPagingToArray({ limit: 100 });
    expect(listed.map(({ id }) => id)).toEqual(ids);
    const found = await intents.search({ query: 'amount>0', limit: 25 });
    expect(found).toMatchObject({ has_more: false, next_page: null });
  });

  it.each([
    ['', 'missing'],
    ['   ', 'empty'],
    ['colour:"red"', 'unknown field colour'],
    ['constructor:"red"', 'unknown field constructor'],
    ['status', 'cannot read'],
    ['status~"su"', 'at least 3 characters'],
    ['status:"a" AND', 'ends in the middle'],
    ['status:"a"amount:5', 'separated by'],
    ['status:"a" AND amount:5 OR amount:6', 'cannot be used in the same query'],
    ['metadata:"a"', 'by key'],
    ["status['a']:'b'", 'by key'],
  ])('refuses %j: %s', async (query, message) => {
    const error = await failure(intents.search({ query }));
    expect(error).toMatchObject({ statusCode: 400, param: 'query' });
    if (query) expect(error.message).toContain(message);
  });

  it('refuses a page and a limit that do not exist', async () => {
    const query = 'amount>0';
    expect((await failure(intents.search({ query, page: 'x' }))).param).toBe('page');
    expect((await failure(intents.search({ query, limit: 101 }))).param).toBe('limit');
  });
});

it('leaves lists to secret keys', async () => {
  const browser = createTestStripe('pk_test_browser').stripe.paymentIntents;
  for (const call of [browser.list(), browser.search({ query: 'amount>0' })]) {
    expect((await failure(call)).code).toBe('secret_key_required');
  }
});
