import { beforeEach, describe, expect, it } from 'vitest';
import { confirmed, createTestClient, SECRET, type TestClient } from '../testing/client.ts';

let client: TestClient;
let id: string;

beforeEach(async () => {
  client = createTestClient({ seed: 7 });
  id = (await client.stripe('', confirmed('wechat_pay'))).body.id;
});

const authorization = `Bearer ${SECRET}`;

const get = (fault?: string, path = `/v1/payment_intents/${id}`) =>
  client.send(path, { headers: { authorization, ...(fault && { 'sandbox-fault': fault }) } });

const addRule = (fault: object) =>
  client.send('/sandbox/faults', { method: 'POST', body: JSON.stringify(fault) });

const list = async () => (await client.send('/sandbox/faults')).body.data;

/** The statuses of so many reads, one after the other. */
async function statuses(count: number, read = () => get()): Promise<number[]> {
  const found: number[] = [];
  for (let at = 0; at < count; at += 1) found.push((await read()).status);
  return found;
}

async function wooshpayPath(): Promise<string> {
  const { body } = await client.wooshpay('', confirmed('wechat_pay'));
  return `/wooshpay/v1/payment_intents/${body.id}`;
}

describe('a fault by header', () => {
  it('is a rate limit, without Retry-After at Stripe and with it at WooshPay', async () => {
    const { status, body, headers } = await get('rate_limit');
    expect(status).toBe(429);
    expect(body.error).toMatchObject({ type: 'invalid_request_error', code: 'rate_limit' });
    expect(headers.get('retry-after')).toBeNull();
    expect(headers.get('request-id')).toMatch(/^req_/);
    const other = await get('rate_limit', await wooshpayPath());
    expect(other.status).toBe(429);
    expect(other.headers.get('retry-after')).toBe('1');
  });

  it('answers that the object is in use', async () => {
    const { status, body, headers } = await get('lock_timeout');
    expect(status).toBe(429);
    expect(body.error.code).toBe('lock_timeout');
    expect(headers.get('stripe-should-retry')).toBe('true');
  });

  it('answers a server error', async () => {
    const { status, body } = await get('server_error');
    expect(status).toBe(500);
    expect(body.error.type).toBe('api_error');
    expect(await statuses(1)).toEqual([200]);
  });

  it('delays the answer', async () => {
    const start = performance.now();
    const { status } = await get('latency=80');
    expect(status).toBe(200);
    expect(performance.now() - start).toBeGreaterThan(70);
  });

  it('ends the connection without an answer', async () => {
    await expect(get('drop')).rejects.toThrow(TypeError);
    const answer = client.stripe('', { amount: 100, currency: 'eur' });
    expect((await answer).status).toBe(200);
  });

  it('ends the connection in the middle of the answer', async () => {
    await expect(get('break_off')).rejects.toMatchObject({ partial: { status: 200 } });
  });

  it('cuts the answer short, or answers a page of HTML', async () => {
    const headers = { authorization, 'sandbox-fault': 'malformed' };
    const truncated = await client.sandbox.fetch(`http://s/v1/payment_intents/${id}`, { headers });
    expect(truncated.status).toBe(200);
    expect(truncated.headers.get('content-type')).toContain('json');
    await expect(truncated.json()).rejects.toThrow(SyntaxError);
    const html = await get('malformed=html');
    expect(html.headers.get('content-type')).toContain('text/html');
    expect(html.body).toContain('<!doctype html>');
  });

  it('answers the state before the last change, to authorized callers', async () => {
    expect((await get('stale')).body.status).toBe('requires_action');
    await client.simulate(id, 'succeed');
    expect((await get('stale')).body).toMatchObject({ id, status: 'requires_action' });
    expect((await get()).body.status).toBe('succeeded');
    const { status } = await client.send(`/v1/payment_intents/${id}`, {
      headers: { 'sandbox-fault': 'stale' },
    });
    expect(status).toBe(401);
    const wrongSecretUrl = `/v1/payment_intents/${id}?key=pk_test_1&client_secret=${id}_secret_wrong`;
    const other = await client.send(wrongSecretUrl, { headers: { 'sandbox-fault': 'stale' } });
    expect(other).toMatchObject({ status: 400, body: { error: { param: 'client_secret' } } });
  });

  it('may come with a latency', async () => {
    const start = performance.now();
    expect((await get('server_error, latency=60')).status).toBe(500);
    expect(performance.now() - start).toBeGreaterThan(50);
  });

  it('may lose only the answer, after the operation', async () => {
    const headers = { authorization, 'sandbox-fault': 'drop=after' };
    const canceled = client.send(`/v1/payment_intents/${id}/cancel`, { method: 'POST', headers });
    await expect(canceled).rejects.toThrow(TypeError);
    expect((await get()).body.status).toBe('canceled');
  });

  it.each([
    'nonsense',
    'latency=-1',
    'latency=fast',
    'malformed=pdf',
    'drop=never',
    '=',
    'toString',
  ])('refuses an unknown one: %s', async (fault) => {
    expect((await get(fault)).status).toBe(400);
  });
});

