import { describe, expect, it } from 'vitest';
import { DEVICE_NAMES, type DeviceName, plan } from '../testing/devices.ts';
import { example } from '../testing/examples.ts';

const url = 'https://pay.example/a?b=1';
const UNUSABLE = [undefined, null, '', 'javascript:alert(1)', 'http://evil.example/'];
const PHONES = ['iphone', 'android', 'wechat', 'alipay', 'instagram'] as const;

const surfaceOn = (device: DeviceName) =>
  /desktop/i.test(device) ? 'desktop' : /iphone|android/.test(device) ? 'phone' : 'in-app';

function app(method: string, device: DeviceName, links: string[], fields: object = {}) {
  const surface = surfaceOn(device);
  return { kind: 'app', method, surface, links, scan: null, refused: false, ...fields };
}

describe('an Alipay payment', () => {
  const type = 'alipay_handle_redirect';

  it.each(['desktop', 'wechatDesktop', 'alipay'] as const)('is a page on %s', (device) => {
    const page = { kind: 'redirect', url, method: 'alipay' };
    expect(plan(type, example(type), device)).toEqual(page);
  });

  it.each([
    ['iphone', false],
    ['android', false],
    ['instagram', false],
    // Tencent's apps block Alipay's pages and links.
    ['wechat', true],
  ] as const)('is a tap on %s, by the page and no URL for native apps', (device, refused) => {
    const expected = app('alipay', device, [url], { refused });
    expect(plan(type, example(type), device)).toEqual(expected);
  });

  it.each(DEVICE_NAMES)('needs the page, on %s', (device) => {
    const { url: _, ...withoutUrl } = example(type);
    expect(plan(type, withoutUrl, device).kind).toBe('unsupported');
  });
});

describe('an Alipay+ payment', () => {
  const type = 'alipayplus_handle_redirect';
  const page = 'https://wallet.example/page';
  const applink = 'https://wallet.example/app';
  const scheme = 'gcash://pay?id=1';

  it.each(['desktop', 'wechatDesktop'] as const)('is the page on %s', (device) => {
    const expected = { kind: 'redirect', url: page, method: 'alipayplus' };
    expect(plan(type, example(type), device)).toEqual(expected);
  });

  it.each([
    ['iphone', [applink, page], false],
    ['android', [applink, page, scheme], false],
    ['wechat', [page, applink], true],
    ['alipay', [page, applink], false],
    ['instagram', [page, applink], false],
  ] as const)('is a tap on %s, by its URLs in their order', (device, links, refused) => {
    const expected = app('alipayplus', device, [...links], { refused });
    expect(plan(type, example(type), device)).toEqual(expected);
  });

  it.each(UNUSABLE)(
    'goes to the phone by a code on a desktop where the page is %s',
    (normalUrl) => {
      for (const device of ['desktop', 'wechatDesktop'] as const) {
        const expected = app('alipayplus', device, [applink], { scan: applink });
        expect(plan(type, { normalUrl, applinkUrl: applink }, device)).toEqual(expected);
      }
    },
  );

  it('offers each URL once', () => {
    const payload = { normalUrl: page, applinkUrl: page, schemeUrl: page };
    expect(plan(type, payload, 'android')).toMatchObject({ links: [page] });
    // One URL, written in two ways.
    const twice = { normalUrl: page, applinkUrl: 'HTTPS://Wallet.example/page' };
    expect(plan(type, twice, 'iphone')).toMatchObject({ links: [page] });
  });

  it('leaves out a URL that may not be opened', () => {
    const payload = { normalUrl: page, applinkUrl: 'data:text/html,x', schemeUrl: scheme };
    expect(plan(type, payload, 'android')).toMatchObject({ links: [page, scheme] });
  });

  it('goes by its page where the scheme is of no wallet that is known', () => {
    const payload = { normalUrl: page, schemeUrl: 'wallet-of-2031://pay' };
    expect(plan(type, payload, 'android')).toMatchObject({ kind: 'app', links: [page] });
    const onlyScheme = { schemeUrl: 'wallet-of-2031://pay' };
    expect(plan(type, onlyScheme, 'android').kind).toBe('unsupported');
  });

  it.each([
    ['Android', 'android', 'app'],
    ['an iPhone, which fails loudly without the app', 'iphone', 'unsupported'],
    ['a desktop', 'desktop', 'unsupported'],
    ['an app around the page', 'instagram', 'unsupported'],
  ] as const)('with nothing but a scheme, on %s', (_, device, kind) => {
    expect(plan(type, { schemeUrl: scheme }, device).kind).toBe(kind);
  });
});

describe("WeChat's page for phones", () => {
  const type = 'wechat_pay_redirect_to_web';

  it.each(DEVICE_NAMES)(
    "is a link on %s; it needs the shop's Referer, so there is no code",
    (device) => {
      const expected = app('wechat_pay', device, [url], { refused: device === 'wechat' });
      expect(plan(type, { url }, device)).toEqual(expected);
    },
  );
});

describe.each(['wechat_pay_redirect_to_ios_app', 'wechat_pay_redirect_to_android_app'])(
  'a link into WeChat, %s,',
  (type) => {
    it.each(DEVICE_NAMES)('is a tap on %s', (device) => {
      const link = 'weixin://app/wx1/pay/?nonceStr=1';
      const expected = app('wechat_pay', device, [link]);
      expect(plan(type, { native_url: link }, device)).toEqual(expected);
    });

    it('goes to the phone by a code on a desktop where it is a page', () => {
      const native_url = 'https://wx.example/universal?a=1';
      const onDesktop = app('wechat_pay', 'desktop', [native_url], { scan: native_url });
      expect(plan(type, { native_url })).toEqual(onDesktop);
      for (const phone of PHONES) {
        expect(plan(type, { native_url }, phone)).toMatchObject({ scan: null });
      }
    });

    it.each(UNUSABLE)('is left to an app of the shop’s own where it is %s', (native_url) => {
      // What Stripe gives in its place: the values for WeChat's own SDK.
      const sdk = { app_id: 'wx1', nonce_str: 'n', prepay_id: 'wx201', sign: 's', native_url };
      for (const device of DEVICE_NAMES) {
        expect(plan(type, sdk, device)).toEqual({
          kind: 'sdk',
          action: { type, payload: sdk },
        });
        expect(plan(type, { native_url }, device).kind).toBe('unsupported');
      }
    });
  },
);

describe("WeChat's bridge", () => {
  const type = 'wechat_pay_official_account_params';
  const params = example(type);

  it.each(DEVICE_NAMES)('gets its six values on %s, and whether WeChat is there', (device) => {
    const inWechat = device === 'wechat' || device === 'wechatDesktop';
    const step = plan(type, { ...params, return_url: url, extra: 'x' }, device);
    expect(step).toEqual({ kind: 'wechat-jsapi', params, inWechat });
  });

  it('gets strings only, whatever the gateway sends', () => {
    const step = plan(type, { ...params, timeStamp: 1_700_000_000 }, 'wechat');
    expect(step).toMatchObject({ params: { timeStamp: '1700000000' } });
  });

  it.each(Object.keys(params))('cannot do without %s', (name) => {
    for (const value of [undefined, null, '', {}, true]) {
      expect(plan(type, { ...params, [name]: value }, 'wechat').kind).toBe('unsupported');
    }
  });
});
