import type { Device } from '../step/index.ts';
import type { DeviceOptions, Method } from './method.ts';
import {
  alipay,
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

const OS: Readonly<Record<Device['os'], string>> = { ios: 'IOS', android: 'ANDROID', other: '' };

/** `terminal_type` and `os_type` (WooshPay's API reference, "Confirm"); WAP is a phone's browser, APP a native app. */
const terminal: DeviceOptions = ({ formFactor, os }) =>
  formFactor === 'desktop'
    ? { terminal_type: 'WEB' }
    : { terminal_type: 'WAP', ...(OS[os] && { os_type: OS[os] }) };

const withTerminal = (row: Method): Method => ({ ...row, options: terminal });

/** Inside WeChat its pages for other browsers refuse to open; a code can be pressed long. */
const wechatTerminal: DeviceOptions = (device) =>
  device.inApp === 'wechat' ? { terminal_type: 'WEB' } : terminal(device);

const page = method('page');

const inCountry = (code: string, row: Method): Method => ({
  ...row,
  fixed: [['billing', 'address.country', code]],
});

/**
 * WooshPay's, as its API reference ("Confirm a SetupIntent", docs.wooshpay.com/api-53887725) and its
 * pages of single methods list them. Where those do not say what a method needs, its page asks for it.
 */
export const WOOSHPAY_METHODS: MethodRows = {
  card: tokenized,
  sepa_debit: tokenized,
  wechat_pay: {
    ...wechat,
    options: wechatTerminal,
    afterConfirmOn: (device) => (wechatTerminal(device).terminal_type === 'WAP' ? 'page' : 'code'),
  },

  alipay: withTerminal(alipay),
  alipay_hk: withTerminal(alipay),
  alipayplus: withTerminal(alipay),
  akulaku: withTerminal(wallet()),
  dana: withTerminal(wallet()),
  kakaopay: withTerminal(wallet()),
  shopeepay: withTerminal(wallet()),
  truemoney: withTerminal(wallet()),

  // Of these no terminal is documented.
  '9pay': wallet(),
  boost: wallet(),
  gcash: wallet(),
  grabpay: wallet(),
  mcash: wallet(),
  ovo: wallet(),
  rabbit_line_pay: wallet(),
  touchngo: wallet(),
  unionpay: wallet(),

  bancontact: page,
  bank_transfer_id: page,
  bank_transfer_ng: page,
  bank_transfer_za: page,
  boleto: page,
  bpi: page,
  eps: page,
  fpx: page,
  giropay: page,
  ideal: page,
  klarna: page,
  p24: page,
  sofort: page,
  spei: page,
  stitch: page,
  trustly: page,
  // Each has a page among the documents, whose text names no type; these are Apple's and Google's words.
  apple_pay: page,
  google_pay: page,

  // Their pages show the code.
  promptpay: scanned('page'),
  qris: scanned('page'),
  pix: method('page', options('taxId', 'tax_id')),

  // "You also need to collect the customer's name, country and email" (wooshpay.com/docs, "PayNow",
  // "Bank transfer in United Kingdom").
  bank_transfer_eu: method('page', name, email, country),
  bank_transfer_uk: inCountry('GB', method('page', name, email)),
  paynow: inCountry('SG', scanned('page', name, email)),
  // docs.wooshpay.com/7196715m0: the number without "+".
  mobile_money: method('page', data('provider', 'provider_code'), data('phone', 'phone_number')),
  // docs.guanglian.co/5413632m0.
  upi: wallet(options('app', 'app_type'), email),
};
