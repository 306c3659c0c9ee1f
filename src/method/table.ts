import type { GatewayName } from '../gateway/index.ts';
import { hasOwn } from '../intent/index.ts';
import type { Device } from '../step/index.ts';
import type { AfterConfirm, DeviceOptions, FieldName, FieldSpec, Method } from './method.ts';

const billing = (field: FieldName, key: string): FieldSpec => ({ field, place: 'billing', key });
const data = (field: FieldName, key: string): FieldSpec => ({ field, place: 'data', key });
const options = (field: FieldName, key: string): FieldSpec => ({ field, place: 'options', key });

const name = billing('name', 'name');
const email = billing('email', 'email');
const phone = billing('phone', 'phone');
const country = billing('country', 'address.country');
const postalCode = billing('postalCode', 'address.postal_code');
const line1 = billing('line1', 'address.line1');
const city = billing('city', 'address.city');
const state = billing('state', 'address.state');
const bank = data('bank', 'bank');
const optionalBank: FieldSpec = { ...bank, optional: true };
const optionalState: FieldSpec = { ...state, optional: true };

const method = (afterConfirm: AfterConfirm, ...fields: FieldSpec[]): Method => ({
  afterConfirm,
  fields,
});
const wallet = (...fields: FieldSpec[]): Method => ({
  afterConfirm: 'page',
  fields,
  wallet: true,
});
const tokenized: Method = { afterConfirm: 'charge', fields: [], merchantTokenized: true };
/** By stripe-android those whose mandate goes along each time; others want one to be kept only. */
const debit: Method = { ...tokenized, mandate: true };

const OS: Readonly<Record<Device['os'], string>> = { ios: 'IOS', android: 'ANDROID', other: '' };

/** `terminal_type` and `os_type` (WooshPay's API reference, "Confirm"); WAP is a phone's browser, APP a native app. */
const terminal: DeviceOptions = ({ formFactor, os }) =>
  formFactor === 'desktop'
    ? { terminal_type: 'WEB' }
    : { terminal_type: 'WAP', ...(OS[os] && { os_type: OS[os] }) };

/** Inside WeChat its pages for other browsers refuse to open; a code can be pressed long. */
const wechatTerminal: DeviceOptions = (device) =>
  device.inApp === 'wechat' ? { terminal_type: 'WEB' } : terminal(device);

const atWooshpay = (method: Method, by: DeviceOptions = terminal): Method => ({
  ...method,
  options: by,
});

const alipay: Method = { ...wallet(), wallet: 'alipay' };
const wechat: Method = { ...method('code'), wallet: 'wechat' };

/**
 * What Stripe's methods ask for. Source: the create parameters of its PaymentMethod API, and what
 * the forms of stripe-android collect (`lpmfoundations/paymentmethod/definitions`).
 */
const STRIPE: Readonly<Record<string, Method>> = {
  card: tokenized,
  wechat_pay: { ...wechat, options: () => ({ client: 'web' }) },
  alipay,

  cashapp: wallet(),
  swish: wallet(),
  paynow: method('code'),
  promptpay: method('code', email),
  pix: method('code'),
  // Its app or code asks for the UPI ID; Stripe's API has no parameter for one.
  upi: method('code'),

  alma: method('page'),
  affirm: method('page'),
  afterpay_clearpay: method('page', name, email, country, line1, city, optionalState, postalCode),
  amazon_pay: wallet(),
  bancontact: method('page', name),
  billie: method('page', email),
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
  sofort: method('page', { ...data('country', 'country') }),
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

/** WooshPay's, as its API reference lists them. Its pages ask for whatever else they need. */
const WOOSHPAY: Readonly<Record<string, Method>> = {
  card: tokenized,
  wechat_pay: atWooshpay(wechat, wechatTerminal),
  alipay: atWooshpay(alipay),
  alipay_hk: atWooshpay(alipay),
  alipayplus: atWooshpay(alipay),
  akulaku: atWooshpay(wallet()),
  bank_transfer_id: method('page'),
  bpi: method('page'),
  dana: atWooshpay(wallet()),
  gcash: wallet(),
  kakaopay: atWooshpay(wallet()),
  pix: method('page', options('taxId', 'tax_id')),
  promptpay: method('page'),
  rabbit_line_pay: wallet(),
  sepa_debit: tokenized,
  shopeepay: atWooshpay(wallet()),
  truemoney: atWooshpay(wallet()),
};

type Rows = Readonly<Record<string, Method>>;

/** Every payment method that can be paid with from here, a row a type; a new method is a new row. */
export const METHODS: Readonly<Record<GatewayName, Rows>> = {
  stripe: STRIPE,
  wooshpay: WOOSHPAY,
};

/** At a gateway that nobody here knows, a card takes the gateway's own fields all the same. */
const ELSEWHERE: Rows = { card: tokenized };

/** The rows of a gateway, by payment method type. */
export function methodsAt(gateway: string | null): Rows {
  const known: Readonly<Record<string, Rows>> = METHODS;
  return known[gateway ?? ''] ?? ELSEWHERE;
}

/** A wallet of tomorrow: most are a page and ask for nothing. */
const UNKNOWN = method('page');

/** Terminals in shops, and what no customer confirms. */
const NOT_ONLINE = /_present$|^(custom|interac|paper_check|check_scan|stripe_balance)/;

/** The row for a type; null where nobody can pay with it on a page. */
export function methodOf(gateway: string | null, type: string): Method | null {
  const rows = methodsAt(gateway);
  if (hasOwn(rows, type)) return rows[type] ?? null;
  return NOT_ONLINE.test(type) ? null : UNKNOWN;
}
