import { beforeEach, describe, expect, it } from 'vitest';
import { createTestClient, ORIGIN, type TestClient } from '../testing/client.ts';
import { IdempotencyStore } from './idempotency.ts';

const NOW = 1_700_000_000_000;

let client: TestClient;
beforeEach(() => {
  client = createTestClient({ now: () => NOW });
});

const PARAMS = { amount: '1099', currency: 'eur' };

interface Sent {
  readonly key?: string;
  readonly apiKey?: string;
  readonly path?: string;
  readonly fault?: string;
}

/** A POST as Stripe's clients make it. */
function post(params: Record<string, string>, { key = 'k1', ...sent }: Sent = {}) {
  const { apiKey = 'sk_test_1', fault, path = '' } = sent;
  return client.send(`/v1/payment_intents${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${apiKey}`,
      'idempotency-key': key,
      ...(fault && { 'sandbox-fault': fault }),
    },
    body: new URLSearchParams(params),
  });
}

const wooshpay = (params: object, key = 'k1') =>
  client.wooshpay('', params, { 'idempotency-key': key });

describe('a repeated idempotency key', () => {
  it('repeats the first answer and makes no second payment', async () => {
    const first = await post(PARAMS);
    const second = await post({ currency: 'eur', amount: '1099' });
    expect(second.body).toEqual(first.body);
    expect(second.status).toBe(200);
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    expect(second.headers.get('original-request')).toBe(first.headers.get('request-id'));
    expect(second.headers.get('request-id')).not.toBe(first.headers.get('request-id'));
    expect(second.headers.get('content-type')).toContain('application/json');
    const other = await post(PARAMS, { key: 'k2' });
    expect(other.body.id).not.toBe(first.body.id);
  });

  it('works for WooshPay too', async () => {
    const params = { amount: 1099, currency: 'EUR', metadata: { a: '1', b: '2' } };
    const first = await wooshpay(params);
    const second = await wooshpay({ ...params, metadata: { b: '2', a: '1' } });
    expect(second.body.id).toBe(first.body.id);
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    expect(await wooshpay({ ...params, amount: 1 })).toMatchObject({
      status: 400,
      body: { error: { type: 'idempotency_error' } },
    });
  });

  it('is separate for each API key', async () => {
    const first = await post(PARAMS);
    const other = await post(PARAMS, { apiKey: 'sk_test_2' });
    expect(other.body.id).not.toBe(first.body.id);
    const atOtherGateway = await wooshpay({ amount: 1099, currency: 'eur' });
    expect(atOtherGateway.status).toBe(200);
  });

  it('is an error with other parameters', async () => {
    await post(PARAMS);
    const other = await post({ ...PARAMS, amount: '1100' });
    expect(other.status).toBe(400);
    expect(other.body.error).toMatchObject({ type: 'idempotency_error' });
    expect(other.body.error.message).toContain('same parameters');
    expect(other.body.error.message).toContain("'k1'");
  });

  it('is an error at another endpoint', async () => {
    const { body } = await post(PARAMS);
    const other = await post({}, { path: `/${body.id}/cancel` });
    expect(other.status).toBe(400);
    expect(other.body.error.type).toBe('idempotency_error');
    expect(other.body.error.message).toContain(
      `('/v1/payment_intents' vs '/v1/payment_intents/${body.id}/cancel')`,
    );
    expect((await client.read('stripe', body.id)).body.status).not.toBe('canceled');
  });

  it('is a conflict while the first request is on its way', async () => {
    const first = post(PARAMS, { fault: 'latency=60' });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const second = await post(PARAMS);
    expect(second.status).toBe(409);
    expect(second.body.error).toMatchObject({
      type: 'idempotency_error',
      code: 'idempotency_key_in_use',
    });
    const { body, status } = await first;
    expect(status).toBe(200);
    expect((await post(PARAMS)).body).toEqual(body);
  });

  it('repeats a decline and an unexpected state', async () => {
    const params = {
      ...PARAMS,
      confirm: 'true',
      payment_method: 'pm_card_chargeDeclined',
      'payment_method_types[]': 'card',
    };
    const declined = await post(params);
    expect(declined.status).toBe(402);
    expect(await post(params)).toMatchObject({ status: 402, body: declined.body });
    const { body } = await post(PARAMS, { key: 'k2' });
    const early = { key: 'k3', path: `/${body.id}/capture` };
    expect((await post({}, early)).status).toBe(400);
    await client.stripe(`/${body.id}/cancel`);
    const again = await post({}, early);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.body.error.message).toContain('requires_payment_method');
  });

  it.each([
    ['a mistake in the parameters', 400, { amount: 'abc', currency: 'eur' }, {}],
    ['a missing parameter', 400, { amount: '100' }, {}],
    ['a wrong API key', 401, PARAMS, { apiKey: 'nonsense' }],
    ['a publishable key', 403, PARAMS, { apiKey: 'pk_test_1' }],
    ['a rate limit', 429, PARAMS, { fault: 'rate_limit' }],
    ['a fault of the network', 500, PARAMS, { fault: 'server_error' }],
  ])('may be used again after %s', async (_, status, params, sent) => {
    const refused = await post(params as Record<string, string>, sent);
    expect(refused.status).toBe(status);
    const { status: done, headers } = await post({ ...PARAMS, amount: '2000' });
    expect(done).toBe(200);
    expect(headers.get('idempotent-replayed')).toBeNull();
  });

  it('repeats an answer that was lost', async () => {
    const lost = await post(PARAMS, { fault: 'server_error=after' });
    expect(lost.status).toBe(500);
    const { status, headers } = await post(PARAMS);
    expect(status).toBe(200);
    expect(headers.get('idempotent-replayed')).toBe('true');
  });

  it('may be used again after 24 hours', async () => {
    const first = await post(PARAMS);
    const advance = (seconds: number) =>
      client.send('/sandbox/clock', { method: 'POST', body: JSON.stringify({ advance: seconds }) });
    await advance(24 * 3600 - 1);
    expect((await post(PARAMS)).body.id).toBe(first.body.id);
    await advance(1);
    expect((await post(PARAMS)).body.id).not.toBe(first.body.id);
  });

  it('may have 255 characters and no more', async () => {
    expect((await post(PARAMS, { key: 'x'.repeat(255) })).status).toBe(200);
    const { status, body } = await post(PARAMS, { key: 'x'.repeat(256) });
    expect(status).toBe(400);
    expect(body.error.message).toContain('255');
  });

  it('is ignored by a read', async () => {
    const { body } = await post(PARAMS);
    const headers = { authorization: 'Bearer sk_test_1', 'idempotency-key': 'k1' };
    const read = await client.sandbox.fetch(`${ORIGIN}/v1/payment_intents/${body.id}`, { headers });
    expect(read.status).toBe(200);
    expect(read.headers.get('idempotent-replayed')).toBeNull();
  });
});

