import { beforeEach, describe, expect, it } from 'vitest';
import { confirmed, createTestClient, SECRET, type TestClient } from './testing/client.ts';
import { createTestTimers, settle } from './testing/timers.ts';

const HOOK = 'http://localhost:3000/hook';
const HEADERS = { authorization: `Bearer ${SECRET}` };
const PAID = { amount: 1800, currency: 'eur', payment_method: 'pm_card_visa', confirm: true };
const paid = { ...PAID, return_url: 'https://shop.example/' };

let time: ReturnType<typeof createTestTimers>;
let sent: { url: string; body: string; signal: AbortSignal | null | undefined }[];
let answers: (Response | Promise<Response>)[];
let client: TestClient;

function startSandbox(options: Parameters<typeof createTestClient>[0] = {}): void {
  time = createTestTimers();
  sent = [];
  answers = [];
  client = createTestClient({
    timers: time.timers,
    fetch: async (url, { body, signal }) => {
      sent.push({ url, body: String(body), signal });
      return answers.shift() ?? new Response();
    },
    ...options,
  });
}

beforeEach(() => startSandbox());

const get = async (path: string) => (await client.send(path, { headers: HEADERS })).body;
const reset = () => client.send('/sandbox/reset', { method: 'POST' });

describe('a reset', () => {
  it('forgets payments, customers, events and the log', async () => {
    const { body } = await client.stripe('', paid);
    await client.post('stripe', '/customers', { name: 'Ada' });
    expect(await reset()).toMatchObject({ status: 200, body: { reset: true } });
    expect((await get(`/v1/payment_intents/${body.id}`)).error.code).toBe('resource_missing');
    for (const list of ['payment_intents', 'customers', 'events', 'payment_methods'])
      expect((await get(`/v1/${list}`)).data, list).toEqual([]);
    expect((await client.send(`/sandbox/intents/${body.id}`)).status).toBe(404);
    expect((await get('/sandbox/deliveries')).data).toEqual([]);
  });

  it('ends faults, sets the clock back, and forgets repeated keys', async () => {
    const json = (path: string, body: string) => client.send(path, { method: 'POST', body });
    await json('/sandbox/faults', '{"kind":"server_error"}');
    await json('/sandbox/clock', '{"advance":3600}');
    await reset();
    expect((await get('/sandbox/faults')).data).toEqual([]);
    expect((await get('/sandbox/clock')).offset).toBe(0);
    const create = async (amount: number) => {
      const headers = { ...HEADERS, 'idempotency-key': 'order-1' };
      const body = new URLSearchParams({ amount: String(amount), currency: 'eur' });
      return client.send('/v1/payment_intents', { method: 'POST', headers, body });
    };
    expect((await create(100)).status).toBe(200);
    await reset();
    expect((await create(200)).body.amount).toBe(200);
  });

  it('brings the fixtures back as they were', async () => {
    startSandbox({ fixtures: { customers: [{ id: 'cus_ada', name: 'Ada' }] } });
    await client.post('stripe', '/customers/cus_ada', { name: 'Eve' });
    await client.post('stripe', '/customers', { name: 'Bob' });
    await client.sandbox.reset();
    expect((await get('/v1/customers')).data).toMatchObject([{ id: 'cus_ada', name: 'Ada' }]);
  });

  it('makes the same ids again with a seed', async () => {
    const fixtures = { payment_intents: [paid] };
    startSandbox({ seed: 7, forwardTo: [HOOK], fixtures });
    const play = async () => {
      await client.stripe('', paid);
      await settle();
      return [
        await get('/v1/payment_intents').then(({ data }) =>
          data.map(({ id }: { id: string }) => id),
        ),
        await get('/v1/events').then(({ data }) => data.map(({ id }: { id: string }) => id)),
        client.sandbox.forwarding,
      ];
    };
    const first = await play();
    await reset();
    expect(await play()).toEqual(first);
  });

  it('makes other ids without one', async () => {
    const first = (await client.stripe('', paid)).body.id;
    await reset();
    expect((await client.stripe('', paid)).body.id).not.toBe(first);
  });

  it('keeps the URLs of forwardTo and their secret, and drops endpoints that were made by API', async () => {
    startSandbox({ forwardTo: [HOOK] });
    const before = client.sandbox.forwarding;
    await client.post('stripe', '/webhook_endpoints', {
      url: 'http://localhost:3001/',
      enabled_events: ['*'],
    });
    await reset();
    expect(client.sandbox.forwarding).toEqual(before);
    expect((await get('/v1/webhook_endpoints')).data).toEqual([]);
    await client.stripe('', { amount: 100, currency: 'eur' });
    await settle();
    expect(sent.map(({ url }) => url)).toEqual([HOOK]);
  });

  it('sends nothing any more of what was before', async () => {
    startSandbox({ forwardTo: [HOOK] });
    answers = [new Response(null, { status: 500 })];
    await client.stripe('', paid);
    await settle();
    expect(sent).toHaveLength(1);
    await reset();
    await time.advance(60_000);
    expect(sent).toHaveLength(1);
    expect(time.waiting.size).toBe(0);
  });

  it('waits for a webhook that is under way', async () => {
    startSandbox({ forwardTo: [HOOK] });
    let answer = (_: Response) => {};
    answers = [
      new Promise((resolve) => {
        answer = resolve;
      }),
    ];
    await client.stripe('', paid);
    await settle();
    let isReset = false;
    const done = reset().then(() => {
      isReset = true;
    });
    await settle();
    expect(isReset).toBe(false);
    answer(new Response());
    await done;
    expect(sent[0]?.signal?.aborted).toBe(false);
    expect(sent).toHaveLength(1);
  });

  it('gives up a webhook that nobody answers', async () => {
    startSandbox({ forwardTo: [HOOK] });
    answers = [new Promise(() => {})];
    await client.stripe('', paid);
    await settle();
    await reset();
    expect(sent[0]?.signal?.aborted).toBe(true);
    expect(time.waiting.size).toBe(0);
  });

  it('ends the streams of what was before', async () => {
    const { body } = await client.stripe('', confirmed('wechat_pay'));
    const url = `http://sandbox/sandbox/intents/${body.id}/updates?client_secret=${body.client_secret}`;
    const streams = [
      await client.sandbox.fetch(url),
      await client.sandbox.fetch('http://sandbox/sandbox/console/changes'),
    ];
    const texts = streams.map((stream) => stream.text());
    await reset();
    for (const text of await Promise.all(texts)) expect(text).toMatch(/^: open\n/);
    expect(time.waiting.size).toBe(0);
  });

  it('goes back behind a snapshot', async () => {
    await client.stripe('', paid);
    startSandbox({ snapshot: client.sandbox.snapshot() });
    expect((await get('/v1/payment_intents')).data).toHaveLength(1);
    await reset();
    expect((await get('/v1/payment_intents')).data).toEqual([]);
  });

  it('goes on to report what Stripe would refuse', async () => {
    const lines: string[] = [];
    const stop = client.sandbox.onCaveat((line) => lines.push(line));
    const create = () =>
      client.stripe('', { amount: 100, currency: 'usd', payment_method_types: ['ideal'] });
    await reset();
    await create();
    expect(lines).toHaveLength(1);
    stop();
    await create();
    await reset();
    await create();
    expect(lines).toHaveLength(1);
  });

  it('is for tests and developers’ pages, and no other site’s', async () => {
    const headers = { origin: 'https://evil.example' };
    const answer = await client.send('/sandbox/reset', { method: 'POST', headers });
    expect(answer.status).toBe(403);
    expect((await client.send('/sandbox/reset')).status).toBe(404);
  });
});

describe('a sandbox that is closed', () => {
  it('sends no webhook, and ends its streams', async () => {
    startSandbox({ forwardTo: [HOOK] });
    answers = [new Response(null, { status: 500 })];
    const stream = await client.sandbox.fetch('http://sandbox/sandbox/console/changes');
    await client.stripe('', paid);
    await settle();
    await client.sandbox.close();
    expect(await stream.text()).toMatch(/^: open\n/);
    await client.stripe('', paid);
    await time.advance(60_000);
    expect(sent).toHaveLength(1);
    expect(time.waiting.size).toBe(0);
  });
});
