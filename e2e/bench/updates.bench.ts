import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { loadavg } from 'node:os';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/base.ts';
import { TwoServers } from '../support/twoServers.ts';

const STREAMS = Number(process.env.STREAMS ?? 2000);
const PAYMENTS = Number(process.env.PAYMENTS ?? 40);

/** Prints what is in use after everything that nobody needs has been collected. */
const REPORT = `import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc');
process.on('SIGUSR2', () => {
  for (let round = 0; round < 4; round += 1) gc();
  console.log('usage ' + JSON.stringify(process.memoryUsage()));
});`;

const shops = new TwoServers();

test.beforeAll(async () => {
  test.setTimeout(240_000);
  await shops.open({
    NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(REPORT)}`,
  });
});

test.afterAll(() => shops.close());

async function usage(): Promise<NodeJS.MemoryUsage> {
  return JSON.parse(await shops.servers[1].report('SIGUSR2', /usage (\{.*\})/));
}

/** The least that keeps a stream open, so that the bench has the machine for the rest. */
async function listen(intent: string): Promise<Socket> {
  const { hostname, port } = new URL(shops.servers[1].url);
  const socket = connect(Number(port), hostname);
  const head = ['Host: localhost', 'Accept: text/event-stream', 'Accept-Language: en-US,en;q=0.9'];
  socket.write(`GET /api/updates?intent=${intent} HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n`);
  await once(socket, 'data');
  return socket;
}

async function listenToMany(count: number, name: string): Promise<Socket[]> {
  const sockets: Socket[] = [];
  while (sockets.length < count) {
    const ids = Array.from({ length: 100 }, (_, at) => `pi_${name}${sockets.length + at}`);
    sockets.push(...(await Promise.all(ids.map(listen))));
  }
  return sockets;
}

/** Opens a checkout up to its code, and waits until its stream is open. */
async function waitWithCode(page: Page): Promise<string> {
  const streamOpened = page.waitForResponse(/api\/updates\?intent=/);
  const created = page.waitForResponse('**/api/orders');
  await page.goto(shops.servers[1].url);
  const { updatesUrl } = await (await created).json();
  await page.getByRole('radio', { name: 'WeChat Pay' }).click();
  await page.getByRole('button', { name: 'Show QR code' }).click();
  await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible();
  await streamOpened;
  // Nobody pays in the first moment; and then no trigger or first read is at work.
  await page.waitForTimeout(1_500);
  return new URL(updatesUrl, shops.url).searchParams.get('intent') ?? '';
}

interface Delivery {
  readonly type: string;
  readonly payment_intent?: string;
  /** In seconds. */
  readonly attempts: readonly { readonly at: number }[];
}

/** When the sandbox began to send the webhook. Milliseconds since 1970. */
async function webhookSent(intent: string): Promise<number> {
  const response = await fetch(`${shops.sandboxUrl}/sandbox/deliveries`);
  const { data } = (await response.json()) as { readonly data: readonly Delivery[] };
  const sent = data.find(
    ({ type, payment_intent }) => type === 'payment_intent.succeeded' && payment_intent === intent,
  );
  return (sent?.attempts[0]?.at ?? Number.NaN) * 1000;
}

const successAt = (page: Page) =>
  page
    .waitForFunction(() => (window as unknown as { successAt?: number }).successAt)
    .then((handle) => handle.jsonValue());

const percentile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)]?.toFixed(0);

test(`${STREAMS} streams on one server, the webhook to the other`, async ({ page }) => {
  test.setTimeout(20 * 60_000);
  await page.addInitScript(() => {
    addEventListener('paystep-success', () => Object.assign(window, { successAt: Date.now() }));
  });
  // What the first ones set up for good belongs to no stream.
  const first = await listenToMany(300, 'first');
  const before = await usage();
  const sockets = await listenToMany(STREAMS, 'idle');
  const after = await usage();
  for (const kind of ['heapUsed', 'rss'] as const) {
    const each = (after[kind] - before[kind]) / STREAMS;
    console.log(`${kind} per idle stream: ${(each / 1000).toFixed(1)} kB`);
  }
  const sinceWebhook: number[] = [];
  const sinceSettled: number[] = [];
  for (let i = 0; i < PAYMENTS; i++) {
    const intent = await waitWithCode(page);
    const settled = Date.now();
    const url = `${shops.sandboxUrl}/sandbox/intents/${intent}/simulate`;
    await fetch(url, { method: 'POST', body: '{"outcome":"succeed"}' });
    const at = Number(await successAt(page));
    sinceWebhook.push(at - (await webhookSent(intent)));
    sinceSettled.push(at - settled);
  }
  for (const [name, values] of Object.entries({ sinceWebhook, sinceSettled }))
    console.log(
      `${name}: median ${percentile(values, 0.5)} ms, p95 ${percentile(values, 0.95)} ms, most ${percentile(values, 1)} ms`,
    );
  console.log(
    `load ${loadavg()[0]?.toFixed(1)}, streams ${(await shops.servers[1].health()).streams}`,
  );
  for (const socket of [...first, ...sockets]) socket.destroy();
  await expect.poll(async () => (await shops.servers[1].health()).streams).toBeLessThan(5);
});
