import { beforeEach, describe, expect, it } from 'vitest';
import { LARGEST_BODY } from '../request/body.ts';
import { createTestClient, SECRET, type TestClient } from '../testing/client.ts';

let client: TestClient;
beforeEach(() => {
  client = createTestClient();
});

const authorization = `Bearer ${SECRET}`;
const JSON_BODY = { authorization, 'content-type': 'application/json' };
const FORM_BODY = { authorization, 'content-type': 'application/x-www-form-urlencoded' };

const form = (body: BodyInit) =>
  client.send('/v1/payment_intents', { method: 'POST', headers: FORM_BODY, body });
const json = (body: BodyInit) =>
  client.send('/wooshpay/v1/payment_intents', { method: 'POST', headers: JSON_BODY, body });

const VALID = 'amount=1099&currency=eur';

describe('every answer', () => {
  it.each([
    ['a payment', '/v1/payment_intents', { method: 'POST', headers: FORM_BODY, body: VALID }, 200],
    ['a mistake', '/v1/payment_intents', { method: 'POST', headers: FORM_BODY }, 400],
    ['nobody', '/wooshpay/v1/payment_intents', { method: 'POST' }, 401],
    ['an unknown payment', '/v1/payment_intents/pi_0', { headers: { authorization } }, 404],
    ['an unknown path', '/stripe/v1/nothing', { headers: { authorization } }, 404],
    ['an unknown method', '/v1/payment_intents', { method: 'PATCH' }, 404],
  ])('has an id of its own: %s', async (_, path, init, status) => {
    const first = await client.send(path, init);
    const second = await client.send(path, init);
    expect(first.status).toBe(status);
    expect(first.headers.get('request-id')).toMatch(/^req_\w{14}$/);
    expect(second.headers.get('request-id')).not.toBe(first.headers.get('request-id'));
  });

  it('names the version that it follows, or the requested one', async () => {
    const read = (headers: Record<string, string>) =>
      client.send('/v1/payment_intents/pi_0', { headers: { authorization, ...headers } });
    expect((await read({})).headers.get('stripe-version')).toBe('2026-10-28.endive');
    for (const version of ['2020-08-27', '2025-09-30.clover', '2026-10-28.preview; a_beta=v1']) {
      const { headers, status } = await read({ 'stripe-version': version });
      expect([status, headers.get('stripe-version')]).toEqual([404, version]);
    }
    const invalid = await read({ 'stripe-version': 'latest' });
    expect(invalid.status).toBe(400);
    expect(invalid.body.error.message).toContain('Invalid Stripe API version: latest');
    const { headers } = await client.send('/wooshpay/v1/payment_intents/pi_0');
    expect(headers.get('stripe-version')).toBeNull();
  });

  it('takes the version and the account as parameters too, as browsers send them', async () => {
    const send = (version: string) =>
      client.send('/v1/payment_intents', {
        method: 'POST',
        headers: { authorization },
        body: new URLSearchParams({
          amount: '1099',
          currency: 'eur',
          _stripe_version: version,
          _stripe_account: 'acct_1',
        }),
      });
    expect((await send('2025-03-31.basil')).status).toBe(200);
    const invalid = await send('latest');
    expect(invalid.body.error.message).toContain('Invalid Stripe API version: latest');
  });

  it('is not cached', async () => {
    const { headers } = await client.send('/v1/payment_intents/pi_0', {
      headers: { authorization },
    });
    expect(headers.get('cache-control')).toContain('no-store');
  });

  it('exposes its headers, and sends no wildcard with credentials', async () => {
    const { headers } = await client.send('/v1/payment_intents/pi_0', {
      headers: { authorization, origin: 'https://shop.example' },
    });
    const exposed = headers.get('access-control-expose-headers');
    for (const name of ['Request-Id', 'Stripe-Should-Retry']) expect(exposed).toContain(name);
    // Stripe hides them, too.
    for (const name of ['Idempotent-Replayed', 'Retry-After']) expect(exposed).not.toContain(name);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });
});

