import { beforeEach, describe, expect, it } from 'vitest';
import {
  card,
  confirmed,
  createTestClient,
  ORIGIN,
  PUBLISHABLE,
  type TestClient,
} from '../testing/client.ts';

let client: TestClient;
let now: number;

beforeEach(() => {
  now = 1_700_000_000_000;
  client = createTestClient({ now: () => now });
});

const wechat = async (more: object = {}) =>
  (await client.stripe('', confirmed('wechat_pay', more))).body;
const read = async (id: string) => (await client.read('stripe', id)).body;

describe('simulate', () => {
  it('pays', async () => {
    const { id } = await wechat();
    const answer = await client.simulate(id, 'succeed');
    expect(answer).toMatchObject({ status: 200, body: { id, status: 'succeeded' } });
    expect(await read(id)).toMatchObject({
      status: 'succeeded',
      next_action: null,
      amount_received: 1800,
    });
  });

  it('leaves money to be captured, or a confirm to be made', async () => {
    const manual = await wechat({ capture_method: 'manual' });
    expect((await client.simulate(manual.id, 'succeed')).body.status).toBe('requires_capture');
    const server = await wechat({ confirmation_method: 'manual' });
    expect((await client.simulate(server.id, 'succeed')).body.status).toBe('requires_confirmation');
  });

  it.each([
    ['wechat_pay', 'payment_intent_payment_attempt_failed'],
    ['ideal', 'payment_intent_authentication_failure'],
    ['alipay', 'payment_intent_authentication_failure'],
  ])('fails %s with %s', async (type, code) => {
    const { body } = await client.stripe('', confirmed(type));
    await client.simulate(body.id, 'fail');
    expect(await read(body.id)).toMatchObject({
      status: 'requires_payment_method',
      payment_method: null,
      next_action: null,
      last_payment_error: { code, payment_method: { type } },
    });
  });

  it('fails 3-D Secure as an authentication', async () => {
    const { body } = await client.wooshpay('', card('4000000000003220'));
    await client.simulate(body.id, 'fail');
    const after = await client.read('wooshpay', body.id);
    expect(after.body.last_payment_error.code).toBe('payment_intent_authentication_failure');
  });

  it('cancels, expires and processes', async () => {
    const canceled = await wechat();
    await client.simulate(canceled.id, 'cancel');
    expect(await read(canceled.id)).toMatchObject({
      status: 'canceled',
      cancellation_reason: 'requested_by_customer',
    });
    const expired = await wechat();
    await client.simulate(expired.id, 'expire');
    expect((await read(expired.id)).last_payment_error.code).toBe(
      'payment_intent_payment_attempt_expired',
    );
    const processing = await wechat();
    await client.simulate(processing.id, 'process');
    expect(await read(processing.id)).toMatchObject({
      status: 'processing',
      processing: { type: 'wechat_pay' },
    });
  });

  it.each([
    ['succeed', 'succeeded'],
    ['fail', 'requires_payment_method'],
  ])('lets money on its way %s', async (outcome, status) => {
    const { id } = await wechat();
    await client.simulate(id, 'process');
    expect((await client.simulate(id, outcome)).body.status).toBe(status);
  });

  it('refuses what the status does not allow', async () => {
    const { id } = await wechat();
    await client.simulate(id, 'succeed');
    for (const outcome of ['succeed', 'fail', 'cancel', 'expire', 'process']) {
      const { status, body } = await client.simulate(id, outcome);
      expect(status).toBe(400);
      expect(body.error.message).toContain('status of succeeded');
    }
    const { body: unconfirmed } = await client.stripe('', { amount: 100, currency: 'eur' });
    expect((await client.simulate(unconfirmed.id, 'succeed')).status).toBe(400);
  });

  it('refuses an unknown outcome, listing those there are', async () => {
    const { id } = await wechat();
    const { status, body } = await client.simulate(id, 'explode');
    expect(status).toBe(400);
    expect(body.error.message).toContain('succeed, fail, cancel, expire, process');
    const none = await client.send(`/sandbox/intents/${id}/simulate`, { method: 'POST' });
    expect(none.status).toBe(400);
  });

  it('does not know an unknown id', async () => {
    expect((await client.simulate('pi_3nothing', 'succeed')).status).toBe(404);
  });
});

