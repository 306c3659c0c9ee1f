import { describe, expect, it } from 'vitest';
import { SAMPLE_OPTIONS } from '../methods/requiredFields.ts';
import { card, confirmed, createTestClient, methodData, ORIGIN } from '../testing/client.ts';

const NOW = 1_700_000_000;
const DAY = 24 * 3600;

async function start(params: object) {
  let now = NOW * 1000;
  const client = createTestClient({ now: () => now });
  const { body } = await client.stripe('', params);
  const page = (path: string) => `${ORIGIN}/sandbox/${path.replace('ID', body.id)}`;
  const read = async () => (await client.read('stripe', body.id)).body;
  const advance = (seconds: number) => {
    now += seconds * 1000;
  };
  return { client, intent: body, action: body.next_action, page, read, advance };
}

const optioned = (type: string, options: object, more: object = {}) =>
  confirmed(type, {
    payment_method_options: { [type]: { ...SAMPLE_OPTIONS[type], ...options } },
    ...more,
  });

describe('a code that is only a picture', () => {
  it('is Cash App’s, with a link for phones', async () => {
    const { action, page } = await start(confirmed('cashapp'));
    expect(action).toEqual({
      type: 'cashapp_handle_redirect_or_display_qr_code',
      cashapp_handle_redirect_or_display_qr_code: {
        hosted_instructions_url: page('qr/ID'),
        mobile_auth_url: page('wallet/ID'),
        qr_code: {
          expires_at: NOW + 300,
          image_url_png: page('qr/ID.png'),
          image_url_svg: page('qr/ID.svg'),
        },
      },
    });
  });

  it('is UPI’s, without one', async () => {
    const { action, page } = await start(confirmed('upi'));
    expect(action).toEqual({
      type: 'upi_handle_redirect_or_display_qr_code',
      upi_handle_redirect_or_display_qr_code: {
        hosted_instructions_url: page('qr/ID'),
        qr_code: {
          expires_at: NOW + 300,
          image_url_png: page('qr/ID.png'),
          image_url_svg: page('qr/ID.svg'),
        },
      },
    });
  });
});

it('shows Klarna’s code where it is asked for', async () => {
  const params = optioned('klarna', { sandbox_action: 'display_qr_code' });
  const { action, page } = await start(params);
  expect(action).toEqual({
    type: 'klarna_display_qr_code',
    klarna_display_qr_code: {
      data: page('qr/ID'),
      expires_at: null,
      image_url_png: page('qr/ID.png'),
      image_url_svg: page('qr/ID.svg'),
    },
  });
});

it('gives Swish a link for phones, or none on request', async () => {
  const type = 'swish_handle_redirect_or_display_qr_code';
  const withoutSdk = await start(confirmed('swish'));
  expect(withoutSdk.action[type]).toMatchObject({
    mobile_auth_url: withoutSdk.page('wallet/ID'),
    qr_code: { data: withoutSdk.page('qr/ID'), expires_at: NOW + 180 },
  });
  const bare = await start(optioned('swish', { sandbox_action: 'display_qr_code' }));
  expect(bare.action[type]).not.toHaveProperty('mobile_auth_url');
});

describe('WeChat Pay in an app', () => {
  it('is a link on iOS', async () => {
    const { action, page } = await start(optioned('wechat_pay', { client: 'ios' }));
    expect(action).toEqual({
      type: 'wechat_pay_redirect_to_ios_app',
      wechat_pay_redirect_to_ios_app: { native_url: page('wallet/ID') },
    });
  });

  it('is a set of values for the SDK on Android', async () => {
    const { action } = await start(optioned('wechat_pay', { client: 'android' }));
    expect(action.type).toBe('wechat_pay_redirect_to_android_app');
    expect(Object.keys(action[action.type]).sort()).toEqual([
      'app_id',
      'nonce_str',
      'package',
      'partner_id',
      'prepay_id',
      'sign',
      'timestamp',
    ]);
    expect(action[action.type].timestamp).toBe(String(NOW));
  });
});

describe.each([
  ['oxxo', 'oxxo_display_details', { expires_after: NOW + 3 * DAY, number: /^\d{32}$/ }],
  [
    'boleto',
    'boleto_display_details',
    { expires_at: NOW + 3 * DAY, number: /^\d{47}$/, pdf: /^h/ },
  ],
  [
    'multibanco',
    'multibanco_display_details',
    { expires_at: NOW + 7 * DAY, entity: /^\d{5}$/, reference: /^\d{9}$/ },
  ],
  ['konbini', 'konbini_display_details', { expires_at: NOW + 3 * DAY, stores: null }],
])('a voucher of %s', (method, type, fields: object) => {
  it('shows its numbers, its expiry and its page', async () => {
    const { action, page } = await start(confirmed(method));
    expect(action.type).toBe(type);
    const payload = action[type];
    expect(Object.keys(payload).sort()).toEqual(
      [...Object.keys(fields), 'hosted_voucher_url'].sort(),
    );
    expect(payload.hosted_voucher_url).toBe(page('voucher/ID'));
    for (const [name, value] of Object.entries(fields)) {
      if (value instanceof RegExp) expect(payload[name]).toMatch(value);
      if (typeof value === 'number') expect(payload[name]).toBe(value);
    }
  });

  it('expires at its end', async () => {
    const { advance, read, action } = await start(confirmed(method));
    const { expires_after, expires_at = expires_after } = action[type];
    advance(expires_at - NOW - 1);
    expect((await read()).status).toBe('requires_action');
    advance(1);
    expect(await read()).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'payment_intent_payment_attempt_expired' },
    });
  });
});

