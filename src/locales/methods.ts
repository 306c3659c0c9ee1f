import type { Messages } from './en.ts';

/**
 * Names of payment methods as their markets write them, the same in every language. Only those that
 * do not follow from the type are here.
 */
const NAMES = new Map(
  Object.entries({
    afterpay_clearpay: 'Afterpay / Clearpay',
    alipay_hk: 'AlipayHK',
    alipayplus: 'Alipay+',
    cashapp: 'Cash App Pay',
    familymart: 'FamilyMart',
    gcash: 'GCash',
    giropay: 'giropay',
    grabpay: 'GrabPay',
    ideal: 'iDEAL',
    kakao_pay: 'KakaoPay',
    kakaopay: 'KakaoPay',
    mobilepay: 'MobilePay',
    p24: 'Przelewy24',
    paynow: 'PayNow',
    paypal: 'PayPal',
    paypay: 'PayPay',
    promptpay: 'PromptPay',
    rabbit_line_pay: 'Rabbit LINE Pay',
    shopeepay: 'ShopeePay',
    truemoney: 'TrueMoney',
    wechat_pay: 'WeChat Pay',
  }),
);

/** Types whose name is the type in capitals. */
const CAPITALS = /^(blik|bpi|dana|eps|fpx|mb_way|oxxo|payco|twint|upi)$/;

/** Types without a proper name. */
const NAMELESS = /^(bank_transfer_id|card|customer_balance|kr_card)$/;

/** The names that a language translates. */
type NameMessages = Pick<Messages, 'methods' | 'apps'>;

const nameIn = (names: Readonly<Record<string, string>>, method: string) =>
  Object.keys(names).includes(method) ? names[method] : undefined;

/** The name to show for a method's type; '' where it has no proper name (cards) or is unknown. */
export function methodName(method: string, messages: NameMessages): string {
  return nameIn(messages.methods, method) ?? NAMES.get(method) ?? nameFromType(method);
}

function nameFromType(method: string): string {
  if (NAMELESS.test(method)) return '';
  const letters = CAPITALS.test(method) ? /\w/g : /(^| )\w/g;
  return method.replace(/_/g, ' ').replace(letters, (letter) => letter.toUpperCase());
}

/** Apps with another name than the method. */
const APPS = new Map([
  ['cashapp', 'Cash App'],
  ['grabpay', 'Grab'],
  ['wechat_pay', 'WeChat'],
]);

/** Types that are paid in the app of each customer's bank or wallet. */
const ANY_APP = /^(alipayplus|bizum|blik|paynow|pix|promptpay|upi)$/;

/** The app in which a method's code is scanned or its payment approved; '' where each customer has another one. */
export function appName(method: string, messages: NameMessages): string {
  const named = nameIn(messages.apps, method) ?? APPS.get(method);
  return named ?? (ANY_APP.test(method) ? '' : methodName(method, messages));
}
