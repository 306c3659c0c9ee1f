import { describe, expect, it } from 'vitest';
import { createSandbox } from '../sandbox.ts';
import { createShop } from './shop.ts';
import { SHOP_METHODS } from './shopMethods.ts';

const ORIGIN = 'http://localhost:4242';

interface ReadableOrder {
  readonly apiBase: string;
  readonly clientSecret: string;
  readonly publishableKey: string;
  readonly account?: string;
}

function openShop() {
  const sandbox = createSandbox();
  const shop = createShop(sandbox);
  const call = async (path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body), headers };
    const response = await shop.fetch(new Request(`${ORIGIN}${path}`, init));
    return { status: response.status, body: await response.json() };
  };
  const read = async (order: ReadableOrder) => {
    const [id = ''] = order.clientSecret.split('_secret_');
    const list = id.startsWith('seti_') ? 'setup_intents' : 'payment_intents';
    const query = new URLSearchParams({
      client_secret: order.clientSecret,
      key: order.publishableKey,
      ...(order.account && { _stripe_account: order.account }),
    });
    const request = new Request(`${order.apiBase}/v1/${list}/${id}?${query}`);
    return (await sandbox.fetch(request)).json();
  };
  return { call, read };
}

describe.each(['stripe', 'wooshpay'] as const)('the shop at %s', (gateway) => {
  it.each(SHOP_METHODS[gateway])('sells with $label', async (offer) => {
    const { call, read } = openShop();
    const { status, body } = await call('/orders', { ...offer, gateway, amount: 1800 });
    expect(status).toBe(200);
    expect(body).toEqual({
      orderId: expect.stringMatching(/^order_/),
      gateway,
      apiBase: `${ORIGIN}/${gateway}`,
      publishableKey: expect.stringMatching(/^pk_test_/),
      clientSecret: expect.stringContaining('_secret_'),
    });
    const intent = await read(body);
    expect(intent.amount).toBe(1800);
    expect(intent.status).not.toBe('requires_confirmation');
  });
});

it.each(['stripe', 'wooshpay'] as const)('saves a card at %s', async (gateway) => {
  const { call, read } = openShop();
  const { body } = await call('/orders', { gateway, kind: 'setup' });
  expect(body.clientSecret).toMatch(/^seti_/);
  expect(await read(body)).toMatchObject({
    object: 'setup_intent',
    status: 'requires_payment_method',
    payment_method_types: expect.arrayContaining(['card']),
  });
  const card = '4000000000003220';
  const order = await call('/orders', { gateway, kind: 'setup', method: 'card', card });
  expect((await read(order.body)).status).toBe('requires_action');
  await call(`/orders/${order.body.orderId}/retry`, {});
  expect((await read(order.body)).status).toBe('requires_action');
});

it('sells for a connected account', async () => {
  const { call, read } = openShop();
  const { body } = await call('/orders', { gateway: 'stripe', account: 'acct_1' });
  expect(body.account).toBe('acct_1');
  expect((await read(body)).status).toBe('requires_payment_method');
  expect(await read({ ...body, account: '' })).toHaveProperty('error');
});

it('has a payment after a decline', async () => {
  const { call, read } = openShop();
  const { body } = await call('/orders', {
    gateway: 'stripe',
    method: 'card',
    card: '4000000000000002',
  });
  expect(await read(body)).toMatchObject({ last_payment_error: { code: 'card_declined' } });
});

it('shows an order again, and returns the customer to it', async () => {
  const { call, read } = openShop();
  const { body } = await call('/orders', {
    gateway: 'wooshpay',
    method: 'dana',
    amount: 5,
    currency: 'IDR',
  });
  expect((await call(`/orders/${body.orderId}`)).body).toEqual(body);
  expect((await read(body)).return_url).toBe(`${ORIGIN}/return.html?order=${body.orderId}`);
  expect((await call('/orders/order_unknown')).status).toBe(404);
});

