import { test } from '../support/base.ts';
import { type Server, startServer } from './loadServer.ts';

const SECONDS = Number(process.env.SECONDS ?? 60);
const RATE = Number(process.env.RATE ?? 200);
const POLLED_PAYMENTS = 1000;
const STREAMS = 50;

/** Requests leave in bursts, as from browsers whose clocks are not each other's. */
const BURST = 50;

interface Payment {
  readonly id: string;
  readonly client_secret: string;
}

interface Measurements {
  readonly took: number[];
  readonly errors: Map<string, number>;
  updates: number;
}

let server: Server;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.stop());

const asMerchant = { authorization: 'Bearer sk_test_bench' };

async function create(): Promise<Payment> {
  const body = new URLSearchParams({
    amount: '2099',
    currency: 'cny',
    confirm: 'true',
    'payment_method_types[]': 'wechat_pay',
    'payment_method_data[type]': 'wechat_pay',
    return_url: 'https://shop.example/',
  });
  const init = { method: 'POST', headers: asMerchant, body };
  const response = await fetch(`${server.origin}/v1/payment_intents`, init);
  if (response.ok) return response.json();
  throw new Error(`create: ${response.status}`);
}

/** As a customer's page does: with the publishable key, and the payment's own secret. */
async function read({ client_secret, id }: Payment): Promise<void> {
  const query = new URLSearchParams({ key: 'pk_test_bench', client_secret });
  const response = await fetch(`${server.origin}/v1/payment_intents/${id}?${query}`);
  const body = await response.json();
  if (body.id !== id) throw new Error(`read: ${response.status}`);
}

async function pay({ id }: Payment): Promise<void> {
  const url = `${server.origin}/sandbox/intents/${id}/simulate`;
  const response = await fetch(url, { method: 'POST', body: '{"outcome":"succeed"}' });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`simulate: ${response.status}`);
}

/** Listens until the payment is paid, and then to the next one, as customers come and go. */
async function listen(
  payments: Payment[],
  at: number,
  measurements: Measurements,
  end: AbortSignal,
) {
  const { client_secret, id } = payments[at] as Payment;
  const query = new URLSearchParams({ client_secret });
  const url = `${server.origin}/sandbox/intents/${id}/updates?${query}`;
  const { body } = await fetch(url, { signal: end });
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) return;
    if (part.value.includes('succeeded')) measurements.updates += 1;
  }
}

async function measured(measurements: Measurements, request: () => Promise<void>): Promise<void> {
  const start = performance.now();
  try {
    await request();
  } catch (error) {
    const text = String(error);
    measurements.errors.set(text, (measurements.errors.get(text) ?? 0) + 1);
  }
  measurements.took.push(performance.now() - start);
}

/** Of a hundred requests two pay and two create: the number of those who wait stays the same. */
function step(payments: Payment[], count: number): () => Promise<void> {
  const at = (count * 7919) % payments.length;
  const payment = payments[at] as Payment;
  if (count % 50 === 0) return () => pay(payment);
  if (count % 50 !== 1) return () => read(payment);
  const paid = ((count - 1) * 7919) % payments.length;
  return async () => {
    payments[paid] = await create();
  };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends by the clock and not by the answers: a slow server gets no less to do. */
async function load(
  payments: Payment[],
  measurements: Measurements,
  seconds: number,
): Promise<void> {
  const sent: Promise<void>[] = [];
  const start = performance.now();
  for (let count = 0; count < RATE * seconds; ) {
    const due = Math.min(((performance.now() - start) / 1000) * RATE, RATE * seconds);
    for (; count < due; count += 1) sent.push(measured(measurements, step(payments, count)));
    await pause(BURST);
  }
  await Promise.all(sent);
}

const percentile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.toFixed(1);

const ratio = (now: number, first: number) =>
  `${(now / 2 ** 20).toFixed(1)} MB (${(now / first).toFixed(2)})`;

test(`${RATE} requests a second for ${SECONDS} s, ${POLLED_PAYMENTS} payments polled`, async () => {
  test.setTimeout(SECONDS * 1000 + 120_000);
  const payments: Payment[] = [];
  while (payments.length < POLLED_PAYMENTS)
    payments.push(...(await Promise.all(Array.from({ length: 20 }, create))));
  const measurements: Measurements = { took: [], errors: new Map(), updates: 0 };
  const end = new AbortController();
  const streams = Array.from({ length: STREAMS }, (_, at) =>
    listen(payments, (at * 7919 * 50) % POLLED_PAYMENTS, measurements, end.signal).catch(() => {}),
  );
  // What the first requests set up for good is no growth.
  await load(payments, { took: [], errors: new Map(), updates: 0 }, 5);
  const usage = [await server.usage()];
  for (const half of [1, 2]) {
    await load(payments, measurements, SECONDS / 2);
    usage.push(await server.usage());
    if (half === 2) end.abort();
  }
  await Promise.all(streams);
  const took = measurements.took.sort((a, b) => a - b);
  const [first, , last] = usage;
  console.log(`requests ${took.length}, errors ${JSON.stringify([...measurements.errors])}`);
  console.log(`updates ${measurements.updates} on ${STREAMS} streams`);
  for (const share of [0.5, 0.95, 0.99, 1])
    console.log(`p${share * 100} ${percentile(took, share)} ms`);
  const worked =
    ((last?.user ?? 0) + (last?.system ?? 0) - (first?.user ?? 0) - (first?.system ?? 0)) / 1e6;
  console.log(`server ${((100 * worked) / SECONDS).toFixed(0)} % of a core`);
  for (const kind of ['rss', 'heapUsed'] as const)
    console.log(`${kind} ${usage.map((now) => ratio(now[kind], first?.[kind] ?? 1)).join(', ')}`);
});
