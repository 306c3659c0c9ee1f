import { describe, expect, it } from 'vitest';
import type { Device } from './device.ts';
import { planStep } from './planStep.ts';
import { NEXT_ACTIONS } from './table.ts';

const DEVICES = {
  desktop: { form: 'desktop', os: 'other', inApp: null },
  iphone: { form: 'mobile', os: 'ios', inApp: null },
  android: { form: 'mobile', os: 'android', inApp: null },
  wechat: { form: 'mobile', os: 'ios', inApp: 'wechat' },
  alipay: { form: 'mobile', os: 'android', inApp: 'alipay' },
  instagram: { form: 'mobile', os: 'ios', inApp: 'other' },
} satisfies Record<string, Device>;
type DeviceName = keyof typeof DEVICES;
const NAMES = Object.keys(DEVICES) as DeviceName[];

const url = 'https://pay.example/a?b=1';
const return_url = 'https://shop.example/return';
const plus = {
  normalUrl: 'https://wallet.example/page',
  applinkUrl: 'https://wallet.example/app',
  schemeUrl: 'wallet://pay?id=1',
};
const page = (method: string) => ({ kind: 'redirect', url, method });

/** What is planned for a payload: the same everywhere, or said for each device. */
type Plan = object | Record<DeviceName, object>;
const EXAMPLES: Record<string, readonly [payload: Record<string, unknown>, plan: Plan]> = {
  redirect_to_url: [{ url, return_url }, page('')],
  ddc_redirect: [
    { url, return_url },
    { kind: 'fingerprint', url, returnUrl: return_url },
  ],
  challenge_redirect: [
    { url, return_url },
    { kind: 'challenge', url, returnUrl: return_url },
  ],
  wechat_pay_display_qr_code: [
    {
      data: 'weixin://wxpay/bizpayurl?pr=1',
      image_data_url: 'data:image/png;base64,AAAA',
      image_url_png: 'https://qr.example/a.png',
      image_url_svg: 'https://qr.example/a.svg',
      hosted_instructions_url: 'https://qr.example/a',
      expires_at: 1700000000,
    },
    {
      kind: 'qr',
      method: 'wechat_pay',
      data: 'weixin://wxpay/bizpayurl?pr=1',
      image: 'https://qr.example/a.svg',
      hostedUrl: 'https://qr.example/a',
      expiresAt: 1700000000000,
    },
  ],
  alipay_handle_redirect: [
    { url, native_url: 'alipays://x', native_data: 'app_id=1', return_url },
    {
      desktop: page('alipay'),
      iphone: { kind: 'app', method: 'alipay', links: [url] },
      android: { kind: 'app', method: 'alipay', links: [url] },
      wechat: { kind: 'app', method: 'alipay', links: [url] },
      alipay: page('alipay'),
      instagram: { kind: 'app', method: 'alipay', links: [url] },
    },
  ],
  alipayplus_handle_redirect: [
    { ...plus, return_url },
    {
      desktop: { ...page('alipayplus'), url: plus.normalUrl },
      iphone: links(plus.applinkUrl, plus.normalUrl),
      android: links(plus.applinkUrl, plus.normalUrl, plus.schemeUrl),
      wechat: links(plus.normalUrl, plus.applinkUrl),
      alipay: links(plus.normalUrl, plus.applinkUrl),
      instagram: links(plus.normalUrl, plus.applinkUrl),
    },
  ],
  wechat_pay_redirect_to_web: [
    { url },
    {
      desktop: page('wechat_pay'),
      iphone: { kind: 'app', method: 'wechat_pay', links: [url] },
      android: { kind: 'app', method: 'wechat_pay', links: [url] },
      wechat: unsupported('wechat_pay_redirect_to_web', { url }),
      alipay: { kind: 'app', method: 'wechat_pay', links: [url] },
      instagram: { kind: 'app', method: 'wechat_pay', links: [url] },
    },
  ],
  ...wechatApp('wechat_pay_redirect_to_ios_app'),
  ...wechatApp('wechat_pay_redirect_to_android_app'),
  ...appOrCode('cashapp', { image_url_svg: 'https://qr.example/a.svg' }, url),
  ...appOrCode('swish', { data: 'D1' }, url),
  // UPI, and Swish for most: nothing for the phone but the code.
  ...appOrCode('upi', { image_url_svg: 'https://qr.example/a.svg' }, null),
  use_stripe_sdk: [
    { type: 'stripe_3ds2_fingerprint' },
    {
      kind: 'delegate',
      action: { type: 'use_stripe_sdk', payload: { type: 'stripe_3ds2_fingerprint' } },
    },
  ],
  ...redirects(
    'truemoney akulaku bank_transfer_id promptpay dana shopeepay gcash rabbit_line_pay alipay_hk bpi',
  ),
  // In WooshPay's pages but not in its schema; and a wallet that nobody knows yet.
  ...redirects('pix wallet_of_2031'),
};

