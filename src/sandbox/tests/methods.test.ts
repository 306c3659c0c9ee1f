import { describe, expect, it } from 'vitest';
import { stripeMethods } from '../methods/stripeMethods.ts';
import { wooshpayMethods } from '../methods/wooshpayMethods.ts';
import { confirmed, createTestClient, methodData, ORIGIN, RETURN_URL } from '../testing/client.ts';

type DialectName = 'stripe' | 'wooshpay';

const OWNER = { name: 'Ana', email: 'ana@example.com' };

async function actionOf(dialect: DialectName, type: string, options: object = {}) {
  const client = createTestClient({ now: () => 1_700_000_000_000 });
  const params = confirmed(type, { payment_method_options: { [type]: options } });
  const { body } = await client[dialect]('', params);
  const page = (path: string) => `${ORIGIN}/sandbox/${path.replace('ID', body.id)}`;
  return { action: body.next_action, status: body.status, page, id: body.id };
}

describe('Stripe', () => {
  it('shows a WeChat code that a phone can open', async () => {
    const { action, page } = await actionOf('stripe', 'wechat_pay');
    expect(action).toEqual({
      type: 'wechat_pay_display_qr_code',
      wechat_pay_display_qr_code: {
        data: page('qr/ID'),
        hosted_instructions_url: page('qr/ID'),
        image_data_url: expect.stringMatching(/^data:image\/svg\+xml;base64,/),
        image_url_png: page('qr/ID.png'),
        image_url_svg: page('qr/ID.svg'),
      },
    });
  });

  it('sends to Alipay, and to banks with a plain redirect', async () => {
    const alipay = await actionOf('stripe', 'alipay');
    expect(alipay.action.alipay_handle_redirect).toEqual({
      native_data: null,
      native_url: null,
      return_url: RETURN_URL,
      url: alipay.page('wallet/ID'),
    });
    const ideal = await actionOf('stripe', 'ideal');
    expect(ideal.action).toEqual({
      type: 'redirect_to_url',
      redirect_to_url: { return_url: RETURN_URL, url: ideal.page('bank/ID') },
    });
  });

  it('leaves a bank debit processing', async () => {
    expect((await actionOf('stripe', 'sepa_debit')).status).toBe('processing');
  });

  it.each(['pm_usBankAccount', 'pm_usBankAccount_success'])(
    'debits the account that is called %s',
    async (payment_method) => {
      const client = createTestClient();
      const named = confirmed('us_bank_account', {
        payment_method_data: undefined,
        payment_method,
      });
      const { body } = await client.stripe('', { ...named, expand: ['payment_method'] });
      expect(body).toMatchObject({
        status: 'processing',
        payment_method: { type: 'us_bank_account', us_bank_account: { last4: '6789' } },
      });
      const atWooshpay = await client.wooshpay('', named);
      expect(atWooshpay.body.error).toMatchObject({ code: 'resource_missing' });
    },
  );

  it('has Stripe’s own expiries', async () => {
    const { action } = await actionOf('stripe', 'pix');
    expect(action.pix_display_qr_code.expires_at).toBe(1_700_000_000 + 4 * 3600);
  });
});

