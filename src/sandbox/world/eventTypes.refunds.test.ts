import { beforeEach, describe, expect, it } from 'vitest';
import { card, createTestClient, SECRET, type TestClient } from '../testing/client.ts';

type Dialect = 'stripe' | 'wooshpay';

let client: TestClient;
let now: number;

beforeEach(() => {
  now = 1_700_000_000_000;
  client = createTestClient({ now: () => now });
});

/** The events so far, oldest first. */
async function events(dialect: Dialect = 'stripe') {
  const headers = { authorization: `Bearer ${SECRET}` };
  const { body } = await client.send(`/${dialect}/v1/events?limit=100`, { headers });
  return body.data.reverse();
}

/** The events of one act, in order. */
async function eventsOf(act: () => unknown, dialect: Dialect = 'stripe') {
  const { length } = await events(dialect);
  await act();
  return (await events(dialect)).slice(length);
}

const typesOf = async (...act: Parameters<typeof eventsOf>) =>
  (await eventsOf(...act)).map(({ type }: { type: string }) => type);

const pay = async (number = '4242424242424242', dialect: Dialect = 'stripe') =>
  (await client[dialect]('', card(number, { capture_method: 'automatic' }))).body.id;

const refund = async (payment_intent: string, dialect: Dialect = 'stripe') =>
  (await client.post(dialect, '/refunds', { payment_intent, amount: 500 })).body;

const wait = (ms: number) => () => {
  now += ms;
};

const UPDATES = ['refund.updated', 'charge.refund.updated'];

describe('the events of a refund', () => {
  it('are its own, and then that of its charge', async () => {
    const id = await pay();
    const [created, refunded, ...more] = await eventsOf(() => refund(id));
    expect(created).toMatchObject({
      type: 'refund.created',
      data: { object: { object: 'refund', amount: 500, payment_intent: id } },
      request: { id: expect.stringMatching(/^req_/) },
    });
    expect(refunded).toMatchObject({
      type: 'charge.refunded',
      data: { object: { object: 'charge', amount_refunded: 500, refunded: false } },
      request: created.request,
    });
    expect(refunded.data.previous_attributes).toMatchObject({ amount_refunded: 0 });
    expect(more).toEqual([]);
  });

  it('are two for a change, both with the refund', async () => {
    const { id } = await refund(await pay());
    const edit = () => client.post('stripe', `/refunds/${id}`, { metadata: { order: '7' } });
    const edited = await eventsOf(edit);
    expect(edited).toMatchObject(UPDATES.map((type) => ({ type })));
    for (const { data } of edited) {
      expect(data).toMatchObject({ object: { id, object: 'refund', metadata: { order: '7' } } });
      expect(data.previous_attributes).toEqual({ metadata: { order: null } });
    }
    expect(await typesOf(edit)).toEqual([]);
  });

  it('follow when the bank gives its number, as recorded', async () => {
    await refund(await pay());
    const updates = await eventsOf(wait(2000));
    expect(updates).toMatchObject(UPDATES.map((type) => ({ type })));
    for (const { data, request } of updates) {
      expect(data.previous_attributes).toEqual({
        destination_details: { card: { reference: null, reference_status: 'pending' } },
      });
      expect(request).toEqual({ id: null, idempotency_key: null });
    }
  });

  it('show that it fails in the end', async () => {
    await refund(await pay('4000000000005126'));
    expect(await typesOf(wait(60_000))).toEqual(['refund.failed', ...UPDATES]);
  });

  it('show that one which waits gives the money back when it succeeds', async () => {
    const id = await pay('4000000000007726');
    expect(await typesOf(() => refund(id))).toEqual(['refund.created']);
    const [refunded, updated] = await eventsOf(wait(60_000));
    expect(refunded.type).toBe('charge.refunded');
    expect(updated.data.previous_attributes).toMatchObject({ status: 'pending' });
  });

  it('are at WooshPay the one that its guide names', async () => {
    const id = await pay('4242424242424242', 'wooshpay');
    const [created, ...more] = await eventsOf(() => refund(id, 'wooshpay'), 'wooshpay');
    expect(created).toMatchObject({
      type: 'charge.refund.updated',
      data: { object: { object: 'refund' } },
    });
    expect(created.data).not.toHaveProperty('previous_attributes');
    expect(more).toEqual([]);
  });
});

it('a change of the charge alone is an update', async () => {
  const id = await pay();
  const { body } = await client.read('stripe', id);
  const edit = () =>
    client.post('stripe', `/charges/${body.latest_charge}`, { metadata: { order: '7' } });
  expect(await eventsOf(edit)).toMatchObject([
    { type: 'charge.updated', data: { previous_attributes: { metadata: { order: null } } } },
  ]);
  expect(await typesOf(edit)).toEqual([]);
});
