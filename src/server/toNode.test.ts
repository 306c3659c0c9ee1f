import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect as connectHttp2, createServer as createHttp2Server } from 'node:http2';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { createUpdates } from './createUpdates.ts';
import { memoryBroker } from './memoryBroker.ts';
import { eventOf, intentObject, SECRET, sign } from './testing/webhooks.ts';
import { type NodeRequest, toNode } from './toNode.ts';

const servers: Server[] = [];

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

async function listen(listener: Listener): Promise<string> {
  const server = createServer(listener).listen(0);
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
  vi.restoreAllMocks();
});

const createTestUpdates = (onEvent = vi.fn()) =>
  createUpdates({ gateway: 'stripe', signingSecret: SECRET, broker: memoryBroker(), onEvent });

const PAID = eventOf('evt_1', intentObject('pi_1'));

const post = (url: string, body: string | Uint8Array<ArrayBuffer> = PAID) =>
  fetch(url, { method: 'POST', body, headers: { 'Stripe-Signature': sign(PAID) } });

it('checks the signature of the bytes that came', async () => {
  const onEvent = vi.fn();
  const url = await listen(toNode(createTestUpdates(onEvent).handleWebhook));
  expect((await post(url)).status).toBe(200);
  expect(onEvent).toHaveBeenCalledTimes(1);
  expect((await post(url, `${PAID} `)).status).toBe(400);
});

it.each(['body', 'rawBody'])('takes the bytes that a parser has left in %s', async (name) => {
  const handle = toNode(createTestUpdates().handleWebhook);
  const url = await listen(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    await handle(Object.assign(request, { [name]: Buffer.concat(parts) }), response);
  });
  expect((await post(url)).status).toBe(200);
});

it('says how to mend it where a parser has taken the body', async () => {
  const report = vi.spyOn(console, 'error').mockImplementation(() => {});
  const handle = toNode(createTestUpdates().handleWebhook);
  const url = await listen(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const body = JSON.parse(String(Buffer.concat(parts)));
    await handle(Object.assign(request, { body }), response);
  });
  const response = await post(url);
  expect(response.status).toBe(500);
  expect(await response.text()).toMatch(/before express\.json\(\)/);
  expect(report).toHaveBeenCalledTimes(1);
});

it('answers what is too large, and takes the next request', async () => {
  const url = await listen(toNode(createTestUpdates().handleWebhook));
  expect((await post(url, 'x'.repeat(5_000_000))).status).toBe(400);
  expect((await post(url)).status).toBe(200);
});

it('keeps a stream open until the page leaves', async () => {
  const updates = createTestUpdates();
  const url = await listen(toNode(updates.handleStream));
  const abort = new AbortController();
  const { body } = await fetch(`${url}/updates?intent=pi_1`, { signal: abort.signal });
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toMatch(/^retry: /);
  await updates.publish('pi_1');
  expect((await reader?.read())?.value).toContain('look now');
  expect(updates.stats().streams).toBe(1);
  abort.abort();
  await vi.waitFor(() => expect(updates.stats().streams).toBe(0));
});

it('ends a stream with the payment, after the last event', async () => {
  const updates = createTestUpdates();
  const url = await listen(toNode(updates.handleStream));
  const answered = fetch(`${url}/?intent=pi_1`).then((response) => response.text());
  await vi.waitFor(() => expect(updates.stats().streams).toBe(1));
  await updates.publish('pi_1', { settled: true });
  expect(await answered).toMatch(/data: look now\n\n$/);
});

it('passes on any other body, and no faster than it is taken', async () => {
  let pulls = 0;
  const chunk = new Uint8Array(64 * 1024);
  const body = () =>
    new ReadableStream(
      { pull: (controller) => (pulls++ < 2_000 ? controller.enqueue(chunk) : controller.close()) },
      { highWaterMark: 0 },
    );
  const url = await listen(toNode(() => new Response(body())));
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  socket.pause();
  await vi.waitFor(() => expect(pulls).toBeGreaterThan(0));
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(pulls).toBeLessThan(500);
  socket.resume();
  await vi.waitFor(() => expect(pulls).toBeGreaterThan(2_000), { timeout: 20_000 });
  socket.destroy();
});

it('serves HTTP/2, whose browsers have no limit of six streams', async () => {
  const updates = createTestUpdates();
  const server = createHttp2Server(toNode(updates.handleStream)).listen(0);
  await once(server, 'listening');
  const session = connectHttp2(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const page = session.request({ ':path': '/updates?intent=pi_1' }).setEncoding('utf8');
  const [[headers], [opening]] = await Promise.all([once(page, 'response'), once(page, 'data')]);
  expect(headers[':status']).toBe(200);
  expect(opening).toMatch(/^retry: /);
  await updates.publish('pi_1');
  expect((await once(page, 'data'))[0]).toContain('look now');
  session.destroy();
  await vi.waitFor(() => expect(updates.stats().streams).toBe(0));
  server.close();
});

it('gives up a body whose reader is gone', async () => {
  const cancel = vi.fn();
  const url = await listen(toNode(() => new Response(new ReadableStream({ cancel }))));
  const abort = new AbortController();
  await fetch(url, { signal: abort.signal });
  abort.abort();
  await vi.waitFor(() => expect(cancel).toHaveBeenCalledTimes(1));
});

it('answers 500 where the handler throws, and tells the client nothing of it', async () => {
  const report = vi.spyOn(console, 'error').mockImplementation(() => {});
  const url = await listen(toNode(() => Promise.reject(new Error('sk_live_1'))));
  const response = await fetch(url);
  expect(response.status).toBe(500);
  expect(await response.text()).toBe('This request has failed.');
  expect(report).toHaveBeenCalledWith('[paystep/server]', new Error('sk_live_1'));
});

it('knows the path as Express was asked for it, and makes do without a host', async () => {
  const seen: string[] = [];
  const handle = toNode((request) => {
    seen.push(request.url);
    return new Response(null);
  });
  const url = await listen((request, response) => {
    const { headers } = request;
    const host = headers['x-host'] ?? headers.host;
    const changes = { originalUrl: '/api/updates?intent=pi_1', headers: { ...headers, host } };
    const express = Object.create(request, Object.getOwnPropertyDescriptors(changes));
    return handle(express as NodeRequest, response);
  });
  await fetch(url);
  await fetch(url, { headers: { 'x-host': 'a b' } });
  expect(seen).toEqual([
    `${url}/api/updates?intent=pi_1`,
    'http://localhost/api/updates?intent=pi_1',
  ]);
});

it('limits the streams of a public address, and not those behind a proxy of the shop', async () => {
  const onError = vi.fn();
  const updates = createUpdates({ limitPerAddress: 1, onError });
  const handle = toNode(updates.handleStream);
  const url = await listen((request, response) => {
    const remoteAddress = request.headers['x-remote'] ?? request.socket.remoteAddress;
    return handle(Object.create(request, { socket: { value: { remoteAddress } } }), response);
  });
  const statusFrom = async (address?: string) => {
    const headers = address === undefined ? {} : { 'x-remote': address };
    return (await fetch(`${url}/?intent=pi_1`, { headers })).status;
  };
  expect([await statusFrom('198.51.100.7'), await statusFrom('198.51.100.7')]).toEqual([200, 429]);
  for (const address of ['10.0.0.1', '::ffff:172.16.0.1', 'fd00::1', undefined])
    expect([await statusFrom(address), await statusFrom(address)]).toEqual([200, 200]);
  expect(onError).toHaveBeenCalledTimes(1);
});
