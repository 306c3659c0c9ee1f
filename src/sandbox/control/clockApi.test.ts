import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Served, serve } from '../node/serve.ts';
import { card, confirmed, createTestClient, ORIGIN, type TestClient } from '../testing/client.ts';

const NOW = 1_700_000_000_000;
const DAY = 24 * 3600;

let client: TestClient;
beforeEach(() => {
  client = createTestClient({ now: () => NOW });
});

const advance = (seconds: unknown) =>
  client.send('/sandbox/clock', { method: 'POST', body: JSON.stringify({ advance: seconds }) });

const create = async (params: object) => (await client.stripe('', params)).body;
const read = async (id: string) => (await client.read('stripe', id)).body;

describe('the clock', () => {
  it('shows the time and advances it', async () => {
    expect((await client.send('/sandbox/clock')).body).toEqual({ now: NOW / 1000, offset: 0 });
    expect((await advance(90)).body).toEqual({ now: NOW / 1000 + 90, offset: 90 });
    expect((await advance(0.5)).body.offset).toBe(90.5);
    expect((await create(confirmed('wechat_pay'))).created).toBe(NOW / 1000 + 90);
  });

  it.each([-1, '60', null, undefined, Number.MAX_VALUE])(
    'never goes back or astray: %s',
    async (seconds) => {
      const { status, body } = await advance(seconds);
      expect(status).toBe(400);
      expect(body.error.message).toContain('advance');
      expect((await client.send('/sandbox/clock')).body.offset).toBe(0);
    },
  );

  it('asks for JSON', async () => {
    const { status } = await client.send('/sandbox/clock', { method: 'POST', body: '[1]' });
    expect(status).toBe(400);
  });
});

describe('time', () => {
  it.each([
    ['blik', 60, 'payment_method_provider_timeout'],
    ['cashapp', 5 * 60, 'payment_intent_payment_attempt_expired'],
    ['oxxo', 3 * DAY, 'payment_intent_payment_attempt_expired'],
    ['multibanco', 7 * DAY, 'payment_intent_payment_attempt_expired'],
  ])('ends %s after %i seconds and not before', async (type, seconds, code) => {
    const { id, status } = await create(confirmed(type));
    expect(status).toBe('requires_action');
    await advance(seconds - 1);
    expect((await read(id)).status).toBe('requires_action');
    await advance(1);
    expect(await read(id)).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code },
    });
  });

  it('releases an authorised amount after seven days', async () => {
    const { id } = await create(card('4242424242424242', { capture_method: 'manual' }));
    await advance(7 * DAY - 1);
    expect((await read(id)).status).toBe('requires_capture');
    await advance(30);
    expect(await read(id)).toMatchObject({
      status: 'canceled',
      cancellation_reason: 'automatic',
      canceled_at: NOW / 1000 + 7 * DAY,
      amount_capturable: 0,
    });
  });

  it('releases it in time although the payment was edited', async () => {
    const { id } = await create(card('4242424242424242', { capture_method: 'manual' }));
    await advance(6 * DAY);
    expect((await client.stripe(`/${id}`, { metadata: { order: '7' } })).status).toBe(200);
    await advance(DAY);
    expect((await read(id)).status).toBe('canceled');
  });

  it('has applied deadlines when the clock’s answer comes', async () => {
    const { id, client_secret } = await create(confirmed('blik'));
    const url = `${ORIGIN}/sandbox/intents/${id}/updates?client_secret=${client_secret}`;
    const { body } = await client.sandbox.fetch(url);
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
    await reader?.read();
    await advance(60);
    expect((await reader?.read())?.value).toContain('requires_payment_method');
    await reader?.cancel();
  });

  it('counts the seven days from the authorisation', async () => {
    const { id } = await create(confirmed('blik', { capture_method: 'manual' }));
    await advance(59);
    await client.simulate(id, 'succeed');
    await advance(7 * DAY - 1);
    expect((await read(id)).status).toBe('requires_capture');
    await advance(1);
    expect((await read(id)).status).toBe('canceled');
  });
});

describe('over HTTP', () => {
  let served: Served;
  afterEach(() => served.close());

  it('sends updates about an expired code without a read', async () => {
    served = await serve({ port: 0 });
    const base = `http://127.0.0.1:${served.port}`;
    const options = { wechat_pay: { expires_after_seconds: 1 } };
    const created = await fetch(`${base}/wooshpay/v1/payment_intents`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk_test_1' },
      body: JSON.stringify(confirmed('wechat_pay', { payment_method_options: options })),
    });
    const { id, client_secret } = await created.json();
    const stream = await fetch(
      `${base}/sandbox/intents/${id}/updates?client_secret=${client_secret}`,
    );
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    await reader?.read();
    expect((await reader?.read())?.value).toContain('requires_payment_method');
  });
});
