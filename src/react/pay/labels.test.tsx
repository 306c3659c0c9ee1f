import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en, methodName } from '../../locales/index.ts';
import { METHODS, methodOf } from '../../method/table.ts';
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

/** What their markets write on buttons and in shops. Those in capitals alone are so everywhere. */
const EXPECTED: Readonly<Record<string, string>> = {
  '9pay': '9Pay',
  acss_debit: 'Pre-authorized debit',
  affirm: 'Affirm',
  afterpay_clearpay: 'Afterpay / Clearpay',
  akulaku: 'Akulaku',
  alipay: 'Alipay',
  alipay_hk: 'AlipayHK',
  alipayplus: 'Alipay+',
  alma: 'Alma',
  amazon_pay: 'Amazon Pay',
  apple_pay: 'Apple Pay',
  au_becs_debit: 'BECS Direct Debit',
  bacs_debit: 'Bacs Direct Debit',
  bancontact: 'Bancontact',
  bank_transfer_eu: 'Bank transfer',
  bank_transfer_id: 'Bank transfer',
  bank_transfer_ng: 'Bank transfer',
  bank_transfer_uk: 'Bank transfer',
  bank_transfer_za: 'Bank transfer',
  billie: 'Billie',
  bizum: 'Bizum',
  blik: 'BLIK',
  boku_promptpay: 'PromptPay',
  boleto: 'Boleto',
  boost: 'Boost',
  bpi: 'BPI',
  capchase_pay: 'Capchase Pay',
  card: 'Card',
  cashapp: 'Cash App Pay',
  click_to_pay: 'Click to Pay',
  crypto: 'Crypto',
  customer_balance: 'Bank transfer',
  dana: 'DANA',
  // Stripe's own, for tests.
  demo_pay: 'Demo Pay',
  dummy_auth_push: 'Dummy Auth Push',
  dummy_passthrough_card: 'Dummy Passthrough Card',
  duitnow: 'DuitNow',
  edenred: 'Edenred',
  eps: 'EPS',
  fpx: 'FPX',
  gcash: 'GCash',
  getbalance: 'Balance',
  gift_card: 'Another way to pay',
  giropay: 'giropay',
  google_pay: 'Google Pay',
  gopay: 'GoPay',
  grabpay: 'GrabPay',
  id_bank_transfer: 'Bank transfer',
  ideal: 'iDEAL',
  kakao_pay: 'KakaoPay',
  kakaopay: 'KakaoPay',
  klarna: 'Klarna',
  knet: 'KNET',
  konbini: 'Konbini',
  kr_card: 'Card',
  kr_market: 'Another way to pay',
  kriya: 'Kriya',
  link: 'Link',
  mb_way: 'MB WAY',
  mcash: 'MCash',
  mobile_money: 'Mobile Money',
  mobilepay: 'MobilePay',
  momo: 'MoMo',
  mondu: 'Mondu',
  multibanco: 'Multibanco',
  naver_pay: 'Naver Pay',
  netbanking: 'Netbanking',
  ng_bank: 'Bank transfer',
  ng_bank_transfer: 'Bank transfer',
  ng_card: 'Card',
  ng_market: 'Another way to pay',
  ng_ussd: 'USSD',
  ng_wallet: 'Another way to pay',
  nz_bank_account: 'BECS Direct Debit',
  octopus: 'Octopus',
  ovo: 'OVO',
  oxxo: 'OXXO',
  p24: 'Przelewy24',
  pay_by_bank: 'Pay by Bank',
  payco: 'PAYCO',
  paynow: 'PayNow',
  paypal: 'PayPal',
  paypay: 'PayPay',
  payto: 'PayTo',
  pix: 'Pix',
  promptpay: 'PromptPay',
  qris: 'QRIS',
  rabbit_line_pay: 'Rabbit LINE Pay',
  rechnung: 'Rechnung',
  revolut_pay: 'Revolut Pay',
  samsung_pay: 'Samsung Pay',
  satispay: 'Satispay',
  scalapay: 'Scalapay',
  sepa_debit: 'SEPA Direct Debit',
  sequra: 'seQura',
  shop_pay: 'Shop Pay',
  shopeepay: 'ShopeePay',
  sofort: 'Sofort',
  south_korea_market: 'Another way to pay',
  spei: 'SPEI',
  stitch: 'Stitch',
  sunbit: 'Sunbit',
  swish: 'Swish',
  tamara: 'Tamara',
  test_pay: 'Test Pay',
  touch_n_go: "Touch 'n Go eWallet",
  touchngo: "Touch 'n Go eWallet",
  truemoney: 'TrueMoney',
  trustly: 'Trustly',
  twint: 'TWINT',
  unionpay: 'UnionPay',
  upi: 'UPI',
  us_bank_account: 'US bank account',
  us_cash_voucher: 'Another way to pay',
  vipps: 'Vipps',
  wechat_pay: 'WeChat Pay',
  wero: 'Wero',
  zip: 'Zip',
};

describe('the name of a payment method in the list', () => {
  it('is decided for every type of both gateways', () => {
    expect(STRIPE.size).toBeGreaterThan(99);
    expect(ONLINE.filter((type) => !Object.hasOwn(EXPECTED, type))).toEqual([]);
    expect(Object.keys(EXPECTED).sort()).toEqual(ONLINE);
    expect(ALL.filter((type) => !ONLINE.includes(type))).toEqual([
      ...['card_present', 'check_scan', 'custom', 'interac_present', 'paper_check'],
      'stripe_balance',
    ]);
  });

  it.each(ONLINE)('is what its market writes: %s', (type) => {
    expect(labelOf(type, en)).toBe(EXPECTED[type]);
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
    const expected = EXPECTED[type] ?? '';
    const isNameless = [en.pay.card, en.pay.bankTransfer].includes(expected);
    expect(methodName(type, en)).toBe(isNameless ? '' : expected);
  });
});
