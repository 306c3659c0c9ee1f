import type { DialectName } from '../base/dialectName.ts';
import type { JsonObject } from '../base/json.ts';

/** A payment method in the demo shop's list. */
export interface ShopMethod {
  readonly method: string;
  readonly label: string;
  /** The currency in which the method is usually paid. */
  readonly currency: string;
  /** A test card's number, where the method is a card. */
  readonly card?: string;
  /** More parameters of the order, for methods with several next actions (shopOrder.ts). */
  readonly options?: JsonObject;
  readonly data?: JsonObject;
  readonly useStripeSdk?: true;
  /** Whether the next action is a code to scan, whose expiry the shop lets people set. */
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

const WOOSHPAY: readonly ShopMethod[] = [
  { method: 'wechat_pay', label: 'WeChat Pay', currency: 'cny', code: true },
  {
    method: 'wechat_pay',
    label: 'WeChat Pay, page for phones',
    currency: 'cny',
    options: { terminal_type: 'WAP' },
  },
  {
    method: 'wechat_pay',
    label: 'WeChat Pay, link into the app',
    currency: 'cny',
    options: { terminal_type: 'APP', os_type: 'IOS' },
  },
  {
    method: 'wechat_pay',
    label: 'WeChat Pay, inside WeChat',
    currency: 'cny',
    options: { openid: 'o_sandbox' },
  },
  { method: 'alipay', label: 'Alipay', currency: 'cny' },
  { method: 'alipayplus', label: 'Alipay+ wallet', currency: 'hkd' },
  ...CARDS('usd'),
  { method: 'gcash', label: 'GCash', currency: 'php' },
  { method: 'dana', label: 'DANA', currency: 'idr' },
  { method: 'truemoney', label: 'TrueMoney', currency: 'thb' },
  { method: 'promptpay', label: 'PromptPay', currency: 'thb' },
  { method: 'shopeepay', label: 'ShopeePay', currency: 'sgd' },
  { method: 'alipay_hk', label: 'AlipayHK', currency: 'hkd' },
  { method: 'akulaku', label: 'Akulaku', currency: 'idr' },
  { method: 'bank_transfer_id', label: 'Bank transfer, Indonesia', currency: 'idr' },
  { method: 'bpi', label: 'BPI bank', currency: 'php' },
  { method: 'kakaopay', label: 'KakaoPay', currency: 'krw' },
  { method: 'rabbit_line_pay', label: 'Rabbit LINE Pay', currency: 'thb' },
  { method: 'pix', label: 'Pix', currency: 'brl' },
  { method: 'boost', label: 'Boost', currency: 'myr' },
  { method: 'mcash', label: 'MCash', currency: 'myr' },
  { method: 'touchngo', label: "Touch 'n Go eWallet", currency: 'myr' },
  { method: 'ovo', label: 'OVO', currency: 'idr' },
  { method: 'qris', label: 'QRIS', currency: 'idr' },
  { method: 'paynow', label: 'PayNow', currency: 'sgd' },
  { method: 'upi', label: 'UPI', currency: 'inr', options: { app_type: 'phonepe' } },
  { method: 'mobile_money', label: 'Mobile money, Uganda', currency: 'ugx' },
  { method: 'bank_transfer_ng', label: 'Bank transfer, Nigeria', currency: 'ngn' },
  { method: 'bank_transfer_eu', label: 'Bank transfer, Europe', currency: 'eur' },
  { method: 'sepa_debit', label: 'SEPA debit', currency: 'eur' },
  { method: 'sandbox_mystery', label: 'A next action that nobody knows', currency: 'usd' },
];

const STRIPE: readonly ShopMethod[] = [
  { method: 'wechat_pay', label: 'WeChat Pay', currency: 'cny', code: true },
  {
    method: 'wechat_pay',
    label: 'WeChat Pay, link into the app',
    currency: 'cny',
    options: { client: 'ios' },
  },
  { method: 'alipay', label: 'Alipay', currency: 'cny' },
  ...CARDS('eur'),
  {
    method: 'card',
    label: 'Card, 3-D Secure by Stripe.js',
    currency: 'eur',
    card: '4000000000003220',
    options: { sandbox_action: 'stripe_3ds2_fingerprint' },
    useStripeSdk: true,
  },
  {
    method: 'card',
    label: 'Card, told before the charge (India)',
    currency: 'inr',
    card: '4000003560000123',
  },
  { method: 'paynow', label: 'PayNow', currency: 'sgd', code: true },
  { method: 'promptpay', label: 'PromptPay', currency: 'thb', code: true },
  { method: 'pix', label: 'Pix', currency: 'brl', code: true },
  { method: 'cashapp', label: 'Cash App Pay', currency: 'usd', code: true },
  { method: 'swish', label: 'Swish', currency: 'sek', code: true },
  { method: 'upi', label: 'UPI', currency: 'inr', code: true },
  {
    method: 'upi',
    label: 'UPI, request to the app',
    currency: 'inr',
    data: { vpa: 'tester@sandbox' },
  },
  { method: 'klarna', label: 'Klarna (redirect)', currency: 'eur' },
  {
    method: 'klarna',
    label: 'Klarna (code)',
    currency: 'eur',
    options: { sandbox_action: 'display_qr_code' },
    code: true,
  },
  { method: 'blik', label: 'BLIK', currency: 'pln' },
  { method: 'mb_way', label: 'MB WAY', currency: 'eur' },
  { method: 'bizum', label: 'Bizum', currency: 'eur' },
  { method: 'oxxo', label: 'OXXO (voucher)', currency: 'mxn' },
  { method: 'boleto', label: 'Boleto (voucher)', currency: 'brl' },
  { method: 'konbini', label: 'Konbini (voucher)', currency: 'jpy' },
  { method: 'multibanco', label: 'Multibanco (voucher)', currency: 'eur' },
  { method: 'customer_balance', label: 'Bank transfer, Europe', currency: 'eur' },
  { method: 'customer_balance', label: 'Bank transfer, Britain', currency: 'gbp' },
  { method: 'customer_balance', label: 'Bank transfer, United States', currency: 'usd' },
  { method: 'customer_balance', label: 'Bank transfer, Japan', currency: 'jpy' },
  { method: 'customer_balance', label: 'Bank transfer, Mexico', currency: 'mxn' },
  { method: 'ideal', label: 'iDEAL (bank redirect)', currency: 'eur' },
  { method: 'bancontact', label: 'Bancontact (bank redirect)', currency: 'eur' },
  { method: 'grabpay', label: 'GrabPay', currency: 'sgd' },
  { method: 'paypal', label: 'PayPal', currency: 'eur' },
  { method: 'crypto', label: 'Crypto', currency: 'usd' },
  { method: 'link', label: 'Link', currency: 'usd' },
  { method: 'payto', label: 'PayTo', currency: 'aud' },
  { method: 'sepa_debit', label: 'SEPA debit', currency: 'eur' },
  {
    method: 'us_bank_account',
    label: 'US bank account, small deposits first',
    currency: 'usd',
    options: { verification_method: 'microdeposits' },
  },
  { method: 'sandbox_mystery', label: 'A next action that nobody knows', currency: 'usd' },
];

/** The demo shop's list for each gateway. */
export const SHOP_METHODS: Readonly<Record<DialectName, readonly ShopMethod[]>> = {
  wooshpay: WOOSHPAY,
  stripe: STRIPE,
};

/** The methods to choose from in the checkout: one of each kind. */
export const SHOP_CHOICES: Readonly<Record<DialectName, readonly string[]>> = {
  wooshpay: [
    ...['card', 'wechat_pay', 'alipay', 'gcash', 'dana', 'truemoney', 'shopeepay', 'promptpay'],
    'pix',
  ],
  stripe: [
    ...[
      'card',
      'wechat_pay',
      'alipay',
      'paypal',
      'klarna',
      'ideal',
      'fpx',
      'blik',
      'pix',
      'boleto',
    ],
    ...['konbini', 'customer_balance'],
  ],
};
