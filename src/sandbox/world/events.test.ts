import { beforeEach, describe, expect, it } from 'vitest';
import { secureRandom } from '../base/random.ts';
import type { Intent } from '../payment/intent.ts';
import {
  card,
  confirmed,
  createTestClient,
  PUBLISHABLE,
  SECRET,
  type TestClient,
} from '../testing/client.ts';
import { EventLog } from './events.ts';

let client: TestClient;
let now: number;

beforeEach(() => {
  now = 1_700_000_000_000;
  client = createTestClient({ now: () => now });
});

const list = async (query = '', dialect = 'stripe') =>
  client.send(`/${dialect}/v1/events${query}`, { headers: { authorization: `Bearer ${SECRET}` } });

/** The types of all events so far, oldest first. */
const eventTypes = async (dialect = 'stripe'): Promise<string[]> => {
  const { body } = await list('?limit=100', dialect);
  return body.data
    .map(({ type }: { type: string }) => type.replace('payment_intent.', ''))
    .reverse();
};

const start = async (type: string, more: object = {}) =>
  (await client.stripe('', confirmed(type, more))).body;

describe('the events of a PaymentIntent', () => {
  it('are sent for a creation, and not for an edit', async () => {
    const { body } = await client.stripe('', { amount: 1800, currency: 'eur' });
    await client.read('stripe', body.id);
    expect(await eventTypes()).toEqual(['created']);
  });

  it('are sent for an immediate payment', async () => {
    await client.stripe('', card('4242424242424242'));
    expect(await eventTypes()).toEqual(['created', 'charge.succeeded', 'succeeded']);
  });

  it('are sent for an action, for processing, and for success', async () => {
    const { id } = await start('wechat_pay');
    await client.simulate(id, 'process');
    await client.simulate(id, 'succeed');
    expect(await eventTypes()).toEqual([
      'created',
      'requires_action',
      'charge.pending',
      'processing',
      'charge.succeeded',
      'succeeded',
    ]);
  });

  it('are sent for every decline, also the first', async () => {
    const { body } = await client.stripe('', card('4000000000000002'));
    const { id } = body.error.payment_intent;
    const declined = ['charge.failed', 'payment_failed'];
    expect(await eventTypes()).toEqual(['created', ...declined]);
    const again = { payment_method_data: { type: 'card', card: { number: '4000000000000002' } } };
    await client.stripe(`/${id}/confirm`, again);
    expect(await eventTypes()).toEqual(['created', ...declined, ...declined]);
  });

  it('are sent for a new attempt while one waits', async () => {
    const { id } = await start('wechat_pay');
    await client.stripe(`/${id}/confirm`, { payment_method_data: { type: 'wechat_pay' } });
    expect(await eventTypes()).toEqual(['created', 'requires_action', 'requires_action']);
  });

  it('are sent for a capturable amount, and for the capture', async () => {
    const { body } = await client.stripe(
      '',
      card('4242424242424242', { capture_method: 'manual' }),
    );
    await client.stripe(`/${body.id}/capture`);
    expect(await eventTypes()).toEqual([
      'created',
      'charge.succeeded',
      'amount_capturable_updated',
      'charge.captured',
      'succeeded',
    ]);
  });

  it('are sent for a cancellation', async () => {
    const { id } = await start('wechat_pay');
    await client.stripe(`/${id}/cancel`);
    expect(await eventTypes()).toEqual(['created', 'requires_action', 'canceled']);
  });

  it('are sent for parts of a bank transfer, and for its end', async () => {
    const { id } = await start('customer_balance');
    await client.simulate(id, 'succeed', 500);
    await client.simulate(id, 'succeed', 300);
    await client.simulate(id, 'succeed', 1000);
    expect(await eventTypes()).toEqual([
      'created',
      'requires_action',
      'partially_funded',
      'partially_funded',
      'charge.succeeded',
      'succeeded',
    ]);
  });

  it('are sent for an expired code', async () => {
    const options = { wechat_pay: { expires_after_seconds: 60 } };
    await start('wechat_pay', { payment_method_options: options });
    now += 61_000;
    expect(await eventTypes()).toEqual(['created', 'requires_action', 'payment_failed']);
  });

  it('are listed by their own gateway only', async () => {
    await client.wooshpay('', confirmed('wechat_pay'));
    expect(await eventTypes('wooshpay')).toEqual(['created', 'requires_action']);
    expect(await eventTypes('stripe')).toEqual([]);
  });
});

