import type { Messages } from './en.ts';

/**
 * Names of payment methods as their markets write them, the same in every language. Only those that
 * do not follow from the type are here; '' for a type without a proper name.
 */
const NAMES = new Map(
  Object.entries({
    afterpay_clearpay: 'Afterpay / Clearpay',
    alipay_hk: 'AlipayHK',
    alipayplus: 'Alipay+',
    bank_transfer_id: '',
    blik: 'BLIK',
    bpi: 'BPI',
    card: '',
    cashapp: 'Cash App Pay',
    customer_balance: '',
    dana: 'DANA',
    eps: 'EPS',
    familymart: 'FamilyMart',
    fpx: 'FPX',
    gcash: 'GCash',
    giropay: 'giropay',
    grabpay: 'GrabPay',
    ideal: 'iDEAL',
    kakao_pay: 'KakaoPay',
    kakaopay: 'KakaoPay',
    kr_card: '',
    mb_way: 'MB WAY',
    mobilepay: 'MobilePay',
    oxxo: 'OXXO',
    p24: 'Przelewy24',
    payco: 'PAYCO',
    paynow: 'PayNow',
    paypal: 'PayPal',
    paypay: 'PayPay',
    promptpay: 'PromptPay',
    rabbit_line_pay: 'Rabbit LINE Pay',
    shopeepay: 'ShopeePay',
    truemoney: 'TrueMoney',
    twint: 'TWINT',
    upi: 'UPI',
    wechat_pay: 'WeChat Pay',
  }),
);

/** The names that a language translates. */
type NameMessages = Pick<Messages, 'methods' | 'apps'>;

const nameIn = (names: Readonly<Record<string, string>>, method: string) =>
  Object.hasOwn(names, method) ? names[method] : undefined;

/** The name to show for a method's type; '' where it has no proper name (cards) or is unknown. */
export function methodName(method: string, messages: NameMessages): string {
  return (
    nameIn(messages.methods, method) ??
    NAMES.get(method) ??
    method.replace(/_/g, ' ').replace(/(^| )\w/g, (letter) => letter.toUpperCase())
  );
}

/** Apps with another name than the method; '' where it is the app of each customer's bank or wallet. */
const APPS = new Map(
  Object.entries({
    // Whichever wallet of Alipay+ the customer has.
    alipayplus: '',
    bizum: '',
    blik: '',
    cashapp: 'Cash App',
    grabpay: 'Grab',
    paynow: '',
    pix: '',
    promptpay: '',
    upi: '',
    wechat_pay: 'WeChat',
  }),
);

/** The app in which a method's code is scanned or its payment approved; '' where each customer has another one. */
export function appName(method: string, messages: NameMessages): string {
  return nameIn(messages.apps, method) ?? APPS.get(method) ?? methodName(method, messages);
}