function redirects(methods: string) {
  return Object.fromEntries(
    methods
      .split(' ')
      .map((method) => [`${method}_handle_redirect`, [{ url }, page(method)] as const]),
  );
}

/** The same on each phone, something else on a desktop. */
function byForm(desktop: object, phone: object): Record<DeviceName, object> {
  const phones = NAMES.filter((name) => name !== 'desktop').map((name) => [name, phone]);
  return { desktop, ...Object.fromEntries(phones) };
}

function unsupported(type: string, payload: object) {
  return { kind: 'unsupported', action: { type, payload } };
}

function wechatApp(type: string) {
  const payload = { native_url: 'weixin://app/pay' };
  const link = { kind: 'app', method: 'wechat_pay', links: [payload.native_url] };
  return { [type]: [payload, byForm(unsupported(type, payload), link)] as const };
}

function appOrCode(method: string, code: Record<string, string>, mobile_auth_url: string | null) {
  const hosted = 'https://qr.example/page';
  const payload = {
    mobile_auth_url,
    hosted_instructions_url: hosted,
    qr_code: { ...code, expires_at: 1700000000 },
  };
  const scan = {
    kind: 'qr',
    method,
    data: code.data ?? null,
    image: code.image_url_svg ?? null,
    hostedUrl: hosted,
    expiresAt: 1700000000000,
  };
  const phone = mobile_auth_url ? { kind: 'app', method, links: [mobile_auth_url] } : scan;
  return {
    [`${method}_handle_redirect_or_display_qr_code`]: [payload, byForm(scan, phone)] as const,
  };
}

function links(...addresses: string[]) {
  return { kind: 'app', method: 'alipayplus', links: addresses };
}

function plan(type: string, payload: Record<string, unknown>, device: DeviceName = 'desktop') {
  return planStep({ nextAction: { type, payload }, paymentMethodTypes: [] }, DEVICES[device]);
}

describe('planStep', () => {
  const cases = Object.entries(EXAMPLES).flatMap(([type, [payload, expected]]) =>
    NAMES.map((device) => {
      const step = 'kind' in expected ? expected : (expected as Record<DeviceName, object>)[device];
      return { type, device, payload, step };
    }),
  );

  it.each(cases)('plans $type on $device', ({ type, device, payload, step }) => {
    expect(plan(type, payload, device)).toEqual(step);
  });

  it('has an example here for every row of the table', () => {
    expect(Object.keys(EXAMPLES)).toEqual(expect.arrayContaining(Object.keys(NEXT_ACTIONS)));
  });

  it('takes an unknown device for a desktop', () => {
    const intent = { nextAction: { type: 'alipay_handle_redirect', payload: { url } } };
    expect(planStep({ ...intent, paymentMethodTypes: [] })).toEqual(page('alipay'));
  });

  it.each(['blik_authorize', 'constructor', 'toString', '', 'my_handle_redirect_or_more'])(
    'says of the action "%s" that it is not supported, and passes it on',
    (type) => {
      const action = { type, payload: { url } };
      expect(plan(type, action.payload)).toEqual({ kind: 'unsupported', action });
    },
  );

  it('says so where there is no action at all', () => {
    const intent = { nextAction: null, paymentMethodTypes: ['card'] };
    expect(planStep(intent)).toEqual({ kind: 'unsupported', action: null });
  });

  const addressed = Object.keys(EXAMPLES).filter((type) => type !== 'use_stripe_sdk');
  const useless: [string, unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['""', ''],
    ['a javascript: address', 'javascript:alert(1)'],
    ['a data: address', 'data:text/html,<script>alert(1)</script>'],
    ['an http: address', 'http://pay.example/'],
    ['a path', '/pay'],
    ['an object', { href: url }],
  ];
  it.each(
    addressed.flatMap((type) => useless.map(([what, value]) => [type, what, value] as const)),
  )('does not support %s with %s for an address, on any device', (type, _, value) => {
    const [example] = EXAMPLES[type] ?? [{}];
    const payload = Object.fromEntries(Object.keys(example).map((key) => [key, value]));
    // The text of a code is no address: a wallet reads it, not the browser.
    delete payload.data;
    expect(NAMES.map((device) => plan(type, payload, device).kind)).toEqual(
      NAMES.map(() => 'unsupported'),
    );
  });

  it.each([
    [['card'], 'card'],
    [['card', 'alipay'], ''],
    [[], ''],
  ])('names the method of a plain redirect only if one alone is allowed: %j', (allowed, method) => {
    const nextAction = { type: 'redirect_to_url', payload: { url } };
    expect(planStep({ nextAction, paymentMethodTypes: allowed })).toEqual(page(method));
  });

  it.each([
    'http://localhost:4242/x',
    'http://127.0.0.1/',
    'http://127.1.2.3:80/',
    'http://[::1]/',
  ])("opens plain http on the developer's own machine: %s", (local) => {
    expect(plan('redirect_to_url', { url: local })).toMatchObject({ kind: 'redirect' });
  });
});
