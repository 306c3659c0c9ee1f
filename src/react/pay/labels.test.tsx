import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en, methodName } from '../../locales/index.ts';
import { METHODS, methodOf } from '../../method/table.ts';
import { METHOD_NAMES } from '../testing/methodNames.ts';
import { labelOf } from './labels.ts';

/** The names in a union of Stripe's types. */
function stripeTypes(resource: string, type: string): string[] {
  const source = readFileSync(`node_modules/stripe/esm/resources/${resource}.d.ts`, 'utf8');
  const union = new RegExp(`type ${type} = ([^;]+);`).exec(source)?.[1] ?? '';
  return [...union.matchAll(/'(\w+)'/g)].map(([, name = '']) => name);
}

/** Those that some PaymentIntent can name; WooshPay's are its rows. */
const STRIPE = new Set([
  ...stripeTypes('PaymentIntents', 'AllowedPaymentMethodType'),
  ...stripeTypes('PaymentMethods', 'Type'),
]);
const ALL = [...new Set([...STRIPE, ...Object.keys(METHODS.wooshpay)])].sort();
const ONLINE = ALL.filter((type) => methodOf('stripe', type));

describe('the name of a payment method in the list', () => {
  it('is decided for every type of both gateways', () => {
    expect(STRIPE.size).toBeGreaterThan(99);
    expect(ONLINE.filter((type) => !Object.hasOwn(METHOD_NAMES, type))).toEqual([]);
    expect(Object.keys(METHOD_NAMES).sort()).toEqual(ONLINE);
    expect(ALL.filter((type) => !ONLINE.includes(type))).toEqual([
      ...['card_present', 'check_scan', 'custom', 'interac_present', 'paper_check'],
      'stripe_balance',
    ]);
  });

  it.each(ONLINE)('is what its market writes: %s', (type) => {
    expect(labelOf(type, en)).toBe(METHOD_NAMES[type]);
  });

  it('is a language’s own where it has one', () => {
    const methods = { sepa_debit: 'SEPA-Lastschrift', alipay: '支付宝' };
    expect(labelOf('sepa_debit', { ...en, methods })).toBe('SEPA-Lastschrift');
    expect(labelOf('alipay', { ...en, methods })).toBe('支付宝');
  });
});

/** Debits, and what nobody can create yet, lead to no page and no code. */
const LEADING = [...Object.keys(METHODS.stripe), ...Object.keys(METHODS.wooshpay)].filter(
  (type) => !/_debit$|_account$/.test(type),
);

describe('the name of a payment method in a sentence', () => {
  it.each(LEADING)('is the same, or none, so that the sentence does without: %s', (type) => {
    const expected = METHOD_NAMES[type] ?? '';
    const isNameless = [en.pay.card, en.pay.bankTransfer].includes(expected);
    expect(methodName(type, en)).toBe(isNameless ? '' : expected);
  });
});
