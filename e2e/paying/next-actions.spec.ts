import { en } from '../../src/locales/en.ts';
import { EXAMPLES } from '../../src/step/testing/examples.ts';
import { ANDROID, IPHONE } from '../support/customer.ts';
import {
  approvesBeforeDate,
  approvesInApp,
  type CustomerJourney,
  continuesInBrowser,
  followsRedirectLink,
  isRedirected,
  namesOf,
  opensApp,
  opensHostedQrCode,
  opensPageInWechat,
  opensPageOnPhone,
  passesChallenge,
  paysVoucher,
  scansAppLink,
  scansQrCode,
  seesChargeNotice,
  seesSdkStep,
  seesUnsupportedStep,
  sendsTransfer,
  verifiesMicrodeposits,
} from '../support/customerJourneys.ts';
import { expect, FACES, type Face, type OrderRequest, type Shop, test } from '../support/shop.ts';

const PROFILES = { desktop: {}, iphone: IPHONE, android: ANDROID } as const;

type Profile = keyof typeof PROFILES;

interface Case {
  /** The type of the next action, as the gateway has to send it. */
  readonly type: string;
  readonly order: OrderRequest;
  /** Distinguishes it from other cases of its type. */
  readonly variant?: string;
  /** How the customer pays, by what they hold. Android only where it is not as on an iPhone. */
  readonly journeys: Partial<Record<Profile, CustomerJourney>>;
  readonly end?: 'processing';
  /** This one stands for its kind of step in React too. */
  readonly react?: true;
}

const everywhere = (journey: CustomerJourney) => ({ desktop: journey, iphone: journey });