it('has Konbini codes for each chain', async () => {
  const { action } = await start(confirmed('konbini', { currency: 'jpy' }));
  const { stores } = action.konbini_display_details;
  expect(Object.keys(stores)).toEqual(['familymart', 'lawson', 'ministop', 'seicomart']);
  for (const store of Object.values(stores)) {
    expect(store).toEqual({
      payment_code: expect.stringMatching(/^\d{6}$/),
      confirmation_number: expect.stringMatching(/^\d{10,11}$/),
    });
  }
});

describe.each([
  ['blik', {}, 'blik_authorize', 60],
  ['mb_way', {}, 'mb_way_await_authorization', 240],
  ['bizum', {}, 'await_authorization', 4200],
  ['upi', { vpa: 'tester@sandbox' }, 'upi_await_notification', 300],
])('%s with %o', (method, data, type, seconds) => {
  const params = confirmed(method, { payment_method_data: methodData(method, data) });

  it(`waits with ${type} and nothing else`, async () => {
    expect((await start(params)).action).toEqual({ type, [type]: {} });
  });

  it('fails when the customer does not approve in time', async () => {
    const { advance, read } = await start(params);
    advance(seconds - 1);
    expect((await read()).status).toBe('requires_action');
    advance(1);
    expect((await read()).status).toBe('requires_payment_method');
  });
});

describe('an Indian card', () => {
  const payIndianCard = (amount: number, more: object = {}) =>
    card('4000003560000123', { amount, currency: 'inr', ...more });

  it.each([
    [1_500_000, false],
    [1_500_001, true],
  ])(
    'waits for the charge of %d paise, with the customer’s approval: %s',
    async (amount, expected) => {
      const { action, client, intent, read } = await start(payIndianCard(amount));
      expect(action).toEqual({
        type: 'card_await_notification',
        card_await_notification: {
          charge_attempt_at: NOW + 26 * 3600,
          customer_approval_required: expected,
        },
      });
      await client.simulate(intent.id, 'succeed');
      expect((await read()).status).toBe('succeeded');
    },
  );

  it('also waits for an off-session payment', async () => {
    expect((await start(payIndianCard(100, { off_session: true }))).intent.status).toBe(
      'requires_action',
    );
  });
});

describe('3-D Secure for Stripe’s own script', () => {
  const sdk = (options: object) =>
    card('4000000000003220', {
      use_stripe_sdk: true,
      payment_method_options: { card: options },
    });

  it('is a page', async () => {
    const { action, page } = await start(sdk({}));
    expect(action).toEqual({
      type: 'use_stripe_sdk',
      use_stripe_sdk: {
        type: 'three_d_secure_redirect',
        stripe_js: page('acs/ID/challenge'),
        source: expect.stringMatching(/^src_/),
      },
    });
  });

  it('is an action for Stripe.js only, on request', async () => {
    const { action, client, intent, read } = await start(
      sdk({ sandbox_action: 'stripe_3ds2_fingerprint' }),
    );
    expect(action.use_stripe_sdk).toMatchObject({
      type: 'stripe_3ds2_fingerprint',
      three_d_secure_2_source: expect.stringMatching(/^src_/),
      directory_server_encryption: { algorithm: 'RSA' },
    });
    expect(action.use_stripe_sdk).not.toHaveProperty('stripe_js');
    await client.simulate(intent.id, 'succeed');
    expect((await read()).status).toBe('succeeded');
  });
});

describe('a bank account that is verified by small deposits', () => {
  it.each([
    [{ verification_method: 'microdeposits' }, 'descriptor_code'],
    [{ sandbox_action: 'verify_with_amounts' }, 'amounts'],
  ])('with %o tells %s', async (options, microdeposit_type) => {
    const { action, page } = await start(optioned('us_bank_account', options));
    expect(action).toEqual({
      type: 'verify_with_microdeposits',
      verify_with_microdeposits: {
        arrival_date: NOW + 2 * DAY,
        hosted_verification_url: page('microdeposits/ID'),
        microdeposit_type,
      },
    });
  });

  it('is debited after verification, and is processing', async () => {
    const options = { verification_method: 'microdeposits' };
    const { client, intent } = await start(optioned('us_bank_account', options));
    const status = async () => (await client.simulate(intent.id, 'succeed')).body.status;
    expect(await status()).toBe('processing');
    expect(await status()).toBe('succeeded');
  });

  it('is debited at once without verification', async () => {
    expect((await start(confirmed('us_bank_account'))).intent.status).toBe('processing');
  });
});

it.each(['stripe', 'wooshpay'] as const)('has an unknown type at %s', async (gateway) => {
  const client = createTestClient();
  const { body } = await client[gateway]('', confirmed('sandbox_mystery'));
  expect(body.next_action).toEqual({ type: 'carrier_pigeon', carrier_pigeon: {} });
});

it('says which actions a method has when asked for another', async () => {
  const { intent } = await start(optioned('klarna', { sandbox_action: 'constructor' }));
  expect(intent.error.message).toContain('display_qr_code');
});
