import { beforeEach, describe, expect, it } from 'vitest';
import { PUBLISHABLE_FIELDS } from '../dialect/stripe.ts';
import {
  card,
  confirmed,
  createTestClient,
  ORIGIN,
  PUBLISHABLE,
  SECRET,
  type TestClient,
} from '../testing/client.ts';

let client: TestClient;
let intent: { id: string; client_secret: string };

beforeEach(async () => {
  client = createTestClient();
  intent = (await client.stripe('', confirmed('wechat_pay'))).body;
});

const intentPath = (query = '') => `/stripe/v1/payment_intents/${intent.id}${query}`;

describe('keys', () => {
  it.each([
    ['Bearer', () => ({ authorization: `Bearer ${SECRET}` })],
    ['Basic, as the user name', () => ({ authorization: `Basic ${btoa(`${SECRET}:`)}` })],
  ])('come as %s', async (_, headers) => {
    expect((await client.send(intentPath(), { headers: headers() })).status).toBe(200);
  });

  it('come as `key` in the query or the form, without any header', async () => {
    const query = `?key=${PUBLISHABLE}&client_secret=${intent.client_secret}`;
    expect((await client.send(intentPath(query))).status).toBe(200);
    const form = new URLSearchParams({ key: SECRET, amount: '100', currency: 'eur' });
    const created = await client.send('/v1/payment_intents', { method: 'POST', body: form });
    expect(created.status).toBe(200);
  });

  it.each(['sk_live_abcdefghijklmnop', 'nonsense', 'pk_test_'])('refuse %s', async (key) => {
    const { status, body } = await client.send(intentPath(), {
      headers: { authorization: `Bearer ${key}` },
    });
    expect(status).toBe(401);
    expect(body.error.type).toBe('invalid_request_error');
    expect(body.error.message).not.toContain(`: ${key}`);
  });

  it('are required', async () => {
    for (const authorization of ['', 'Basic %%%', 'Digest x']) {
      const { status, body } = await client.send(intentPath(), { headers: { authorization } });
      expect(status).toBe(401);
      expect(body.error.message).toContain('did not provide an API key');
    }
  });
});

describe('a publishable key', () => {
  const read = (id: string, secret?: string) =>
    client.read('stripe', id, PUBLISHABLE, secret === undefined ? '' : `?client_secret=${secret}`);

  it('sees the known subset with the right client secret', async () => {
    const { status, body } = await read(intent.id, intent.client_secret);
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual([...PUBLISHABLE_FIELDS].sort());
  });

  it('cannot tell a wrong secret from an unknown id', async () => {
    const wrongSecret = await read(intent.id, `${intent.id}_secret_wrong`);
    const unknown = await read('pi_3unknown', 'pi_3unknown_secret_x');
    expect(wrongSecret.status).toBe(400);
    expect(wrongSecret.body.error).toMatchObject({
      param: 'client_secret',
      code: 'payment_intent_invalid_parameter',
    });
    expect(unknown).toMatchObject({ status: wrongSecret.status, body: wrongSecret.body });
    const none = await read(intent.id);
    expect(none).toMatchObject({ status: 400, body: (await read('pi_3unknown')).body });
  });

  it('may confirm its own payment', async () => {
    const { body } = await client.stripe('', { amount: 100, currency: 'eur' });
    const params = { client_secret: body.client_secret, payment_method: 'pm_card_visa' };
    const { status, body: done } = await client.stripe(`/${body.id}/confirm`, params, PUBLISHABLE);
    expect(status).toBe(200);
    expect(done.status).toBe('succeeded');
    expect(done).not.toHaveProperty('metadata');
    const without = await client.stripe(
      `/${body.id}/confirm`,
      { payment_method: 'pm_card_visa' },
      PUBLISHABLE,
    );
    expect(without.status).toBe(400);
  });

  it('sees only the subset inside the error of a declined confirm', async () => {
    const { body } = await client.stripe('', {
      amount: 100,
      currency: 'eur',
      metadata: { vip: 'yes' },
    });
    const params = { client_secret: body.client_secret, payment_method: 'pm_card_chargeDeclined' };
    const { status, body: refused } = await client.stripe(
      `/${body.id}/confirm`,
      params,
      PUBLISHABLE,
    );
    expect(status).toBe(402);
    expect(refused.error.payment_intent).not.toHaveProperty('metadata');
  });

  it.each([
    ['create', '', () => ({ amount: 100, currency: 'eur' })],
    ['cancel', '/ID/cancel', () => ({ client_secret: intent.client_secret })],
    ['capture', '/ID/capture', () => ({ client_secret: intent.client_secret })],
    [
      'say what only a server may say',
      '/ID/confirm',
      () => ({ client_secret: intent.client_secret, capture_method: 'manual' }),
    ],
  ])('may not %s', async (_, path, params) => {
    const { status, body } = await client.stripe(
      path.replace('ID', intent.id),
      params(),
      PUBLISHABLE,
    );
    expect(status).toBe(403);
    expect(body.error.code).toBe('secret_key_required');
  });

  it('may not confirm where the server confirms', async () => {
    const { body } = await client.stripe(
      '',
      card('4242424242424242', {
        confirm: false,
        confirmation_method: 'manual',
        return_url: undefined,
      }),
    );
    const { status } = await client.stripe(
      `/${body.id}/confirm`,
      { client_secret: body.client_secret },
      PUBLISHABLE,
    );
    expect(status).toBe(403);
  });
});

describe('browsers', () => {
  it('may call from any page, after a preflight', async () => {
    const { status, headers } = await client.send(intentPath(), {
      method: 'OPTIONS',
      headers: {
        origin: 'https://shop.example',
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization',
      },
    });
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-headers')).toContain('Authorization');
    expect(headers.get('access-control-allow-headers')).toContain('Idempotency-Key');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('may read answers and errors alike', async () => {
    for (const path of [
      intentPath(),
      '/wooshpay/v1/payment_intents/x',
      `/sandbox/intents/${intent.id}`,
      '/v1/nothing',
    ]) {
      const { headers } = await client.send(path, { headers: { origin: 'https://shop.example' } });
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('access-control-expose-headers')).toContain('Request-Id');
    }
  });
});

it('takes its origin from the request or the option', async () => {
  const throughTunnel = createTestClient({ origin: 'https://tunnel.example' });
  const { body } = await throughTunnel.stripe('', confirmed('wechat_pay'));
  expect(body.next_action.wechat_pay_display_qr_code.data).toBe(
    `https://tunnel.example/sandbox/qr/${body.id}`,
  );
  const direct = (await client.read('stripe', intent.id)).body;
  expect(direct.next_action.wechat_pay_display_qr_code.data).toBe(
    `${ORIGIN}/sandbox/qr/${intent.id}`,
  );
});
