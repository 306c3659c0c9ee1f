import type { FieldSpec, Method } from './method.ts';
import {
  alipay,
  billing,
  country,
  data,
  email,
  type MethodRows,
  method,
  name,
  options,
  scanned,
  tokenized,
  wallet,
  wechat,
} from './rows.ts';

const phone = billing('phone', 'phone');
const postalCode = billing('postalCode', 'address.postal_code');
const line1 = billing('line1', 'address.line1');
const city = billing('city', 'address.city');
const state = billing('state', 'address.state');
const bank = data('bank', 'bank');
const optionalBank: FieldSpec = { ...bank, optional: true };
const optionalState: FieldSpec = { ...state, optional: true };

/** By stripe-android those whose mandate goes along each time; others want one to be kept only. */
const debit: Method = { ...tokenized, mandate: true };

/**
 * What Stripe's methods ask for. Source: the create parameters of its PaymentMethod API, and what
 * the forms of stripe-android collect (`lpmfoundations/paymentmethod/definitions`).
 */
export const STRIPE_METHODS: MethodRows = {
  card: tokenized,
  // The one client for browsers, which gives a code on phones too.
  wechat_pay: { ...wechat, scanned: true, options: () => ({ client: 'web' }) },
  alipay,

  cashapp: wallet(),
  swish: wallet(),
  paynow: scanned('code'),
  promptpay: scanned('code', email),
  // Its text can be pasted on the same phone.
  pix: method('code'),
  // Its app or code asks for the UPI ID; Stripe's API has no parameter for one.
  upi: scanned('code'),

  alma: method('page'),
  affirm: method('page'),
  afterpay_clearpay: method('page', name, email, country, line1, city, optionalState, postalCode),
  amazon_pay: wallet(),
  bancontact: method('page', name),
  billie: method('page', email),
  // Its page asks which wallet and which coin.
  crypto: method('page'),
  eps: method('page', name, optionalBank),
  fpx: method('page', bank),
  giropay: method('page', name),
  grabpay: wallet(),
  // Its own page asks for the bank; Stripe takes one for existing customers only.
  ideal: method('page', name),
  kakao_pay: wallet(),
  klarna: method('page', email, country),
  kr_card: method('page'),
  mobilepay: wallet(),
  naver_pay: wallet(),
  p24: method('page', name, email, optionalBank),
  pay_by_bank: method('page'),
  payco: wallet(),
  paypal: wallet(),
  paypay: wallet(),
  revolut_pay: wallet(),
  samsung_pay: wallet(),
  satispay: wallet(),
  // Instalments: their pages ask for the rest. Stripe's API takes nothing of them.
  scalapay: method('page'),
  sequra: method('page'),
  sofort: method('page', data('country', 'country')),
  sunbit: method('page'),
  twint: wallet(),
  wero: wallet(),
  zip: method('page'),

  blik: method('charge', options('code', 'code')),
  bizum: method('charge', phone),
  mb_way: method('charge', phone),

  boleto: {
    ...method('voucher', name, email, data('taxId', 'tax_id'), line1, city, state, postalCode),
    fixed: [['billing', 'address.country', 'BR']],
  },
  konbini: method('voucher', name, email),
  multibanco: method('voucher', email),
  oxxo: method('voucher', name, email),

  customer_balance: {
    ...method('transfer'),
    fixed: [['options', 'funding_type', 'bank_transfer']],
  },

  // Account numbers and mandates, for which the gateway has forms of its own.
  acss_debit: debit,
  au_becs_debit: debit,
  bacs_debit: debit,
  link: tokenized,
  nz_bank_account: debit,
  payto: tokenized,
  sepa_debit: debit,
  us_bank_account: debit,
};