describe('a request body', () => {
  it('is limited in size', async () => {
    const filled = (size: number) => `${VALID}&description=${'x'.repeat(size)}`;
    const most = LARGEST_BODY - filled(0).length;
    // A body that fits is read, and refused for its content.
    expect((await form(filled(most))).body.error?.message ?? '').not.toContain('too large');
    const { body, status } = await form(filled(most + 1));
    expect(status).toBe(400);
    expect(body.error.message).toContain('too large');
    const control = await client.send('/sandbox/clock', { method: 'POST', body: filled(most + 1) });
    expect(control.status).toBe(400);
    expect(control.body.error.message).toContain('too large');
  });

  it('is counted without Content-Length', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    const request = new Request('http://sandbox/v1/payment_intents', {
      method: 'POST',
      headers: FORM_BODY,
      body: endless,
      duplex: 'half',
    } as RequestInit);
    expect((await client.sandbox.fetch(request)).status).toBe(400);
    expect(sent).toBeLessThan(24);
  });

  it('has to be UTF-8', async () => {
    const { body } = await form(`${VALID}&description=%E8%8C%B6%20%F0%9F%8D%B5`);
    expect(body.description).toBe('茶 🍵');
    for (const send of [form, json]) {
      const invalid = await send(new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]));
      expect(invalid.status).toBe(400);
      expect(invalid.body.error.message).toContain('UTF-8');
    }
  });

  it.each([
    [
      'too many parameters',
      Array.from({ length: 1100 }, (_, at) => `metadata[k${at}]=1`).join('&'),
    ],
    ['too long a list', 'payment_method_types[]=card&'.repeat(200)],
    ['a list with a far end', 'payment_method_types[99999999]=card'],
    ['too deep a nest', `shipping${'[a]'.repeat(40)}=1`],
  ])('is refused with %s in a form', async (_, params) => {
    const { status, body } = await form(`${VALID}&${params}`);
    expect(status).toBe(400);
    expect(body.error.message).toContain('too many');
  });

  it.each([
    ['too deep a nest', `{"shipping":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 'too many'],
    ['too many values', JSON.stringify({ shipping: { a: Array(5000).fill(1) } }), 'too many'],
    ['names that every object has', '{"shipping":{"toString":1}}', 'toString'],
    ['a prototype', '{"metadata":{"__proto__":{"polluted":1}}}', '__proto__'],
    ['a list', '[1]', 'one JSON object'],
    ['a lonely word', 'null', 'one JSON object'],
    ['half an object', '{"amount":', 'one JSON object'],
  ])('is refused with %s in JSON', async (_, params, message) => {
    const { status, body } = await json(params.replace('{', '{"amount":1,"currency":"eur",'));
    expect(status).toBe(400);
    expect(body.error.message).toContain(message);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('does not change prototypes through a form', async () => {
    const anyBytes =
      '__proto__[polluted]=1&constructor[prototype][polluted]=1&metadata[__proto__][x]=1';
    await form(`${VALID}&${anyBytes}`);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it.each([
    'constructor[prototype][x]',
    'metadata[toString]',
    'payment_method_options[valueOf][x]',
  ])('loses no name of a form without a word: %s', async (name) => {
    const { status, body } = await form(`${VALID}&${name}=1`);
    expect(status).toBe(400);
    expect(body.error.code).toBe('parameter_unknown');
  });

  it.each([
    ['multipart/form-data; boundary=x', '--x--'],
    ['text/plain;charset=UTF-8', VALID],
    ['application/json', VALID],
  ])('of the type %s is not taken for a form', async (type, body) => {
    const headers = { authorization, 'content-type': type };
    const answer = await client.send('/v1/payment_intents', { method: 'POST', headers, body });
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(`(this one is ${type.split(';')[0]})`);
  });
});

describe('an address', () => {
  it.each([
    '/v1/payment_intents/%',
    '/v1/payment_intents/%E0%A4%A',
    '/v1/payment_intents/%00',
    '/v1/payment_intents/__proto__',
    '/v1/payment_intents/constructor',
    `/v1/payment_intents/${'x'.repeat(5000)}`,
    '/v1/payment_intents/pi_0?client_secret=%ff&expand[]=%',
    '/v1//payment_intents',
    '/v1/',
  ])('that leads nowhere is answered: %s', async (path) => {
    const { status, body } = await client.send(path, { headers: { authorization } });
    expect([400, 404]).toContain(status);
    expect(body.error.type).toBe('invalid_request_error');
  });
});
