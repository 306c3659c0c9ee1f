import { afterEach, describe, expect, it, vi } from 'vitest';
import { createGateway } from './createGateway.ts';
import type { GatewayOptions } from './gateway.ts';
import { GatewayError } from './gatewayError.ts';
import {
  gatewayWith,
  ID,
  INTENT,
  PK,
  recordRequests,
  rejectionOf,
  respondWith,
  SECRET,
} from './testing/fakeFetch.ts';

async function requestOf(options: Partial<GatewayOptions>) {
  const { fetch, requests } = recordRequests();
  await gatewayWith({ fetch, ...options }).retrieve(SECRET);
  expect(requests).toHaveLength(1);
  const [request] = requests;
  if (!request) throw new Error('No request was made.');
  return request;
}

describe('a read', () => {
  it('from Stripe carries the key in the query and no header, so that it costs no preflight', async () => {
    const { url, headers } = await requestOf({ gateway: 'stripe' });
    expect(url.origin + url.pathname).toBe(`https://api.stripe.com/v1/payment_intents/${ID}`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_secret: SECRET,
      key: PK,
      // Whatever the account's default is.
      _stripe_version: '2025-03-31.basil',
    });
    expect([...headers]).toEqual([]);
  });

  it('from Stripe names the connected account in the query, too, so that it costs no preflight', async () => {
    const { url, headers } = await requestOf({ account: 'acct_1Abc' });
    expect(url.searchParams.get('_stripe_account')).toBe('acct_1Abc');
    expect([...headers]).toEqual([]);
  });

  it.each([undefined, ''])('names no account where there is none: %j', async (account) => {
    const { url } = await requestOf({ account });
    expect(url.searchParams.has('_stripe_account')).toBe(false);
  });

  it('from WooshPay, which has no connected accounts, names none', async () => {
    const { url, headers } = await requestOf({ gateway: 'wooshpay', account: 'acct_1' });
    expect(`${url} ${[...headers]}`).not.toContain('acct_1');
  });

  it('from WooshPay carries the key as the user name of HTTP Basic, and not in the query', async () => {
    const { url, headers } = await requestOf({ gateway: 'wooshpay' });
    expect(url.pathname).toBe(`/v1/payment_intents/${ID}`);
    expect(Object.fromEntries(url.searchParams)).toEqual({ client_secret: SECRET });
    expect(Object.fromEntries(headers)).toEqual({ authorization: `Basic ${btoa(`${PK}:`)}` });
  });

  it.each(['stripe', 'wooshpay'] as const)(
    'from %s is a GET without cookies, past every cache, that can be ended',
    async (gateway) => {
      const { init } = await requestOf({ gateway });
      expect(init).toMatchObject({ credentials: 'omit', cache: 'no-store' });
      expect(init.method ?? 'GET').toBe('GET');
      expect(init.signal).toBeInstanceOf(AbortSignal);
    },
  );

  it.each([
    ['stripe', 'pk_test_1', 'https://api.stripe.com'],
    ['stripe', 'pk_live_1', 'https://api.stripe.com'],
    ['wooshpay', 'pk_test_1', 'https://apitest.wooshpay.com'],
    ['wooshpay', 'pk_live_1', 'https://api.wooshpay.com'],
  ] as const)('from %s with the key %s goes to %s', async (gateway, publishableKey, origin) => {
    expect((await requestOf({ gateway, publishableKey })).url.origin).toBe(origin);
  });

  it.each([
    'https://proxy.example/pay',
    'https://proxy.example/pay/',
    'https://proxy.example/pay//',
    'https://proxy.example/pay/v1',
    'https://proxy.example/pay/v1/',
  ])('goes to the apiBase %s without doubled parts', async (apiBase) => {
    const { input } = await requestOf({ apiBase });
    expect(input.split('?')[0]).toBe(`https://proxy.example/pay/v1/payment_intents/${ID}`);
  });

  it.each([
    ['/wooshpay', '/wooshpay/v1/payment_intents/'],
    ['/v1', '/v1/payment_intents/'],
    ['/', '/v1/payment_intents/'],
  ])("goes to the page's own server where apiBase is %s", async (apiBase, path) => {
    const { input } = await requestOf({ apiBase, gateway: 'wooshpay' });
    expect(input.startsWith(path + ID)).toBe(true);
  });

  it('goes to the gateway where apiBase is ""', async () => {
    expect((await requestOf({ apiBase: '' })).url.origin).toBe('https://api.stripe.com');
  });

  it('sends the id of a scoped secret and the full secret', async () => {
    const { fetch, requests } = recordRequests();
    await rejectionOf(gatewayWith({ fetch }).retrieve('pi_1_scoped_secret_2'));
    expect(requests[0]?.input).toContain(
      '/v1/payment_intents/pi_1?client_secret=pi_1_scoped_secret_2&',
    );
  });

  it.each(['stripe', 'wooshpay'] as const)(
    'from %s asks for the payment method as an object where it is to be expanded',
    async (gateway) => {
      const { fetch, requests } = recordRequests();
      const { retrieve } = gatewayWith({ gateway, fetch });
      await retrieve(SECRET, { expand: true });
      await retrieve(SECRET);
      const expansions = requests.map(({ url }) => url.searchParams.get('expand[]'));
      expect(expansions).toEqual(['payment_method', null]);
    },
  );

  it('resolves with the parsed PaymentIntent and its id', async () => {
    const intent = await gatewayWith({
      fetch: respondWith({ ...INTENT, created: 1671261323, next_action: '' }),
    }).retrieve(SECRET);
    expect(intent).toMatchObject({
      id: ID,
      gateway: 'stripe',
      createdAt: 1671261323000,
      nextAction: null,
    });
  });
});

