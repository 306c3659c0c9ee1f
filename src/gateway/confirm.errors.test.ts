import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConfirmError } from './confirm.ts';
import type { GatewayOptions } from './gateway.ts';
import {
  gatewayWith,
  ID,
  INTENT,
  PK,
  rejectionOf,
  respondWith,
  SECRET,
} from './testing/fakeFetch.ts';

const NOW = 1_800_000_000_000;

beforeEach(() => vi.useFakeTimers({ now: NOW }));
afterEach(() => vi.useRealTimers());

const confirming = (options: Partial<GatewayOptions>, signal?: AbortSignal) =>
  gatewayWith(options).confirm(
    SECRET,
    { payment_method_data: { type: 'boleto', boleto: { tax_id: '52998224725' } } },
    { idempotencyKey: 'key-1', ...(signal && { signal }) },
  );

const refusedBy = async (options: Partial<GatewayOptions>) =>
  (await rejectionOf(confirming(options))) as ConfirmError;

const refusing = (status: number, error: unknown, headers: Record<string, string> = {}) =>
  respondWith({ error }, { status, headers });

describe('what is wrong with a request to confirm', () => {
  it.each([
    'return_url',
    'payment_method_data[boleto][tax_id]',
    'payment_method_data[billing_details][address][line1]',
    'payment_method_data[p24][bank]',
    'payment_method_options[blik][code]',
  ])('is named where the gateway names it: %s', async (param) => {
    expect((await refusedBy({ fetch: refusing(400, { param }) })).param).toBe(param);
  });

  it.each([
    SECRET,
    'pi_1_secret_2',
    'payment_method_data[pi_1_secret_2]',
    `payment_method_data[${PK}]`,
    '52998224725',
    'Ana Souza',
    'payment_method_data[name]=Ana',
    '',
    7,
    ['code'],
    null,
  ])('is not what merely quotes what was sent: %j', async (param) => {
    expect((await refusedBy({ fetch: refusing(400, { param }) })).param).toBeNull();
  });
});

describe('the payment after a refusal', () => {
  const unpaid = { ...INTENT, status: 'requires_payment_method' };

  it('is read for the state that forbids the request, too', async () => {
    const payment_intent = { ...INTENT, status: 'succeeded' };
    const fetch = refusing(400, { code: 'payment_intent_unexpected_state', payment_intent });
    expect(await refusedBy({ fetch })).toMatchObject({ intent: { status: 'succeeded' } });
  });

  it.each([
    ['another one', { ...unpaid, id: 'pi_other' }],
    ['no payment', { object: 'charge', id: ID, status: 'failed' }],
    ['an id without a secret', ID],
  ])('is never %s', async (_, payment_intent) => {
    expect((await refusedBy({ fetch: refusing(402, { payment_intent }) })).intent).toBeNull();
  });
});

describe('a gateway in trouble', () => {
  it('has the time of its Retry-After, and the request id', async () => {
    const headers = { 'retry-after': '7', 'request-id': 'req_9' };
    const error = await refusedBy({ fetch: refusing(429, { code: 'rate_limit' }, headers) });
    expect(error).toMatchObject({
      kind: 'rate-limited',
      transient: true,
      retryAt: NOW + 7_000,
      requestId: 'req_9',
    });
  });

  it('is out of reach where the network is', async () => {
    const fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await refusedBy({ fetch })).toMatchObject({ kind: 'network', transient: true });
  });

  it('is unreachable where the shop’s own server is', async () => {
    const confirm = () => Promise.reject(new Error('500 from /confirm'));
    expect(await refusedBy({ confirm })).toMatchObject({ kind: 'network', transient: true });
  });

  // The shop's server passes on a body; with which status it came is lost on the way.
  it.each([
    ['api_error', 'server', true],
    ['card_error', 'rejected', false],
    ['invalid_request_error', 'rejected', false],
  ])(
    'is distinguished from a refusal by the error type that the shop passes on: %s',
    async (type, kind, again) => {
      const error = await refusedBy({ confirm: async () => ({ error: { type } }) });
      expect(error).toMatchObject({ kind, transient: again });
    },
  );

  it('is not awaited after the caller has aborted', async () => {
    const abort = new AbortController();
    const rejection = rejectionOf(confirming({ fetch: () => new Promise(() => {}) }, abort.signal));
    abort.abort('left');
    expect(await rejection).toBe('left');
  });
});

it('never contains what was sent, whatever the gateway answers', async () => {
  const secrets = [SECRET, PK, '52998224725', 'key-1'];
  const text = fc.oneof(
    fc.constantFrom(...secrets),
    fc.constantFrom(...secrets).map((secret) => `payment_method_data[${secret}]`),
    fc.tuple(fc.string(), fc.constantFrom(...secrets)).map((parts) => parts.join('')),
  );
  const error = fc.record({ type: text, code: text, param: text, message: text });
  const status = fc.constantFrom(400, 401, 402, 404, 409, 429, 500, 503);
  await fc.assert(
    fc.asyncProperty(status, error, async (code, body) => {
      const error = await refusedBy({ fetch: refusing(code, body) });
      const { message, stack, param, requestId } = error;
      const text = JSON.stringify([error, message, stack, param, requestId]);
      for (const secret of secrets) expect(text).not.toContain(secret);
    }),
  );
});
