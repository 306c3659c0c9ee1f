import { expect, it } from 'vitest';
import { createTestClient } from '../testing/client.ts';

const optionsOf = async (params: object) => {
  const plain = { amount: 1800, currency: 'usd' };
  return (await createTestClient().stripe('', { ...plain, ...params })).body.payment_method_options;
};

// As recorded in pay-rails/pay, test/vcr_cassettes.
it('are shown for each allowed type, also where none are sent', async () => {
  const types = ['acss_debit', 'afterpay_clearpay', 'alipay', 'card', 'cashapp', 'klarna', 'link'];
  expect(
    await optionsOf({ payment_method_types: [...types, 'us_bank_account', 'wechat_pay'] }),
  ).toEqual({
    acss_debit: {
      mandate_options: {
        interval_description: null,
        payment_schedule: null,
        transaction_type: null,
      },
      verification_method: 'automatic',
    },
    afterpay_clearpay: { reference: null },
    alipay: {},
    card: {
      installments: null,
      mandate_options: null,
      network: null,
      request_three_d_secure: 'automatic',
    },
    cashapp: {},
    klarna: { preferred_locale: null },
    link: { persistent_token: null },
    us_bank_account: { mandate_options: {}, verification_method: 'automatic' },
    wechat_pay: { app_id: null, client: null },
  });
});

it('are those that the merchant sends, beside the defaults', async () => {
  const options = { card: { request_three_d_secure: 'any' }, wechat_pay: { client: 'web' } };
  expect(
    await optionsOf({
      payment_method_types: Object.keys(options),
      payment_method_options: options,
    }),
  ).toMatchObject({
    card: { request_three_d_secure: 'any', network: null },
    wechat_pay: { client: 'web', app_id: null },
  });
});

it('are not shown for a type that is excluded', async () => {
  const options = await optionsOf({ excluded_payment_method_types: ['klarna'] });
  expect(options).toHaveProperty('alipay');
  expect(options).not.toHaveProperty('klarna');
});
