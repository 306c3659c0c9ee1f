import { en } from '../../src/locales/en.ts';
import { EXAMPLES } from '../../src/step/testing/examples.ts';
import { ANDROID, IPHONE } from '../support/customer.ts';
import {
  approves,
  approvesInTime,
  type CustomerJourney,
  goes,
  isChallenged,
  isLeftToTheShop,
  isNotified,
  isTold,
  leaves,
  namesOf,
  opensApp,
  opensCode,
  opensPage,
  paysVoucher,
  scans,
  scansLink,
  takesToPhone,
  takesToWechat,
  transfers,
  verifies,
} from '../support/customerJourneys.ts';
import { expect, FACES, type Face, type OrderRequest, type Shop, test } from '../support/shop.ts';

const PROFILES = { desktop: {}, iphone: IPHONE, android: ANDROID } as const;

type Profile = keyof typeof PROFILES;

interface Case {
  /** The type of the next action, as the gateway has to send it. */
  readonly type: string;
  readonly order: OrderRequest;
  /** What tells it from other cases of its type. */
  readonly what?: string;
  /** How the customer pays, by what they hold. Android only where it is not as on an iPhone. */
  readonly ways: Partial<Record<Profile, CustomerJourney>>;
  readonly end?: 'processing';
  /** This one stands for its kind of step in React too. */
  readonly react?: true;
}

const everywhere = (way: CustomerJourney) => ({ desktop: way, iphone: way });

/** At once where nothing says otherwise; by a link where the shop wants one. */
const REDIRECT = { desktop: leaves, iphone: goes };

const stripe = (method: string, currency: string, more: Partial<OrderRequest> = {}) =>
  ({ gateway: 'stripe', method, currency, ...more }) as const;

const wooshpay = (method: string, currency: string, more: Partial<OrderRequest> = {}) =>
  ({ gateway: 'wooshpay', method, currency, ...more }) as const;

const CHALLENGED = '4000000000003220';
const INDIAN = '4000003560000123';
const ACCOUNT = { 'Account holder': 'Paystep sandbox' };

