import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { DEVICES } from '../step/testing/devices.ts';
import { confirmParams, missingFields, paramsForPaymentMethodId } from './confirmParams.ts';
import type { Offer } from './offers.ts';
import { offerForSetup, setupParams } from './setup.ts';
import { METHODS, methodOf } from './table.ts';

const MANDATE = { customer_acceptance: { type: 'online', online: { infer_from_client: true } } };

function offer(type: string, gateway = 'stripe'): Offer {
  const method = methodOf(gateway, type);
  if (!method) throw new Error(`There is no ${type}.`);
  return { type, method };
}

const paramsOf = (type: string, gateway = 'stripe') =>
  setupParams(
    gateway,
    type,
    confirmParams(offer(type, gateway), { code: '123456' }, DEVICES.iphone),
  );

/** Every option that a SetupIntent's confirm takes, as the types of Stripe's package have them. */
const STRIPE_OPTIONS: Record<
  keyof NonNullable<Stripe.SetupIntentConfirmParams['payment_method_options']>,
  true
> = {
  acss_debit: true,
  amazon_pay: true,
  bacs_debit: true,
  bizum: true,
  blik: true,
  card: true,
  card_present: true,
  klarna: true,
  link: true,
  paypal: true,
  payto: true,
  pix: true,
  sepa_debit: true,
  upi: true,
  us_bank_account: true,
};

/** The types that Stripe's `Mandate` knows, less those of a card and of what a publishable key cannot make. */
const MANDATED = Object.keys({
  acss_debit: true,
  amazon_pay: true,
  au_becs_debit: true,
  bacs_debit: true,
  blik: true,
  cashapp: true,
  kakao_pay: true,
  klarna: true,
  kr_card: true,
  link: true,
  naver_pay: true,
  nz_bank_account: true,
  paypal: true,
  payto: true,
  pix: true,
  revolut_pay: true,
  sepa_debit: true,
  twint: true,
  upi: true,
  us_bank_account: true,
} satisfies Record<Exclude<keyof Stripe.Mandate.PaymentMethodDetails, 'card' | 'type'>, true>);

describe('the confirm of a SetupIntent', () => {
  it('takes the options that Stripe takes there, and leaves out all others', () => {
    const types = [...new Set([...Object.keys(METHODS.stripe), ...Object.keys(STRIPE_OPTIONS)])];
    const options = Object.fromEntries(types.map((type) => [type, { any: 'thing' }]));
    const { payment_method_options: taken = {} } = setupParams('stripe', 'card', {
      payment_method_options: options,
    });
    expect(Object.keys(taken).sort()).toEqual(Object.keys(STRIPE_OPTIONS).sort());
  });

  it('has the BLIK code, and no option of a method that has none there', () => {
    expect(paramsOf('blik')).toEqual({
      payment_method_data: { type: 'blik' },
      payment_method_options: { blik: { code: '123456' } },
      mandate_data: MANDATE,
    });
    expect(paramsOf('wechat_pay')).toEqual({ payment_method_data: { type: 'wechat_pay' } });
  });

  it('at WooshPay has the options of a card alone', () => {
    expect(paramsOf('alipay', 'wooshpay')).toEqual({ payment_method_data: { type: 'alipay' } });
    const card = { payment_method_options: { card: { request_three_d_secure: 'any' } } };
    expect(setupParams('wooshpay', 'card', card)).toEqual(card);
  });

  it('leaves the options of a gateway of one’s own alone', () => {
    const params = { payment_method_options: { dana: { os_type: 'IOS' } } };
    expect(setupParams('acme', 'dana', params)).toEqual(params);
  });

  it('has the mandate of a method that is charged by one later, and none for a card', () => {
    expect(paramsOf('cashapp')).toEqual({
      payment_method_data: { type: 'cashapp' },
      mandate_data: MANDATE,
    });
    const card = paramsForPaymentMethodId(offer('card'), 'pm_1');
    expect(setupParams('stripe', 'card', card)).toEqual({ payment_method: 'pm_1' });
    const debit = paramsForPaymentMethodId(offer('sepa_debit'), 'pm_1');
    expect(setupParams('stripe', 'sepa_debit', debit)).toEqual({
      payment_method: 'pm_1',
      mandate_data: MANDATE,
    });
    expect(paramsOf('gcash', 'wooshpay')).not.toHaveProperty('mandate_data');
  });

  it.each(MANDATED)('has the mandate of %s, of which Stripe has one', (type) => {
    const { merchantTokenized } = offer(type).method;
    const id = paramsForPaymentMethodId(offer(type), 'pm_1');
    const params = merchantTokenized ? setupParams('stripe', type, id) : paramsOf(type);
    expect(params).toHaveProperty('mandate_data', MANDATE);
  });

  it('has the mandate of a debit that is attached already', () => {
    expect(setupParams('stripe', 'sepa_debit', {})).toEqual({ mandate_data: MANDATE });
    expect(setupParams('wooshpay', 'sepa_debit', {})).toEqual({});
    for (const [type, { mandate }] of Object.entries(METHODS.stripe))
      if (mandate) expect(setupParams('stripe', type, {}), type).toEqual({ mandate_data: MANDATE });
  });

  it.each(['pix', 'upi'])('asks for nothing at WooshPay that would not be sent: %s', (type) => {
    const method = METHODS.wooshpay[type];
    if (!method) throw new Error(`WooshPay has no ${type}`);
    const { fields } = offerForSetup('wooshpay', { type, method }).method;
    expect(fields.filter(({ place }) => place === 'options')).toEqual([]);
    expect(method.fields.length).toBeGreaterThan(fields.length);
  });

  it('has no mandate beside a ConfirmationToken, which has its own', () => {
    const token = paramsForPaymentMethodId(offer('link'), 'ctoken_1');
    expect(setupParams('stripe', 'link', token)).toEqual({
      confirmation_token: 'ctoken_1',
      use_stripe_sdk: false,
    });
  });

  it('has no setup_future_usage, which is no parameter of it', () => {
    expect(setupParams('stripe', 'card', { setup_future_usage: 'off_session' })).toEqual({});
  });
});

describe('an offer to save a method', () => {
  it.each(['bancontact', 'ideal', 'sofort'])('asks for name and email of %s', (type) => {
    const missing = missingFields(offerForSetup('stripe', offer(type)), {});
    const fields = missing.map(({ field }) => field);
    expect(fields).toEqual(expect.arrayContaining(['name', 'email']));
    expect(new Set(fields).size).toBe(fields.length);
  });

  it('is the same for all others, and at another gateway', () => {
    expect(offerForSetup('stripe', offer('paypal'))).toEqual(offer('paypal'));
    const ideal = offer('ideal', 'wooshpay');
    expect(offerForSetup('wooshpay', ideal)).toBe(ideal);
  });
});
