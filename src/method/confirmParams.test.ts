import { describe, expect, it } from 'vitest';
import type { GatewayName } from '../gateway/index.ts';
import { DEVICES, type DeviceName } from '../step/testing/devices.ts';
import { confirmParams, fieldForParam, missingFields } from './confirmParams.ts';
import { reusableValues } from './fieldInputs.ts';
import type { Values } from './method.ts';
import { METHODS, methodOf } from './table.ts';

/** Somebody who has everything. */
const ANA: Values = {
  name: 'Ana Souza',
  email: 'ana@example.com',
  phone: '+351912345678',
  taxId: '529.982.247-25',
  code: '123 456',
  line1: 'Avenida Paulista 1',
  city: 'São Paulo',
  state: 'SP',
  postalCode: '01310-100',
};

function offer(type: string, gateway: GatewayName = 'stripe') {
  const method = methodOf(gateway, type);
  if (!method) throw new Error(`There is no ${type}.`);
  return { type, method };
}

const paramsOf = (type: string, gateway?: GatewayName, device: DeviceName = 'desktop') =>
  confirmParams(offer(type, gateway), ANA, DEVICES[device]);

describe('the confirm of a method', () => {
  it('has only its type where it needs no fields', () => {
    expect(paramsOf('paypal')).toEqual({ payment_method_data: { type: 'paypal' } });
    expect(paramsOf('gcash', 'wooshpay')).toEqual({ payment_method_data: { type: 'gcash' } });
  });

  it('carries a voucher’s owner, tax ID and address', () => {
    expect(paramsOf('boleto')).toEqual({
      payment_method_data: {
        type: 'boleto',
        boleto: { tax_id: '52998224725' },
        billing_details: {
          name: 'Ana Souza',
          email: 'ana@example.com',
          address: {
            line1: 'Avenida Paulista 1',
            city: 'São Paulo',
            state: 'SP',
            postal_code: '01310-100',
            country: 'BR',
          },
        },
      },
    });
  });

  it('carries a BLIK code among the options', () => {
    expect(paramsOf('blik').payment_method_options).toEqual({ blik: { code: '123456' } });
  });

  it('carries a bank where one is chosen', () => {
    const fpx = confirmParams(offer('fpx'), { bank: 'cimb' }, DEVICES.desktop);
    expect(fpx.payment_method_data).toEqual({ type: 'fpx', fpx: { bank: 'cimb' } });
    const eps = confirmParams(offer('eps'), { name: 'Ana' }, DEVICES.desktop);
    expect(eps.payment_method_data).toEqual({ type: 'eps', billing_details: { name: 'Ana' } });
  });

  it('carries Pix’s tax ID among the options at WooshPay', () => {
    expect(paramsOf('pix', 'wooshpay').payment_method_options).toEqual({
      pix: { tax_id: '52998224725' },
    });
  });

  it.each<[string, DeviceName, object]>([
    ['alipay', 'desktop', { terminal_type: 'WEB' }],
    ['alipay', 'iphone', { terminal_type: 'WAP', os_type: 'IOS' }],
    ['dana', 'android', { terminal_type: 'WAP', os_type: 'ANDROID' }],
    ['wechat_pay', 'desktop', { terminal_type: 'WEB' }],
    ['wechat_pay', 'android', { terminal_type: 'WAP', os_type: 'ANDROID' }],
    ['wechat_pay', 'wechat', { terminal_type: 'WEB' }],
  ])('tells WooshPay for %s what the customer holds: %s', (type, device, options) => {
    const { payment_method_options } = paramsOf(type, 'wooshpay', device);
    expect(payment_method_options).toEqual({ [type]: options });
  });

  it('requests WeChat’s code from Stripe', () => {
    expect(paramsOf('wechat_pay').payment_method_options).toEqual({
      wechat_pay: { client: 'web' },
    });
  });
});

describe('what a method needs', () => {
  it('is met by somebody who has everything', () => {
    const values = { ...ANA, bank: 'cimb', country: 'DE' };
    const rows = Object.entries(METHODS.stripe).filter(([type]) => type !== 'afterpay_clearpay');
    for (const [type, method] of rows)
      expect([type, missingFields({ type, method }, values)]).toEqual([type, []]);
  });

  it('is listed in the order of the form', () => {
    const fields = missingFields(offer('boleto'), { email: 'ana@example.com' }).map(
      ({ field }) => field,
    );
    expect(fields).toEqual(['name', 'taxId', 'line1', 'city', 'state', 'postalCode']);
  });

  it('does not require optional fields', () => {
    const bankOf = (bank?: string) =>
      missingFields(offer('eps'), { name: 'Ana', ...(bank !== undefined && { bank }) });
    expect(bankOf()).toEqual([]);
    expect(bankOf('')).toEqual([]);
    expect(bankOf('easybank_ag')).toEqual([]);
  });

  it.each([
    ['boleto', 'payment_method_data[boleto][tax_id]', 'taxId'],
    ['boleto', 'payment_method_data[billing_details][email]', 'email'],
    ['boleto', 'billing_details[address][postal_code]', 'postalCode'],
    ['blik', 'payment_method_options[blik][code]', 'code'],
    ['blik', 'code', 'code'],
  ])('is found by the gateway’s name for it: %s, %s', (type, param, field) => {
    expect(fieldForParam(param, offer(type).method)?.field).toBe(field);
  });

  it.each(['return_url', 'payment_method_data[type]', ''])('is not "%s"', (param) => {
    expect(fieldForParam(param, offer('boleto').method)).toBeUndefined();
  });

  it('keeps for another attempt what may be used again', () => {
    expect(reusableValues({ name: 'Ana', code: '123456' })).toEqual({ name: 'Ana' });
  });
});
