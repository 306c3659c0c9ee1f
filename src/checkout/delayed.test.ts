import { expect, it } from 'vitest';
import { parseIntent } from '../intent/index.ts';
import { METHODS } from '../method/table.ts';
import { isDelayed } from './delayed.ts';

const intentOf = (types: readonly string[], type?: string) =>
  parseIntent({
    id: 'pi_1',
    status: 'processing',
    payment_method_types: types,
    payment_method: type ? { id: 'pm_1', type } : 'pm_1',
  });

it.each([
  ...['acss_debit', 'au_becs_debit', 'bacs_debit', 'nz_bank_account', 'sepa_debit', 'sofort'],
  'us_bank_account',
])('a bank takes days over %s', (type) => {
  expect(Object.keys(METHODS.stripe)).toContain(type);
  expect(isDelayed(intentOf([type]))).toBe(true);
  expect(isDelayed(intentOf(['card', type], type))).toBe(true);
  expect(isDelayed(intentOf(['card', type]), type)).toBe(true);
});

it.each(Object.entries(METHODS.stripe).filter(([, { mandate }]) => mandate))(
  'each debit with a mandate is one: %s',
  (type) => {
    expect(isDelayed(intentOf([type]))).toBe(true);
  },
);

it.each(['card', 'blik', 'bizum', 'wechat_pay', 'pay_by_bank', 'paypal', 'sofort_pay'])(
  '%s is known in seconds',
  (type) => {
    expect(isDelayed(intentOf([type]))).toBe(false);
  },
);

it('nobody knows where the payment takes several and names none', () => {
  expect(isDelayed(intentOf(['card', 'sepa_debit']))).toBe(false);
  expect(isDelayed(intentOf(['sepa_debit', 'sofort']))).toBe(true);
  expect(isDelayed(intentOf([]))).toBe(false);
});

it('what the payment names counts more than what was chosen here', () => {
  expect(isDelayed(intentOf(['card', 'sepa_debit'], 'card'), 'sepa_debit')).toBe(false);
});

it.each(['requires_confirmation', 'requires_capture', 'requires_action', 'succeeded'])(
  'a debit in %s is not on its way',
  (status) => {
    expect(isDelayed({ ...intentOf(['sepa_debit']), status })).toBe(false);
  },
);