describe('WooshPay', () => {
  it('shows a WeChat code, with the misspelt key of its reference', async () => {
    const { action, page } = await actionOf('wooshpay', 'wechat_pay');
    expect(action.wechat_pay_display_qr_code).toEqual({
      data: page('qr/ID'),
      data_ur: '',
      image_url_png: page('qr/ID.png'),
      image_url_svg: page('qr/ID.svg'),
    });
  });

  it.each([
    [{ terminal_type: 'WEB' }, 'wechat_pay_display_qr_code'],
    [{ terminal_type: 'WAP' }, 'wechat_pay_redirect_to_web'],
    [{ terminal_type: 'APP', os_type: 'IOS' }, 'wechat_pay_redirect_to_ios_app'],
    [{ terminal_type: 'APP', os_type: 'ANDROID' }, 'wechat_pay_redirect_to_android_app'],
    [{ terminal_type: 'WEB', openid: 'o1' }, 'wechat_pay_official_account_params'],
  ])('answers WeChat Pay with %o by %s', async (options, type) => {
    expect((await actionOf('wooshpay', 'wechat_pay', options)).action.type).toBe(type);
  });

  it.each([
    [{ terminal_type: 'WEB' }, ['normalUrl', 'return_url']],
    [{ terminal_type: 'WAP' }, ['applinkUrl', 'normalUrl', 'return_url', 'schemeUrl']],
    [{ terminal_type: 'APP' }, ['applinkUrl', 'normalUrl', 'return_url', 'schemeUrl']],
    [{}, ['applinkUrl', 'normalUrl', 'return_url', 'schemeUrl']],
  ])('gives Alipay+ with %o the addresses %s', async (options, keys) => {
    const { action } = await actionOf('wooshpay', 'alipayplus', options);
    expect(Object.keys(action.alipayplus_handle_redirect).sort()).toEqual(keys);
  });

  it.each([
    [{}, null, null],
    [{ terminal_type: 'WEB', os_type: 'IOS' }, null, null],
    [{ terminal_type: 'WAP', os_type: 'IOS' }, null, null],
    [{ terminal_type: 'APP', os_type: 'IOS' }, expect.stringMatching(/^alipay-sandbox:/), null],
    [{ terminal_type: 'APP', os_type: 'ANDROID' }, null, expect.stringContaining('pi_')],
  ])('gives Alipay with %o native values only for an app', async (options, url, data) => {
    const { action } = await actionOf('wooshpay', 'alipay', options);
    expect(action.alipay_handle_redirect).toMatchObject({ native_url: url, native_data: data });
  });

  it.each([
    ['wechat_pay', { terminal_type: 'TV' }],
    ['dana', { terminal_type: 'WAP', os_type: 'Ios' }],
    ['pix', { tax_id: '529.982.247-26' }],
  ])('names the option of %s that cannot be right: %j', async (type, options) => {
    const answer = await createTestClient().wooshpay('', {
      ...confirmed(type),
      payment_method_options: { [type]: options },
    });
    expect(answer.status).toBe(400);
    const param = `payment_method_options[${type}][${Object.keys(options).at(-1)}]`;
    expect(answer.body.error.param).toBe(param);
  });

  it('takes Pix with a tax ID and without one, as in its sample', async () => {
    const { action } = await actionOf('wooshpay', 'pix', { tax_id: '529.982.247-25' });
    expect(action.type).toBe('pix_handle_redirect');
  });

  it('debits an account by SEPA', async () => {
    const { body } = await createTestClient().wooshpay('', confirmed('sepa_debit'));
    expect(body.status).toBe('processing');
  });

  it('reproduces GCash, whose type and key disagree', async () => {
    const { action, page } = await actionOf('wooshpay', 'gcash');
    expect(action).toEqual({
      type: 'redirect_to_url',
      gcash_handle_redirect: { url: page('wallet/ID') },
    });
  });

  it.each([
    'truemoney',
    'akulaku',
    'bank_transfer_id',
    'promptpay',
    'dana',
    'shopeepay',
    'rabbit_line_pay',
    'alipay_hk',
    'bpi',
    'pix',
  ])('sends %s to one address', async (type) => {
    const { action } = await actionOf('wooshpay', type);
    const name = `${type}_handle_redirect`;
    expect(action).toEqual({ type: name, [name]: { url: expect.stringMatching(/^http/) } });
  });
});

