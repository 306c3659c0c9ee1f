import { beforeEach, describe, expect, it } from 'vitest';
import { createTestClient, SECRET, type TestClient } from '../testing/client.ts';
import { createTestTimers, settle } from '../testing/timers.ts';
import type { Delivery } from './delivery.ts';
import { type Endpoint, Endpoints } from './endpoints.ts';
import { WebhookSender } from './webhookSender.ts';

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
  // biome-ignore lint/suspicious/noExplicitAny: tests read events whose shape they are about to check
  readonly event: any;
}

let client: TestClient;
let sent: Sent[];
/** What the receivers answer, one after another; then 200. */
let answers: (number | Error | Promise<Response>)[];
let time: ReturnType<typeof createTestTimers>;

const URLS = ['http://localhost:3000/webhook', 'http://localhost:3001/hook?token=tk_7'];

async function receive(url: string, init: RequestInit): Promise<Response> {
  sent.push({ url, init, event: JSON.parse(String(init.body)) });
  const answer = answers.shift() ?? 200;
  if (answer instanceof Error) throw answer;
  return typeof answer === 'number' ? new Response('ok', { status: answer }) : answer;
}

function startSandbox(forwardTo: readonly string[] = URLS.slice(0, 1)): void {
  const testTimers = createTestTimers();
  // What an earlier test has left on its way comes to nobody.
  const fetch: typeof receive = async (url, init) =>
    time === testTimers ? receive(url, init) : new Response();
  time = testTimers;
  client = createTestClient({ forwardTo, fetch, timers: testTimers.timers });
}

beforeEach(() => {
  sent = [];
  answers = [];
  startSandbox();
});

const create = async () => (await client.stripe('', { amount: 1800, currency: 'eur' })).body;
const events = async (dialect = 'stripe') =>
  (await client.send(`/${dialect}/v1/events`, { headers: { authorization: `Bearer ${SECRET}` } }))
    .body.data;
const log = async () => (await client.send('/sandbox/deliveries')).body.data;
const types = () => sent.map(({ event }) => event.type.replace('payment_intent.', ''));

describe('a webhook', () => {
  it('is the event that the API shows, still pending', async () => {
    await create();
    await settle();
    const [event] = await events();
    expect(sent).toHaveLength(1);
    expect(sent[0]?.event).toEqual({ ...event, pending_webhooks: 1 });
    expect(event.pending_webhooks).toBe(0);
    expect(sent[0]).toMatchObject({
      url: URLS[0],
      init: { method: 'POST', redirect: 'manual', headers: { 'User-Agent': 'Paystep-Sandbox' } },
    });
  });

  it('does not delay the request', async () => {
    answers = [new Promise(() => {})];
    expect((await create()).status).toBe('requires_payment_method');
    expect((await events())[0].pending_webhooks).toBe(1);
  });

  it('has WooshPay’s header for WooshPay', async () => {
    await client.wooshpay('', { amount: 10, currency: 'USD' });
    await settle();
    const { headers } = sent[0]?.init ?? {};
    expect(headers).toHaveProperty(
      'Wooshpay-Signature',
      expect.stringMatching(/^t=\d+,v1=[0-9a-f]{64}$/),
    );
    expect(headers).not.toHaveProperty('Stripe-Signature');
  });

  it('comes in the order of events, one at a time', async () => {
    let answer = (_: Response) => {};
    answers = [
      new Promise((resolve) => {
        answer = resolve;
      }),
    ];
    const { id } = await create();
    await client.simulate(id, 'cancel');
    await settle();
    expect(types()).toEqual(['created']);
    answer(new Response());
    await settle();
    expect(types()).toEqual(['created', 'canceled']);
  });

  it('goes to every URL independently', async () => {
    startSandbox(URLS);
    answers = [new Promise(() => {})];
    await create();
    await settle();
    // Each is signed on a thread of its own: either may be the first.
    expect(sent.map(({ url }) => url).sort()).toEqual(URLS);
    expect(sent.map(({ event }) => event.pending_webhooks)).toEqual([2, 2]);
    expect((await events())[0].pending_webhooks).toBe(1);
  });
});

