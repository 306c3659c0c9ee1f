import { beforeEach, describe, expect, it } from 'vitest';
import { createTestClient, PUBLISHABLE, type TestClient } from '../testing/client.ts';

let client: TestClient;

beforeEach(() => {
  client = createTestClient();
});

/** A browser's confirm of a new payment. */
async function confirm(more: object, created: object = {}) {
  const { body } = await client.stripe('', { amount: 1800, currency: 'eur', ...created });
  const params = { client_secret: body.client_secret, payment_method: 'pm_card_visa' };
  return client.stripe(`/${body.id}/confirm`, { ...params, ...more }, PUBLISHABLE);
}

const withOption = (type: string, option: object, created?: object) =>
  confirm({ payment_method_options: { [type]: option } }, created);

describe('the browser', () => {
  it.each([
    ['capture_method', 'manual'],
    ['mandate', 'mandate_1'],
    ['off_session', 'true'],
    ['payment_method_types', ['card']],
    ['allowed_payment_method_types', ['card']],
    ['excluded_payment_method_types', ['ideal']],
    ['amount_to_confirm', 1800],
    ['amount_details', { tax: { total_tax_amount: 1 } }],
    ['payment_details', { order_reference: '7' }],
    ['hooks', { inputs: { tax: { calculation: 'taxcalc_1' } } }],
    ['radar_options', { session: 'rse_1' }],
  ])('may not say %s when it confirms', async (name, value) => {
    const { status, body } = await confirm({ [name]: value });
    expect(status).toBe(403);
    expect(body.error.code).toBe('secret_key_required');
    expect(body.error.message).toContain(name);
  });

  it('may omit the customer’s action', async () => {
    expect((await confirm({ error_on_requires_action: true })).status).toBe(200);
  });

  it.each([
    ['card', { capture_method: 'manual' }],
    ['card', { request_three_d_secure: 'any' }],
    ['card', { cvc: '123', request_multicapture: 'if_available' }],
    ['wechat_pay', { client: 'web', app_id: 'wx1' }],
    ['us_bank_account', { verification_method: 'microdeposits' }],
  ])('may not set what is the merchant’s to decide: %s %j', async (type, option) => {
    const { status, body } = await withOption(type, option);
    expect(status).toBe(403);
    expect(body.error.message).toContain(
      `payment_method_options[${type}][${Object.keys(option).at(-1)}]`,
    );
  });

  it.each([
    ['card', { cvc: '123', network: 'visa' }],
    ['wechat_pay', { client: 'web' }],
    ['konbini', { confirmation_number: '09012345678' }],
    ['p24', { tos_shown_and_accepted: 'true' }],
    ['customer_balance', { funding_type: 'bank_transfer' }],
    ['klarna', { sandbox_action: 'display_qr_code' }],
  ])('may say what Stripe’s own script says: %s %j', async (type, option) => {
    expect((await withOption(type, option)).status).toBe(200);
  });

  it.each([
    ['on_session', 'off_session', 200],
    ['off_session', 'on_session', 400],
    [undefined, 'off_session', 200],
  ])(
    'widens the use of a method, and never narrows it: %s, %s',
    async (usageOfIntent, requestedUsage, status) => {
      const created = usageOfIntent ? { setup_future_usage: usageOfIntent } : {};
      const option = { setup_future_usage: requestedUsage };
      const answer = await withOption('card', option, created);
      expect(answer.status).toBe(status);
      const options = { payment_method_options: { card: created } };
      expect((await withOption('card', option, options)).status).toBe(status);
    },
  );

  it('sends the device to WooshPay', async () => {
    const { body } = await client.wooshpay('', {
      amount: 1800,
      currency: 'CNY',
      payment_method_types: ['wechat_pay'],
    });
    const { client_secret, id } = body;
    const params = {
      client_secret,
      payment_method_data: { type: 'wechat_pay' },
      payment_method_options: { wechat_pay: { terminal_type: 'WAP', os_type: 'IOS' } },
      return_url: 'https://shop.example/return',
    };
    const headers = { authorization: `Basic ${btoa(`${PUBLISHABLE}:`)}` };
    const confirmed = await client.wooshpay(`/${id}/confirm`, params, headers);
    expect(confirmed.body.next_action.type).toBe('wechat_pay_redirect_to_web');
  });
});

it('lets a server name the amount that it confirms, if it is the full amount', async () => {
  const { body } = await client.stripe('', { amount: 1800, currency: 'eur' });
  const confirmAs = (amount_to_confirm: number) =>
    client.stripe(`/${body.id}/confirm`, { payment_method: 'pm_card_visa', amount_to_confirm });
  const part = await confirmAs(900);
  expect(part.status).toBe(400);
  expect(part.body.error.param).toBe('amount_to_confirm');
  expect((await confirmAs(1800)).body.status).toBe('succeeded');
});
