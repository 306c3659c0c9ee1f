import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isRecord, parseIntent } from '../intent/index.ts';
import type { ConfirmError } from './confirm.ts';
import { createGateway } from './createGateway.ts';
import type { Dialect, Refusal } from './dialect.ts';
import type { GatewayOptions } from './gateway.ts';
import { rejectionOf, respondWith } from './testing/fakeFetch.ts';

const SECRET = 'order 7/1.s3cret';
const PAYMENT = { ref: 'order 7/1', state: 'OPEN', fault: 'NO_MONEY' };

/** A gateway whose refusals have a form of their own. */
const acme: Dialect = {
  name: 'acme',
  baseUrl: 'https://acme.example',
  intentId: (clientSecret) => /^(.+)\.\w+$/.exec(clientSecret)?.[1] ?? null,
  retrieve: () => ({}),
  confirm: () => ({}),
  parse(answer) {
    const { ref, fault } = answer as typeof PAYMENT;
    const last_payment_error = fault && { code: fault.toLowerCase() };
    return parseIntent({ id: ref, status: 'requires_payment_method', last_payment_error });
  },
  parseError(answer) {
    if (!isRecord(answer) || !isRecord(answer.fault)) return null;
    const { word, field, payment, declined } = answer.fault;
    return { code: word, param: field, intent: payment, isDecline: declined } as Refusal;
  },
};

const refusalBy = async (options: Partial<GatewayOptions>) => {
  const { confirm } = createGateway({ gateway: acme, ...options });
  return (await rejectionOf(confirm(SECRET, {}, { idempotencyKey: 'key-1' }))) as ConfirmError;
};

let log: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  log = vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('a refusal of another form', () => {
  const fault = { word: 'EMAIL_MISSING', field: 'payment_method_data[billing_details][email]' };

  it('has the code and the parameter that parseError finds', async () => {
    const error = await refusalBy({ fetch: respondWith({ fault }, { status: 422 }) });
    expect(error).toMatchObject({
      name: 'ConfirmError',
      kind: 'rejected',
      param: fault.field,
      intent: null,
      isDecline: false,
      message: expect.stringContaining('(EMAIL_MISSING)'),
    });
  });

  it('has the payment in it, as parse reads it', async () => {
    const declined = { fault: { word: 'DECLINED', declined: true, payment: PAYMENT } };
    const error = await refusalBy({ fetch: respondWith(declined, { status: 422 }) });
    expect(error).toMatchObject({
      isDecline: true,
      intent: { id: 'order 7/1', gateway: 'acme', lastPaymentError: { code: 'no_money' } },
    });
  });

  it('has no payment of another id, and none that parse cannot read', async () => {
    for (const payment of [{ ...PAYMENT, ref: 'order 8' }, 7, 'x', null]) {
      const answer = { fault: { payment } };
      expect((await refusalBy({ fetch: respondWith(answer, { status: 422 }) })).intent).toBeNull();
    }
  });

  it('is found in what the merchant’s own server passes on, too', async () => {
    expect(await refusalBy({ confirm: async () => ({ fault }) })).toMatchObject({
      kind: 'rejected',
      param: fault.field,
    });
  });

  it('may say itself of what kind it is', async () => {
    const parseError = () => ({ kind: 'rate-limited' }) as const;
    const fetch = respondWith({}, { status: 400 });
    const error = await refusalBy({ fetch, gateway: { ...acme, parseError } });
    expect(error).toMatchObject({ kind: 'rate-limited', transient: true });
  });

  it('of a read has its code in the message', async () => {
    const fetch = respondWith({ fault: { word: 'NO_SUCH' } }, { status: 404 });
    const error = await rejectionOf(createGateway({ gateway: acme, fetch }).retrieve(SECRET));
    expect(error).toMatchObject({ kind: 'not-found' });
    expect(String(error)).toMatch(/\(NO_SUCH\)$/);
  });

  it('that parseError cannot read goes by its status, and the developer reads why', async () => {
    const parseError = () => {
      throw new TypeError(`no ${SECRET}`);
    };
    const fetch = respondWith({ fault }, { status: 422 });
    const error = await refusalBy({ fetch, gateway: { ...acme, parseError } });
    expect(error).toMatchObject({ kind: 'rejected', param: null });
    expect(log.mock.calls).toEqual([
      [expect.stringMatching(/parseError\(\) has thrown TypeError/)],
    ]);
  });

  it('is none where parseError finds none: the answer is read', async () => {
    const { confirm } = createGateway({ gateway: acme, confirm: async () => PAYMENT });
    const intent = await confirm(SECRET, {}, { idempotencyKey: 'key-1' });
    expect(intent).toMatchObject({ id: 'order 7/1' });
  });
});

it('an id of any form is encoded in the usual path', async () => {
  const urls: string[] = [];
  const fetch = async (url: string) => {
    urls.push(url);
    return Response.json(PAYMENT);
  };
  const gateway = createGateway({ gateway: acme, fetch });
  await gateway.retrieve(SECRET);
  await gateway.confirm(SECRET, {}, { idempotencyKey: 'key-1' });
  expect(urls).toEqual([
    'https://acme.example/v1/payment_intents/order%207%2F1',
    'https://acme.example/v1/payment_intents/order%207%2F1/confirm',
  ]);
});

it('a client secret of any form is in no message', async () => {
  const fetch = () => Promise.reject(new Error(`no answer for ${SECRET}`));
  const error = (await rejectionOf(
    createGateway({ gateway: acme, fetch }).retrieve(SECRET),
  )) as Error;
  expect(`${error} ${error.cause} ${log.mock.calls}`).not.toContain('s3cret');
});
