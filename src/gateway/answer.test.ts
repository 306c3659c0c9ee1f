import { describe, expect, it, vi } from 'vitest';
import { safeCause } from './answer.ts';
import { GatewayError, type GatewayErrorKind } from './gatewayError.ts';
import {
  gatewayWith,
  ID,
  INTENT,
  recordRequests,
  rejectionOf,
  respondWith,
  SECRET,
} from './testing/fakeFetch.ts';

const failure = (body: unknown, init?: ResponseInit) =>
  rejectionOf(gatewayWith({ fetch: respondWith(body, init) }).retrieve(SECRET));

describe('an error of the gateway', () => {
  it.each([
    [400, 'rejected', false],
    [401, 'unauthorized', false],
    [402, 'rejected', false],
    [403, 'unauthorized', false],
    [404, 'not-found', false],
    [408, 'timeout', true],
    [409, 'server', true],
    [410, 'rejected', false],
    [418, 'rejected', false],
    [424, 'server', true],
    [425, 'server', true],
    [429, 'rate-limited', true],
    [500, 'server', true],
    [502, 'server', true],
    [503, 'server', true],
    [504, 'server', true],
    [599, 'server', true],
  ] as const)('with status %d is %s, to be asked again: %s', async (status, kind, transient) => {
    const error = await failure({ error: { type: 'api_error' } }, { status });
    expect(error).toBeInstanceOf(GatewayError);
    expect(error).toMatchObject({ kind, status, transient, name: 'GatewayError' });
  });

  it('is classified by its status even where its body is not JSON', async () => {
    const error = await failure('<h1>Bad gateway</h1>', { status: 502 });
    expect(error).toMatchObject({ kind: 'server', status: 502 });
  });

  it("passes on the gateway's code and the field that it names", async () => {
    const code = 'resource_missing';
    const error = await failure({ error: { code, param: 'intent' } }, { status: 404 });
    expect(String(error)).toBe(
      'GatewayError: The gateway knows no such PaymentIntent or SetupIntent: the key may be of another account or mode. (resource_missing, intent)',
    );
  });

  it.each([{}, null, '<h1>Not found</h1>', { message: 'Not found' }])(
    'that is no gateway’s points to the path: %j',
    async (body) => {
      const error = await failure(body, { status: 404 });
      expect(error).toMatchObject({ kind: 'not-found' });
      expect(String(error)).toContain('look at api-base');
    },
  );

  it('of a gateway does not', async () => {
    const error = await failure({ error: { code: 'resource_missing' } }, { status: 404 });
    expect(String(error)).not.toContain('api-base');
  });

  it.each([
    ['a sentence', { message: 'No such thing.', code: 'No such thing.' }],
    ['no text', { code: 7, param: {} }],
    ['not there', undefined],
    ['the client secret', { code: SECRET }],
    ['a key', { code: 'api_key_expired', param: 'sk_live_1' }],
  ])('passes on no text of the gateway that is %s', async (_, error) => {
    const { message } = (await failure({ error }, { status: 401 })) as GatewayError;
    expect(message).toMatch(
      /^The gateway refuses the publishable key: [^()]+\.( \(api_key_expired\))?$/,
    );
  });

  it.each(['req_1', undefined])("keeps the gateway's id of the request: %s", async (requestId) => {
    const headers = requestId ? { 'request-id': requestId } : {};
    expect(await failure({}, { status: 500, headers })).toMatchObject({ requestId });
  });
});