describe('fault rules', () => {
  it('match so many times', async () => {
    const { status, body } = await addRule({ kind: 'server_error', times: 2 });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: 'fault_1', kind: 'server_error', times: 2 });
    expect(await statuses(3)).toEqual([500, 500, 200]);
    expect(await list()).toEqual([]);
  });

  it('match until they are removed', async () => {
    const { body } = await addRule({ kind: 'rate_limit' });
    expect(await statuses(3)).toEqual([429, 429, 429]);
    await addRule({ kind: 'server_error' });
    await client.send(`/sandbox/faults/${body.id}`, { method: 'DELETE' });
    expect(await statuses(1)).toEqual([500]);
    await client.send('/sandbox/faults', { method: 'DELETE' });
    expect(await statuses(1)).toEqual([200]);
  });

  it('match by method and intent', async () => {
    await addRule({
      kind: 'server_error',
      method: 'GET',
      path: '/payment_intents/:id',
      intent: id,
    });
    const other = (await client.stripe('', confirmed('wechat_pay'))).body.id;
    expect((await get(undefined, `/v1/payment_intents/${other}`)).status).toBe(200);
    expect((await client.stripe(`/${id}`, {})).status).not.toBe(500);
    expect((await get()).status).toBe(500);
    expect((await get(undefined, `/stripe/v1/payment_intents/${id}`)).status).toBe(500);
  });

  it('match by path', async () => {
    await addRule({ kind: 'server_error', path: '/payment_intents/:id/cancel' });
    await addRule({ kind: 'rate_limit', path: '/customers/*' });
    expect((await get()).status).toBe(200);
    expect((await client.stripe('', { amount: 100, currency: 'eur' })).status).toBe(200);
    expect((await client.stripe(`/${id}/cancel`)).status).toBe(500);
    expect((await get(undefined, '/v1/customers/cus_1')).status).toBe(429);
  });

  it('match by the name of the call', async () => {
    await addRule({ kind: 'conflict', call: 'confirm' });
    await addRule({ kind: 'rate_limit', call: 'retrieve' });
    await addRule({ kind: 'server_error', call: 'create' });
    expect((await client.stripe(`/${id}/confirm`)).status).toBe(409);
    expect((await get()).status).toBe(429);
    expect((await client.stripe('', confirmed('wechat_pay'))).status).toBe(500);
    expect((await client.stripe(`/${id}`, {})).status).toBe(200);
    expect((await get(undefined, '/v1/payment_intents/search?query=x')).status).toBe(400);
    expect((await get(undefined, `/v1/events/${id}`)).status).toBe(404);
  });

  it.each([
    ['conflict', 409, 'idempotency_key_in_use'],
    ['server_error', 500, undefined],
    ['lock_timeout', 429, 'lock_timeout'],
  ])('lose the answer after a confirm has run: %s', async (kind, status, code) => {
    await client.stripe(`/${id}`, { amount: 1900 });
    await addRule({ kind, call: 'confirm', when: 'after', times: 1 });
    const lost = await client.stripe(`/${id}/confirm`);
    expect(lost.status).toBe(status);
    expect(lost.body.error.code).toBe(code);
    expect((await get()).body.status).toBe('requires_action');
  });

  it('make one read stale', async () => {
    await addRule({ kind: 'stale' });
    expect((await get()).body.status).toBe('requires_action');
    await client.simulate(id, 'process');
    expect((await get()).body.status).toBe('requires_action');
    expect((await get()).body.status).toBe('processing');
  });

  it('match by chance, repeatably with a seed', async () => {
    const runWithSeed = async (seed: number) => {
      client = createTestClient({ seed });
      id = (await client.stripe('', confirmed('wechat_pay'))).body.id;
      await addRule({ kind: 'server_error', probability: 0.3 });
      return { id, statuses: await statuses(60) };
    };
    const first = await runWithSeed(1);
    const failed = first.statuses.filter((status) => status === 500).length;
    expect(failed).toBeGreaterThan(5);
    expect(failed).toBeLessThan(35);
    expect(await runWithSeed(1)).toEqual(first);
    expect(await runWithSeed(2)).not.toEqual(first);
  });

  it.each([
    [{}, 'kind'],
    [{ kind: 'flood' }, 'kind'],
    [{ kind: 'latency', ms: 1e9 }, 'ms'],
    [{ kind: 'drop', times: 0 }, 'times'],
    [{ kind: 'drop', probability: 1.5 }, 'probability'],
    [{ kind: 'drop', method: 'BREW' }, 'method'],
    [{ kind: 'drop', call: 'pay' }, 'call'],
    [{ kind: 'drop', surprise: true }, 'surprise'],
  ])('refuse invalid values: %j', async (fault, param) => {
    const { status, body } = await addRule(fault);
    expect(status).toBe(400);
    expect(body.error.param).toBe(param);
    expect(await list()).toEqual([]);
  });

  it('appear in the payment’s log', async () => {
    await addRule({ kind: 'server_error', times: 1 });
    await statuses(2);
    const { calls } = (await client.send(`/sandbox/intents/${id}`)).body;
    const reads = calls.filter((call: { method: string }) => call.method === 'GET');
    expect(reads.map((call: { status: number }) => call.status)).toEqual([500, 200]);
  });

  it('can be requested by a page', async () => {
    const preflight = {
      origin: 'https://shop.example',
      'access-control-request-method': 'DELETE',
      'access-control-request-headers': 'sandbox-fault',
    };
    const { headers } = await client.send('/sandbox/faults', {
      method: 'OPTIONS',
      headers: preflight,
    });
    expect(headers.get('access-control-allow-methods')).toContain('DELETE');
    expect(headers.get('access-control-allow-headers')).toContain('Sandbox-Fault');
  });
});
