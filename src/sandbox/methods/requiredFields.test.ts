import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { confirmed, createTestClient, methodData, PUBLISHABLE } from '../testing/client.ts';
import { SAMPLE_BILLING } from './requiredFields.ts';
import { STRIPE_BANKS } from './stripeBanks.ts';

const client = createTestClient();

/** A browser's confirm of a payment that takes this method. */
async function confirmWith(type: string, data: object) {
  const intent = { amount: 1800, currency: 'eur', allowed_payment_method_types: [type] };
  const { body } = await client.stripe('', intent);
  const params = {
    client_secret: body.client_secret,
    payment_method_data: data,
    return_url: 'https://shop.example/return',
  };
  return client.stripe(`/${body.id}/confirm`, params, PUBLISHABLE);
}

const withBilling = (type: string, more: object) =>
  confirmWith(type, { ...methodData(type), billing_details: { ...SAMPLE_BILLING, ...more } });

const withOwn = (type: string, more: object) => {
  const completeData = methodData(type);
  const options = (completeData as unknown as Record<string, object>)[type];
  return confirmWith(type, { ...completeData, [type]: { ...options, ...more } });
};

describe('a payment method', () => {
  it.each([
    ['boleto', 'tax_id'],
    ['fpx', 'bank'],
    ['sepa_debit', 'iban'],
    ['sofort', 'country'],
    ['bacs_debit', 'sort_code'],
    ['au_becs_debit', 'bsb_number'],
  ])('%s is not made without its %s', async (type, name) => {
    const { status, body } = await withOwn(type, { [name]: undefined });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ code: 'parameter_missing', param: `${type}[${name}]` });
    expect((await withOwn(type, {})).status).toBe(200);
  });

  it.each([
    ['boleto', 'name'],
    ['konbini', 'email'],
    ['oxxo', 'name'],
    ['multibanco', 'email'],
    ['p24', 'email'],
    ['bancontact', 'name'],
    ['mb_way', 'phone'],
    ['klarna', 'email'],
    ['sepa_debit', 'email'],
    ['us_bank_account', 'name'],
  ])('%s is not made without the %s of its owner', async (type, name) => {
    const { status, body } = await withBilling(type, { [name]: '' });
    expect(status).toBe(400);
    // As stripe-android's end-to-end test and a PromptPay integrator's capture show them.
    const param = `billing_details[${name}]`;
    const message = `Missing required param: ${param}.`;
    expect(body.error).toMatchObject({ code: 'parameter_missing', param, message });
  });

  it.each([
    ['boleto', 'line1'],
    ['boleto', 'postal_code'],
    ['klarna', 'country'],
    ['afterpay_clearpay', 'city'],
  ])('%s is not made without the %s of the address', async (type, line) => {
    const address = { ...SAMPLE_BILLING.address, [line]: '' };
    const { body } = await withBilling(type, { address });
    expect(body.error.param).toBe(`billing_details[address][${line}]`);
    const none = await withBilling(type, { address: '' });
    expect(none.body.error.param).toMatch(/^billing_details\[address\]/);
  });

  it.each(['Ana', 'A Souza', 'Ana S'])('OXXO prints two names: %s', async (name) => {
    const { status, body } = await withBilling('oxxo', { name });
    expect(status).toBe(400);
    expect(body.error.param).toBe('billing_details[name]');
    expect((await withBilling('oxxo', { name: 'Ana de Souza' })).status).toBe(200);
  });

  it('requires nothing at WooshPay, which documents nothing', async () => {
    const { status } = await client.wooshpay('', {
      ...confirmed('gcash'),
      payment_method_data: { type: 'gcash' },
    });
    expect(status).toBe(200);
  });
});