describe('Retry-After', () => {
  const now = Date.UTC(2026, 0, 1);
  it.each([
    ['seconds', '30', now + 30_000],
    ['no wait', '0', now],
    ['a date', 'Thu, 01 Jan 2026 00:02:00 GMT', now + 120_000],
    ['nonsense', 'later', undefined],
    ['nothing', '', undefined],
  ])('is read as a time: %s', async (_, header, retryAt) => {
    vi.useFakeTimers({ now });
    try {
      const error = await failure({}, { status: 429, headers: { 'retry-after': header } });
      expect(error).toMatchObject({ kind: 'rate-limited', retryAt });
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('an answer', () => {
  it.each([
    ['is HTML', '<!doctype html><title>Sign in to the Wi-Fi</title>', /SetupIntent\.$/],
    ['is empty', '', /SetupIntent\.$/],
    ['is JSON null', null, /SetupIntent\.$/],
    ['is a list', [INTENT], /the value is not an object/],
    ['is another object', { ...INTENT, object: 'charge' }, /object is not/],
    ['is wrapped', { data: INTENT }, /id is not/],
    ['has no status', { id: ID }, /status is not/],
    ['is another PaymentIntent', { ...INTENT, id: 'pi_other' }, /another one than was asked for/],
    [
      'is a SetupIntent',
      { ...INTENT, id: 'seti_1', object: 'setup_intent' },
      /another one than was asked for/,
    ],
    ['is a SetupIntent of the same id', { ...INTENT, object: 'setup_intent' }, /object is not/],
  ])('that %s is malformed, and asked for again', async (_, body, message) => {
    const error = await failure(body);
    expect(error).toMatchObject({ kind: 'malformed', transient: true });
    expect(String(error)).toMatch(message);
  });

  it('of a kind that cannot be read is malformed with its status', async () => {
    expect(await failure('?', { status: 203 })).toMatchObject({ kind: 'malformed', status: 203 });
  });
});

describe('a client secret', () => {
  it.each([
    ['sk_test_1', /looks like an API key/],
    ['pk_test_1', /looks like an API key/],
    ['cs_1_secret_2', /Checkout Session/],
    ['seti_1', /looks like the id alone/],
    [ID, /looks like the id alone/],
    ['', /"pi_…_secret_…"/],
    [`${ID}_secret_`, /"pi_…_secret_…"/],
    ['pi_1/../../account_secret_2', /"pi_…_secret_…"/],
    [undefined, /"pi_…_secret_…"/],
  ])('that is none is refused with a hint before any request: %s', async (secret, message) => {
    const { fetch, requests } = recordRequests();
    const error = await rejectionOf(gatewayWith({ fetch }).retrieve(secret as string));
    expect(error).toMatchObject({ kind: 'invalid-secret', transient: false });
    expect(String(error)).toMatch(message);
    expect(requests).toEqual([]);
  });
});

describe('GatewayError', () => {
  const AGAIN: Record<GatewayErrorKind, boolean> = {
    network: true,
    timeout: true,
    'rate-limited': true,
    server: true,
    malformed: true,
    unauthorized: false,
    'not-found': false,
    rejected: false,
    misconfigured: false,
    'invalid-secret': false,
  };

  it.each(Object.entries(AGAIN))('of kind %s is transient: %s', (kind, transient) => {
    const error = new GatewayError(kind as GatewayErrorKind);
    expect(error.transient).toBe(transient);
    expect(error.message).toMatch(/^[A-Z].+\.$/);
  });
});

describe('the cause of an error', () => {
  const SECRET_CONFIG = { url: 'https://api.example/?client_secret=pi_1_secret_2' };

  it('is what was thrown, where that is an error and nothing else', () => {
    const error = new Error('No route.');
    expect(safeCause(error, SECRET)).toBe(error);
  });

  it.each([
    ['a request', Object.assign(new Error('No route.'), { config: SECRET_CONFIG })],
    ['a cause of its own', new Error('No route.', { cause: SECRET_CONFIG })],
  ])('is its words alone where the error brings %s along', (_, error) => {
    expect(safeCause(error, SECRET)).toBe('Error: No route.');
  });

  it('is left out where its words hold a secret', () => {
    expect(safeCause(new Error('pi_1_secret_2 is wrong.'), SECRET)).toBeUndefined();
  });

  it('is left out where its words hold the client secret of a gateway of one’s own', () => {
    expect(safeCause(new Error('no pay-7.s3cret'), 'pay-7.s3cret')).toBeUndefined();
  });
});
