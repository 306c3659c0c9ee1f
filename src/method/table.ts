import type { GatewayName } from '../gateway/index.ts';
import type { Device } from '../step/index.ts';
import type { DeviceOptions, FieldName, Leads, Method, Need } from './method.ts';

const billing = (field: FieldName, key: string): Need => ({ field, place: 'billing', key });
const data = (field: FieldName, key: string): Need => ({ field, place: 'data', key });
const options = (field: FieldName, key: string): Need => ({ field, place: 'options', key });

const name = billing('name', 'name');
const email = billing('email', 'email');
const phone = billing('phone', 'phone');
const country = billing('country', 'address.country');
const postalCode = billing('postalCode', 'address.postal_code');
const line1 = billing('line1', 'address.line1');
const city = billing('city', 'address.city');
const state = billing('state', 'address.state');
const bank = data('bank', 'bank');
const anyBank: Need = { ...bank, optional: true };
const anyState: Need = { ...state, optional: true };

const way = (leads: Leads, ...needs: Need[]): Method => ({ leads, needs });
const wallet = (...needs: Need[]): Method => ({ leads: 'page', needs, wallet: true });
const byShop: Method = { leads: 'charge', needs: [], byShop: true };
/** By stripe-android those whose mandate goes along each time; others want one to be kept only. */
const debit: Method = { ...byShop, mandate: true };

const OS: Readonly<Record<Device['os'], string>> = { ios: 'IOS', android: 'ANDROID', other: '' };

/** `terminal_type` and `os_type` (WooshPay's API reference, "Confirm"); WAP is a phone's browser, APP a native app. */
const terminal: DeviceOptions = ({ form, os }) =>
  form === 'desktop'
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
const wechat: Method = { ...way('code'), wallet: 'wechat' };

/**
 * What Stripe's methods ask for. Source: the create parameters of its PaymentMethod API, and what
 * the forms of stripe-android collect (`lpmfoundations/paymentmethod/definitions`).
 */
const STRIPE: Readonly<Record<string, Method>> = {
  card: byShop,
  wechat_pay: { ...wechat, options: () => ({ client: 'web' }) },
  alipay,

  cashapp: wallet(),
  swish: wallet(),
  paynow: way('code'),
  promptpay: way('code', email),
  pix: way('code'),
  // Its app or code asks for the UPI ID; Stripe's API has no parameter for one.
  upi: way('code'),

  alma: way('page'),
  affirm: way('page'),
  afterpay_clearpay: way('page', name, email, country, line1, city, anyState, postalCode),
  amazon_pay: wallet(),
  bancontact: way('page', name),
  billie: way('page', email),
  eps: way('page', name, anyBank),
  fpx: way('page', bank),
  giropay: way('page', name),
  grabpay: wallet(),
  // Its own page asks for the bank; Stripe takes one for existing customers only.
  ideal: way('page', name),
  kakao_pay: wallet(),
  klarna: way('page', email, country),
  kr_card: way('page'),
  mobilepay: wallet(),
  naver_pay: wallet(),
  p24: way('page', name, email, anyBank),
  pay_by_bank: way('page'),
  payco: wallet(),
  paypal: wallet(),
  paypay: wallet(),
  revolut_pay: wallet(),
  samsung_pay: wallet(),
  satispay: wallet(),
  sofort: way('page', { ...data('country', 'country') }),
  twint: wallet(),
  wero: wallet(),
  zip: way('page'),

  blik: way('charge', options('code', 'code')),
  bizum: way('charge', phone),
  mb_way: way('charge', phone),

  boleto: {
    ...way('voucher', name, email, data('taxId', 'tax_id'), line1, city, state, postalCode),
    fixed: [['billing', 'address.country', 'BR']],
  },
  konbini: way('voucher', name, email),
  multibanco: way('voucher', email),
  oxxo: way('voucher', name, email),

  customer_balance: {
    ...way('transfer'),
    fixed: [['options', 'funding_type', 'bank_transfer']],
  },

  // Account numbers and mandates, for which the gateway has forms of its own.
  acss_debit: debit,
  au_becs_debit: debit,
  bacs_debit: debit,
  link: byShop,
  nz_bank_account: debit,
  payto: byShop,
  sepa_debit: debit,
  us_bank_account: debit,
};

/** WooshPay's, as its API reference lists them. Its pages ask for whatever else they need. */
const WOOSHPAY: Readonly<Record<string, Method>> = {
  card: byShop,
  wechat_pay: atWooshpay(wechat, wechatTerminal),
  alipay: atWooshpay(alipay),
  alipay_hk: atWooshpay(alipay),
  alipayplus: atWooshpay(alipay),
  akulaku: atWooshpay(wallet()),
  bank_transfer_id: way('page'),
  bpi: way('page'),
  dana: atWooshpay(wallet()),
  gcash: wallet(),
  kakaopay: atWooshpay(wallet()),
  pix: way('page', options('taxId', 'tax_id')),
  promptpay: way('page'),
  rabbit_line_pay: wallet(),
  sepa_debit: byShop,
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
const ELSEWHERE: Rows = { card: byShop };

/** The rows of a gateway, by payment method type. */
export function methodsAt(gateway: string | null): Rows {
  const known: Readonly<Record<string, Rows>> = METHODS;
  return known[gateway ?? ''] ?? ELSEWHERE;
}

/** A wallet of tomorrow: most are a page and ask for nothing. */
const UNKNOWN = way('page');

/** Terminals in shops, and what no customer confirms. */
const NOT_ONLINE = /_present$|^(custom|interac|paper_check|check_scan|stripe_balance)/;

/** The row for a type; null where nobody can pay with it on a page. */
export function methodOf(gateway: string | null, type: string): Method | null {
  const rows = methodsAt(gateway);
  if (Object.hasOwn(rows, type)) return rows[type] ?? null;
  return NOT_ONLINE.test(type) ? null : UNKNOWN;
}