describe('WooshPay’s create in one step', () => {
  const create = (params: object) =>
    createTestClient().wooshpay('', { amount: 1800, currency: 'USD', confirm: true, ...params });

  it.each(Object.keys(wooshpayMethods).filter((type) => type !== 'card'))(
    'takes only the type that its data names: %s',
    async (type) => {
      const sample = { payment_method_data: methodData(type), return_url: RETURN_URL };
      const { status, body } = await create(sample);
      expect([status, body.error?.message]).toEqual([200, undefined]);
      expect(body.payment_method_types).toEqual([type]);
      const { id } = body;
      expect(['requires_action', 'processing']).toContain(body.status);
      expect(id).toMatch(/^pi_/);
    },
  );

  it('answers for mcash as its document shows', async () => {
    const { body } = await create({
      amount: 100,
      currency: 'MYR',
      payment_method_data: { type: 'mcash' },
      return_url: 'https://shop.example/',
    });
    expect(body).toMatchObject({
      status: 'requires_action',
      currency: 'MYR',
      next_action: {
        type: 'mcash_handle_redirect',
        mcash_handle_redirect: { url: expect.stringMatching(/^http/) },
      },
      payment_method_types: ['mcash'],
      return_url: 'https://shop.example/',
    });
  });

  it.each(['bank_transfer_ng', 'bank_transfer_za'])(
    'leads for %s to a page, without naming the way back',
    async (type) => {
      const { body } = await create({ payment_method_data: { type }, return_url: RETURN_URL });
      expect(body.next_action).toEqual({
        type: 'redirect_to_url',
        redirect_to_url: { url: expect.stringMatching(/bank/) },
      });
    },
  );

  it('takes TrueMoney by its options alone, as in its sample', async () => {
    const sample = {
      currency: 'THB',
      payment_method_types: ['truemoney'],
      payment_method_options: { truemoney: { terminal_type: 'WEB' } },
      return_url: RETURN_URL,
    };
    const { body } = await create(sample);
    expect(body).toMatchObject({
      status: 'requires_action',
      payment_method: expect.stringMatching(/^pm_/),
      next_action: { type: 'truemoney_handle_redirect' },
    });
    const { status } = await create({ ...sample, payment_method_options: undefined });
    expect(status).toBe(400);
  });

  it('keeps the list that a merchant sends', async () => {
    const data = { payment_method_data: { type: 'gcash' }, return_url: RETURN_URL };
    const listed = await create({ ...data, payment_method_types: ['gcash', 'dana'] });
    expect(listed.body.payment_method_types).toEqual(['gcash', 'dana']);
    expect((await create({ ...data, payment_method_types: ['dana'] })).status).toBe(400);
  });

  it.each([
    ['upi', 'billing_details[email]', { billing_details: {} }],
    ['paynow', 'billing_details[name]', { billing_details: { email: 'a@b.example' } }],
    ['bank_transfer_uk', 'billing_details[address][country]', { billing_details: OWNER }],
    ['bank_transfer_eu', 'billing_details[email]', { billing_details: { name: 'Ana' } }],
    [
      'mobile_money',
      'mobile_money[provider_code]',
      { mobile_money: { phone_number: '256777000001' } },
    ],
  ])('asks for what %s documents: %s', async (type, param, data) => {
    const { status, body } = await create({
      payment_method_data: { type, mobile_money: {}, ...data },
      return_url: RETURN_URL,
    });
    expect([status, body.error?.param]).toEqual([400, param]);
  });

  it.each([
    ['phone_number', '+256777000001'],
    ['phone_number', '0777 000 001'],
    ['provider_code', 'mtn_de'],
  ])('refuses mobile money with the %s %s', async (name, value) => {
    const mobile_money = { phone_number: '256777000001', provider_code: 'mtn_ug', [name]: value };
    const data = { type: 'mobile_money', mobile_money };
    const { status, body } = await create({ payment_method_data: data, return_url: RETURN_URL });
    expect(status).toBe(400);
    expect(body.error.param).toBe(`payment_method_data[mobile_money][${name}]`);
  });

  it('knows the apps of UPI', async () => {
    const pay = (app_type: string) =>
      create({
        payment_method_data: methodData('upi'),
        payment_method_options: { upi: { app_type } },
        return_url: RETURN_URL,
      });
    expect((await pay('phonepe')).body.status).toBe('requires_action');
    const { body } = await pay('bhim');
    expect(body.error.param).toBe('payment_method_options[upi][app_type]');
  });
});

describe.each([
  ['stripe', stripeMethods],
  ['wooshpay', wooshpayMethods],
] as const)('every method of %s', (dialect, methods) => {
  it.each(Object.keys(methods).filter((type) => type !== 'card'))(
    '%s can be paid',
    async (type) => {
      const client = createTestClient();
      const { body } = await client[dialect]('', confirmed(type));
      // Link's customer has paid in its own form.
      if (type === 'link') return expect(body.status).toBe('succeeded');
      expect(['requires_action', 'processing']).toContain(body.status);
      await client.simulate(body.id, 'succeed');
      expect((await client.read(dialect, body.id)).body.status).toBe('succeeded');
    },
  );

  it('says which methods there are when asked for another', async () => {
    const client = createTestClient();
    const { body } = await client[dialect](
      '',
      confirmed('coins', { payment_method_types: undefined }),
    );
    expect(body.error.message).toContain('wechat_pay');
  });
});
