import { beforeEach, describe, expect, it } from 'vitest';
import { confirmed, createTestClient, SECRET, type TestClient } from '../testing/client.ts';

let client: TestClient;

beforeEach(() => {
  client = createTestClient({ now: () => 1_700_000_000_500 });
});

const plain = { amount: 1099, currency: 'EUR' };

describe('create', () => {
  it('answers in Stripe’s shape', async () => {
    const { status, body, headers } = await client.stripe('', {
      ...plain,
      metadata: { a: 'b' },
      description: 'Tea',
    });
    expect(status).toBe(200);
    expect(headers.get('request-id')).toMatch(/^req_/);
    expect(body).toMatchObject({
      object: 'payment_intent',
      amount: 1099,
      currency: 'eur',
      created: 1_700_000_000,
      status: 'requires_payment_method',
      capture_method: 'automatic_async',
      confirmation_method: 'automatic',
      automatic_payment_methods: { enabled: true },
      description: 'Tea',
      metadata: { a: 'b' },
      next_action: null,
      last_payment_error: null,
      livemode: false,
    });
    expect(body.client_secret.startsWith(`${body.id}_secret_`)).toBe(true);
    expect(body).not.toHaveProperty('merchant_order_id');
  });

  it('waits for a confirm where it has a payment method', async () => {
    const { body } = await client.stripe('', { ...plain, payment_method: 'pm_card_visa' });
    expect(body.status).toBe('requires_confirmation');
    const after = await client.stripe(`/${body.id}/confirm`);
    expect(after.body).toMatchObject({ status: 'succeeded', amount_received: 1099 });
    expect(after.body.latest_charge).toMatch(/^ch_3/);
  });

  it('takes the new and the old name of the list of types', async () => {
    for (const name of ['payment_method_types', 'allowed_payment_method_types']) {
      const { body } = await client.stripe('', { ...plain, [name]: ['card', 'ideal'] });
      expect(body.payment_method_types).toEqual(['card', 'ideal']);
      expect(body.automatic_payment_methods).toBeNull();
    }
  });

  it('shows the payment method when asked to', async () => {
    const { body } = await client.stripe('', {
      ...plain,
      payment_method: 'pm_card_visa',
      expand: ['payment_method'],
    });
    expect(body.payment_method).toMatchObject({
      object: 'payment_method',
      type: 'card',
      card: { last4: '4242' },
    });
  });

  it.each([
    [{ currency: 'eur' }, 'parameter_missing', 'amount'],
    [{ amount: 100 }, 'parameter_missing', 'currency'],
    [{ amount: 'abc', currency: 'eur' }, 'parameter_invalid_integer', 'amount'],
    [{ amount: '10.5', currency: 'eur' }, 'parameter_invalid_integer', 'amount'],
    [{ amount: 49, currency: 'usd' }, 'amount_too_small', 'amount'],
    [{ amount: 100_000_000, currency: 'usd' }, 'amount_too_large', 'amount'],
    [{ ...plain, colour: 'red' }, 'parameter_unknown', 'colour'],
    [{ ...plain, merchant_order_id: '1' }, 'parameter_unknown', 'merchant_order_id'],
    [{ ...plain, payment_method: 'pm_nope' }, 'resource_missing', 'payment_method'],
    [
      {
        ...plain,
        confirm: true,
        return_url: 'javascript:alert(1)',
        payment_method: 'pm_card_visa',
      },
      'url_invalid',
      'return_url',
    ],
    [
      { ...plain, payment_method_data: { type: 'coins' } },
      'payment_method_unsupported_type',
      'payment_method_data[type]',
    ],
    [
      confirmed('ideal', { payment_method_types: ['card'] }),
      'payment_intent_incompatible_payment_method',
      'payment_method',
    ],
    [
      confirmed('ideal', { return_url: undefined }),
      'payment_intent_redirect_confirmation_without_return_url',
      'return_url',
    ],
    [{ ...plain, currency: 'zzz' }, undefined, 'currency'],
    [{ ...plain, payment_method_types: ['card', 'coins'] }, undefined, 'payment_method_types'],
    [
      { ...plain, excluded_payment_method_types: ['coins'] },
      undefined,
      'excluded_payment_method_types',
    ],
    [
      { ...plain, automatic_payment_methods: { enabled: true, redirects: 'never' } },
      'parameter_unknown',
      'automatic_payment_methods[redirects]',
    ],
    [
      { ...plain, automatic_payment_methods: { enabled: 'maybe' } },
      undefined,
      'automatic_payment_methods[enabled]',
    ],
    [{ ...plain, amount: [1800] }, undefined, 'amount'],
    [
      { ...plain, payment_method_options: { coins: { client: 'web' } } },
      'parameter_unknown',
      'payment_method_options[coins]',
    ],
  ])('refuses %o with %s for %s', async (params, code, param) => {
    const { status, body } = await client.stripe('', params);
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ type: 'invalid_request_error', param });
    expect(body.error.code).toBe(code);
  });

  it('may name a type that cannot be paid here', async () => {
    const types = ['card', 'shop_pay', 'payto'];
    const { body } = await client.stripe('', { ...plain, payment_method_types: types });
    expect(body.payment_method_types).toEqual(types);
  });

  it('refuses JSON and says to send a form', async () => {
    const { status, body } = await client.send('/v1/payment_intents', {
      method: 'POST',
      headers: { authorization: `Bearer ${SECRET}`, 'content-type': 'application/json' },
      body: JSON.stringify(plain),
    });
    expect(status).toBe(400);
    expect(body.error.message).toContain('form');
  });

  it('refuses two ways to choose the confirmation', async () => {
    const params = {
      ...plain,
      automatic_payment_methods: { enabled: true },
      confirmation_method: 'manual',
    };
    expect((await client.stripe('', params)).body.error.message).toContain(
      'You may only specify one',
    );
  });

  it('answers under /v1 as under /stripe/v1, with the same memory', async () => {
    const { body } = await client.stripe('', plain);
    const same = await client.send(`/v1/payment_intents/${body.id}`, {
      headers: { authorization: `Bearer ${SECRET}` },
    });
    expect(same.body.id).toBe(body.id);
  });

  it('keeps the payments of the gateways apart', async () => {
    const { body } = await client.stripe('', plain);
    expect((await client.read('wooshpay', body.id)).status).toBe(404);
  });
});
