import { describe, expect, it } from 'vitest';
import { parseIntent } from '../intent/index.ts';
import { createGateway, resolveGateway } from './createGateway.ts';
import type { Dialect } from './dialect.ts';
import type { GatewayOptions } from './gateway.ts';
import { rejectionOf, respondWith } from './testing/fakeFetch.ts';

/** A gateway with ids, paths and answers of its own. */
const acme: Dialect = {
  name: 'acme',
  baseUrl: 'https://api.acme.example',
  testBaseUrl: 'https://test.acme.example',
  intentId: (clientSecret) => /^(pay-\d+)\.\w+$/.exec(clientSecret)?.[1] ?? null,
  retrieve: ({ id, clientSecret, publishableKey, expand }) => ({
    path: `/payments/${id}`,
    query: { secret: clientSecret, ...(expand && { with: 'method' }) },
    headers: { 'x-key': publishableKey },
  }),
  confirm: ({ id, clientSecret, params, idempotencyKey }) => ({
    path: `/payments/${id}`,
    method: 'PUT',
    headers: { 'x-once': idempotencyKey },
    body: JSON.stringify({ secret: clientSecret, ...params }),
  }),
  parse: (answer) => {
    const { reference, state } = answer as Record<string, unknown>;
    return parseIntent({ id: reference, status: state === 'PAID' ? 'succeeded' : state });
  },
};

const SECRET = 'pay-7.s3cret';

function createCustomGateway(options: Partial<GatewayOptions> = {}, state = 'requires_action') {
  const requests: { readonly url: string; readonly init: RequestInit }[] = [];
  const fetch: NonNullable<GatewayOptions['fetch']> = async (url, init = {}) => {
    requests.push({ url, init });
    return Response.json({ reference: 'pay-7', state });
  };
  const gateway = createGateway({ gateway: acme, publishableKey: 'acme-key', fetch, ...options });
  return { gateway, requests };
}

