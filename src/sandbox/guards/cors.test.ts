import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Served, serve } from '../node/serve.ts';
import {
  confirmed,
  createTestClient,
  PUBLISHABLE,
  SECRET,
  type TestClient,
} from '../testing/client.ts';

const ORIGIN = { origin: 'https://shop.example' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

let client: TestClient;
let intent: { id: string; client_secret: string };

beforeEach(async () => {
  client = createTestClient();
  intent = (await client.stripe('', confirmed('ideal'))).body;
});

const readable = (headers: Headers) => headers.get('access-control-allow-origin');

const read = (path: string, headers: Record<string, string> = {}) =>
  client.send(path, { headers: { ...ORIGIN, ...headers } });

const query = () => `key=${PUBLISHABLE}&client_secret=${intent.client_secret}`;

/** Refusals of every status, as a page of a shop meets them. */
const REFUSALS: readonly [status: number, ask: () => ReturnType<typeof client.send>][] = [
  [400, () => read(`/v1/payment_intents/${intent.id}?key=${PUBLISHABLE}`)],
  [401, () => read(`/wooshpay/v1/payment_intents/${intent.id}`)],
  [402, () => decline()],
  [403, () => read(`/v1/customers?key=${PUBLISHABLE}`)],
  [403, () => read(`/v1/customers?key=${SECRET}`)],
  [404, () => read('/stripe/v1/nothing')],
  [404, () => read('/strip/v1/payment_intents/pi_1')],
  [404, () => read('/sandbox/nothing')],
  [404, () => read('/sandbox/bank/pi_nothing')],
  [404, () => client.send('/v1/payment_intents', { method: 'PUT', headers: ORIGIN })],
  [409, () => fault('conflict')],
  [429, () => fault('rate_limit')],
  [429, () => fault('lock_timeout')],
  [500, () => fault('server_error')],
  [200, () => fault('malformed=html')],
  [200, () => fault('malformed')],
];

const fault = (kind: string) =>
  client.sandbox
    .fetch(`http://sandbox/v1/payment_intents/${intent.id}?${query()}`, {
      headers: { ...ORIGIN, 'sandbox-fault': kind },
    })
    .then(async (answer) => ({
      status: answer.status,
      headers: answer.headers,
      body: await answer.text(),
    }));

async function decline() {
  const { body } = await client.stripe('', { amount: 1800, currency: 'eur' });
  const params = `key=${PUBLISHABLE}&client_secret=${body.client_secret}&payment_method=pm_card_chargeDeclined`;
  const path = `/v1/payment_intents/${body.id}/confirm`;
  return client.send(path, { method: 'POST', headers: { ...FORM, ...ORIGIN }, body: params });
}

describe('a page of another origin', () => {
  it.each(REFUSALS)('can read a refusal with the status %i', async (status, send) => {
    const answer = await send();
    expect([answer.status, readable(answer.headers)]).toEqual([status, '*']);
    expect(answer.headers.get('access-control-expose-headers')).toBe(
      'Request-Id, Stripe-Manage-Version, Stripe-Should-Retry, X-Stripe-External-Auth-Required, X-Stripe-Privileged-Session-Required',
    );
  });

  it.each([
    '/v1/payment_intents/pi_1',
    '/strip/v1/payment_intents/pi_1',
    '/nothing',
    '/sandbox/faults',
    '/sandbox/nothing',
  ])('may ask what it may ask, also where nothing is: %s', async (path) => {
    const headers = {
      ...ORIGIN,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization, content-type, idempotency-key',
    };
    const answer = await client.send(path, { method: 'OPTIONS', headers });
    expect([answer.status, readable(answer.headers)]).toEqual([204, '*']);
    const allowed = answer.headers.get('access-control-allow-headers')?.toLowerCase();
    for (const name of ['authorization', 'content-type', 'idempotency-key', 'stripe-version'])
      expect(allowed).toContain(name);
    expect(answer.headers.get('access-control-allow-methods')).toContain('POST');
    expect(answer.headers.get('access-control-max-age')).toBe('300');
  });
});

describe('a path that does not exist', () => {
  it.each([
    ['/strip/v1/payment_intents/pi_1', "Stripe's API is at /stripe/v1"],
    ['/stripe/payment_intents/pi_1', "Stripe's API is at /stripe/v1"],
    ['/payment_intents/pi_1', "WooshPay's at /wooshpay/v1"],
    ['/api/stripe/v1/payment_intents', "Stripe's API is at /stripe/v1"],
    ['/stripe/v1/v1/payment_intents/pi_1', 'An api-base ends before /v1'],
    ['/wooshpay/v1/v1/payment_intents', 'An api-base ends before /v1'],
    ['/v1/v1/payment_intents', 'An api-base ends before /v1'],
    ['/stripe/v1/payment_intent/pi_1', 'Did you mean /stripe/v1/payment_intents?'],
    ['/v1/paymentIntents', 'Did you mean /v1/payment_intents?'],
    ['/v1/refund', 'Did you mean /v1/refunds?'],
    ['/wooshpay/v1/Payment-Methods', 'Did you mean /wooshpay/v1/payment_methods?'],
  ])('says which it was, and what is near: %s', async (path, near) => {
    const { body, status } = await read(path);
    expect(status).toBe(404);
    expect(body.error).toMatchObject({ type: 'invalid_request_error' });
    expect(body.error.message).toContain(`Unrecognized request URL (GET: ${path}).`);
    expect(body.error.message).toContain(near);
  });

  it.each(['/', '/favicon.ico', '/stripe/v1/payouts', '/sandbox/nothing'])(
    'says no more where nothing is near: %s',
    async (path) => {
      const { body } = await read(path, { accept: 'application/json' });
      expect(body.error.message).toBe(`Unrecognized request URL (GET: ${path}).`);
    },
  );

  it('shows no secret that was in it, and not all of a long one', async () => {
    const { body } = await read(`/strip/${intent.client_secret}/${SECRET}/${'x'.repeat(5000)}`);
    expect(body.error.message).not.toMatch(/_secret_\w|sk_test_s/);
    expect(body.error.message.length).toBeLessThan(500);
  });

  it('answers a browser with text', async () => {
    const { body, headers } = await read('/strip/v1', { accept: 'text/html,*/*' });
    expect(headers.get('content-type')).toContain('text/plain');
    expect(body).toContain('Unrecognized request URL (GET: /strip/v1).');
  });
});

describe('over HTTP', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve({ port: 0 });
  });
  afterAll(() => served.close());

  it.each([
    ['GET', '/strip/v1/payment_intents/pi_1', 404],
    ['GET', '/stripe/v1/nothing', 401],
    ['POST', '/index.html', 404],
    ['DELETE', '/shop/orders/1', 404],
    ['GET', '/locales/xx.js', 404],
    ['GET', '/sandbox/nothing', 404],
  ])('a refusal can be read as well: %s %s', async (method, path, status) => {
    const url = `${served.urls[0]}${path}`;
    const headers = method === 'GET' ? ORIGIN : {};
    const answer = await fetch(url, { method, headers });
    if (status !== 401) expect(answer.status).toBe(status);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(readable(answer.headers)).toBe('*');
    await answer.text();
    expect((await fetch(url, { method: 'OPTIONS', headers: ORIGIN })).status).toBe(204);
  });

  it('the shop’s own pages cannot be read by another origin', async () => {
    for (const path of ['/', '/shop.js', '/shop/methods', '/sandbox/']) {
      const answer = await fetch(`${served.urls[0]}${path}`, { headers: ORIGIN });
      expect([path, answer.status, readable(answer.headers)]).toEqual([path, 200, null]);
      await answer.text();
    }
  });
});
