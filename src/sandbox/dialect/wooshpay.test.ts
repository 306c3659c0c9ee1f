import { beforeEach, describe, expect, it } from 'vitest';
import {
  card,
  confirmed,
  createTestClient,
  ORIGIN,
  PUBLISHABLE,
  RETURN_URL,
  type TestClient,
} from '../testing/client.ts';
import { PUBLISHABLE_FIELDS } from './stripe.ts';

let client: TestClient;

beforeEach(() => {
  client = createTestClient({ now: () => 1_700_000_000_500 });
});

it('answers with the quirks of the published samples', async () => {
  const { body } = await client.wooshpay('', {
    ...card('4242424242424242'),
    currency: 'USD',
    merchant_order_id: 'Order112344343',
    merchant_user_id: '123456',
    quantity: 2,
  });
  expect(body).toMatchObject({
    created: 1_700_000_000_500,
    currency: 'USD',
    status: 'succeeded',
    next_action: null,
    payment_method_types: ['card'],
    payment_method_options: {},
    merchant_order_id: 'Order112344343',
    merchant_user_id: '123456',
    quantity: 2,
    return_url: RETURN_URL,
    '3ds_status': null,
    amount_received: null,
    amount_capturable: null,
    capture_method: 'automatic',
  });
});

describe('in the style of 2022', () => {
  const strings = (body: Record<string, unknown>) =>
    ['next_action', 'payment_method_types', 'payment_method_options'].map(
      (name) => typeof body[name],
    );

  it('puts JSON into strings where the payment was created so', async () => {
    const { body } = await client.wooshpay('', confirmed('wechat_pay', { sandbox_style: '2022' }));
    expect(strings(body)).toEqual(['string', 'string', 'string']);
    expect(JSON.parse(body.next_action).type).toBe('wechat_pay_display_qr_code');
    await client.simulate(body.id, 'succeed');
    const paid = await client.read(
      'wooshpay',
      body.id,
      PUBLISHABLE,
      `?client_secret=${body.client_secret}`,
    );
    expect(paid.body).toMatchObject({
      status: 'succeeded',
      next_action: null,
      payment_method_types: '["wechat_pay"]',
    });
  });

  it('leaves empty strings where the samples of October do', async () => {
    const style = { 'sandbox-style': '2022-10' };
    const { body } = await client.wooshpay('', card('4111111111111111'), style);
    expect(body).toMatchObject({ status: 'succeeded', next_action: '', cancel_at: '' });
    expect(body.metadata).toBeNull();
    expect(body).not.toHaveProperty('canceled_at');
    const created = await client.wooshpay('', confirmed('dana', { metadata: { a: '1' } }), style);
    expect(JSON.parse(created.body.next_action).type).toBe('dana_handle_redirect');
    expect(created.body.metadata).toEqual({ a: '1' });
  });

  it('does so for one request with the header', async () => {
    const { body } = await client.wooshpay('', confirmed('dana'), { 'sandbox-style': '2022' });
    expect(strings(body)).toEqual(['string', 'string', 'string']);
    expect((await client.read('wooshpay', body.id)).body.next_action.type).toBe(
      'dana_handle_redirect',
    );
  });
});

it('shows every key of a next action at once where it is asked to', async () => {
  const { body } = await client.wooshpay('', confirmed('gcash', { sandbox_style: 'siblings' }));
  const { type, gcash_handle_redirect, ...others } = body.next_action;
  expect(type).toBe('redirect_to_url');
  expect(gcash_handle_redirect.url).toContain('/sandbox/wallet/');
  expect(Object.keys(others)).toContain('wechat_pay_display_qr_code');
  expect(new Set(Object.values(others))).toEqual(new Set([null]));
  await client.simulate(body.id, 'succeed');
  expect((await client.read('wooshpay', body.id)).body.next_action).toBeNull();
});

it('shows a publishable key the same subset, and return_url', async () => {
  const { body } = await client.wooshpay('', confirmed('dana'));
  const read = await client.read(
    'wooshpay',
    body.id,
    PUBLISHABLE,
    `?client_secret=${body.client_secret}`,
  );
  const ownFields = PUBLISHABLE_FIELDS.filter((name) => name !== 'source');
  expect(Object.keys(read.body).sort()).toEqual([...ownFields, 'return_url'].sort());
});

it('refuses a form, and ignores undocumented parameters', async () => {
  const form = await client.send('/wooshpay/v1/payment_intents', {
    method: 'POST',
    headers: { authorization: 'Bearer sk_test_x' },
    body: new URLSearchParams({ amount: '1' }),
  });
  expect(form).toMatchObject({
    status: 400,
    body: { error: { message: expect.stringContaining('JSON') } },
  });
  const { status } = await client.wooshpay('', {
    amount: 10,
    currency: 'USD',
    notify_url: 'https://shop.example',
  });
  expect(status).toBe(200);
});

describe('3-D Secure', () => {
  const start = async (number: string) => (await client.wooshpay('', card(number))).body;
  const read = async (id: string) => (await client.read('wooshpay', id)).body;

  it('goes from the device data page to the challenge', async () => {
    const { id, next_action } = await start('4000000000003220');
    const url = `${ORIGIN}/sandbox/acs/${id}/ddc`;
    expect(next_action).toEqual({
      type: 'ddc_redirect',
      ddc_redirect: { return_url: RETURN_URL, url },
    });
    const answer = await client.submit(url);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(RETURN_URL);
    expect((await read(id)).next_action).toEqual({
      type: 'challenge_redirect',
      challenge_redirect: { return_url: RETURN_URL, url: `${ORIGIN}/sandbox/acs/${id}/challenge` },
    });
    expect((await read(id))['3ds_status']).toMatchObject({
      status: 'PENDING',
      three_d_result: 'C',
    });
  });

  it('ends after the device data page for a frictionless card', async () => {
    const { id, next_action } = await start('4000000000003055');
    expect(next_action.type).toBe('ddc_redirect');
    await client.submit(next_action.ddc_redirect.url);
    expect(await read(id)).toMatchObject({
      status: 'succeeded',
      '3ds_status': { three_d_result: 'Y' },
    });
  });

  it('runs the device data page once', async () => {
    const { id, next_action } = await start('4000000000003220');
    await client.submit(next_action.ddc_redirect.url);
    await client.submit(next_action.ddc_redirect.url);
    expect((await read(id)).next_action.type).toBe('challenge_redirect');
  });
});
