import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NEXT_ACTIONS } from '../step/table.ts';
import { BANKS } from './banks.ts';
import { METHODS, methodOf } from './table.ts';

const TYPES = readFileSync('node_modules/stripe/esm/resources/PaymentMethods.d.ts', 'utf8');

describe('the table of methods', () => {
  it('offers the banks that Stripe knows, and no others', () => {
    for (const [type, banks] of Object.entries(BANKS)) {
      const name = type[0]?.toUpperCase() + type.slice(1);
      const union = new RegExp(`namespace ${name} \\{[^}]*?type Bank = ([^;]+);`).exec(TYPES)?.[1];
      const known = [...(union ?? '').matchAll(/'(\w+)'/g)].map(([, value]) => value);
      expect(known.length).toBeGreaterThan(10);
      for (const [value] of banks) expect(known).toContain(value);
    }
  });

  it('has every wallet and bank that a next action of WooshPay’s names', () => {
    const named = Object.keys(NEXT_ACTIONS).flatMap((type) => {
      const [, method] = /^(alipay|alipayplus|wechat_pay)_/.exec(type) ?? [];
      return method ? [method] : [];
    });
    for (const type of named) expect(METHODS.wooshpay).toHaveProperty(type);
  });

  it('is not fooled by the names that every object has', () => {
    expect(methodOf('stripe', 'toString')).toEqual({ leads: 'page', needs: [] });
  });
});