const STRIPE: readonly Case[] = [
  {
    type: 'redirect_to_url',
    what: 'bank',
    order: stripe('ideal', 'eur'),
    ways: REDIRECT,
    react: true,
  },
  {
    type: 'redirect_to_url',
    what: 'wallet',
    order: stripe('paypal', 'eur'),
    ways: REDIRECT,
  },
  {
    type: 'redirect_to_url',
    what: '3-D Secure',
    order: stripe('card', 'eur', { card: CHALLENGED }),
    ways: REDIRECT,
  },
  {
    type: 'use_stripe_sdk',
    what: 'three_d_secure_redirect',
    order: stripe('card', 'eur', { card: CHALLENGED, useStripeSdk: true }),
    ways: REDIRECT,
  },
  {
    type: 'use_stripe_sdk',
    what: 'stripe_3ds2_fingerprint',
    order: stripe('card', 'eur', {
      card: CHALLENGED,
      useStripeSdk: true,
      options: { sandbox_action: 'stripe_3ds2_fingerprint' },
    }),
    ways: everywhere(isLeftToTheShop),
    react: true,
  },
  {
    type: 'alipay_handle_redirect',
    order: stripe('alipay', 'cny'),
    ways: { desktop: leaves, iphone: opensApp() },
  },
  {
    type: 'wechat_pay_display_qr_code',
    order: stripe('wechat_pay', 'cny'),
    ways: everywhere(scans),
    react: true,
  },
  {
    type: 'wechat_pay_redirect_to_ios_app',
    order: stripe('wechat_pay', 'cny', { options: { client: 'ios' } }),
    ways: {
      desktop: scansLink,
      iphone: opensApp(),
    },
  },
  {
    type: 'wechat_pay_redirect_to_android_app',
    what: 'values for an SDK',
    order: stripe('wechat_pay', 'cny', { options: { client: 'android' } }),
    ways: { desktop: isLeftToTheShop, android: isLeftToTheShop },
  },
  {
    type: 'paynow_display_qr_code',
    order: stripe('paynow', 'sgd'),
    ways: everywhere(scans),
  },
  {
    type: 'promptpay_display_qr_code',
    order: stripe('promptpay', 'thb'),
    ways: everywhere(scans),
  },
  {
    type: 'pix_display_qr_code',
    order: stripe('pix', 'brl'),
    ways: everywhere(scans),
  },
  {
    type: 'cashapp_handle_redirect_or_display_qr_code',
    order: stripe('cashapp', 'usd'),
    ways: {
      desktop: scans,
      iphone: opensApp(),
    },
  },
  {
    type: 'swish_handle_redirect_or_display_qr_code',
    order: stripe('swish', 'sek'),
    ways: { desktop: scans, iphone: opensApp() },
  },
  {
    type: 'swish_handle_redirect_or_display_qr_code',
    what: 'code alone',
    order: stripe('swish', 'sek', { options: { sandbox_action: 'display_qr_code' } }),
    ways: everywhere(scans),
  },
  {
    type: 'upi_handle_redirect_or_display_qr_code',
    order: stripe('upi', 'inr'),
    ways: { desktop: scans, iphone: opensCode },
  },
  {
    type: 'upi_await_notification',
    order: stripe('upi', 'inr', { data: { vpa: 'tester@sandbox' } }),
    ways: everywhere(approves),
  },
  {
    type: 'klarna_display_qr_code',
    order: stripe('klarna', 'eur', { options: { sandbox_action: 'display_qr_code' } }),
    ways: everywhere(scans),
  },
  {
    type: 'oxxo_display_details',
    order: stripe('oxxo', 'mxn'),
    ways: everywhere(
      paysVoucher(en.voucher.where.oxxo, {
        '': { Number: '12345 67890 12346 57890 12345 67890 12' },
      }),
    ),
    react: true,
  },
  {
    type: 'boleto_display_details',
    order: stripe('boleto', 'brl'),
    ways: everywhere(
      paysVoucher(en.voucher.where.boleto, {
        '': { Number: '01010 10101 01010 10101 01010 10101 01010 10101 01010 10' },
      }),
    ),
  },
  {
    type: 'konbini_display_details',
    order: stripe('konbini', 'jpy'),
    ways: everywhere(
      paysVoucher(en.voucher.where.konbini, {
        FamilyMart: { 'Payment code': '123456', 'Confirmation number': '09012345678' },
        Lawson: { 'Payment code': '234567', 'Confirmation number': '09012345678' },
        Ministop: { 'Payment code': '345678', 'Confirmation number': '09012345678' },
        Seicomart: { 'Payment code': '456789', 'Confirmation number': '09012345678' },
      }),
    ),
  },
  {
    type: 'multibanco_display_details',
    order: stripe('multibanco', 'eur'),
    ways: everywhere(
      paysVoucher(en.voucher.where.multibanco, {
        '': { Entity: '12345', Reference: '999 123 456' },
      }),
    ),
  },
  {
    type: 'display_bank_transfer_instructions',
    what: 'Europe',
    order: stripe('customer_balance', 'eur'),
    ways: everywhere(
      transfers('€20.99', {
        '': { ...ACCOUNT, IBAN: 'DE89 3704 0044 0532 0130 00', BIC: 'TESTDEFF' },
      }),
    ),
  },
  {
    type: 'display_bank_transfer_instructions',
    what: 'Britain',
    order: stripe('customer_balance', 'gbp'),
    ways: everywhere(
      transfers('£20.99', {
        '': { ...ACCOUNT, 'Sort code': '10-88-00', 'Account number': '00012345' },
      }),
    ),
  },
  {
    type: 'display_bank_transfer_instructions',
    what: 'United States',
    order: stripe('customer_balance', 'usd'),
    ways: everywhere(
      transfers('$20.99', {
        'US transfer (ACH or wire)': { ...ACCOUNT, 'Routing number': '110000000' },
        'International transfer (SWIFT)': {
          'SWIFT code': 'TESTUS99XXX',
          'Account number': '000123456789',
        },
      }),
    ),
    react: true,
  },
  {
    type: 'display_bank_transfer_instructions',
    what: 'Japan',
    order: stripe('customer_balance', 'jpy'),
    ways: everywhere(
      transfers('¥2,099', {
        '': {
          ...ACCOUNT,
          Bank: 'Test bank',
          Branch: 'Test branch',
          'Account type': 'Ordinary (普通)',
          'Account number': '0001234',
        },
      }),
    ),
  },
  {
    type: 'display_bank_transfer_instructions',
    what: 'Mexico',
    order: stripe('customer_balance', 'mxn'),
    ways: everywhere(transfers('MX$20.99', { '': { ...ACCOUNT, CLABE: '000000001234567897' } })),
  },
  {
    type: 'verify_with_microdeposits',
    what: 'code',
    order: stripe('us_bank_account', 'usd', { options: { verification_method: 'microdeposits' } }),
    ways: everywhere(verifies('code', { Code: 'sm11aa ' })),
    end: 'processing',
  },
  {
    type: 'verify_with_microdeposits',
    what: 'amounts',
    order: stripe('us_bank_account', 'usd', { options: { sandbox_action: 'verify_with_amounts' } }),
    ways: everywhere(
      verifies('amounts', {
        'First amount in cents': '45',
        'Second amount in cents': '32',
      }),
    ),
    end: 'processing',
  },
  {
    type: 'card_await_notification',
    what: 'notice',
    order: stripe('card', 'inr', { card: INDIAN }),
    ways: everywhere(isNotified),
  },
  {
    type: 'card_await_notification',
    what: 'approval',
    order: stripe('card', 'inr', { card: INDIAN, amount: 1_500_001 }),
    ways: everywhere(approvesInTime),
  },
  {
    type: 'blik_authorize',
    order: stripe('blik', 'pln'),
    ways: everywhere(approves),
    react: true,
  },
  {
    type: 'mb_way_await_authorization',
    order: stripe('mb_way', 'eur'),
    ways: everywhere(approves),
  },
  {
    type: 'await_authorization',
    order: stripe('bizum', 'eur'),
    ways: everywhere(approves),
  },
  {
    type: 'carrier_pigeon',
    order: stripe('sandbox_mystery', 'usd'),
    ways: everywhere(isTold),
    react: true,
  },
];

