import type { DialectName } from './intent.ts';

/** One way to pay that the demo shop offers. */
export interface ShopMethod {
  readonly method: string;
  readonly label: string;
  /** The currency that the method is at home in. */
  readonly currency: string;
  /** A test card's number, where the method is a card. */
  readonly card?: string;
  /** Whether the next action is a code to scan, so that an end can be set for it. */
  readonly code?: true;
}

const CARDS = (currency: string): readonly ShopMethod[] => [
  { method: 'card', label: 'Card', currency, card: '4242424242424242' },
  { method: 'card', label: 'Card, 3-D Secure', currency, card: '4000000000003220' },
  {
    method: 'card',
    label: 'Card, 3-D Secure without challenge',
    currency,
    card: '4000000000003055',
  },
  { method: 'card', label: 'Card, declined', currency, card: '4000000000000002' },
];

/** What the demo shop offers at each gateway, in the order of its list. */
export const SHOP_METHODS: Readonly<Record<DialectName, readonly ShopMethod[]>> = {
  wooshpay: [
    { method: 'wechat_pay', label: 'WeChat Pay', currency: 'cny', code: true },
    { method: 'alipay', label: 'Alipay', currency: 'cny' },
    { method: 'alipayplus', label: 'Alipay+ wallet', currency: 'hkd' },
    ...CARDS('usd'),
    { method: 'gcash', label: 'GCash', currency: 'php' },
    { method: 'dana', label: 'DANA', currency: 'idr' },
    { method: 'truemoney', label: 'TrueMoney', currency: 'thb' },
    { method: 'promptpay', label: 'PromptPay', currency: 'thb' },
    { method: 'shopeepay', label: 'ShopeePay', currency: 'sgd' },
    { method: 'alipay_hk', label: 'AlipayHK', currency: 'hkd' },
    { method: 'bpi', label: 'BPI bank', currency: 'php' },
    { method: 'pix', label: 'Pix', currency: 'brl' },
  ],
  stripe: [
    { method: 'wechat_pay', label: 'WeChat Pay', currency: 'cny', code: true },
    { method: 'alipay', label: 'Alipay', currency: 'cny' },
    ...CARDS('eur'),
    { method: 'paynow', label: 'PayNow', currency: 'sgd', code: true },
    { method: 'promptpay', label: 'PromptPay', currency: 'thb', code: true },
    { method: 'pix', label: 'Pix', currency: 'brl', code: true },
    { method: 'swish', label: 'Swish', currency: 'sek', code: true },
    { method: 'ideal', label: 'iDEAL (bank redirect)', currency: 'eur' },
    { method: 'bancontact', label: 'Bancontact (bank redirect)', currency: 'eur' },
    { method: 'grabpay', label: 'GrabPay', currency: 'sgd' },
    { method: 'paypal', label: 'PayPal', currency: 'eur' },
    { method: 'sepa_debit', label: 'SEPA debit', currency: 'eur' },
  ],
};
