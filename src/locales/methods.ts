import type { Messages } from './en.ts';

/** What a type and a name have in common: the letters and digits, in lower case. */
const keyOf = (text: string) => text.toLowerCase().replace(/[\W_]/g, '');

/**
 * Names of payment methods as their markets write them, the same in every language. `KakaoPay` is
 * that of `kakao_pay` and `kakaopay`; where the type is another word, it follows `=`. Only those that
 * are not the type's own words, each with a capital letter, are here, and only those of methods that a
 * customer can be led to: `labels.ts` has names for the list alone.
 */
const LIST =
  'Afterpay / Clearpay,Alipay+=alipayplus,AlipayHK,BLIK,BPI,DANA,DuitNow,EPS,FamilyMart,FPX,' +
  'GCash,giropay,iDEAL,KNET,MB WAY,MCash,MoMo,OVO,OXXO,PAYCO,Przelewy24=p24,QRIS,seQura,' +
  "SPEI,Touch 'n Go eWallet=touchngo,TrueMoney,TWINT,UPI,Pay by Bank,PayPal,PayTo," +
  'Cash App Pay=cashapp,PayNow,Rabbit LINE Pay,Click to Pay,WeChat Pay,9Pay,GrabPay,' +
  'ShopeePay,MobilePay,UnionPay,KakaoPay,GoPay,PromptPay,PayPay';

const NAMES = new Map(
  LIST.split(',').map((entry) => {
    const [name = '', type = name] = entry.split('=');
    return [keyOf(type), name] as const;
  }),
);

/** Types without a proper name, of those that lead somewhere. */
const NAMELESS = /^(kr_)?card$|bank_transfer|^customer_b/;

/** The names that a language translates. */
type NameMessages = Pick<Messages, 'methods' | 'apps'>;

const nameIn = (names: Readonly<Record<string, string>>, method: string) =>
  Object.keys(names).includes(method) ? names[method] : undefined;

/** The name to show for a method's type; '' where it has no proper name (cards) or is unknown. */
export function methodName(method: string, messages: NameMessages): string {
  return nameIn(messages.methods, method) ?? NAMES.get(keyOf(method)) ?? nameFromType(method);
}

function nameFromType(method: string): string {
  if (NAMELESS.test(method)) return '';
  return method.replace(/_/g, ' ').replace(/(^| )\w/g, (letter) => letter.toUpperCase());
}

/** Apps with another name than the method. */
const APPS = { cashapp: 'Cash App', grabpay: 'Grab', wechat_pay: 'WeChat' };

/** Types that are paid in the app of each customer's bank or wallet. */
const ANY_APP = /^(alipayplus|bizum|blik|duitnow|paynow|pix|promptpay|qris|upi)$/;

/** The app in which a method's code is scanned or its payment approved; '' where each customer has another one. */
export function appName(method: string, messages: NameMessages): string {
  const named = nameIn(messages.apps, method) ?? nameIn(APPS, method);
  return named ?? (ANY_APP.test(method) ? '' : methodName(method, messages));
}