const WAP = { options: { terminal_type: 'WAP' } };
const APP = (os_type: string) => ({ options: { terminal_type: 'APP', os_type } });
const SCHEME = { [en.app.direct]: 'schemeUrl' };

const WOOSHPAY: readonly Case[] = [
  {
    type: 'redirect_to_url',
    what: 'KakaoPay',
    order: wooshpay('kakaopay', 'krw'),
    ways: REDIRECT,
  },
  {
    type: 'redirect_to_url',
    what: 'GCash, under another key',
    order: wooshpay('gcash', 'php'),
    ways: REDIRECT,
  },
  {
    type: 'ddc_redirect',
    what: 'and challenge_redirect',
    order: wooshpay('card', 'usd', { card: CHALLENGED }),
    ways: everywhere(isChallenged),
    react: true,
  },
  {
    type: 'alipay_handle_redirect',
    order: wooshpay('alipay', 'cny'),
    ways: { desktop: leaves, iphone: opensApp() },
    react: true,
  },
  {
    type: 'alipayplus_handle_redirect',
    what: 'WEB',
    order: wooshpay('alipayplus', 'hkd', { options: { terminal_type: 'WEB' } }),
    ways: { desktop: leaves, iphone: opensApp() },
  },
  {
    type: 'alipayplus_handle_redirect',
    what: 'WAP',
    order: wooshpay('alipayplus', 'hkd', WAP),
    ways: {
      desktop: leaves,
      iphone: opensApp(),
      android: opensApp(SCHEME),
    },
  },
  {
    type: 'alipayplus_handle_redirect',
    what: 'APP',
    order: wooshpay('alipayplus', 'hkd', { options: { terminal_type: 'APP' } }),
    ways: { desktop: leaves, android: opensApp(SCHEME) },
  },
  {
    type: 'wechat_pay_display_qr_code',
    order: wooshpay('wechat_pay', 'cny'),
    ways: everywhere(scans),
  },
  {
    type: 'wechat_pay_redirect_to_web',
    order: wooshpay('wechat_pay', 'cny', WAP),
    ways: { desktop: opensPage, iphone: opensApp() },
  },
  {
    type: 'wechat_pay_redirect_to_ios_app',
    order: wooshpay('wechat_pay', 'cny', APP('IOS')),
    ways: {
      desktop: takesToPhone,
      iphone: opensApp(),
    },
  },
  {
    type: 'wechat_pay_redirect_to_android_app',
    order: wooshpay('wechat_pay', 'cny', APP('ANDROID')),
    ways: {
      desktop: takesToPhone,
      android: opensApp(),
    },
  },
  {
    type: 'wechat_pay_official_account_params',
    order: wooshpay('wechat_pay', 'cny', { options: { openid: 'o1' } }),
    ways: everywhere(takesToWechat),
    react: true,
  },
  ...Object.entries({
    truemoney: 'thb',
    akulaku: 'idr',
    bank_transfer_id: 'idr',
    promptpay: 'thb',
    dana: 'idr',
    shopeepay: 'sgd',
    rabbit_line_pay: 'thb',
    alipay_hk: 'hkd',
    bpi: 'php',
    pix: 'brl',
  }).map(([method, currency]) => ({
    type: `${method}_handle_redirect`,
    order: wooshpay(method, currency),
    ways: REDIRECT,
  })),
  {
    type: 'carrier_pigeon',
    order: wooshpay('sandbox_mystery', 'usd'),
    ways: everywhere(isTold),
  },
];