describe('a webhook receiver that fails', () => {
  it('gets the same payload again, after twice the pause each time', async () => {
    answers = [500, 404];
    await create();
    await settle();
    expect(sent).toHaveLength(1);
    await time.advance(999);
    expect(sent).toHaveLength(1);
    await time.advance(1);
    expect(sent).toHaveLength(2);
    await time.advance(1999);
    expect(sent).toHaveLength(2);
    await time.advance(1);
    expect(sent).toHaveLength(3);
    await time.advance(100_000);
    expect(sent).toHaveLength(3);
    expect(new Set(sent.map(({ init }) => init.body)).size).toBe(1);
    expect((await events())[0].pending_webhooks).toBe(0);
    expect(time.waiting.size).toBe(0);
  });

  it('delays later events, so that they come in order', async () => {
    answers = [500];
    const { id } = await create();
    await client.simulate(id, 'cancel');
    await settle();
    await time.advance(1000);
    expect(types()).toEqual(['created', 'created', 'canceled']);
  });

  it('gets six attempts for each event', async () => {
    answers = [500, 500, 301, 500, 500, 500];
    const { id } = await create();
    await client.simulate(id, 'cancel');
    await settle();
    await time.advance(31_000);
    expect(types()).toEqual([...Array(6).fill('created'), 'canceled']);
    const [canceled, created] = await events();
    expect(created.pending_webhooks).toBe(1);
    expect(canceled.pending_webhooks).toBe(0);
    const [, failed] = await log();
    expect(failed).toMatchObject({ state: 'failed', attempts: { length: 6 } });
  });

  it('is cut off after ten seconds', async () => {
    answers = [new Promise(() => {})];
    await create();
    await settle();
    await time.advance(9999);
    expect(sent[0]?.init.signal?.aborted).toBe(false);
    await time.advance(1);
    expect(sent[0]?.init.signal?.aborted).toBe(true);
    await time.advance(1000);
    expect(sent).toHaveLength(2);
    expect((await log())[0].attempts[0]).toMatchObject({ status: null, error: 'timeout' });
  });

  it('is named with the reason', async () => {
    const refused = new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } });
    answers = [refused, new TypeError('odd')];
    await create();
    await settle();
    await time.advance(1000);
    expect((await log())[0].attempts).toMatchObject([
      { status: null, error: 'ECONNREFUSED' },
      { status: null, error: 'odd' },
    ]);
  });

  it('does not fill the memory', async () => {
    const endpoints = new Endpoints();
    const url = 'http://localhost:3000/';
    endpoints.put({ id: 'we_1', url, enabled: true } as Endpoint);
    const sender = new WebhookSender({
      endpoints,
      timers: time.timers,
      fetch: () => new Promise(() => {}),
      now: () => 0,
      wallClock: () => 0,
      payloadOf: () => '{}',
      onAttempt: () => {},
    });
    const type = 'payment_intent.created';
    const about = { object: 'payment_intent', id: 'pi_1' };
    const event = { id: 'evt_1', type, at: 0, intentId: 'pi_1', dialect: 'stripe', about } as const;
    const deliveries = Array.from({ length: 1010 }, (): Delivery => {
      return { event, endpoint: { id: 'we_1', url }, attempts: [], state: 'waiting' };
    });
    for (const delivery of deliveries) sender.send(delivery);
    const failed = deliveries.filter(({ state }) => state === 'failed');
    expect(failed).toEqual(deliveries.slice(1000));
  });
});

