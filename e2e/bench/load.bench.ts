import { test } from '../support/base.ts';
import { type LoadOptions, loadInHalves, newMeasurements, report } from './loadRun.ts';
import { type Server, startServer } from './loadServer.ts';

const SECONDS = Number(process.env.SECONDS ?? 60);
const RATE = Number(process.env.RATE ?? 200);
const POLLED_PAYMENTS = 1000;
const STREAMS = 50;

interface Payment {
  readonly id: string;
  readonly client_secret: string;
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
async function listen({ client_secret, id }: Payment, onUpdate: () => void, end: AbortSignal) {
  const query = new URLSearchParams({ client_secret });
  const url = `${server.origin}/sandbox/intents/${id}/updates?${query}`;
  const { body } = await fetch(url, { signal: end });
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) return;
    if (part.value.includes('succeeded')) onUpdate();
  }
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

test(`${RATE} requests a second for ${SECONDS} s, ${POLLED_PAYMENTS} payments polled`, async () => {
  test.setTimeout(SECONDS * 1000 + 120_000);
  const payments: Payment[] = [];
  while (payments.length < POLLED_PAYMENTS)
    payments.push(...(await Promise.all(Array.from({ length: 20 }, create))));
  let updates = 0;
  const end = new AbortController();
  const streams = Array.from({ length: STREAMS }, (_, at) => {
    const payment = payments[(at * 7919 * 50) % POLLED_PAYMENTS] as Payment;
    return listen(payment, () => (updates += 1), end.signal).catch(() => {});
  });
  const options: LoadOptions = {
    rate: RATE,
    seconds: SECONDS,
    step: (count) => step(payments, count),
  };
  const measurements = newMeasurements();
  const usage = await loadInHalves(server, options, measurements);
  end.abort();
  await Promise.all(streams);
  report(measurements, usage, options);
  console.log(`updates ${updates} on ${STREAMS} streams`);
});
