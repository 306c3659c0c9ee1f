import { beforeEach, expect, it } from 'vitest';
import { confirmed, createTestClient, PUBLISHABLE, type TestClient } from '../testing/client.ts';

let client: TestClient;
let id: string;
let secret: string;

beforeEach(async () => {
  client = createTestClient();
  const { confirm: _, return_url, payment_method_data, ...unpaid } = confirmed('wechat_pay');
  const { body } = await client.stripe('', unpaid);
  id = body.id;
  secret = body.client_secret;
});

function confirm(headers: Record<string, string> = {}) {
  const params = { client_secret: secret, 'payment_method_data[type]': 'wechat_pay' };
  return client.send(`/v1/payment_intents/${id}/confirm`, {
    method: 'POST',
    headers: { authorization: `Bearer ${PUBLISHABLE}`, ...headers },
    body: new URLSearchParams(params),
  });
}

async function confirms() {
  const { calls } = (await client.send(`/sandbox/intents/${id}`)).body;
  return calls.filter(({ name }: { name: string }) => name === 'confirm');
}

const key = { 'idempotency-key': 'k1' };

it('counts a repeated confirm and marks it as not run', async () => {
  await confirm(key);
  await confirm(key);
  expect(await confirms()).toMatchObject([
    { status: 200, ran: true, publishable: true, idempotencyKey: 'k1' },
    { status: 200, ran: false, idempotencyKey: 'k1' },
  ]);
});

it('counts a confirm while its key is in use', async () => {
  const first = confirm({ ...key, 'sandbox-fault': 'latency=60' });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect((await confirm(key)).status).toBe(409);
  await first;
  expect(await confirms()).toMatchObject([
    { status: 409, ran: false },
    { status: 200, ran: true, fault: 'latency' },
  ]);
});

it.each([
  ['drop', 0, false],
  ['server_error', 500, false],
  ['rate_limit', 429, false],
  ['drop=after', 200, true],
  ['server_error=after', 200, true],
])('tells what a confirm with %s has come to', async (fault, status, ran) => {
  await confirm({ 'sandbox-fault': fault }).catch(() => {});
  expect(await confirms()).toMatchObject([{ status, ran, fault: fault.split('=')[0] }]);
});

it('differs between a server and a browser', async () => {
  await client.stripe(`/${id}/confirm`, { surprise: '1' });
  expect(await confirms()).toMatchObject([{ status: 400, ran: true }]);
  expect((await confirms())[0]).not.toHaveProperty('publishable');
});

it('is in flight while its answer is delayed', async () => {
  const body = JSON.stringify({ kind: 'latency', ms: 80, when: 'after', times: 1 });
  await client.send('/sandbox/faults', { method: 'POST', body });
  const first = confirm(key);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect((await confirm(key)).status).toBe(409);
  expect((await client.read('stripe', id)).body.status).toBe('requires_action');
  const both = [{ status: 200, ran: true }, { status: 409 }];
  expect(await confirms()).toMatchObject(both);
  expect((await first).status).toBe(200);
  expect(await confirms()).toMatchObject(both);
});
