import { describe, expect, it } from 'vitest';
import { SAMPLE_BILLING } from './methodNeeds.ts';
import { confirmed, createTestClient, methodData, PUBLISHABLE } from './testClient.ts';

const client = createTestClient();

/** A browser's confirm of a payment that takes this method. */
async function confirmWith(type: string, data: object, options: object = {}) {
  const intent = { amount: 1800, currency: 'eur', allowed_payment_method_types: [type] };
  const { body } = await client.stripe('', intent);
  const params = {
    client_secret: body.client_secret,
    payment_method_data: data,
    payment_method_options: { [type]: options },
    return_url: 'https://shop.example/return',
  };
  return client.stripe(`/${body.id}/confirm`, params, PUBLISHABLE);
}

describe('a method', () => {
  it.each([
    ['boleto', 'tax_id', 'payment_method_data[boleto][tax_id]'],
    ['fpx', 'bank', 'payment_method_data[fpx][bank]'],
  ])('%s is not made without its %s', async (type, name, param) => {
    const whole = methodData(type);
    const own = { ...(whole as Record<string, object>)[type], [name]: '' };
    const { status, body } = await confirmWith(type, { ...whole, [type]: own });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ code: 'parameter_missing', param });
    expect((await confirmWith(type, whole)).status).toBe(200);
  });

  it.each([
    ['boleto', 'name'],
    ['konbini', 'email'],
    ['oxxo', 'name'],
    ['multibanco', 'email'],
    ['p24', 'email'],
    ['bancontact', 'name'],
    ['mb_way', 'phone'],
  ])('%s is not made without the %s of its owner', async (type, name) => {
    const billing_details = { ...SAMPLE_BILLING, [name]: '' };
    const { status, body } = await confirmWith(type, { ...methodData(type), billing_details });
    expect(status).toBe(400);
    const param = `payment_method_data[billing_details][${name}]`;
    expect(body.error).toMatchObject({ code: 'parameter_missing', param });
  });

  it('says which tax ID cannot be one', async () => {
    const boleto = { tax_id: '123' };
    const { body } = await confirmWith('boleto', { ...methodData('boleto'), boleto });
    const param = 'payment_method_data[boleto][tax_id]';
    expect(body.error).toMatchObject({ code: 'tax_id_invalid', param });
  });

  it('asks for nothing at WooshPay, whose documents ask for nothing', async () => {
    const { status } = await client.wooshpay('', {
      ...confirmed('gcash'),
      payment_method_data: { type: 'gcash' },
    });
    expect(status).toBe(200);
  });
});

describe('BLIK', () => {
  const param = 'payment_method_options[blik][code]';

  it('waits for the approval where the code is one', async () => {
    const { body } = await confirmWith('blik', { type: 'blik' }, { code: '123456' });
    expect(body.next_action.type).toBe('blik_authorize');
  });

  it.each([
    ['no code', {}, 'parameter_missing'],
    ['five digits', { code: '12345' }, 'payment_intent_invalid_parameter'],
  ])('names its parameter for %s', async (_, options, code) => {
    const { status, body } = await confirmWith('blik', { type: 'blik' }, options);
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ code, param });
  });

  it('is declined for the code 000000, which no bank accepts', async () => {
    const { status, body } = await confirmWith('blik', { type: 'blik' }, { code: '000000' });
    expect(status).toBe(402);
    expect(body.error.payment_intent).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: {
        code: 'payment_method_provider_decline',
        payment_method: { type: 'blik' },
      },
    });
  });
});
