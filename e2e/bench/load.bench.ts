import { test } from '../support/base.ts';
import { type Server, startServer } from './loadServer.ts';

const SECONDS = Number(process.env.SECONDS ?? 60);
const RATE = Number(process.env.RATE ?? 200);
const WATCHED = 1000;
const STREAMS = 50;

/** Requests leave in bursts, as from browsers whose clocks are not each other's. */
const BURST = 50;

interface Payment {
  readonly id: string;
  readonly client_secret: string;
}

interface Tally {
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
  const address = `${server.origin}/sandbox/intents/${id}/simulate`;
  const response = await fetch(address, { method: 'POST', body: '{"outcome":"succeed"}' });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`simulate: ${response.status}`);
}

/** Listens until the payment is paid, and then to the next one, as customers come and go. */
async function listen(watched: Payment[], at: number, tally: Tally, end: AbortSignal) {
  const { client_secret, id } = watched[at] as Payment;
  const query = new URLSearchParams({ client_secret });
  const address = `${server.origin}/sandbox/intents/${id}/updates?${query}`;
  const { body } = await fetch(address, { signal: end });
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) return;
    if (part.value.includes('succeeded')) tally.updates += 1;
  }
}

async function measured(tally: Tally, act: () => Promise<void>): Promise<void> {
  const start = performance.now();
  try {
    await act();
  } catch (error) {
    const text = String(error);
    tally.errors.set(text, (tally.errors.get(text) ?? 0) + 1);
  }
  tally.took.push(performance.now() - start);
}

/** Of a hundred requests two pay and two create: the number of those who wait stays the same. */
function step(watched: Payment[], count: number): () => Promise<void> {
  const at = (count * 7919) % watched.length;
  const payment = watched[at] as Payment;
  if (count % 50 === 0) return () => pay(payment);
  if (count % 50 !== 1) return () => read(payment);
  const paid = ((count - 1) * 7919) % watched.length;
  return async () => {
    watched[paid] = await create();
  };
}

const pause = (ms: number) => new Promise((wake) => setTimeout(wake, ms));

/** Sends by the clock and not by the answers: a slow server gets no less to do. */
async function load(watched: Payment[], tally: Tally, seconds: number): Promise<void> {
  const sent: Promise<void>[] = [];
  const start = performance.now();
  for (let count = 0; count < RATE * seconds; ) {
    const due = Math.min(((performance.now() - start) / 1000) * RATE, RATE * seconds);
    for (; count < due; count += 1) sent.push(measured(tally, step(watched, count)));
    await pause(BURST);
  }
  await Promise.all(sent);
}

const percentile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.toFixed(1);

const ratio = (now: number, first: number) =>
  `${(now / 2 ** 20).toFixed(1)} MB (${(now / first).toFixed(2)})`;

test(`${RATE} requests a second for ${SECONDS} s, ${WATCHED} payments watched`, async () => {
  test.setTimeout(SECONDS * 1000 + 120_000);
  const watched: Payment[] = [];
  while (watched.length < WATCHED)
    watched.push(...(await Promise.all(Array.from({ length: 20 }, create))));
  const tally: Tally = { took: [], errors: new Map(), updates: 0 };
  const end = new AbortController();
  const streams = Array.from({ length: STREAMS }, (_, at) =>
    listen(watched, (at * 7919 * 50) % WATCHED, tally, end.signal).catch(() => {}),
  );
  // What the first requests set up for good is no growth.
  await load(watched, { took: [], errors: new Map(), updates: 0 }, 5);
  const usage = [await server.usage()];
  for (const half of [1, 2]) {
    await load(watched, tally, SECONDS / 2);
    usage.push(await server.usage());
    if (half === 2) end.abort();
  }
  await Promise.all(streams);
  const took = tally.took.sort((a, b) => a - b);
  const [first, , last] = usage;
  console.log(`requests ${took.length}, errors ${JSON.stringify([...tally.errors])}`);
  console.log(`updates ${tally.updates} on ${STREAMS} streams`);
  for (const share of [0.5, 0.95, 0.99, 1])
    console.log(`p${share * 100} ${percentile(took, share)} ms`);
  const worked =
    ((last?.user ?? 0) + (last?.system ?? 0) - (first?.user ?? 0) - (first?.system ?? 0)) / 1e6;
  console.log(`server ${((100 * worked) / SECONDS).toFixed(0)} % of a core`);
  for (const kind of ['rss', 'heapUsed'] as const)
    console.log(`${kind} ${usage.map((now) => ratio(now[kind], first?.[kind] ?? 1)).join(', ')}`);
});
