import qs from 'qs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConfirmError } from './confirm.ts';
import type { GatewayOptions } from './gateway.ts';
import type { ConfirmParams } from './params.ts';
import {
  gatewayWith,
  ID,
  INTENT,
  neverRespond,
  PK,
  recordRequests,
  rejectionOf,
  respondWith,
  SECRET,
} from './testing/fakeFetch.ts';

const PARAMS: ConfirmParams = {
  payment_method_data: { type: 'boleto', billing_details: { name: 'Ana & Söhne' } },
  return_url: 'https://shop.example/return?order=1',
};
const KEY = { idempotencyKey: 'key-1' };

const confirmWith = (options: Partial<GatewayOptions>, params = PARAMS) =>
  gatewayWith(options).confirm(SECRET, params, KEY);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a confirm', () => {
  it('goes to Stripe as a form with the key in it', async () => {
    const { fetch, requests } = recordRequests();
    await confirmWith({ fetch });
    const [{ input, init, headers } = {} as never] = requests;
    expect(input).toBe(`https://api.stripe.com/v1/payment_intents/${ID}/confirm`);
    expect(init).toMatchObject({ method: 'POST', credentials: 'omit' });
    expect(qs.parse(String(init.body))).toEqual({
      key: PK,
      _stripe_version: '2025-03-31.basil',
      client_secret: SECRET,
      ...PARAMS,
    });
    expect(headers.get('idempotency-key')).toBe('key-1');
    expect(headers.get('authorization')).toBeNull();
  });

  it('names the connected account in the form, whatever else is sent', async () => {
    const { fetch, requests } = recordRequests();
    const params = { ...PARAMS, _stripe_account: 'acct_other' };
    await confirmWith({ fetch, account: 'acct_1' }, params);
    const [{ init, headers } = {} as never] = requests;
    expect(new URLSearchParams(String(init.body)).getAll('_stripe_account')).toEqual(['acct_1']);
    expect(headers.has('stripe-account')).toBe(false);
  });

  it('tells the merchant’s own server the connected account', async () => {
    const confirm = vi.fn(async (..._: unknown[]) => INTENT);
    await confirmWith({ confirm, account: 'acct_1' });
    expect(confirm.mock.calls[0]?.[2]).toMatchObject({ ...KEY, account: 'acct_1' });
  });

  it('goes to WooshPay as JSON, with the key as the user name of HTTP Basic', async () => {
    const { fetch, requests } = recordRequests();
    await confirmWith({ gateway: 'wooshpay', fetch });
    const [{ input, init, headers } = {} as never] = requests;
    expect(input).toBe(`https://apitest.wooshpay.com/v1/payment_intents/${ID}/confirm`);
    expect(JSON.parse(String(init.body))).toEqual({ client_secret: SECRET, ...PARAMS });
    expect(headers.get('authorization')).toBe(`Basic ${btoa(`${PK}:`)}`);
    expect(headers.get('content-type')).toBe('application/json');
    expect(headers.get('idempotency-key')).toBe('key-1');
  });

  it('goes through the merchant’s own server, where there is one', async () => {
    const confirm = vi.fn(async () => INTENT);
    const intent = await confirmWith({ confirm });
    expect(intent.status).toBe('requires_action');
    expect(confirm).toHaveBeenCalledWith(SECRET, PARAMS, {
      signal: expect.any(AbortSignal),
      idempotencyKey: 'key-1',
    });
  });
});

describe('a confirm that is refused', () => {
  const declined = {
    error: {
      type: 'card_error',
      code: 'card_declined',
      message: 'No.',
      payment_intent: { ...INTENT, status: 'requires_payment_method' },
    },
  };

  it('brings the payment after a decline', async () => {
    const fetch = respondWith(declined, { status: 402 });
    const error = await rejectionOf(confirmWith({ fetch }));
    expect(error).toBeInstanceOf(ConfirmError);
    expect(error).toMatchObject({
      kind: 'rejected',
      status: 402,
      intent: { id: ID, status: 'requires_payment_method' },
    });
  });

  it('brings it also from a merchant’s server that passes the error on', async () => {
    const error = await rejectionOf(confirmWith({ confirm: async () => declined }));
    expect(error).toMatchObject({ kind: 'rejected', intent: { id: ID } });
  });

  it('names the parameter that is wrong', async () => {
    const param = 'payment_method_data[boleto][tax_id]';
    const fetch = respondWith({ error: { code: 'tax_id_invalid', param } }, { status: 400 });
    const error = await rejectionOf(confirmWith({ fetch }));
    expect(error).toMatchObject({ kind: 'rejected', param, intent: null });
  });

  it.each([
    [409, 'server', true],
    [429, 'rate-limited', true],
    [500, 'server', true],
    [401, 'unauthorized', false],
    [403, 'unauthorized', false],
    [404, 'not-found', false],
  ])('with %i is "%s", and may be tried again: %s', async (status, kind, transient) => {
    const error = await rejectionOf(confirmWith({ fetch: respondWith({ error: {} }, { status }) }));
    expect(error).toMatchObject({ kind, transient });
  });

  it.each([
    ['a page of HTML', respondWith('<p>Welcome</p>')],
    ['half an answer', respondWith('{"id":"pi_')],
    ['another payment', respondWith({ ...INTENT, id: 'pi_other' })],
  ])('by %s is a malformed answer, after which nobody knows', async (_, fetch) => {
    const error = await rejectionOf(confirmWith({ fetch }));
    expect(error).toMatchObject({ kind: 'malformed', transient: true });
  });

  it('is given up after half a minute without an answer', async () => {
    const rejection = rejectionOf(confirmWith({ fetch: neverRespond }));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await rejection).toMatchObject({ kind: 'timeout', transient: true });
  });

  it('never contains a key, a secret or what was entered', async () => {
    const secretText = `${SECRET} ${PK} Ana`;
    const error = { type: secretText, code: secretText, param: secretText, message: secretText };
    for (const status of [400, 402, 500]) {
      const fetch = respondWith({ error }, { status, headers: { 'request-id': 'req_1' } });
      const rejection = await rejectionOf(confirmWith({ fetch }));
      const text = `${(rejection as Error).message} ${JSON.stringify(rejection)}`;
      for (const secret of [SECRET, PK, 'Ana']) expect(text).not.toContain(secret);
    }
  });
});