it('confirms the same payment again for a new code', async () => {
  const { call, read } = openShop();
  const { body } = await call('/orders', {
    gateway: 'stripe',
    method: 'wechat_pay',
    expiresAfterSeconds: 60,
  });
  const again = await call(`/orders/${body.orderId}/retry`, {});
  expect(again.body).toEqual(body);
  expect((await read(body)).status).toBe('requires_action');
});

it('chooses Alipay+ URLs by the customer’s device', async () => {
  const { call, read } = openShop();
  const order = { gateway: 'wooshpay', method: 'alipayplus' };
  const desktop = await read((await call('/orders', order)).body);
  expect(desktop.next_action.alipayplus_handle_redirect).not.toHaveProperty('schemeUrl');
  const phone = await read((await call('/orders', order, { 'user-agent': 'Android Mobile' })).body);
  expect(phone.next_action.alipayplus_handle_redirect).toHaveProperty('schemeUrl');
});

it('passes the options that choose between actions', async () => {
  const { call, read } = openShop();
  const typeOf = async (order: object) => {
    const { body } = await call('/orders', order);
    return (await read(body)).next_action.type;
  };
  expect(
    await typeOf({
      gateway: 'stripe',
      method: 'us_bank_account',
      options: { verification_method: 'microdeposits' },
    }),
  ).toBe('verify_with_microdeposits');
  expect(await typeOf({ gateway: 'stripe', method: 'upi', data: { vpa: 'me@bank' } })).toBe(
    'upi_await_notification',
  );
  const card = '4000000000003220';
  expect(await typeOf({ gateway: 'stripe', method: 'card', card, useStripeSdk: true })).toBe(
    'use_stripe_sdk',
  );
});

it('asks WooshPay for one of its other styles', async () => {
  const { call, read } = openShop();
  const order = { gateway: 'wooshpay', method: 'dana', style: '2022' };
  const { body } = await call('/orders', order);
  expect((await read(body)).next_action).toEqual(expect.any(String));
  await call(`/orders/${body.orderId}/retry`, {});
  expect((await read(body)).next_action).toEqual(expect.any(String));
});

it.each([
  [{ gateway: 'stripe', method: 'ideal', options: 'all' }, 'options'],
  [{ gateway: 'stripe', method: 'ideal', data: [1] }, 'data'],
  [{ gateway: 'stripe', method: 'card', useStripeSdk: 'maybe' }, 'useStripeSdk'],
  [{ gateway: 'wooshpay', method: 'dana', style: '1999' }, 'siblings'],
  [{ gateway: 'stripe', method: 'klarna', options: { sandbox_action: 'x' } }, 'display_qr_code'],
  [{ gateway: 'paypal', method: 'x' }, 'gateway'],
  [{ gateway: 'stripe', kind: 'gift' }, 'kind'],
  [{ gateway: 'stripe', account: 'nobody' }, 'nobody'],
  [{ gateway: 'stripe', account: 'acct_1\nHost: x' }, 'account'],
  [{ method: 'ideal' }, 'gateway'],
  [{ gateway: 'stripe', methods: 'card' }, 'methods'],
  [{ gateway: 'stripe', method: 'coins' }, 'coins'],
  [{ gateway: 'stripe', method: 'ideal', amount: 'much' }, 'much'],
  [{ gateway: 'stripe', method: 'ideal', returnPath: '//evil.example/' }, 'returnPath'],
  [{ gateway: 'stripe', method: 'ideal', returnPath: 'https://evil.example/' }, 'returnPath'],
  [null, 'JSON'],
  [{ gateway: 'stripe', amount: 0 }, 'amount: This value must be greater than or equal to 1.'],
])('refuses the order %o and says why', async (order, message) => {
  const { call } = openShop();
  const { status, body } = await call('/orders', order);
  expect(status).toBe(400);
  expect(body.message).toContain(message);
});
