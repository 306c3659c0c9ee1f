import type { Payload } from '../planners/planner.ts';

const url = 'https://pay.example/a?b=1';
const return_url = 'https://shop.example/return';
const expires_at = 1_700_000_000;

const code = {
  data: '00020101021226',
  image_url_png: 'https://qr.example/a.png',
  image_url_svg: 'https://qr.example/a.svg',
};
const hosted_instructions_url = 'https://qr.example/page';
const hosted_voucher_url = 'https://voucher.example/page';
const { data: _, ...pictures } = code;

const account_holder_address = {
  line1: '354 Oyster Point',
  line2: null,
  city: 'South San Francisco',
  state: 'CA',
  postal_code: '94080',
  country: 'US',
};
const holder = { account_holder_name: 'Stripe, Inc.', account_holder_address };

/**
 * A payload as the gateway sends it for each type of Stripe and WooshPay, listed or not, with all
 * its fields, after their API references (docs.stripe.com/api/payment_intents/object).
 */
export const EXAMPLES: Readonly<Record<string, Payload>> = {
  redirect_to_url: { url, return_url },
  ddc_redirect: { url, return_url },
  challenge_redirect: { url, return_url },
  use_stripe_sdk: { type: 'stripe_3ds2_fingerprint', three_ds_method_url: '' },

  wechat_pay_display_qr_code: {
    ...code,
    data: 'weixin://wxpay/bizpayurl?pr=1',
    data_ur: 'weixin://wxpay/bizpayurl?pr=1',
    image_data_url: 'data:image/png;base64,AAAA',
    hosted_instructions_url,
  },
  wechat_pay_redirect_to_web: { url },
  wechat_pay_redirect_to_ios_app: { native_url: 'weixin://app/wx1/pay/?nonceStr=1' },
  // WooshPay's; Stripe's has the values for WeChat's Android SDK and no URL.
  wechat_pay_redirect_to_android_app: { native_url: 'weixin://app/wx1/pay/?nonceStr=1' },
  wechat_pay_official_account_params: {
    appId: 'wx2421b1c4370ec43b',
    timeStamp: '1700000000',
    nonceStr: 'e61463f8efa94090b1f366cccfbbb444',
    package: 'prepay_id=wx21201855730335ac86f8c43d1889123400',
    signType: 'RSA',
    paySign: 'oR9d8PuhnIc+YZ8cBHFCwfgpaK9gd7vaRvkYD7rthRAZ',
  },
  alipay_handle_redirect: { url, native_url: 'alipays://x', native_data: 'app_id=1', return_url },
  alipayplus_handle_redirect: {
    normalUrl: 'https://wallet.example/page',
    applinkUrl: 'https://wallet.example/app',
    schemeUrl: 'gcash://pay?id=1',
    return_url,
  },

  cashapp_handle_redirect_or_display_qr_code: {
    mobile_auth_url: url,
    hosted_instructions_url,
    qr_code: { ...pictures, expires_at },
  },
  swish_handle_redirect_or_display_qr_code: {
    mobile_auth_url: url,
    hosted_instructions_url,
    qr_code: { ...code, expires_at },
  },
  upi_handle_redirect_or_display_qr_code: {
    hosted_instructions_url,
    qr_code: { ...pictures, expires_at },
  },
  // Of no document: types still to come, in the shapes of those that there are.
  wallet_of_2032_handle_redirect_or_display_qr_code: {
    mobile_auth_url: url,
    hosted_instructions_url,
    qr_code: { ...code, expires_at },
  },
  wallet_of_2032_redirect_to_url: { url, return_url },
  wallet_of_2032_redirect_to_web: { url },
  wallet_of_2032_redirect_to_ios_app: { native_url: 'weixin://app/wx1/pay/?nonceStr=1' },
  wallet_of_2032_redirect_to_android_app: { native_url: 'weixin://app/wx1/pay/?nonceStr=1' },
  till_of_2032_display_details: {
    number: '0123',
    reference: '77',
    payment_code: '404001',
    stores: { lawson: { payment_code: '500005', confirmation_number: '01234567890' } },
    hosted_voucher_url,
    expires_at,
  },
  bank_of_2032_display_bank_transfer_instructions: {
    type: 'eu_bank_transfer',
    amount_remaining: 10_000,
    currency: 'eur',
    reference: 'A1B2C3',
    hosted_instructions_url,
    financial_addresses: [
      { type: 'iban', iban: { ...holder, iban: 'DE89370400440532013000', bic: 'COBADEFFXXX' } },
    ],
  },
  bank_of_2032_authorize: {},
  klarna_display_qr_code: { ...code, expires_at },
  paynow_display_qr_code: { ...code, hosted_instructions_url },
  promptpay_display_qr_code: { ...code, hosted_instructions_url },
  pix_display_qr_code: { ...code, hosted_instructions_url, expires_at },

  oxxo_display_details: {
    number: '12345678901234657890123456789012',
    hosted_voucher_url,
    expires_after: expires_at,
  },
  boleto_display_details: {
    number: '01010101010101010101010101010101010101010101010',
    hosted_voucher_url,
    pdf: 'https://voucher.example/boleto.pdf',
    expires_at,
  },
  multibanco_display_details: {
    entity: '12345',
    reference: '123 456 789',
    hosted_voucher_url,
    expires_at,
  },
  konbini_display_details: {
    stores: {
      familymart: { payment_code: '404001', confirmation_number: '01234567890' },
      lawson: { payment_code: '500005', confirmation_number: '01234567890' },
      ministop: { payment_code: '600006' },
      seicomart: null,
    },
    hosted_voucher_url,
    expires_at,
  },
  display_bank_transfer_instructions: {
    type: 'us_bank_transfer',
    amount_remaining: 10_000,
    currency: 'usd',
    reference: 'A1B2C3',
    hosted_instructions_url,
    financial_addresses: [
      {
        type: 'aba',
        supported_networks: ['ach', 'domestic_wire_us'],
        aba: {
          ...holder,
          bank_name: 'US Test Bank',
          bank_address: { ...account_holder_address, line1: '1 Bank Street' },
          account_number: '11119999884',
          account_type: 'checking',
          routing_number: '999999999',
        },
      },
      {
        type: 'swift',
        supported_networks: ['swift'],
        swift: {
          ...holder,
          bank_name: 'US Test Bank',
          bank_address: { ...account_holder_address, line1: '1 Bank Street' },
          account_number: '11119999884',
          account_type: 'checking',
          swift_code: 'TESTUS99XXX',
        },
      },
    ],
  },

  blik_authorize: {},
  card_await_notification: {
    charge_attempt_at: expires_at,
    customer_approval_required: false,
  },
  verify_with_microdeposits: {
    arrival_date: expires_at,
    hosted_verification_url: 'https://payments.example/microdeposit/1',
    microdeposit_type: 'amounts',
  },
  // Named by no document, only by Stripe's SDKs for phones.
  upi_await_notification: {},
  mb_way_await_authorization: {},
  await_authorization: {},

  ...Object.fromEntries(
    // `pix` is in WooshPay's pages but not in its schema; the last is one that nobody knows yet.
    'truemoney akulaku bank_transfer_id promptpay dana shopeepay gcash rabbit_line_pay alipay_hk bpi pix wallet_of_2031'
      .split(' ')
      .map((method) => [`${method}_handle_redirect`, { url }]),
  ),
};

/** The example for a type; a test that asks for one that is not here is wrong. */
export function example(type: string): Payload {
  const payload = EXAMPLES[type];
  if (!payload) throw new Error(`testing/examples.ts has no example for ${type}`);
  return payload;
}
