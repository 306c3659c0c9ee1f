import { beforeEach, describe, expect, it } from 'vitest';
import { serve } from '../node/serve.ts';
import { confirmed, createTestClient, ORIGIN, type TestClient } from '../testing/client.ts';
import { createTestTimers, settle } from '../testing/timers.ts';

let client: TestClient;
let time: ReturnType<typeof createTestTimers>;

beforeEach(() => {
  time = createTestTimers();
  client = createTestClient({ timers: time.timers });
});

const start = async () => (await client.stripe('', confirmed('wechat_pay'))).body;

interface Named {
  readonly id: string;
  readonly client_secret: string;
}

const openStream = ({ id, client_secret }: Named, init: RequestInit = {}) =>
  client.sandbox.fetch(
    new Request(`${ORIGIN}/sandbox/intents/${id}/updates?client_secret=${client_secret}`, init),
  );

const lastSeen = (id: string) => ({ headers: { 'last-event-id': id } });

/** The heartbeat rests where no stream is open. */
const anyOpen = () => time.waiting.size > 0;

const updateEvent = ({ id }: Named, status: string) =>
  `data: ${JSON.stringify({ id, status })}\n\n`;

describe('access to updates', () => {
  it.each([
    ['', 'parameter_missing'],
    ['?client_secret=', 'parameter_missing'],
    ['?client_secret=pi_x_secret_y', 'payment_intent_invalid_parameter'],
  ])('is refused with "%s", the same whether the id exists or not', async (query, code) => {
    const { id } = await start();
    for (const each of [id, 'pi_3nothing']) {
      const { body, status } = await client.send(`/sandbox/intents/${each}/updates${query}`);
      expect(status).toBe(400);
      expect(body.error).toMatchObject({ code, param: 'client_secret' });
    }
  });

  it('needs this payment’s client secret', async () => {
    const [one, other] = [await start(), await start()];
    expect((await openStream({ ...one, client_secret: other.client_secret })).status).toBe(400);
    const response = await openStream(one);
    expect(response.status).toBe(200);
    await response.body?.cancel();
  });
});

describe('a stream of updates', () => {
  it('sends a retry time and heartbeats, and ends with the payment', async () => {
    const intent = await start();
    const response = await openStream(intent);
    await client.simulate(intent.id, 'process');
    await time.advance(15_000);
    await time.advance(15_000);
    await client.simulate(intent.id, 'succeed');
    expect(await response.text()).toBe(
      `: open\nretry: 3000\nid: requires_action\n\n${updateEvent(intent, 'processing')}: beat\n\n: beat\n\n${updateEvent(intent, 'succeeded')}id: succeeded\n\n`,
    );
    expect(anyOpen()).toBe(false);
  });

  it.each([
    ['cancel', 'canceled'],
    ['succeed', 'succeeded'],
  ])('ends where it is opened after "%s", and keeps an EventSource away', async (how, status) => {
    const intent = await start();
    await client.simulate(intent.id, how);
    const text = await (await openStream(intent)).text();
    expect(text).toContain(updateEvent(intent, status));
    expect(text).toMatch(new RegExp(`id: ${status}\n\n$`));
    expect((await openStream(intent, lastSeen(status))).status).toBe(204);
    expect(anyOpen()).toBe(false);
  });

  it('sends a returning client only what it missed', async () => {
    const intent = await start();
    await client.simulate(intent.id, 'process');
    const reader = (await openStream(intent, lastSeen('requires_action'))).body?.getReader();
    const text = new TextDecoder();
    expect(text.decode((await reader?.read())?.value)).toContain('id: processing');
    expect(text.decode((await reader?.read())?.value)).toBe(updateEvent(intent, 'processing'));
    const again = (await openStream(intent, lastSeen('processing'))).body?.getReader();
    await again?.read();
    await client.simulate(intent.id, 'succeed');
    expect(text.decode((await again?.read())?.value)).toBe(updateEvent(intent, 'succeeded'));
  });

  it('leaves no listener behind', async () => {
    const intent = await start();
    const abort = new AbortController();
    const streams = [];
    for (let at = 0; at < 1000; at++)
      streams.push(await openStream(intent, { signal: abort.signal }));
    expect(time.waiting.size).toBe(1);
    for (const stream of streams.slice(0, 999)) await stream.body?.cancel();
    expect(anyOpen()).toBe(true);
    abort.abort();
    expect(anyOpen()).toBe(false);
  });

  it('opens no more than a thousand at once, and another when one has ended', async () => {
    const intent = await start();
    const abort = new AbortController();
    for (let at = 0; at < 1000; at++) await openStream(intent, { signal: abort.signal });
    const refused = await openStream(intent);
    expect(refused.status).toBe(429);
    expect(await refused.text()).toContain('No more than 1000 streams');
    abort.abort();
    expect((await openStream(intent)).status).toBe(200);
  });

  it('closes the stream of a client that does not read', async () => {
    const intent = await start();
    await openStream(intent);
    for (let at = 0; at < 110; at++) await time.advance(15_000);
    await settle();
    expect(anyOpen()).toBe(false);
  });
});

it('forgets clients that close the connection', async () => {
  const served = await serve({ port: 0, sandbox: client.sandbox });
  const { client_secret, id } = await start();
  const abort = new AbortController();
  const url = `${served.urls[0]}/sandbox/intents/${id}/updates?client_secret=${client_secret}`;
  const opened = Array.from({ length: 20 }, () => fetch(url, { signal: abort.signal }));
  expect((await Promise.all(opened)).every(({ ok }) => ok)).toBe(true);
  expect(anyOpen()).toBe(true);
  abort.abort();
  await expect.poll(anyOpen).toBe(false);
  await served.close();
});