describe('expiry', () => {
  const expiresInAMinute = {
    payment_method_options: { wechat_pay: { expires_after_seconds: 60 } },
  };

  it('shows and applies the expiry of a code', async () => {
    const { id, next_action } = await wechat(expiresInAMinute);
    expect(next_action.wechat_pay_display_qr_code.expires_at).toBe(1_700_000_060);
    now += 59_999;
    expect((await read(id)).status).toBe('requires_action');
    now += 1;
    expect(await read(id)).toMatchObject({
      status: 'requires_payment_method',
      next_action: null,
      last_payment_error: { code: 'payment_intent_payment_attempt_expired' },
    });
    expect((await client.simulate(id, 'succeed')).status).toBe(400);
  });

  it('starts again with a new confirm', async () => {
    const { id } = await wechat(expiresInAMinute);
    now += 61_000;
    const { body } = await client.stripe(`/${id}/confirm`, {
      payment_method_data: { type: 'wechat_pay' },
    });
    expect(body.next_action.wechat_pay_display_qr_code.expires_at).toBe(1_700_000_121);
  });
});

describe('inspect', () => {
  it('counts reads and shows no secret', async () => {
    const intent = await wechat();
    await read(intent.id);
    await client.read('stripe', intent.id, PUBLISHABLE, `?client_secret=${intent.client_secret}`);
    await client.read('stripe', intent.id, PUBLISHABLE, '?client_secret=wrong');
    const { body } = await client.send(`/sandbox/intents/${intent.id}`);
    const path = '/stripe/v1/payment_intents';
    const one = {
      at: now,
      method: 'GET',
      path: `${path}/${intent.id}`,
      name: 'retrieve',
      ran: true,
    };
    expect(body).toEqual({
      id: intent.id,
      status: 'requires_action',
      reads: 3,
      calls: [
        { at: now, method: 'POST', path, name: 'create', ran: true, status: 200 },
        { ...one, status: 200 },
        { ...one, status: 200, publishable: true },
        { ...one, status: 400, publishable: true },
      ],
    });
    expect(JSON.stringify(body)).not.toContain('_secret_');
  });

  it('does not count a preflight', async () => {
    const { id } = await wechat();
    await client.send(`/stripe/v1/payment_intents/${id}`, { method: 'OPTIONS' });
    expect((await client.send(`/sandbox/intents/${id}`)).body.reads).toBe(0);
  });
});

describe('the stream of updates', () => {
  const openIntent = async (id: string, secret: string, init: RequestInit = {}) =>
    client.sandbox.fetch(
      new Request(`${ORIGIN}/sandbox/intents/${id}/updates?client_secret=${secret}`, init),
    );

  const reader = (response: Response) => {
    const stream = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    return async () => (await stream?.read())?.value;
  };

  it('sends each change of status', async () => {
    const { id, client_secret } = await wechat();
    const response = await openIntent(id, client_secret);
    const next = reader(response);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(await next()).toMatch(/^:/);
    await client.simulate(id, 'process');
    expect(await next()).toBe(`data: {"id":"${id}","status":"processing"}\n\n`);
    await client.simulate(id, 'succeed');
    expect(await next()).toBe(`data: {"id":"${id}","status":"succeeded"}\n\n`);
  });

  it('ends when the client leaves', async () => {
    const { id, client_secret } = await wechat();
    const response = await openIntent(id, client_secret);
    await response.body?.cancel();
    expect((await client.simulate(id, 'succeed')).status).toBe(200);
  });

  it('ends when the request is aborted', async () => {
    const { id, client_secret } = await wechat();
    const abort = new AbortController();
    await openIntent(id, client_secret, { signal: abort.signal });
    abort.abort();
    expect((await client.simulate(id, 'succeed')).status).toBe(200);
  });

  it('refuses a wrong secret', async () => {
    const { id } = await wechat();
    expect((await openIntent(id, 'wrong')).status).toBe(400);
  });
});
