import Stripe from 'stripe';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Served, serve } from '../node/serve.ts';
import { createSandbox, type Sandbox } from '../sandbox.ts';

let sandbox: Sandbox;
let served: Served;
let requests: string[] = [];

beforeAll(async () => {
  sandbox = createSandbox();
  served = await serve({ port: 0, sandbox, log: (line) => requests.push(line) });
});
afterAll(() => served.close());

beforeEach(async () => {
  await fetch(`http://127.0.0.1:${served.port}/sandbox/faults`, { method: 'DELETE' });
  requests = [];
});

/** The official client, as a merchant's server would use it. */
const client = (options: object = {}) =>
  new Stripe('sk_test_sandbox', {
    host: '127.0.0.1',
    port: served.port,
    protocol: 'http',
    ...options,
  }).paymentIntents;

const once = () => client({ maxNetworkRetries: 0 });

async function fault(fault: object): Promise<void> {
  const body = JSON.stringify(fault);
  await fetch(`http://127.0.0.1:${served.port}/sandbox/faults`, { method: 'POST', body });
  requests = [];
}

const PARAMS = { amount: 1099, currency: 'eur' };

const statuses = () => requests.map((line) => Number(line.split(' ')[2]));

describe('the official Stripe client', () => {
  it('retries failures with the same key, and makes one payment', async () => {
    await fault({ kind: 'server_error', method: 'POST', path: '/payment_intents', times: 2 });
    const before = await client().list({ limit: 100 }).autoPagingToArray({ limit: 1000 });
    requests = [];
    const created = await client().create(PARAMS);
    expect(statuses()).toEqual([500, 500, 200]);
    const after = await client().list({ limit: 100 }).autoPagingToArray({ limit: 1000 });
    expect(after.map(({ id }) => id)).toEqual([created.id, ...before.map(({ id }) => id)]);
  });

  it('makes one payment although the answer was lost', async () => {
    await fault({
      kind: 'drop',
      method: 'POST',
      path: '/payment_intents',
      when: 'after',
      times: 1,
    });
    const created = await client().create(PARAMS);
    expect(created.lastResponse.headers['idempotent-replayed']).toBe('true');
    expect(created.lastResponse.headers['original-request']).toMatch(/^req_/);
    expect(created.lastResponse.requestId).toMatch(/^req_/);
  });

  it('makes one payment although the answer broke off', async () => {
    const options = { idempotencyKey: 'order-6' };
    await fault({ kind: 'break_off', call: 'create', times: 1 });
    // The client itself tries again only where no answer has begun.
    const first = client().create(PARAMS, options);
    await expect(first).rejects.toMatchObject({ type: 'StripeConnectionError' });
    const created = await client().create(PARAMS, options);
    expect(created.lastResponse.headers['idempotent-replayed']).toBe('true');
  });

  it('reports a lost connection after retries', async () => {
    await fault({ kind: 'drop', times: 2 });
    await expect(once().create(PARAMS)).rejects.toMatchObject({ type: 'StripeConnectionError' });
    expect((await client().create(PARAMS)).object).toBe('payment_intent');
  });

  it('does not retry a rate limit', async () => {
    await fault({ kind: 'rate_limit', times: 1 });
    await expect(client().create(PARAMS)).rejects.toMatchObject({
      type: 'StripeRateLimitError',
      code: 'rate_limit',
      statusCode: 429,
    });
    expect(statuses()).toEqual([429]);
  });

  it('retries where an object was in use', async () => {
    await fault({ kind: 'lock_timeout', times: 1 });
    expect((await client().create(PARAMS)).object).toBe('payment_intent');
    expect(statuses()).toEqual([429, 200]);
  });

  it('reports a key that is used for something else', async () => {
    const options = { idempotencyKey: 'order-7' };
    const first = await client().create(PARAMS, options);
    const other = client().create({ ...PARAMS, amount: 1 + PARAMS.amount }, options);
    await expect(other).rejects.toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 });
    expect((await client().create(PARAMS, options)).id).toBe(first.id);
  });

  it('reports a key in use, and gets the same payment on retry', async () => {
    await fault({ kind: 'latency', ms: 300, times: 1 });
    const options = { idempotencyKey: 'order-8' };
    const first = client().create(PARAMS, options);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await expect(once().create(PARAMS, options)).rejects.toMatchObject({
      statusCode: 409,
      code: 'idempotency_key_in_use',
      requestId: expect.stringMatching(/^req_/),
    });
    const second = await client().create(PARAMS, options);
    expect(second.id).toBe((await first).id);
  });

  it('reports an answer that it cannot parse', async () => {
    for (const form of ['cut', 'html']) {
      await fault({ kind: 'malformed', form, times: 1 });
      await expect(once().create(PARAMS)).rejects.toMatchObject({ type: 'StripeAPIError' });
    }
  });

  it('waits no longer than asked', async () => {
    await fault({ kind: 'latency', ms: 400, times: 1 });
    const created = client({ maxNetworkRetries: 0, timeout: 100 }).create(PARAMS);
    await expect(created).rejects.toMatchObject({ type: 'StripeConnectionError' });
  });

  it('gets its API version repeated', async () => {
    const { lastResponse } = await client({ apiVersion: '2025-09-30.clover' }).create(PARAMS);
    expect(lastResponse.apiVersion ?? lastResponse.headers['stripe-version']).toBe(
      '2025-09-30.clover',
    );
  });
});
