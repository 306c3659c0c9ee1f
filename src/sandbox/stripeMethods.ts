import {
  approves,
  asks,
  asksFor,
  defers,
  expiry,
  type Occasion,
  type Plan,
  type Planner,
  planCard,
  redirects,
} from './plan.ts';

// Images stay empty: the sandbox draws no codes, and a made-up address would only fail to load.
const codeImages = { image_url_png: '', image_url_svg: '' };

const displaysCode = (occasion: Occasion) => ({
  data: occasion.page('qr'),
  hosted_instructions_url: occasion.page('qr'),
  ...codeImages,
  ...expiry(occasion),
});

const HOUR = 3600;
const DAY = 24 * HOUR;

const voucherPage = (occasion: Occasion) => ({ hosted_voucher_url: occasion.page('qr') });

/** 3-D Secure: a plain redirect, unless the merchant left the next action to Stripe.js. */
function authenticates(occasion: Occasion): Plan {
  const sdk = occasion.useStripeSdk || occasion.returnUrl === null;
  return sdk ? bySdk(occasion) : redirects('challenge')(occasion);
}

const bySdk = asks('challenge', 'use_stripe_sdk', (occasion) => ({
  type: 'three_d_secure_redirect',
  stripe_js: occasion.page('challenge'),
  source: occasion.intentId.replace(/^pi_/, 'src_'),
}));

const bank = redirects('bank');
const wallet = redirects('wallet');

/** The payment methods of the Stripe dialect and the next action that each one brings. */
export const stripeMethods: Readonly<Record<string, Planner>> = {
  card: planCard(authenticates, approves),

  wechat_pay: asks('qr', 'wechat_pay_display_qr_code', (occasion) => ({
    ...displaysCode(occasion),
    image_data_url: '',
  })),
  paynow: asks('qr', 'paynow_display_qr_code', displaysCode),
  promptpay: asks('qr', 'promptpay_display_qr_code', displaysCode),
  pix: asksFor(4 * HOUR, 'qr', 'pix_display_qr_code', displaysCode),
  swish: asksFor(180, 'qr', 'swish_handle_redirect_or_display_qr_code', (occasion) => ({
    hosted_instructions_url: occasion.page('qr'),
    mobile_auth_url: occasion.page('wallet'),
    qr_code: { data: occasion.page('qr'), ...codeImages, ...expiry(occasion) },
  })),

  alipay: asks('wallet', 'alipay_handle_redirect', (occasion) => ({
    native_data: null,
    native_url: null,
    return_url: occasion.requireReturnUrl(),
    url: occasion.page('wallet'),
  })),
  alma: wallet,
  amazon_pay: wallet,
  bancontact: bank,
  eps: bank,
  fpx: bank,
  giropay: bank,
  grabpay: wallet,
  ideal: bank,
  kakao_pay: wallet,
  klarna: bank,
  naver_pay: wallet,
  p24: bank,
  pay_by_bank: bank,
  paypal: wallet,
  revolut_pay: wallet,
  twint: wallet,

  blik: asks('none', 'blik_authorize', () => ({})),

  oxxo: asks('qr', 'oxxo_display_details', (occasion) => ({
    ...voucherPage(occasion),
    expires_after: Math.floor(occasion.now / 1000) + 3 * DAY,
    number: '12345678901234657890123456789012',
  })),
  boleto: asks('qr', 'boleto_display_details', (occasion) => ({
    ...voucherPage(occasion),
    expires_at: Math.floor(occasion.now / 1000) + 3 * DAY,
    number: '01010101010101010101010101010101010101010101010',
    pdf: null,
  })),
  multibanco: asks('qr', 'multibanco_display_details', (occasion) => ({
    ...voucherPage(occasion),
    entity: '12345',
    expires_at: Math.floor(occasion.now / 1000) + 7 * DAY,
    reference: '999123456',
  })),
  customer_balance: asks('none', 'display_bank_transfer_instructions', (occasion) => ({
    amount_remaining: occasion.amount,
    currency: occasion.currency,
    financial_addresses: [
      {
        type: 'iban',
        supported_networks: ['sepa'],
        iban: {
          account_holder_name: 'Paystep sandbox',
          bank_name: 'Test bank',
          bic: 'TESTDEFF',
          country: 'DE',
          iban: 'DE89370400440532013000',
        },
      },
    ],
    hosted_instructions_url: occasion.page('qr'),
    reference: occasion.intentId.slice(-10).toUpperCase(),
    type: 'eu_bank_transfer',
  })),

  bacs_debit: defers,
  sepa_debit: defers,
  us_bank_account: defers,
};