it('bounds the number and size of stored answers', () => {
  const answers = new IdempotencyStore(() => NOW);
  const storeAnswer = (name: string, size: number) => {
    answers.begin(name, { path: '/', params: '', requestId: 'req_1' });
    answers.end(name, { status: 200, body: 'x'.repeat(size), contentType: 'text/plain' });
  };
  answers.begin('on its way', { path: '/', params: '', requestId: 'req_0' });
  for (let at = 0; at < 10_050; at += 1) storeAnswer(`small ${at}`, 1);
  expect(answers.get('small 40')).toBeUndefined();
  expect(answers.get('small 60')).toBeDefined();
  for (let at = 0; at < 30; at += 1) storeAnswer(`large ${at}`, 1_000_000);
  expect(answers.get('small 10049')).toBeUndefined();
  expect(answers.get('large 10')).toBeUndefined();
  expect(answers.get('large 11')).toBeDefined();
  expect(answers.get('on its way')).toBeDefined();
  // A key, and the API key that it belongs to, come from outside too.
  for (let at = 0; at < 30; at += 1) storeAnswer(`${at} ${'k'.repeat(1_000_000)}`, 1);
  expect(answers.get('large 29')).toBeUndefined();
  expect(answers.get(`10 ${'k'.repeat(1_000_000)}`)).toBeUndefined();
  expect(answers.get(`11 ${'k'.repeat(1_000_000)}`)).toBeDefined();
});
