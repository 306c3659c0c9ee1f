import type Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { createTestStripe, failure, START, type TestStripe } from '../testing/stripe.ts';

let context: TestStripe;
let customers: Stripe['customers'];

beforeEach(() => {
  context = createTestStripe();
  customers = context.stripe.customers;
});

const idsOf = ({ data }: { data: { id: string }[] }) => data.map(({ id }) => id);

describe('a search of customers', () => {
  it('finds by each field of Stripe’s', async () => {
    const jane = await customers.create({
      name: 'Jane Doe',
      email: 'jane@example.com',
      phone: '+15550100',
      metadata: { foo: 'bar' },
    });
    context.advance(5000);
    const tom = await customers.create({ name: 'Tom', email: 'tom@example.org' });
    const search = async (query: string) => idsOf(await customers.search({ query }));
    expect(await search("name:'Jane Doe' AND metadata['foo']:'bar'")).toEqual([jane.id]);
    expect(await search('email:"TOM@example.org"')).toEqual([tom.id]);
    expect(await search('email~"example"')).toEqual([tom.id, jane.id]);
    expect(await search('phone:"+15550100"')).toEqual([jane.id]);
    expect(await search('phone:null')).toEqual([tom.id]);
    expect(await search(`created>${START / 1000}`)).toEqual([tom.id]);
    expect(await search("-metadata['foo']:null")).toEqual([jane.id]);
  });

  it('finds no customer that was deleted, and none of another account', async () => {
    const { id } = await customers.create({ name: 'Tom' });
    await customers.create({ name: 'Tom' }, { stripeAccount: 'acct_1' });
    const query = 'name:"Tom"';
    expect(idsOf(await customers.search({ query }))).toEqual([id]);
    await customers.del(id);
    expect(idsOf(await customers.search({ query }))).toEqual([]);
  });

  it('is read to its end by Stripe’s client', async () => {
    for (let at = 0; at < 12; at++) await customers.create({ name: `Tom ${at}` });
    const query = 'name~"Tom"';
    const first = await customers.search({ query, limit: 5 });
    expect(first).toMatchObject({
      object: 'search_result',
      url: '/v1/customers/search',
      has_more: true,
      next_page: expect.any(String),
    });
    expect(first).not.toHaveProperty('total_count');
    const all = await customers.search({ query, limit: 5 }).autoPagingToArray({ limit: 100 });
    expect(new Set(all.map(({ id }) => id)).size).toBe(12);
  });

  it.each(['customers', 'paymentIntents'] as const)(
    'counts all that it finds where the total is expanded: %s',
    async (resource) => {
      for (let at = 0; at < 3; at++) {
        await customers.create();
        await context.stripe.paymentIntents.create({ amount: 1800, currency: 'eur' });
      }
      const search = { query: 'created>0', limit: 1, expand: ['total_count'] };
      const found = await context.stripe[resource].search(search);
      expect(found).toMatchObject({ total_count: 3, has_more: true });
    },
  );

  it('knows no field of another resource', async () => {
    const error = await failure(customers.search({ query: 'amount:1800' }));
    expect(error).toMatchObject({ statusCode: 400, param: 'query' });
    expect(error.message).toContain('there are created, email, metadata, name, phone');
  });
});

it('lists customers by the time of their creation', async () => {
  const { id } = await customers.create();
  context.advance(5000);
  await customers.create();
  expect(idsOf(await customers.list({ created: { lte: START / 1000 } }))).toEqual([id]);
});