describe('the global fetch', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is looked up at each read, for a monitor may replace it later', async () => {
    const gateway = gatewayWith({});
    vi.stubGlobal('fetch', respondWith(INTENT));
    expect(await gateway.retrieve(SECRET)).toMatchObject({ id: ID });
  });
});

describe("a merchant's own retrieve", () => {
  it('reads instead of any request, with the secret, a signal and what to expand', async () => {
    const { fetch, requests } = recordRequests();
    const retrieve = vi.fn(async (_secret: string, _: { signal: AbortSignal }) => INTENT);
    expect(await gatewayWith({ fetch, retrieve }).retrieve(SECRET)).toMatchObject({ id: ID });
    expect(retrieve).toHaveBeenCalledExactlyOnceWith(SECRET, {
      signal: expect.any(AbortSignal),
      expand: false,
    });
    expect(requests).toEqual([]);
  });

  it('is told the connected account', async () => {
    const retrieve = vi.fn(async (_secret: string, _: { account?: string | undefined }) => INTENT);
    await gatewayWith({ retrieve, account: 'acct_1' }).retrieve(SECRET);
    expect(retrieve.mock.calls[0]?.[1]).toMatchObject({ account: 'acct_1' });
  });

  it('is answered for as a gateway is: another PaymentIntent is refused', async () => {
    const retrieve = async () => ({ ...INTENT, id: 'pi_other' });
    const error = await rejectionOf(gatewayWith({ retrieve }).retrieve(SECRET));
    expect(error).toMatchObject({ kind: 'malformed' });
  });

  it.each([
    ['rejects', () => Promise.reject(new Error(`no ${SECRET}`))],
    [
      'throws',
      () => {
        throw new Error(`no ${SECRET}`);
      },
    ],
  ])('that %s is a lost connection', async (_, retrieve) => {
    const error = await rejectionOf(gatewayWith({ retrieve }).retrieve(SECRET));
    expect(error).toMatchObject({ kind: 'network', transient: true });
  });

  it('may say itself what went wrong', async () => {
    const notFound = new GatewayError('not-found', { status: 404 });
    const retrieve = () => Promise.reject(notFound);
    expect(await rejectionOf(gatewayWith({ retrieve }).retrieve(SECRET))).toBe(notFound);
  });
});

describe('a misuse', () => {
  const create = (options: object) => () =>
    createGateway({ gateway: 'stripe', publishableKey: PK, ...options } as GatewayOptions);

  it.each([
    ['an unknown gateway', { gateway: 'paypal' }, /missing or unknown.*stripe, wooshpay/],
    ['an inherited name', { gateway: 'constructor' }, /missing or unknown/],
    ['no gateway', { gateway: undefined }, /missing or unknown/],
    ['a secret key', { publishableKey: 'sk_live_1' }, /secret key.*revoke.*"pk_"/],
    ['a restricted key', { publishableKey: 'rk_live_1' }, /secret key/],
    ['no key', { publishableKey: undefined }, /missing or malformed.*"pk_test_"/],
    ['an empty key', { publishableKey: '' }, /missing or malformed/],
    ['a key with a line break', { publishableKey: `${PK}\n` }, /missing or malformed/],
    ['a publishable key as account', { account: PK }, /account is malformed.*"acct_"/],
    ['a secret key as account', { account: 'sk_live_1' }, /secret key.*account.*revoke/],
    ['an account with a space', { account: 'acct_1 ' }, /account is malformed/],
    ['a number as account', { account: 7 }, /account is malformed/],
    ['an account in a list', { account: ['acct_1', 'acct_2'] }, /account is malformed/],
    ['a client secret as account', { account: SECRET }, /account is malformed/],
    ['a client secret as key', { publishableKey: SECRET }, /missing or malformed/],
  ])('is reported at once: %s', (_, options, message) => {
    expect(create(options)).toThrow(TypeError);
    expect(create(options)).toThrow(message);
    expect(create(options)).not.toThrow(SECRET);
  });
});
