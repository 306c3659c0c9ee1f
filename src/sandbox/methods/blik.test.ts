import { beforeEach, describe, expect, it } from 'vitest';
import { createTestClient, PUBLISHABLE, type TestClient } from '../testing/client.ts';

const CODE = 'payment_method_options[blik][code]';

let now: number;
let client: TestClient;
let id: string;
let secret: string;

beforeEach(async () => {
  now = 1_700_000_000_000;
  client = createTestClient({ now: () => now });
  const intent = { amount: 1800, currency: 'pln', allowed_payment_method_types: ['blik'] };
  const { body } = await client.stripe('', intent);
  id = body.id;
  secret = body.client_secret;
});

/** A browser's confirm. */
const confirm = (options: object, email?: string) =>
  client.stripe(
    `/${id}/confirm`,
    {
      client_secret: secret,
      payment_method_data: { type: 'blik', ...(email && { billing_details: { email } }) },
      payment_method_options: { blik: options },
    },
    PUBLISHABLE,
  );

const read = async () => (await client.read('stripe', id)).body;

describe('a BLIK code', () => {
  it('of six digits waits for the approval, and for a minute', async () => {
    const { body } = await confirm({ code: '123456' });
    expect(body.next_action).toEqual({ type: 'blik_authorize', blik_authorize: {} });
    now += 59_999;
    expect((await read()).status).toBe('requires_action');
    now += 1;
    expect((await read()).last_payment_error).toMatchObject({
      code: 'payment_method_provider_timeout',
      payment_method: { type: 'blik' },
    });
  });

  it.each([
    ['none', {}, 'parameter_missing'],
    ['nothing', { code: '' }, 'parameter_missing'],
    ['five digits', { code: '12345' }, 'payment_method_invalid_parameter'],
    ['letters', { code: 'abcdef' }, 'payment_method_invalid_parameter'],
  ])('is asked for by its name where it is %s', async (_, options, code) => {
    const { status, body } = await confirm(options);
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ code, param: CODE });
    expect((await read()).status).toBe('requires_payment_method');
  });

  it('is valid for one attempt, and never shown', async () => {
    const first = await confirm({ code: '123456' });
    expect(first.status).toBe(200);
    expect((await read()).payment_method_options.blik).toEqual({});
    expect((await confirm({})).body.error.param).toBe(CODE);
  });

  it('has no place where nothing is confirmed', async () => {
    const payment_method_options = { blik: { code: '123456' } };
    const updated = await client.stripe(`/${id}`, { payment_method_options });
    expect(updated).toMatchObject({ status: 400, body: { error: { param: CODE } } });
    const params = { amount: 1800, currency: 'pln', payment_method_options };
    expect((await client.stripe('', params)).body.error.param).toBe(CODE);
  });
});

describe('a BLIK payment', () => {
  it.each([
    ['000000', 'ana@example.com', 'code_invalid'],
    ['123456', 'ana.invalid_code@example.com', 'code_invalid'],
    ['123456', 'expired_code@example.com', 'code_expired'],
  ])('with the code %s of %s is refused at once', async (code, email, decline_code) => {
    const { status, body } = await confirm({ code }, email);
    expect(status).toBe(402);
    expect(body.error).toMatchObject({
      code: 'payment_method_invalid_parameter',
      decline_code,
      payment_intent: {
        status: 'requires_payment_method',
        last_payment_error: { decline_code, payment_method: { type: 'blik' } },
      },
    });
    expect((await confirm({ code: '123456' })).body.status).toBe('requires_action');
  });

  it.each([
    ['limit_exceeded', 'payment_limit_exceeded'],
    ['insufficient_funds', 'insufficient_funds'],
    ['customer_declined', 'customer_declined'],
    ['bank_declined', 'partner_generic_decline'],
    ['blik_declined', 'partner_generic_decline'],
  ])('of %s@ is declined after eight seconds', async (name, decline_code) => {
    const { body } = await confirm({ code: '123456' }, `${name}@example.com`);
    expect(body.status).toBe('requires_action');
    now += 7999;
    expect((await read()).status).toBe('requires_action');
    now += 1;
    expect(await read()).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'payment_method_provider_decline', decline_code },
    });
  });

  it('shows the customer’s refusal', async () => {
    await confirm({ code: '123456' });
    await client.simulate(id, 'fail');
    expect((await read()).last_payment_error).toMatchObject({
      code: 'payment_method_provider_decline',
      decline_code: 'customer_declined',
    });
  });
});
