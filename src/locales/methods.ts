/** Names of payment methods as their markets write them; they are the same in every language. */
const NAMES = new Map(
  Object.entries({
    alipay: 'Alipay',
    alipay_hk: 'AlipayHK',
    alipayplus: 'Alipay+',
    akulaku: 'Akulaku',
    bank_transfer_id: '',
    bancontact: 'Bancontact',
    bizum: 'Bizum',
    blik: 'BLIK',
    boleto: 'Boleto',
    bpi: 'BPI',
    card: '',
    cashapp: 'Cash App Pay',
    dana: 'DANA',
    eps: 'EPS',
    familymart: 'FamilyMart',
    fpx: 'FPX',
    gcash: 'GCash',
    grabpay: 'GrabPay',
    ideal: 'iDEAL',
    kakaopay: 'KakaoPay',
    mb_way: 'MB WAY',
    oxxo: 'OXXO',
    p24: 'Przelewy24',
    paypal: 'PayPal',
    paynow: 'PayNow',
    pix: 'Pix',
    promptpay: 'PromptPay',
    rabbit_line_pay: 'Rabbit LINE Pay',
    shopeepay: 'ShopeePay',
    twint: 'TWINT',
    truemoney: 'TrueMoney',
    upi: 'UPI',
    wechat_pay: 'WeChat Pay',
  }),
);

/** The name to show for a method's type; '' where it has none of its own (cards) or is not told. */
export function methodName(method: string): string {
  return (
    NAMES.get(method) ??
    method.replace(/_/g, ' ').replace(/(^| )\w/g, (letter) => letter.toUpperCase())
  );
}

/** Where the app has another name than the method, or is each customer's own. */
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
    wechat_pay: 'WeChat',
  }),
);

/** The app in which a method's code is scanned or its payment approved; '' where each customer has another. */
export function appName(method: string): string {
  return APPS.get(method) ?? methodName(method);
}