describe("a merchant's own dialect", () => {
  it('decides how to read, and parses the answers', async () => {
    const { gateway, requests } = createCustomGateway({}, 'PAID');
    const intent = await gateway.retrieve(SECRET, { expand: true });
    expect(intent).toMatchObject({ id: 'pay-7', status: 'succeeded', gateway: 'acme' });
    expect(requests.map(({ url }) => url)).toEqual([
      'https://api.acme.example/payments/pay-7?secret=pay-7.s3cret&with=method',
    ]);
    expect(requests[0]?.init).toMatchObject({
      headers: { 'x-key': 'acme-key' },
      credentials: 'omit',
      cache: 'no-store',
    });
  });

  it('may give the JSON of a PaymentIntent, which is read as any other', async () => {
    const parse: Dialect['parse'] = () => ({ id: 'pay-7', status: 'succeeded', currency: 'EUR' });
    const { gateway } = createCustomGateway({ gateway: { ...acme, parse } });
    expect(await gateway.retrieve(SECRET)).toEqual({
      ...parseIntent({ id: 'pay-7', status: 'succeeded', currency: 'eur' }),
      gateway: 'acme',
    });
    const empty = createCustomGateway({ gateway: { ...acme, parse: () => ({}) as never } }).gateway;
    expect(await rejectionOf(empty.retrieve(SECRET))).toMatchObject({ kind: 'malformed' });
  });

  it('may be an object of a class, whose functions know each other', async () => {
    class Acme implements Dialect {
      readonly name = 'acme';
      readonly baseUrl = 'https://api.acme.example';
      readonly separator = '.';
      intentId(secret: string) {
        return secret.split(this.separator)[0] ?? null;
      }
      retrieve() {
        return { query: { separator: this.separator } };
      }
      confirm() {
        return { body: this.separator };
      }
      parse() {
        return { id: `pay-${7}`, status: this.separator === '.' ? 'succeeded' : 'canceled' };
      }
      parseError() {
        return { code: this.name };
      }
    }
    const { gateway } = createCustomGateway({ gateway: new Acme() });
    expect(await gateway.retrieve(SECRET)).toMatchObject({ id: 'pay-7', status: 'succeeded' });
    const answer = await gateway.confirm(SECRET, {}, { idempotencyKey: 'key-1' });
    expect(answer.status).toBe('succeeded');
    const fetch = async () => Response.json({}, { status: 402 });
    const refusing = createCustomGateway({ gateway: new Acme(), fetch }).gateway;
    expect(`${await rejectionOf(refusing.retrieve(SECRET))}`).toContain('acme');
    const refused = refusing.confirm(SECRET, {}, { idempotencyKey: 'key-1' });
    expect(`${await rejectionOf(refused)}`).toContain('acme');
  });

  it('decides how to confirm', async () => {
    const { gateway, requests } = createCustomGateway();
    const params = { payment_method: 'card-1' };
    const intent = await gateway.confirm(SECRET, params, { idempotencyKey: 'key-1' });
    expect(intent).toMatchObject({ id: 'pay-7', gateway: 'acme' });
    const [{ url, init } = {} as never] = requests;
    expect(url).toBe('https://api.acme.example/payments/pay-7');
    expect(init).toMatchObject({ method: 'PUT', headers: { 'x-once': 'key-1' } });
    expect(JSON.parse(String(init.body))).toEqual({ secret: SECRET, ...params });
  });

  it('has the paths, the secrets and the answers of PaymentIntents by default', async () => {
    const plain: Dialect = {
      name: 'plain',
      baseUrl: 'https://plain.example',
      retrieve: () => ({}),
      confirm: () => ({}),
    };
    const { gateway, requests } = createCustomGateway({ gateway: plain });
    await rejectionOf(gateway.retrieve('pi_1_secret_2'));
    await rejectionOf(gateway.confirm('pi_1_secret_2', {}, { idempotencyKey: 'key-1' }));
    expect(requests.map(({ url, init }) => `${init.method ?? 'GET'} ${url}`)).toEqual([
      'GET https://plain.example/v1/payment_intents/pi_1',
      'POST https://plain.example/v1/payment_intents/pi_1/confirm',
    ]);
  });

  it('has a host for test keys, and may be reached by way of another', () => {
    expect(createCustomGateway({ publishableKey: 'pk_test_1' }).gateway.baseUrl).toBe(
      'https://test.acme.example',
    );
    expect(createCustomGateway({ apiBase: '/acme' }).gateway.baseUrl).toBe('/acme');
  });

  it('is told the account of each call, in any form', async () => {
    const named: Dialect = {
      ...acme,
      retrieve: ({ id, account }) => ({ path: `/${account}/${id}` }),
      confirm: ({ id, account }) => ({ path: `/${account}/${id}/confirm` }),
    };
    const { gateway, requests } = createCustomGateway({ gateway: named, account: 'shop-7' });
    await gateway.retrieve(SECRET);
    await gateway.confirm(SECRET, {}, { idempotencyKey: 'key-1' });
    expect(requests.map(({ url }) => new URL(url).pathname)).toEqual([
      '/shop-7/pay-7',
      '/shop-7/pay-7/confirm',
    ]);
  });

  it('needs no key, and takes no secret one', () => {
    expect(createCustomGateway({ publishableKey: undefined }).gateway.publishableKey).toBe('');
    expect(() => createCustomGateway({ publishableKey: 'sk_live_1' })).toThrow(/secret key/);
  });

  it('refuses an invalid client secret before any request', async () => {
    const { gateway, requests } = createCustomGateway();
    expect(gateway.intentId('pi_1_secret_2')).toBeNull();
    const error = await rejectionOf(gateway.retrieve('pi_1_secret_2'));
    expect(error).toMatchObject({ kind: 'invalid-secret' });
    expect(requests).toEqual([]);
  });

  it('accepts only the PaymentIntent that was requested', async () => {
    const fetch = respondWith({ reference: 'pay-8', state: 'PAID' });
    const error = await rejectionOf(createCustomGateway({ fetch }).gateway.retrieve(SECRET));
    expect(error).toMatchObject({ kind: 'malformed' });
  });
});

describe('a gateway from options', () => {
  it('is the one that is passed, or is made of the options', () => {
    const { gateway } = createCustomGateway();
    expect(resolveGateway({ gateway, publishableKey: 'pk_test_1' })).toBe(gateway);
    expect(resolveGateway({ gateway: acme })).toMatchObject({ name: 'acme' });
    expect(resolveGateway({ gateway: 'stripe', publishableKey: 'pk_test_1' }).name).toBe('stripe');
    expect(() => resolveGateway({ gateway: null as never })).toThrow(/missing or unknown/);
  });
});
