import { describe, expect, it } from 'vitest';
import type { Surface } from './device.ts';
import { planStep } from './planStep.ts';
import type { Step, StepKind } from './step.ts';
import { ENDINGS, NEXT_ACTIONS } from './table.ts';
import { DEVICE_NAMES, type DeviceName, plan } from './testing/devices.ts';
import { EXAMPLES, example } from './testing/examples.ts';

const url = 'https://pay.example/a?b=1';

/** `refused` where the app around the page is known to refuse the wallet. */
type Plan = StepKind | 'app refused';

/** Types that are the same step on every device. */
const EVERYWHERE: Partial<Record<StepKind, string>> = {
  redirect:
    'redirect_to_url truemoney_handle_redirect akulaku_handle_redirect bank_transfer_id_handle_redirect promptpay_handle_redirect dana_handle_redirect shopeepay_handle_redirect gcash_handle_redirect rabbit_line_pay_handle_redirect alipay_hk_handle_redirect bpi_handle_redirect pix_handle_redirect wallet_of_2031_handle_redirect wallet_of_2032_redirect_to_url wallet_of_2032_redirect_to_web',
  fingerprint: 'ddc_redirect',
  challenge: 'challenge_redirect',
  sdk: 'use_stripe_sdk',
  qr: 'wechat_pay_display_qr_code klarna_display_qr_code paynow_display_qr_code promptpay_display_qr_code pix_display_qr_code upi_handle_redirect_or_display_qr_code',
  app: 'wechat_pay_redirect_to_ios_app wechat_pay_redirect_to_android_app wallet_of_2032_redirect_to_ios_app wallet_of_2032_redirect_to_android_app',
  'wechat-jsapi': 'wechat_pay_official_account_params',
  voucher:
    'oxxo_display_details boleto_display_details multibanco_display_details konbini_display_details till_of_2032_display_details',
  'bank-transfer':
    'display_bank_transfer_instructions bank_of_2032_display_bank_transfer_instructions',
  await:
    'blik_authorize bank_of_2032_authorize card_await_notification verify_with_microdeposits upi_await_notification mb_way_await_authorization await_authorization',
};

/** And those that are not. */
const BY_DEVICE: Record<string, Record<DeviceName, Plan>> = {
  alipay_handle_redirect: {
    desktop: 'redirect',
    iphone: 'app',
    android: 'app',
    wechat: 'app refused',
    wechatDesktop: 'redirect',
    alipay: 'redirect',
    instagram: 'app',
  },
  alipayplus_handle_redirect: {
    desktop: 'redirect',
    iphone: 'app',
    android: 'app',
    wechat: 'app refused',
    wechatDesktop: 'redirect',
    alipay: 'app',
    instagram: 'app',
  },
  wechat_pay_redirect_to_web: {
    desktop: 'app',
    iphone: 'app',
    android: 'app',
    wechat: 'app refused',
    wechatDesktop: 'app',
    alipay: 'app',
    instagram: 'app',
  },
  cashapp_handle_redirect_or_display_qr_code: appOrCode(),
  swish_handle_redirect_or_display_qr_code: appOrCode(),
  wallet_of_2032_handle_redirect_or_display_qr_code: appOrCode(),
};

function appOrCode(): Record<DeviceName, Plan> {
  const phones = { iphone: 'app', android: 'app', wechat: 'app', alipay: 'app', instagram: 'app' };
  return { ...(phones as Record<DeviceName, Plan>), desktop: 'qr', wechatDesktop: 'qr' };
}

function describeStep(step: Step): Plan {
  return step.kind === 'app' && step.refused ? 'app refused' : step.kind;
}

describe('the table of next actions', () => {
  const everywhere = Object.entries(EVERYWHERE).flatMap(([kind, types]) =>
    types.split(' ').map((type) => [type, () => kind] as const),
  );
  const byDevice = Object.entries(BY_DEVICE).map(
    ([type, plans]) => [type, (device: DeviceName) => plans[device]] as const,
  );
  const rows = [...everywhere, ...byDevice];
  const types = rows.map(([type]) => type);

  it.each(
    rows.flatMap(([type, stepOn]) => DEVICE_NAMES.map((device) => [type, device, stepOn(device)])),
  )('plans %s on %s: %s', (type, device, planned) => {
    expect(describeStep(plan(type, example(type), device as DeviceName))).toBe(planned);
  });

  it('is tried here row by row, ending by ending, with an example of each type', () => {
    expect([...types].sort()).toEqual(Object.keys(EXAMPLES).sort());
    expect(types).toEqual(expect.arrayContaining(Object.keys(NEXT_ACTIONS)));
    const others = types.filter((type) => !Object.hasOwn(NEXT_ACTIONS, type));
    for (const [ending] of ENDINGS) expect(others.some((type) => ending.test(type))).toBe(true);
  });

  const SURFACES: Record<DeviceName, Surface> = {
    desktop: 'desktop',
    iphone: 'phone',
    android: 'phone',
    wechat: 'in-app',
    wechatDesktop: 'desktop',
    alipay: 'in-app',
    instagram: 'in-app',
  };
  it.each(DEVICE_NAMES)('describes the device to the views, on %s', (device) => {
    const steps = types.map((type) => plan(type, example(type), device));
    const surfaces = steps.flatMap((step) => ('surface' in step ? step.surface : []));
    expect(new Set(surfaces)).toEqual(new Set([SURFACES[device]]));
  });
});

