import { expect, it } from 'vitest';
import { en } from '../../../locales/index.ts';
import { MOBILE_MONEY } from '../../../method/index.ts';
import { choicesOf } from './choicesOf.ts';

const context = { messages: en, locale: 'en', currency: 'ugx' };

it('are of mobile money the providers that move the payment’s currency', () => {
  expect(choicesOf('provider', 'mobile_money', context)).toEqual([
    ['mtn_ug', 'MTN Mobile Money'],
    ['airtel_ug', 'Airtel Money'],
  ]);
  const names = choicesOf('provider', 'mobile_money', { ...context, currency: 'tzs' });
  expect(names.map(([, name]) => name)).toContain('Vodacom M-Pesa');
});

it.each(['usd', null])(
  'are all of them with their countries for %s, each by another name',
  (currency) => {
    const choices = choicesOf('provider', 'mobile_money', { ...context, currency });
    expect(choices).toHaveLength(15);
    expect(choices).toContainEqual(['mpesa_ke', 'Safaricom M-Pesa (Kenya)']);
    expect(new Set(choices.map(([, name]) => name)).size).toBe(15);
    expect(choices.map(([code]) => code)).toEqual(MOBILE_MONEY.map(({ code }) => code));
  },
);

it('are of UPI its apps, and any other', () => {
  expect(choicesOf('app', 'upi', context)).toEqual([
    ['googlepay', 'Google Pay'],
    ['phonepe', 'PhonePe'],
    ['paytm', 'Paytm'],
    ['other', 'Another app'],
  ]);
});
