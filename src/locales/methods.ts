/** Names of payment methods as their markets write them; they are the same in every language. */
const NAMES: Readonly<Record<string, string>> = {
  alipay: 'Alipay',
  alipay_hk: 'AlipayHK',
  alipayplus: 'Alipay+',
  akulaku: 'Akulaku',
  bank_transfer_id: 'Bank Transfer',
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
};

/** The name to show for a method's type; '' where it has none of its own (cards) or is not told. */
export function methodName(method: string): string {
  return (
    NAMES[method] ?? method.replace(/_/g, ' ').replace(/(^| )\w/g, (letter) => letter.toUpperCase())
  );
}

/** Where the app has another name than the method, or is the customer's own bank's. */
const APPS: Readonly<Record<string, string>> = {
  bizum: '',
  blik: '',
  cashapp: 'Cash App',
  paynow: '',
  pix: '',
  promptpay: '',
  wechat_pay: 'WeChat',
};

/** The app in which a method's code is scanned or its payment approved; '' for the bank's own. */
export function appName(method: string): string {
  return APPS[method] ?? methodName(method);
}
