import { expect, it } from 'vitest';
import { createTestClient, methodData } from '../testing/client.ts';

const client = createTestClient();

const shown = async (dialect: 'stripe' | 'wooshpay', type: string, details: object = {}) =>
  (await client.post(dialect, '/payment_methods', methodData(type, details))).body[type];

// acss_debit and sepa_debit as recorded (pay-rails/pay, test/vcr_cassettes), but for fingerprints.
it.each([
  [
    'acss_debit',
    {
      bank_name: 'STRIPE TEST BANK',
      fingerprint: null,
      institution_number: '000',
      last4: '6789',
      transit_number: '11000',
    },
  ],
  ['au_becs_debit', { bsb_number: '000000', fingerprint: null, last4: '3456' }],
  ['ideal', { bank: null, bic: null }],
  [
    'sepa_debit',
    {
      bank_code: null,
      branch_code: null,
      country: 'DE',
      fingerprint: null,
      generated_from: { charge: null, setup_attempt: null },
      last4: '3000',
    },
  ],
  ['sofort', { country: 'DE' }],
  [
    'us_bank_account',
    {
      account_holder_type: 'individual',
      account_type: 'checking',
      bank_name: 'STRIPE TEST BANK',
      financial_connections_account: null,
      fingerprint: null,
      last4: '6789',
      networks: null,
      routing_number: '110000000',
      status_details: null,
    },
  ],
])('shows every field of Stripe’s type: %s', async (type, details) => {
  expect(await shown('stripe', type)).toEqual(details);
});

it('shows no number of an account', async () => {
  for (const type of ['acss_debit', 'au_becs_debit', 'bacs_debit', 'us_bank_account']) {
    expect(await shown('stripe', type)).not.toHaveProperty('account_number');
  }
  expect(await shown('stripe', 'sepa_debit')).not.toHaveProperty('iban');
});

it('shows at WooshPay what was entered, and no more', async () => {
  expect(await shown('wooshpay', 'ideal')).toEqual({});
  expect(await shown('wooshpay', 'mobile_money')).toEqual({
    phone_number: '256777000001',
    provider_code: 'mtn_ug',
  });
});