describe('an event', () => {
  it('contains the intent as it was, in Stripe’s form', async () => {
    const intent = await start('wechat_pay');
    await client.simulate(intent.id, 'succeed');
    const { body } = await list('?type=payment_intent.requires_action');
    expect(body).toEqual({
      object: 'list',
      url: '/v1/events',
      has_more: false,
      data: [
        {
          id: expect.stringMatching(/^evt_3[A-Za-z0-9]{23}$/),
          object: 'event',
          api_version: expect.stringMatching(/^\d{4}-\d\d-\d\d\.[a-z]+$/),
          created: 1_700_000_000,
          data: { object: intent },
          livemode: false,
          pending_webhooks: 0,
          request: { id: expect.stringMatching(/^req_/), idempotency_key: null },
          type: 'payment_intent.requires_action',
        },
      ],
    });
  });

  it('has WooshPay’s form', async () => {
    const { body: intent } = await client.wooshpay('', confirmed('wechat_pay'));
    const { body } = await list('', 'wooshpay');
    expect(body.data[0]).toMatchObject({
      id: expect.stringMatching(/^evt_16\d{17}$/),
      created: 1_700_000_000_000,
      data: { object: intent },
      type: 'payment_intent.requires_action',
    });
  });

  it('names its request, and none where the customer acts', async () => {
    const created = await client.send('/v1/payment_intents', {
      method: 'POST',
      headers: { authorization: `Bearer ${SECRET}`, 'idempotency-key': 'order-7' },
      body: new URLSearchParams({ amount: '1800', currency: 'eur' }),
    });
    await client.simulate(created.body.id, 'cancel');
    const { body } = await list();
    expect(body.data.map(({ request }: { request: object }) => request)).toEqual([
      { id: null, idempotency_key: null },
      { id: created.headers.get('request-id'), idempotency_key: 'order-7' },
    ]);
  });

  it('is found by its id, with a secret key, in its own dialect', async () => {
    await client.stripe('', { amount: 1800, currency: 'eur' });
    const { body } = await list();
    const [event] = body.data;
    expect((await list(`/${event.id}`)).body).toEqual(event);
    expect(await list(`/${event.id}`, 'wooshpay')).toMatchObject({ status: 404 });
    expect((await list('/evt_none')).body.error).toMatchObject({
      code: 'resource_missing',
      message: "No such event: 'evt_none'",
    });
    const headers = { authorization: `Bearer ${PUBLISHABLE}` };
    expect((await client.send('/v1/events', { headers })).status).toBe(403);
    expect((await client.send(`/v1/events/${event.id}`, { headers })).status).toBe(403);
  });
});

describe('the list of events', () => {
  beforeEach(async () => {
    for (let at = 0; at < 3; at++) {
      await client.stripe('', card('4242424242424242', { capture_method: 'automatic' }));
      now += 60_000;
    }
  });

  it.each([
    ['?type=payment_intent.succeeded', 3],
    ['?type=payment_intent.*', 6],
    ['?type=charge.*', 3],
    ['?types[]=charge.*&types[]=payment_intent.created', 6],
    ['?type=refund.*', 0],
    ['?types[]=payment_intent.succeeded&types[]=payment_intent.created', 6],
    ['?types[0]=payment_intent.canceled', 0],
    ['?created=1700000060', 3],
    ['?created[gt]=1700000060', 3],
    ['?created[gte]=1700000060&created[lt]=1700000120', 3],
    ['?delivery_success=true', 9],
    ['?delivery_success=false', 0],
  ])('with %s has %i', async (query, count) => {
    expect((await list(query)).body.data).toHaveLength(count);
  });

  it('comes in pages, newest first', async () => {
    const first = (await list('?limit=5')).body;
    expect(first.has_more).toBe(true);
    const second = (await list(`?limit=5&starting_after=${first.data[4].id}`)).body;
    expect(second.has_more).toBe(false);
    const all = [...first.data, ...second.data].map(({ created }) => created);
    expect(all).toEqual([...all].sort((a, b) => b - a));
    expect(new Set([...first.data, ...second.data].map(({ id }) => id)).size).toBe(9);
  });

  it('uses its gateway’s unit of time', async () => {
    await client.wooshpay('', { amount: 10, currency: 'USD' });
    expect((await list(`?created[gte]=${now}`, 'wooshpay')).body.data).toHaveLength(1);
    expect((await list(`?created[gt]=${now}`, 'wooshpay')).body.data).toHaveLength(0);
  });

  it.each(['?created=x', '?created[near]=1', '?created[gte]=x', '?types=x', '?sort=id'])(
    'refuses %s',
    async (query) => {
      expect((await list(query)).status).toBe(400);
    },
  );
});

it('forgets the oldest events first', () => {
  const log = new EventLog({ now: () => now, random: secureRandom });
  const intent: Partial<Intent> = {
    kind: 'payment',
    dialect: 'stripe',
    status: 'requires_payment_method',
    action: null,
    lastError: null,
    excludedTypes: [],
    allowedTypes: [],
    paymentMethodOptions: {},
    extras: {},
  };
  const create = (id: number) =>
    log.add(
      [{ kind: 'intent', before: undefined, after: { ...intent, id: `pi_${id}` } as Intent }],
      null,
    );
  for (let id = 0; id < 5002; id++) create(id);
  const stored = log.of('stripe');
  expect(stored).toHaveLength(5000);
  expect(stored.at(-1)?.intentId).toBe('pi_2');
  expect(stored.at(0)?.intentId).toBe('pi_5001');
});