describe('a method', () => {
  it.each([
    ['wechat_pay_display_qr_code', 'wechat_pay'],
    ['wechat_pay_redirect_to_ios_app', 'wechat_pay'],
    ['alipayplus_handle_redirect', 'alipayplus'],
    ['rabbit_line_pay_handle_redirect', 'rabbit_line_pay'],
    ['swish_handle_redirect_or_display_qr_code', 'swish'],
    ['multibanco_display_details', 'multibanco'],
    ['blik_authorize', 'blik'],
    ['upi_await_notification', 'upi'],
    ['mb_way_await_authorization', 'mb_way'],
    ['await_authorization', ''],
    ['bank_of_2032_authorize', 'bank_of_2032'],
    ['till_of_2032_display_details', 'till_of_2032'],
    ['wallet_of_2032_handle_redirect_or_display_qr_code', 'wallet_of_2032'],
    ['wallet_of_2032_redirect_to_ios_app', 'wallet_of_2032'],
    ['verify_with_microdeposits', ''],
  ])('follows from the type: %s', (type, method) => {
    expect(plan(type, example(type))).toMatchObject({ method });
  });

  it.each([
    [['card'], 'card'],
    [['card', 'alipay'], ''],
    [[], ''],
  ])('follows from the allowed types only if there is just one: %j', (allowed, method) => {
    const nextAction = { type: 'redirect_to_url', payload: { url } };
    expect(planStep({ nextAction, paymentMethodTypes: allowed })).toMatchObject({ method });
  });
});

describe('planStep', () => {
  it('takes an unknown device for a desktop', () => {
    const nextAction = { type: 'alipay_handle_redirect', payload: { url } };
    expect(planStep({ nextAction, paymentMethodTypes: [] })).toMatchObject({ kind: 'redirect' });
  });

  it.each([
    'constructor',
    'toString',
    '__proto__',
    '',
    'my_handle_redirect_or_more',
    'my_display_qr_code_2',
    'my_display_details_2',
    'my_reauthorize',
    'my_redirect_to_app',
    'reawait_authorization',
    'await_authorization_of_mine',
  ])('says of the action "%s" that it is not supported, and passes it on', (type) => {
    const action = { type, payload: { url, data: 'x', number: '1' } };
    expect(plan(type, action.payload)).toEqual({ kind: 'unsupported', action });
  });

  it('says so where there is no action at all', () => {
    const intent = { nextAction: null, paymentMethodTypes: ['card'] };
    expect(planStep(intent)).toEqual({ kind: 'unsupported', action: null });
  });

  // These need nothing but their type.
  const KINDS_IN_README =
    /^(use_stripe_sdk|\w+_authorize|card_await_notification|(upi_|mb_way_)?await_\w+)$/;
  const typesWithRequiredFields = Object.keys(EXAMPLES).filter(
    (type) => !KINDS_IN_README.test(type),
  );
  const UNUSABLE_VALUES: [string, unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['""', ''],
    ['a number', 7],
    ['a list', [url]],
    ['an object', { href: url }],
  ];
  it.each(
    typesWithRequiredFields.flatMap((type) =>
      UNUSABLE_VALUES.map(([name, value]) => [type, name, value] as const),
    ),
  )('does not support %s with %s for every value, on any device', (type, _, value) => {
    const payload = Object.fromEntries(Object.keys(example(type)).map((key) => [key, value]));
    const kinds = DEVICE_NAMES.map((device) => plan(type, payload, device).kind);
    // WeChat's six strings may come as numbers.
    const isBridge = type === 'wechat_pay_official_account_params' && value === 7;
    expect(new Set(kinds)).toEqual(new Set([isBridge ? 'wechat-jsapi' : 'unsupported']));
  });

  const UNSAFE = [
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'http://pay.example/',
    '/pay',
  ];
  // What is not a URL needs to be none: the text of a code, a number to show at a till.
  const TEXTS =
    /^(data|data_ur|number|entity|reference|payment_code|stores|financial_addresses|appId|timeStamp|nonceStr|package|signType|paySign)$/;
  it.each(typesWithRequiredFields.flatMap((type) => UNSAFE.map((url) => [type, url] as const)))(
    'does not support %s with %s for every URL, on any device',
    (type, url) => {
      const keys = Object.keys(example(type)).filter((key) => !TEXTS.test(key));
      const payload = Object.fromEntries(keys.map((key) => [key, url]));
      const kinds = DEVICE_NAMES.map((device) => plan(type, payload, device).kind);
      expect(new Set(kinds)).toEqual(new Set(['unsupported']));
    },
  );

  it.each([
    'http://localhost:4242/x',
    'http://127.0.0.1/',
    'http://127.1.2.3:80/',
    'http://[::1]/',
  ])("opens plain http on the developer's own machine: %s", (local) => {
    expect(plan('redirect_to_url', { url: local })).toMatchObject({ kind: 'redirect' });
  });

  it('is the same for the same action, and changes nothing of it', () => {
    for (const type of Object.keys(EXAMPLES)) {
      const payload = structuredClone(example(type));
      const first = plan(type, payload, 'iphone');
      expect(plan(type, payload, 'iphone')).toEqual(first);
      expect(payload).toEqual(example(type));
    }
  });
});
