import { beforeEach, describe, expect, it } from 'vitest';
import { ConfirmError, createGateway, type GatewayName } from '../gateway/index.ts';
import { stripeMethods } from '../sandbox/methods/stripeMethods.ts';
import { wooshpayMethods } from '../sandbox/methods/wooshpayMethods.ts';
import { createTestClient, ORIGIN, PUBLISHABLE, SECRET } from '../sandbox/testing/client.ts';
import { DEVICES } from '../step/testing/devices.ts';
import { BANKS, COUNTRIES } from './banks.ts';
import {
  confirmParams,
  fieldForParam,
  missingFields,
  paramsForAttachedMethod,
  paramsForPaymentMethodId,
} from './confirmParams.ts';
import type { Values } from './method.ts';
import { METHODS, methodOf } from './table.ts';

const KNOWN = { stripe: stripeMethods, wooshpay: wooshpayMethods };
const RETURN = { return_url: 'https://shop.example/return' };

/** What the sandbox can pay with, and what the customer enters for it. */
const OFFERS = (['stripe', 'wooshpay'] as const).flatMap((gateway) =>
  Object.entries(METHODS[gateway])
    .filter(
      ([type, { merchantTokenized }]) => !merchantTokenized && Object.hasOwn(KNOWN[gateway], type),
    )
    .map(([type, method]) => ({ gateway, type, method })),
);

const valuesFor = (type: string): Values => ({
  name: 'Ana Souza',
  email: 'ana@example.com',
  phone: type === 'bizum' ? '612 345 678' : '+351 912 345 678',
  taxId: '529.982.247-25',
  code: '123 456',
  line1: 'Avenida Paulista 1',
  city: 'São Paulo',
  state: 'São Paulo',
  postalCode: '01310-100',
  bank: BANKS[type]?.[0]?.[0] ?? '',
  country: COUNTRIES[type]?.[0] ?? '',
  provider: 'mtn_ug',
  app: 'phonepe',
});

/** An address is asked for as a whole. */
const REQUIRED_FIELDS = new Set(['name', 'email', 'phone', 'taxId', 'bank', 'code', 'provider']);

let client: ReturnType<typeof createTestClient>;
beforeEach(() => {
  client = createTestClient();
});

/** A payment that the merchant's server has created, and the way to confirm it from a page. */
async function created(gateway: GatewayName, type: string, more: object = {}) {
  const params = { amount: 2000, currency: 'eur', payment_method_types: [type], ...more };
  if (type === 'customer_balance') Object.assign(params, { customer: await customer() });
  const { body, status } = await client[gateway]('', params);
  expect([type, status, body.error?.message]).toEqual([type, 200, undefined]);
  const paystep = createGateway({
    gateway,
    publishableKey: PUBLISHABLE,
    apiBase: `${ORIGIN}/${gateway}`,
    fetch: (input, init) => client.sandbox.fetch(new Request(input, init)),
  });
  let attempts = 0;
  return (confirm: object) =>
    paystep.confirm(
      body.client_secret,
      { ...confirm, ...RETURN },
      { idempotencyKey: `${type}-${++attempts}` },
    );
}

async function customer(): Promise<string> {
  const { body } = await client.send('/stripe/v1/customers', {
    method: 'POST',
    headers: { authorization: `Bearer ${SECRET}` },
  });
  return body.id;
}

describe('a gateway that reads what it is sent', () => {
  it.each(OFFERS)('takes a confirm with $type at $gateway, and requires no more', async (offer) => {
    const confirm = await created(offer.gateway, offer.type);
    const values = valuesFor(offer.type);
    expect(missingFields(offer, values)).toEqual([]);
    const intent = await confirm(confirmParams(offer, values, DEVICES.desktop));
    expect(['requires_action', 'processing', 'succeeded']).toContain(intent.status);
  });

  it.each(OFFERS.filter(({ method }) => method.fields.length > 0))(
    'names what is missing for $type at $gateway so that the form can point at it',
    async (offer) => {
      const confirm = await created(offer.gateway, offer.type);
      const values = valuesFor(offer.type);
      const requiredFields = offer.method.fields.filter(
        ({ optional, field }) =>
          !optional && (REQUIRED_FIELDS.has(field) || offer.type === 'sofort'),
      );
      let found = 0;
      for (const spec of requiredFields) {
        const params = confirmParams(offer, { ...values, [spec.field]: '' }, DEVICES.desktop);
        const error = await confirm(params).catch((reason: unknown) => reason);
        // Some the gateway can do without; what it does ask for is found.
        if (!(error instanceof ConfirmError)) continue;
        expect(error.param).not.toBeNull();
        expect(fieldForParam(error.param ?? '', offer.method)?.field).toBe(spec.field);
        found += 1;
      }
      // iDEAL's page would ask for the name, and WooshPay's for Pix for the tax ID.
      expect(found > 0).toBe(!['ideal', 'pix'].includes(offer.type));
    },
  );

  it.each([
    ['desktop', 'wechat_pay_display_qr_code'],
    ['android', 'wechat_pay_redirect_to_web'],
    ['wechat', 'wechat_pay_display_qr_code'],
  ] as const)('gives a step that fits what the customer holds: %s, %s', async (name, action) => {
    const method = methodOf('wooshpay', 'wechat_pay');
    if (!method) throw new Error('There is no WeChat Pay.');
    const confirm = await created('wooshpay', 'wechat_pay', { currency: 'cny' });
    const intent = await confirm(confirmParams({ type: 'wechat_pay', method }, {}, DEVICES[name]));
    expect(intent.nextAction?.type).toBe(action);
  });
});

describe('what is on the payment already', () => {
  it('is confirmed with what Stripe wants to know for WeChat', async () => {
    const confirm = await created('stripe', 'wechat_pay', {
      currency: 'cny',
      payment_method_data: { type: 'wechat_pay' },
    });
    const intent = await confirm(paramsForAttachedMethod('stripe', 'wechat_pay', DEVICES.desktop));
    expect(intent.nextAction?.type).toBe('wechat_pay_display_qr_code');
  });

  it.each(['paypal', 'card', null, undefined])('adds nothing for %s', (type) => {
    expect(paramsForAttachedMethod('stripe', type, DEVICES.iphone)).toEqual({});
  });
});

describe('what the shop has made of the gateway’s own fields', () => {
  it('is a card’s id and no more', () => {
    expect(
      paramsForPaymentMethodId({ type: 'card', method: METHODS.stripe.card as never }, 'pm_1'),
    ).toEqual({
      payment_method: 'pm_1',
    });
  });

  it.each(['card', 'sepa_debit'] as const)(
    'is a ConfirmationToken for %s, which has its mandate itself, and is not left to Stripe’s script',
    (type) => {
      const offer = { type, method: METHODS.stripe[type] as never };
      expect(paramsForPaymentMethodId(offer, 'ctoken_1')).toEqual({
        confirmation_token: 'ctoken_1',
        use_stripe_sdk: false,
      });
    },
  );

  it('is a debit’s id with the customer’s word for the mandate', () => {
    const offer = { type: 'sepa_debit', method: METHODS.stripe.sepa_debit as never };
    expect(paramsForPaymentMethodId(offer, 'pm_1')).toEqual({
      payment_method: 'pm_1',
      mandate_data: {
        customer_acceptance: { type: 'online', online: { infer_from_client: true } },
      },
    });
  });
});