const CASES = [...STRIPE, ...WOOSHPAY];

for (const [profile, device] of Object.entries(PROFILES) as [Profile, typeof IPHONE][]) {
  test.describe(`on ${profile}`, () => {
    test.use(device);
    for (const each of CASES) {
      const { type, what = '', order, ways, react } = each;
      const way = ways[profile];
      const faces = (react ? Object.keys(FACES) : ['script tag']) as Face[];
      for (const face of way ? faces : []) {
        const title = `${order.gateway}’s ${type} ${what && `(${what}) `}by ${face}`;
        test(title, ({ shop, hasTouch }) => pays(shop, each, face, profile, hasTouch));
      }
    }
  });
}

async function pays(
  shop: Shop,
  { type, order: request, ways, end }: Case,
  face: Face,
  profile: Profile,
  hasTouch: boolean,
): Promise<void> {
  const { page } = shop;
  const order = await shop.order(request);
  const { type: sent, payload } = await shop.nextAction(order);
  expect(sent).toBe(type);
  // So that each end is seen because the customer came back or asked, and for no other reason.
  await shop.stopPolling();
  const onPhone = profile !== 'desktop';
  await shop.open(face, order, onPhone ? { redirect: 'button' } : {});
  await ways[profile]?.({
    shop,
    page,
    order,
    payload,
    ...namesOf(request.method ?? ''),
    press: (it) => (hasTouch ? it.tap() : it.click()),
    onPhone,
  });
  await shop.expectPhase(end ?? 'succeeded');
}

test('no next action of either gateway is left out', () => {
  // GCash’s is sent as redirect_to_url; the challenge follows the device data.
  const elsewhere = [
    'gcash_handle_redirect',
    'challenge_redirect',
    'wallet_of_2031_handle_redirect',
  ];
  const known = Object.keys(EXAMPLES).filter((type) => !elsewhere.includes(type));
  const tried = new Set(CASES.map(({ type }) => type));
  expect([...tried].sort()).toEqual([...known, 'carrier_pigeon'].sort());
});