/** At once by default; by a link with `redirect="button"`. */
const REDIRECT = { desktop: isRedirected, iphone: followsRedirectLink };

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
    variant: 'bank',
    order: stripe('ideal', 'eur'),
    journeys: REDIRECT,
    react: true,
  },
  {
    type: 'redirect_to_url',
    variant: 'wallet',
    order: stripe('paypal', 'eur'),
    journeys: REDIRECT,
  },
  {
    type: 'redirect_to_url',
    variant: '3-D Secure',
    order: stripe('card', 'eur', { card: CHALLENGED }),
    journeys: REDIRECT,
  },
  {
    type: 'use_stripe_sdk',
    variant: 'three_d_secure_redirect',
    order: stripe('card', 'eur', { card: CHALLENGED, useStripeSdk: true }),
    journeys: REDIRECT,
  },
  {
    type: 'use_stripe_sdk',
    variant: 'stripe_3ds2_fingerprint',
    order: stripe('card', 'eur', {
      card: CHALLENGED,
      useStripeSdk: true,
      options: { sandbox_action: 'stripe_3ds2_fingerprint' },
    }),
    journeys: everywhere(seesSdkStep),
    react: true,
  },
  {
    type: 'alipay_handle_redirect',
    order: stripe('alipay', 'cny'),
    journeys: { desktop: isRedirected, iphone: opensApp() },
  },
  {
    type: 'wechat_pay_display_qr_code',
    order: stripe('wechat_pay', 'cny'),
    journeys: everywhere(scansQrCode),
    react: true,
  },
  {
    type: 'wechat_pay_redirect_to_ios_app',
    order: stripe('wechat_pay', 'cny', { options: { client: 'ios' } }),
    journeys: {
      desktop: scansAppLink,
      iphone: opensApp(),
    },
  },
  {
    type: 'wechat_pay_redirect_to_android_app',
    variant: 'values for an SDK',
    order: stripe('wechat_pay', 'cny', { options: { client: 'android' } }),
    journeys: { desktop: seesSdkStep, android: seesSdkStep },
  },
  {
    type: 'paynow_display_qr_code',
    order: stripe('paynow', 'sgd'),
    journeys: everywhere(scansQrCode),
  },
  {
    type: 'promptpay_display_qr_code',
    order: stripe('promptpay', 'thb'),
    journeys: everywhere(scansQrCode),
  },
  {
    type: 'pix_display_qr_code',
    order: stripe('pix', 'brl'),
    journeys: everywhere(scansQrCode),
  },
  {
    type: 'cashapp_handle_redirect_or_display_qr_code',
    order: stripe('cashapp', 'usd'),
    journeys: {
      desktop: scansQrCode,
      iphone: opensApp(),
    },
  },
  {
    type: 'swish_handle_redirect_or_display_qr_code',
    order: stripe('swish', 'sek'),
    journeys: { desktop: scansQrCode, iphone: opensApp() },
  },
  {
    type: 'swish_handle_redirect_or_display_qr_code',
    variant: 'code alone',
    order: stripe('swish', 'sek', { options: { sandbox_action: 'display_qr_code' } }),
    journeys: everywhere(scansQrCode),
  },
  {
    type: 'upi_handle_redirect_or_display_qr_code',
    order: stripe('upi', 'inr'),
    journeys: { desktop: scansQrCode, iphone: opensHostedQrCode },
  },
  {
    type: 'upi_await_notification',
    order: stripe('upi', 'inr', { data: { vpa: 'tester@sandbox' } }),
    journeys: everywhere(approvesInApp),
  },
  {
    type: 'klarna_display_qr_code',
    order: stripe('klarna', 'eur', { options: { sandbox_action: 'display_qr_code' } }),
    journeys: everywhere(scansQrCode),
  },
  {
    type: 'oxxo_display_details',
    order: stripe('oxxo', 'mxn'),
    journeys: everywhere(
      paysVoucher(en.voucher.where.oxxo, {
        '': { Number: '12345 67890 12346 57890 12345 67890 12' },
      }),
    ),
    react: true,
  },
  {
    type: 'boleto_display_details',
    order: stripe('boleto', 'brl'),
    journeys: everywhere(
      paysVoucher(en.voucher.where.boleto, {
        '': { Number: '01010 10101 01010 10101 01010 10101 01010 10101 01010 10' },
      }),
    ),
  },
  {
    type: 'konbini_display_details',
    order: stripe('konbini', 'jpy'),
    journeys: everywhere(
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
    journeys: everywhere(
      paysVoucher(en.voucher.where.multibanco, {
        '': { Entity: '12345', Reference: '999 123 456' },
      }),
    ),
  },
  {
    type: 'display_bank_transfer_instructions',
    variant: 'Europe',
    order: stripe('customer_balance', 'eur'),
    journeys: everywhere(
      sendsTransfer('€20.99', {
        '': { ...ACCOUNT, IBAN: 'DE89 3704 0044 0532 0130 00', BIC: 'TESTDEFF' },
      }),
    ),
  },
  {
    type: 'display_bank_transfer_instructions',
    variant: 'Britain',
    order: stripe('customer_balance', 'gbp'),
    journeys: everywhere(
      sendsTransfer('£20.99', {
        '': { ...ACCOUNT, 'Sort code': '10-88-00', 'Account number': '00012345' },
      }),
    ),
  },
  {
    type: 'display_bank_transfer_instructions',
    variant: 'United States',
    order: stripe('customer_balance', 'usd'),
    journeys: everywhere(
      sendsTransfer('$20.99', {
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
    variant: 'Japan',
    order: stripe('customer_balance', 'jpy'),
    journeys: everywhere(
      sendsTransfer('¥2,099', {
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
    variant: 'Mexico',
    order: stripe('customer_balance', 'mxn'),
    journeys: everywhere(
      sendsTransfer('MX$20.99', { '': { ...ACCOUNT, CLABE: '000000001234567897' } }),
    ),
  },
  {
    type: 'verify_with_microdeposits',
    variant: 'code',
    order: stripe('us_bank_account', 'usd', { options: { verification_method: 'microdeposits' } }),
    journeys: everywhere(verifiesMicrodeposits('code', { Code: 'sm11aa ' })),
    end: 'processing',
  },
  {
    type: 'verify_with_microdeposits',
    variant: 'amounts',
    order: stripe('us_bank_account', 'usd', { options: { sandbox_action: 'verify_with_amounts' } }),
    journeys: everywhere(
      verifiesMicrodeposits('amounts', {
        'First amount in cents': '45',
        'Second amount in cents': '32',
      }),
    ),
    end: 'processing',
  },
  {
    type: 'card_await_notification',
    variant: 'notice',
    order: stripe('card', 'inr', { card: INDIAN }),
    journeys: everywhere(seesChargeNotice),
  },
  {
    type: 'card_await_notification',
    variant: 'approval',
    order: stripe('card', 'inr', { card: INDIAN, amount: 1_500_001 }),
    journeys: everywhere(approvesBeforeDate),
  },
  {
    type: 'blik_authorize',
    order: stripe('blik', 'pln'),
    journeys: everywhere(approvesInApp),
    react: true,
  },
  {
    type: 'mb_way_await_authorization',
    order: stripe('mb_way', 'eur'),
    journeys: everywhere(approvesInApp),
  },
  {
    type: 'await_authorization',
    order: stripe('bizum', 'eur'),
    journeys: everywhere(approvesInApp),
  },
  {
    type: 'carrier_pigeon',
    order: stripe('sandbox_mystery', 'usd'),
    journeys: everywhere(seesUnsupportedStep),
    react: true,
  },
];

const WAP = { options: { terminal_type: 'WAP' } };
const APP = (os_type: string) => ({ options: { terminal_type: 'APP', os_type } });
const SCHEME = { [en.app.direct]: 'schemeUrl' };

const WOOSHPAY: readonly Case[] = [
  {
    type: 'redirect_to_url',
    variant: 'KakaoPay',
    order: wooshpay('kakaopay', 'krw'),
    journeys: REDIRECT,
  },
  {
    type: 'redirect_to_url',
    variant: 'GCash, under another key',
    order: wooshpay('gcash', 'php'),
    journeys: REDIRECT,
  },
  {
    type: 'ddc_redirect',
    variant: 'and challenge_redirect',
    order: wooshpay('card', 'usd', { card: CHALLENGED }),
    journeys: everywhere(passesChallenge),
    react: true,
  },
  {
    type: 'alipay_handle_redirect',
    order: wooshpay('alipay', 'cny'),
    journeys: { desktop: isRedirected, iphone: opensApp() },
    react: true,
  },
  {
    type: 'alipayplus_handle_redirect',
    variant: 'WEB',
    order: wooshpay('alipayplus', 'hkd', { options: { terminal_type: 'WEB' } }),
    journeys: { desktop: isRedirected, iphone: opensApp() },
  },
  {
    type: 'alipayplus_handle_redirect',
    variant: 'WAP',
    order: wooshpay('alipayplus', 'hkd', WAP),
    journeys: {
      desktop: isRedirected,
      iphone: opensApp(),
      android: opensApp(SCHEME),
    },
  },
  {
    type: 'alipayplus_handle_redirect',
    variant: 'APP',
    order: wooshpay('alipayplus', 'hkd', { options: { terminal_type: 'APP' } }),
    journeys: { desktop: isRedirected, android: opensApp(SCHEME) },
  },
  {
    type: 'wechat_pay_display_qr_code',
    order: wooshpay('wechat_pay', 'cny'),
    journeys: everywhere(scansQrCode),
  },
  {
    type: 'wechat_pay_redirect_to_web',
    order: wooshpay('wechat_pay', 'cny', WAP),
    journeys: { desktop: continuesInBrowser, iphone: opensApp() },
  },
  {
    type: 'wechat_pay_redirect_to_ios_app',
    order: wooshpay('wechat_pay', 'cny', APP('IOS')),
    journeys: {
      desktop: opensPageOnPhone,
      iphone: opensApp(),
    },
  },
  {
    type: 'wechat_pay_redirect_to_android_app',
    order: wooshpay('wechat_pay', 'cny', APP('ANDROID')),
    journeys: {
      desktop: opensPageOnPhone,
      android: opensApp(),
    },
  },
  {
    type: 'wechat_pay_official_account_params',
    order: wooshpay('wechat_pay', 'cny', { options: { openid: 'o1' } }),
    journeys: everywhere(opensPageInWechat),
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
    journeys: REDIRECT,
  })),
  {
    type: 'carrier_pigeon',
    order: wooshpay('sandbox_mystery', 'usd'),
    journeys: everywhere(seesUnsupportedStep),
  },
];

const CASES = [...STRIPE, ...WOOSHPAY];

for (const [profile, device] of Object.entries(PROFILES) as [Profile, typeof IPHONE][]) {
  test.describe(`on ${profile}`, () => {
    test.use(device);
    for (const each of CASES) {
      const { type, variant: what = '', order, journeys, react } = each;
      const journey = journeys[profile];
      const faces = (react ? Object.keys(FACES) : ['script tag']) as Face[];
      for (const face of journey ? faces : []) {
        const title = `${order.gateway}’s ${type} ${what && `(${what}) `}by ${face}`;
        test(title, ({ shop, hasTouch }) => pays(shop, each, face, profile, hasTouch));
      }
    }
  });
}

async function pays(
  shop: Shop,
  { type, order: request, journeys, end }: Case,
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
  await journeys[profile]?.({
    shop,
    page,
    order,
    payload,
    ...namesOf(request.method ?? ''),
    activate: (locator) => (hasTouch ? locator.tap() : locator.click()),
    onPhone,
  });
  await shop.expectPhase(end ?? 'succeeded');
}

test('every next action of both gateways is tested', () => {
  // GCash’s is sent as redirect_to_url; the challenge follows the device data.
  const isTestedElsewhere = /^(gcash_handle_redirect|challenge_redirect|\w+_of_203[12]_\w+)$/;
  const known = Object.keys(EXAMPLES).filter((type) => !isTestedElsewhere.test(type));
  const testedTypes = new Set(CASES.map(({ type }) => type));
  expect([...testedTypes].sort()).toEqual([...known, 'carrier_pigeon'].sort());
});
