import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GatewayName } from '../gateway/index.ts';
import type { Device } from '../step/index.ts';
import { DEVICES } from '../step/testing/devices.ts';
import {
  type OfferFacts,
  offersOf,
  typesMissingCreator,
  typesMissingReturnUrl,
  unknownTypes,
} from './offers.ts';
import { METHODS } from './table.ts';

const facts = (more: Partial<OfferFacts>): OfferFacts => ({
  gateway: 'stripe',
  types: [],
  device: DEVICES.desktop,
  hasCreatePaymentMethod: true,
  hasReturnUrl: true,
  ...more,
});

const typesOf = (more: Partial<OfferFacts>) => offersOf(facts(more)).map(({ type }) => type);

describe('the ways to pay', () => {
  it('are in the gateway’s order on a desktop', () => {
    const types = ['ideal', 'card', 'alipay', 'blik'];
    expect(typesOf({ types })).toEqual(types);
  });

  it('begin with the wallets on a phone, and end with codes for another one', () => {
    const types = ['wechat_pay', 'upi', 'card', 'pix', 'paypal', 'blik'];
    const order = ['paypal', 'card', 'pix', 'blik', 'wechat_pay', 'upi'];
    expect(typesOf({ types, device: DEVICES.iphone })).toEqual(order);
  });

  it.each(['iphone', 'android', 'instagram'] as const)(
    'begin on a phone with a code for another one only where there is nothing else: %s',
    (name) => {
      const device = DEVICES[name];
      for (const [gateway, rows] of Object.entries(METHODS)) {
        for (const type of Object.keys(rows)) {
          const [first] = offersOf(
            facts({ gateway: gateway as GatewayName, types: [type, 'wallet_of_2031'], device }),
          );
          expect(first?.method.scanned, `${gateway} ${type}`).toBeUndefined();
        }
      }
      const codes = ['promptpay', 'paynow'];
      expect(typesOf({ types: codes, device })).toEqual(codes);
    },
  );

  it('say for a phone what comes after them there', () => {
    const nextOf = (gateway: GatewayName, device: Device) =>
      offersOf(facts({ gateway, types: ['wechat_pay'], device }))[0]?.method.afterConfirm;
    expect(nextOf('wooshpay', DEVICES.desktop)).toBe('code');
    expect(nextOf('wooshpay', DEVICES.iphone)).toBe('page');
    expect(nextOf('wooshpay', DEVICES.wechat)).toBe('code');
    expect(nextOf('stripe', DEVICES.iphone)).toBe('code');
  });

  it.each([
    ['wechat', ['wechat_pay', 'card', 'gcash', 'alipay']],
    ['alipay', ['alipay', 'card', 'gcash', 'wechat_pay']],
  ] as const)(
    'begin with the wallet whose browser it is, and end with its rival: %s',
    (name, order) => {
      const types = ['card', 'alipay', 'gcash', 'wechat_pay'];
      expect(typesOf({ gateway: 'wooshpay', types, device: DEVICES[name] })).toEqual(order);
    },
  );

  it('are the merchant’s, in the merchant’s order, as far as the payment takes them', () => {
    const methods = ['blik', 'klarna', 'card'];
    const types = ['card', 'ideal', 'blik'];
    expect(typesOf({ types, paymentMethodTypes: methods, device: DEVICES.iphone })).toEqual([
      'blik',
      'card',
    ]);
  });

  it('have a card only where somebody makes its payment method', () => {
    expect(typesOf({ types: ['card', 'blik'], hasCreatePaymentMethod: false })).toEqual(['blik']);
  });

  it('have a debit with a mandate only where the merchant names it', () => {
    const types = ['sepa_debit', 'blik'];
    expect(typesOf({ types })).toEqual(['blik']);
    expect(typesOf({ types, paymentMethodTypes: ['sepa_debit'] })).toEqual(['sepa_debit']);
  });

  it('tell which of them only want somebody to make their payment method', () => {
    const types = ['card', 'sepa_debit', 'blik'];
    expect(typesMissingCreator(facts({ types, hasCreatePaymentMethod: false }))).toEqual(['card']);
    const methods = ['sepa_debit', 'blik'];
    expect(
      typesMissingCreator(
        facts({ types, paymentMethodTypes: methods, hasCreatePaymentMethod: false }),
      ),
    ).toEqual(['sepa_debit']);
    expect(typesMissingCreator(facts({ types }))).toEqual([]);
  });

  it('tell which types nobody knows, of those that the merchant names', () => {
    const methods = ['blik', 'wechat', 'alipay', 'wallet_of_2031'];
    expect(
      unknownTypes(facts({ paymentMethodTypes: methods, types: ['blik', 'wallet_of_2031'] })),
    ).toEqual(['wechat']);
    expect(unknownTypes(facts({ types: ['blik'] }))).toEqual([]);
  });

  it('lead nowhere without an address to come back to', () => {
    const without = { types: ['ideal', 'wechat_pay', 'boleto', 'gcash'], hasReturnUrl: false };
    expect(typesOf(without)).toEqual(['wechat_pay', 'boleto']);
    expect(typesMissingReturnUrl(facts(without))).toEqual(['ideal', 'gcash']);
    expect(typesMissingReturnUrl(facts({ ...without, hasReturnUrl: true }))).toEqual([]);
  });

  it('have no terminals, and take a wallet of tomorrow for a page', () => {
    expect(typesOf({ types: ['card_present', 'wallet_of_2031'] })).toEqual(['wallet_of_2031']);
  });

  it('are types that the payment takes, each once, whatever the merchant lists', () => {
    // Few of each kind, so that lists have some in common.
    const names = [
      'card',
      'sepa_debit',
      'alipay',
      'wechat_pay',
      'paypal',
      'gcash',
      'blik',
      'ideal',
    ];
    const types = fc.array(fc.constantFrom(...names, 'konbini', 'card_present', 'toString'));
    const any = fc.record({
      gateway: fc.constantFrom('stripe' as const, 'wooshpay' as const),
      types,
      device: fc.constantFrom(...Object.values(DEVICES)),
      paymentMethodTypes: fc.option(types, { nil: undefined }),
      hasCreatePaymentMethod: fc.boolean(),
      hasReturnUrl: fc.boolean(),
    });
    fc.assert(
      fc.property(any, (types) => {
        const offers = offersOf(types);
        const offered = offers.map(({ type }) => type);
        expect(new Set(offered).size).toBe(offered.length);
        for (const type of offered) expect(types.types).toContain(type);
        if (!types.hasCreatePaymentMethod)
          expect(offers.some(({ method }) => method.merchantTokenized)).toBe(false);
        if (!types.hasReturnUrl)
          expect(offers.some(({ method }) => method.afterConfirm === 'page')).toBe(false);
        // The merchant's order is its own, on every device.
        const order = types.paymentMethodTypes?.filter((type) => offered.includes(type));
        if (order) expect(offered).toEqual([...new Set(order)]);
        // Only methods that lack nothing but the return URL are reported.
        const missing = typesMissingReturnUrl(types);
        const all = offersOf({ ...types, hasReturnUrl: true }).map(({ type }) => type);
        expect([...offered, ...missing].sort()).toEqual([...all].sort());
      }),
    );
  });

  it('do not change their input', () => {
    const types = Object.freeze(['card', 'paypal', 'blik']);
    const methods = Object.freeze(['blik', 'paypal']);
    offersOf(facts({ types, paymentMethodTypes: methods, device: DEVICES.iphone }));
    expect(typesOf({ types, device: DEVICES.iphone })).toEqual(['paypal', 'card', 'blik']);
    expect(types).toEqual(['card', 'paypal', 'blik']);
  });
});