describe('payment_method_data', () => {
  it.each([
    ['billing_details[adress]', { billing_details: { adress: { city: 'x' } } }],
    ['billing_details[address][zip]', { billing_details: { address: { zip: '1' } } }],
    ['fpx[banks]', { fpx: { bank: 'uob', banks: 'uob' } }],
    ['wechat_pay[client]', { type: 'wechat_pay', wechat_pay: { client: 'web' } }],
    ['bank', { bank: 'uob' }],
  ])('is refused where nobody knows its name: %s', async (path, data) => {
    const params = { ...methodData('fpx'), ...data };
    const [first, ...keys] = path.split(/(?=\[)/);
    const { status, body } = await confirmWith(params.type, params);
    expect(status).toBe(400);
    const param = `payment_method_data[${first}]${keys.join('')}`;
    expect(body.error).toMatchObject({ code: 'parameter_unknown', param });
  });

  it.each([
    ['fpx', 'bank', 'nobank'],
    ['eps', 'bank', 'maybank2u'],
    ['p24', 'bank', 'x'],
    ['ideal', 'bank', 'ING'],
    ['sofort', 'country', 'US'],
    ['naver_pay', 'funding', 'cash'],
  ])('is refused off its list: %s[%s]=%s', async (type, name, value) => {
    const { status, body } = await withOwn(type, { [name]: value });
    expect(status).toBe(400);
    expect(body.error.param).toBe(`payment_method_data[${type}][${name}]`);
    expect(body.error.message).toContain('must be one of');
  });

  it.each([
    ['email', 'nobody', 'email_invalid', 'email'],
    ['address', { country: 'Brazil' }, 'country_code_invalid', 'address][country'],
  ])('is refused where it cannot be one: %s', async (name, value, code, path) => {
    const { status, body } = await withBilling('wechat_pay', { [name]: value });
    expect(status).toBe(400);
    const param = `payment_method_data[billing_details][${path}]`;
    expect(body.error).toMatchObject({ code, param });
  });

  it('is shown again, without an account number', async () => {
    const { body } = await client.stripe('', {
      ...confirmed('sepa_debit', { expand: ['payment_method'] }),
    });
    expect(body.payment_method).toMatchObject({
      type: 'sepa_debit',
      sepa_debit: { last4: '3000' },
      billing_details: { name: 'Jenny Rosen', address: { line2: null, country: 'BR' } },
    });
    expect(JSON.stringify(body)).not.toContain('DE89370400440532013000');
    const fpx = await client.stripe('', confirmed('fpx', { expand: ['payment_method'] }));
    expect(fpx.body.payment_method.fpx).toEqual({ account_holder_type: null, bank: 'maybank2u' });
  });
});

describe('a Brazilian tax ID', () => {
  it.each([
    '529.982.247-25',
    '52998224725',
    '11.222.333/0001-81',
    '12.ABC.345/01DE-35',
    '000.000.000-00',
    '00.000.000/0000-00',
  ])('is taken with or without its marks: %s', async (tax_id) => {
    expect((await withOwn('boleto', { tax_id })).status).toBe(200);
  });

  it.each([
    '123',
    '529.982.247-26',
    '111.111.111-11',
    '11.222.333/0001-80',
    '12.ABC.345/01DE-36',
    'maybe',
  ])('is refused where it is none: %s', async (tax_id) => {
    const { status, body } = await withOwn('boleto', { tax_id });
    expect(status).toBe(400);
    const param = 'payment_method_data[boleto][tax_id]';
    expect(body.error).toMatchObject({ code: 'tax_id_invalid', param });
  });
});

describe('Konbini', () => {
  const start = (confirmation_number: string) =>
    client.stripe('', {
      ...confirmed('konbini'),
      payment_method_options: { konbini: { confirmation_number } },
    });

  it('prints the number that the customer confirms with', async () => {
    const { body } = await start('08011112222');
    const { stores } = body.next_action.konbini_display_details;
    expect(stores.lawson.confirmation_number).toBe('08011112222');
  });

  it.each(['123', '00000000000', '0801111222x'])('rejects the number %s', async (number) => {
    const { status, body } = await start(number);
    expect(status).toBe(400);
    expect(body.error.code).toBe('payment_intent_konbini_rejected_confirmation_number');
  });
});

it('lets the merchant say how many days a voucher lasts', async () => {
  const start = (days: unknown) =>
    client.stripe('', {
      ...confirmed('boleto'),
      payment_method_options: { boleto: { expires_after_days: days } },
    });
  const { body } = await start(10);
  const { expires_at } = body.next_action.boleto_display_details;
  expect(expires_at - body.created).toBe(10 * 24 * 3600);
  expect((await start(61)).status).toBe(400);
  expect((await start('soon')).status).toBe(400);
});

it('knows the banks of Stripe’s own types, all of them and no other', async () => {
  const types = 'node_modules/stripe/esm/resources/PaymentIntents.d.ts';
  const [, params = ''] = (await readFile(types, 'utf8')).split(
    'namespace PaymentIntentConfirmParams',
  );
  for (const [type, banks] of Object.entries(STRIPE_BANKS)) {
    const name = type[0]?.toUpperCase() + type.slice(1);
    const union = new RegExp(`namespace ${name} \\{[^}]*?type Bank = ([^;]*);`).exec(params)?.[1];
    const named = [...(union ?? '').matchAll(/'(\w+)'/g)].map(([, bank]) => bank);
    expect([...banks].sort()).toEqual(named.sort());
  }
});