describe('the log of deliveries', () => {
  it('lists deliveries, newest first, without secrets', async () => {
    startSandbox(URLS.slice(1));
    answers = [503];
    const { id } = await create();
    await client.simulate(id, 'cancel');
    await settle();
    await time.advance(1000);
    const { body } = await client.send('/sandbox/deliveries');
    const endpoint = expect.stringMatching(/^we_/);
    const common = {
      endpoint,
      payment_intent: id,
      url: 'http://localhost:3001/hook',
      state: 'delivered',
    };
    const ok = { at: expect.any(Number), status: 200, error: null };
    expect(body.data).toEqual([
      {
        ...common,
        event: expect.stringMatching(/^evt_/),
        type: 'payment_intent.canceled',
        attempts: [ok],
      },
      {
        ...common,
        event: expect.stringMatching(/^evt_/),
        type: 'payment_intent.created',
        attempts: [{ ...ok, status: 503 }, ok],
      },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/_secret_|whsec_|tk_7/);
  });

  it('can be limited to one event, and in number', async () => {
    const { id } = await create();
    await client.simulate(id, 'cancel');
    await settle();
    const [last, first] = await log();
    expect((await client.send(`/sandbox/deliveries?event=${first.event}`)).body.data).toEqual([
      first,
    ]);
    expect((await client.send('/sandbox/deliveries?limit=1')).body.data).toEqual([last]);
    expect((await client.send('/sandbox/deliveries?limit=0')).status).toBe(400);
  });
});

describe('resending an event', () => {
  const resend = (id: string) => client.send(`/sandbox/events/${id}/resend`, { method: 'POST' });

  it('sends the event as it was', async () => {
    const { id } = await create();
    await client.simulate(id, 'cancel');
    await settle();
    const [, created] = await events();
    expect(await resend(created.id)).toMatchObject({
      status: 200,
      body: { id: created.id, endpoints: 1 },
    });
    await settle();
    expect(types()).toEqual(['created', 'canceled', 'created']);
    expect(sent[2]?.event.data).toEqual(sent[0]?.event.data);
    expect((await events())[1].pending_webhooks).toBe(0);
  });

  it('reaches an endpoint whose delivery had failed', async () => {
    answers = [500, 500, 500, 500, 500, 500];
    await create();
    await settle();
    await time.advance(31_000);
    const [event] = await events();
    expect(event.pending_webhooks).toBe(1);
    await resend(event.id);
    await settle();
    expect((await events())[0].pending_webhooks).toBe(0);
  });

  it('reports an unknown event, and one without endpoints', async () => {
    startSandbox([]);
    await create();
    const [event] = await events();
    const { body, status } = await resend(event.id);
    expect(status).toBe(400);
    expect(body.error.message).toContain('No webhook endpoint');
    expect((await resend('evt_none')).status).toBe(404);
  });
});

describe('forwardTo', () => {
  it('has one secret, which only `forwarding` shows', async () => {
    startSandbox(URLS);
    const { forwarding } = client.sandbox;
    expect(forwarding.map(({ url }) => url)).toEqual(URLS);
    expect(new Set(forwarding.map(({ secret }) => secret)).size).toBe(1);
    expect(forwarding[0]?.secret).toMatch(/^whsec_[A-Za-z0-9]{32}$/);
    const headers = { authorization: `Bearer ${SECRET}` };
    expect((await client.send('/v1/webhook_endpoints', { headers })).body.data).toEqual([]);
  });

  it.each(['localhost:3000', 'ftp://localhost/', 'http://me:pass@localhost/'])(
    'refuses %s',
    (url) => {
      expect(() => createTestClient({ forwardTo: [url] })).toThrow('forwardTo');
    },
  );
});

describe('the webhooks of connected accounts', () => {
  const endpoint = (url: string, params: object = {}, account?: string) =>
    client.send('/stripe/v1/webhook_endpoints', {
      method: 'POST',
      headers: { authorization: `Bearer ${SECRET}`, ...(account && { 'stripe-account': account }) },
      body: new URLSearchParams({ url, 'enabled_events[0]': '*', ...params }),
    });
  const createFor = (account?: string) =>
    client.send('/stripe/v1/setup_intents', {
      method: 'POST',
      headers: { authorization: `Bearer ${SECRET}`, ...(account && { 'stripe-account': account }) },
    });
  // Each endpoint is asked at the same time, and in no order.
  const receivers = () => sent.map(({ event, url }) => [url, event.account ?? null]).sort();

  it('go to the account’s endpoints and to those for all accounts', async () => {
    startSandbox([]);
    await endpoint('https://platform.example/own');
    await endpoint('https://platform.example/connect', { connect: 'true' });
    await endpoint('https://one.example/', {}, 'acct_1');
    await createFor('acct_1');
    await settle();
    expect(receivers()).toEqual([
      ['https://one.example/', 'acct_1'],
      ['https://platform.example/connect', 'acct_1'],
    ]);
    sent = [];
    await createFor();
    await createFor('acct_2');
    await settle();
    expect(receivers()).toEqual([
      ['https://platform.example/connect', 'acct_2'],
      ['https://platform.example/own', null],
    ]);
  });

  it('go to the URLs of the command line, too', async () => {
    await createFor('acct_1');
    await settle();
    expect(receivers()).toEqual([[URLS[0], 'acct_1']]);
  });

  it('are in the log by the kind of intent', async () => {
    const { body } = await createFor();
    await settle();
    expect(await log()).toMatchObject([
      { type: 'setup_intent.created', setup_intent: body.id, state: 'delivered' },
    ]);
  });
});
