import { describe, expect, it } from 'vitest';
import type { Device } from './device.ts';
import { planStep } from './planStep.ts';

const ANDROID: Device = { form: 'mobile', os: 'android', inApp: null };
const IPHONE: Device = { form: 'mobile', os: 'ios', inApp: null };
const DESKTOP: Device = { form: 'desktop', os: 'other', inApp: null };
const WECHAT_DESKTOP: Device = { form: 'desktop', os: 'other', inApp: 'wechat' };

const plan = (type: string, payload: Record<string, unknown>, device = DESKTOP) =>
  planStep({ nextAction: { type, payload }, paymentMethodTypes: [] }, device);

describe('a WeChat code', () => {
  const type = 'wechat_pay_display_qr_code';
  const png = 'https://qr.example/a.png';
  const inline = 'data:image/png;base64,AAAA';

  it.each([
    ['the SVG', { image_url_svg: 'https://qr.example/a.svg', image_url_png: png }, /svg$/],
    ['the PNG', { image_url_svg: '', image_url_png: png, image_data_url: inline }, /png$/],
    ['the picture in the answer', { image_url_png: 'string', image_data_url: inline }, /^data:/],
  ])('falls back to %s where the text is not given', (_, payload, image) => {
    expect(plan(type, payload)).toMatchObject({
      kind: 'qr',
      data: null,
      image: expect.stringMatching(image),
    });
  });

  it.each([
    'data:text/html;base64,AAAA',
    'data:image/svg+xml,<svg/>',
    'data:application/pdf;base64,AAAA',
    ' data:image/png;base64,AAAA',
    'DATA:image/png;base64,AAAA',
    'javascript:alert(1)',
  ])('does not show %s as its picture', (image_data_url) => {
    expect(plan(type, { data: 'weixin://a', image_data_url })).toMatchObject({ image: null });
  });

  it.each([
    [1700000000, 1700000000000],
    [undefined, null],
    [null, null],
    [0, null],
    [-1, null],
    [Number.NaN, null],
    [Number.POSITIVE_INFINITY, null],
    ['1700000000', null],
  ])('expires only when the gateway says so: %s', (expires_at, expiresAt) => {
    expect(plan(type, { data: 'weixin://a', expires_at })).toMatchObject({ expiresAt });
  });

  it('is drawn from its text as it came, even on a phone', () => {
    const data = ' weixin://wxpay/bizpayurl?pr=1&a=%20\n';
    expect(plan(type, { data }, IPHONE)).toMatchObject({ kind: 'qr', data });
  });
});

describe('an Alipay+ payment', () => {
  const type = 'alipayplus_handle_redirect';
  const page = 'https://wallet.example/page';
  const applink = 'https://wallet.example/app';
  const scheme = 'wallet://pay?id=1';

  it.each([
    ['is null', null],
    ['is ""', ''],
    ['may not be opened', 'javascript:alert(1)'],
  ])('goes by the app link on a desktop where the page %s', (_, normalUrl) => {
    const payload = { normalUrl, applinkUrl: applink };
    const expected = { kind: 'redirect', url: applink };
    expect(plan(type, payload)).toMatchObject(expected);
    expect(plan(type, payload, WECHAT_DESKTOP)).toMatchObject(expected);
  });

  it('offers each address once', () => {
    const payload = { normalUrl: page, applinkUrl: page, schemeUrl: page };
    expect(plan(type, payload, ANDROID)).toMatchObject({ links: [page] });
  });

  it('leaves out an address that may not be opened', () => {
    const payload = { normalUrl: page, applinkUrl: 'data:text/html,x', schemeUrl: scheme };
    expect(plan(type, payload, ANDROID)).toMatchObject({ links: [page, scheme] });
  });

  it.each([
    ['Android', ANDROID, 'app'],
    ['an iPhone, which fails loudly without the app', IPHONE, 'unsupported'],
    ['a desktop', DESKTOP, 'unsupported'],
  ])('with nothing but a scheme, on %s', (_, device, kind) => {
    expect(plan(type, { schemeUrl: scheme }, device)).toMatchObject({ kind });
  });
});

describe('a 3-D Secure frame', () => {
  it.each(['ddc_redirect', 'challenge_redirect'])(
    '%s runs without a return address that could be used',
    (type) => {
      const payload = { url: 'https://acs.example/', return_url: 'javascript:alert(1)' };
      expect(plan(type, payload)).toMatchObject({ url: payload.url, returnUrl: null });
    },
  );
});

describe('use_stripe_sdk', () => {
  const type = 'use_stripe_sdk';

  it('is a plain page where Stripe gives one', () => {
    const stripe_js = 'https://hooks.stripe.com/redirect/authenticate/src_1';
    expect(plan(type, { type: 'three_d_secure_redirect', stripe_js })).toEqual({
      kind: 'redirect',
      url: stripe_js,
      method: 'card',
    });
  });

  it.each([
    { type: 'three_d_secure_redirect', stripe_js: 'javascript:alert(1)' },
    { type: 'three_d_secure_redirect' },
    { type: 'stripe_3ds2_challenge', stripe_js: { acs_url: 'https://acs.example' } },
    { type: 'stripe_3ds2_fingerprint', three_ds_method_url: '' },
    { type: 'intent_confirmation_challenge', stripe_js: {} },
    { type: 'other', stripe_js: 'https://hooks.stripe.com/x' },
    {},
  ])("is left to Stripe's own script where it is not: %j", (payload) => {
    expect(plan(type, payload)).toEqual({ kind: 'delegate', action: { type, payload } });
  });
});
