import { lookup } from '../base/lookup.ts';
import type { CustomerPage } from '../payment/customerPage.ts';
import { oneOf, orEmptyString, readParams } from '../request/readers.ts';
import {
  approves,
  codeImages,
  expiry,
  type Plan,
  type PlanInput,
  type Planner,
  planCard,
  processes,
  redirects,
  requiresAction,
} from './plan.ts';
import { brazilianTaxId } from './taxId.ts';

/** `{name}_handle_redirect` with one URL, WooshPay's form for most wallets and banks. */
const handlesRedirect = (name: string, place: CustomerPage = 'wallet'): Planner =>
  requiresAction(place, `${name}_handle_redirect`, (input) => {
    input.requireReturnUrl();
    return { url: input.page(place) };
  });

const acs = (place: 'ddc' | 'challenge', type: string): Planner =>
  requiresAction(place, type, (input) => ({
    return_url: input.requireReturnUrl(),
    url: input.page(place),
  }));

/** The first step of 3-D Secure: the hidden device data page. */
const deviceData = acs('ddc', 'ddc_redirect');

/** The second step of 3-D Secure, after the device data page. */
export const challengeStep = acs('challenge', 'challenge_redirect');

const wechatCode = requiresAction('qr', 'wechat_pay_display_qr_code', (input) => ({
  data: input.page('qr'),
  // Sic: WooshPay's reference spells it so.
  data_ur: '',
  ...codeImages(input),
  ...expiry(input),
}));

const wechatWeb = requiresAction('wechat', 'wechat_pay_redirect_to_web', (input) => {
  input.requireReturnUrl();
  return { url: input.page('wechat') };
});

const wechatApp = (type: string): Planner =>
  requiresAction('none', type, ({ intentId }) => ({
    native_url: `weixin-sandbox://pay?id=${intentId}`,
  }));

const wechatInside = requiresAction(
  'none',
  'wechat_pay_official_account_params',
  ({ intentId, now }) => ({
    appId: 'wx0000000000000000',
    timeStamp: String(Math.floor(now / 1000)),
    nonceStr: intentId.slice(-16),
    signType: 'RSA',
    paySign: 'sandbox',
    package: `prepay_id=${intentId}`,
  }),
);

const wechatAndroid = wechatApp('wechat_pay_redirect_to_android_app');

/** WeChat Pay, by terminal and then by system. */
const WECHAT: Readonly<Record<string, Planner>> = {
  WEB: wechatCode,
  WAP: wechatWeb,
  APP: wechatAndroid,
  'APP IOS': wechatApp('wechat_pay_redirect_to_ios_app'),
};

function wechat(input: PlanInput): Plan {
  if (input.options.openid) return wechatInside(input);
  const { terminal, os } = input;
  const planner = lookup(WECHAT, `${terminal} ${os}`) ?? lookup(WECHAT, terminal) ?? wechatCode;
  return planner(input);
}

/** In a browser only the page; the native values are for the merchant's app, by its system. */
const alipay = requiresAction('wallet', 'alipay_handle_redirect', (input) => {
  const app = input.terminal === 'APP' ? input.os : null;
  return {
    native_data: app === 'ANDROID' ? `sandbox_order=${input.intentId}` : null,
    native_url: app === 'IOS' ? `alipay-sandbox://pay?id=${input.intentId}` : null,
    return_url: input.requireReturnUrl(),
    url: input.page('wallet'),
  };
});

const alipayPlus = requiresAction('wallet', 'alipayplus_handle_redirect', (input) => {
  const normalUrl = input.page('wallet');
  const app = {
    applinkUrl: normalUrl,
    schemeUrl: `alipayplus-sandbox://pay?id=${input.intentId}`,
  };
  const onDesktop = input.terminal === 'WEB';
  return { return_url: input.requireReturnUrl(), ...(onDesktop ? {} : app), normalUrl };
});

/** Reproduced as documented (doc-2886016): the type names one key, the payload sits under another. */
function gcash(input: PlanInput): Plan {
  const plan = handlesRedirect('gcash')(input);
  if (plan.kind !== 'require_action') return plan;
  return { ...plan, nextAction: { ...plan.nextAction, type: 'redirect_to_url' } };
}

/** The options that name a device, a taxpayer or an app; the values are those of WooshPay's documents and of Alipay+. */
const OPTIONS = {
  terminal_type: orEmptyString(oneOf('WEB', 'WAP', 'APP')),
  os_type: orEmptyString(oneOf('IOS', 'ANDROID')),
  tax_id: orEmptyString(brazilianTaxId),
  // docs.guanglian.co/5413632m0.
  app_type: orEmptyString(oneOf('googlepay', 'phonepe', 'paytm', 'other')),
} as const;

/** The planner, after a check of the options. */
const checked =
  (type: string, planner: Planner): Planner =>
  (input) => {
    readParams(OPTIONS, input.options, (name) => `payment_method_options[${type}][${name}]`);
    return planner(input);
  };

const bank = redirects('bank');
const wallet = redirects('wallet');

/** The plain redirect without a return URL (docs.guanglian.co/7196160m0, 7196414m0). */
const redirectsWithoutReturnUrl = (place: CustomerPage): Planner =>
  requiresAction(place, 'redirect_to_url', (input) => {
    input.requireReturnUrl();
    return { url: input.page(place) };
  });

const METHODS: Readonly<Record<string, Planner>> = {
  // A frictionless card also runs the device data page first; what follows is decided there.
  card: planCard({ authenticate: deviceData, frictionless: deviceData, notice: approves }),
  sepa_debit: processes,
  wechat_pay: wechat,
  alipay,
  alipayplus: alipayPlus,
  akulaku: handlesRedirect('akulaku'),
  alipay_hk: handlesRedirect('alipay_hk'),
  bank_transfer_id: handlesRedirect('bank_transfer_id', 'bank'),
  bank_transfer_ng: redirectsWithoutReturnUrl('bank'),
  bank_transfer_za: redirectsWithoutReturnUrl('bank'),
  bpi: handlesRedirect('bpi', 'bank'),
  dana: handlesRedirect('dana'),
  gcash,
  mcash: handlesRedirect('mcash'),
  pix: handlesRedirect('pix'),
  promptpay: handlesRedirect('promptpay'),
  rabbit_line_pay: handlesRedirect('rabbit_line_pay'),
  shopeepay: handlesRedirect('shopeepay'),
  truemoney: handlesRedirect('truemoney'),

  // No sample of their answers was found: the documented generic redirect stands in.
  '9pay': wallet,
  apple_pay: wallet,
  bancontact: bank,
  bank_transfer_eu: bank,
  bank_transfer_uk: bank,
  boleto: bank,
  boost: wallet,
  eps: bank,
  fpx: bank,
  giropay: bank,
  google_pay: wallet,
  grabpay: wallet,
  ideal: bank,
  kakaopay: wallet,
  klarna: wallet,
  mobile_money: wallet,
  ovo: wallet,
  p24: bank,
  paynow: bank,
  qris: wallet,
  sofort: bank,
  spei: bank,
  stitch: bank,
  touchngo: wallet,
  trustly: bank,
  unionpay: wallet,
  upi: wallet,

  // No gateway has it: it shows what a checkout does with an unknown type.
  sandbox_mystery: requiresAction('none', 'carrier_pigeon', () => ({})),
};

/** The payment methods of the WooshPay dialect and the next action that each one brings. */
export const wooshpayMethods: Readonly<Record<string, Planner>> = Object.fromEntries(
  Object.entries(METHODS).map(([type, planner]) => [type, checked(type, planner)]),
);
