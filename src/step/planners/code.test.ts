import { describe, expect, it } from 'vitest';
import { DEVICE_NAMES, plan } from '../testing/devices.ts';
import { example } from '../testing/examples.ts';

const SVG = 'https://qr.example/a.svg';
const PNG = 'https://qr.example/a.png';

const step = {
  kind: 'qr',
  method: '',
  surface: 'desktop',
  data: '00020101021226',
  copyable: false,
  image: SVG,
  hostedUrl: 'https://qr.example/page',
  expiresAt: 1_700_000_000_000,
};

describe('a code', () => {
  it.each([
    ['klarna_display_qr_code', { method: 'klarna', hostedUrl: null }],
    ['paynow_display_qr_code', { method: 'paynow', expiresAt: null }],
    ['promptpay_display_qr_code', { method: 'promptpay', expiresAt: null }],
    ['pix_display_qr_code', { method: 'pix', copyable: true }],
    ['upi_handle_redirect_or_display_qr_code', { method: 'upi', data: null }],
    ['cashapp_handle_redirect_or_display_qr_code', { method: 'cashapp', data: null }],
    ['swish_handle_redirect_or_display_qr_code', { method: 'swish' }],
    [
      'wechat_pay_display_qr_code',
      { method: 'wechat_pay', data: 'weixin://wxpay/bizpayurl?pr=1', expiresAt: null },
    ],
  ])('of %s has every value of the gateway', (type, fields) => {
    expect(plan(type, example(type))).toEqual({ ...step, ...fields });
  });

  it.each(DEVICE_NAMES)('is a code on %s, too, and Pix takes its text', (device) => {
    const expected = { kind: 'qr', data: 'x', copyable: true };
    expect(plan('pix_display_qr_code', { data: 'x' }, device)).toMatchObject(expected);
  });

  it('is not to be copied where it has no text: of Pix, every field may be missing', () => {
    const payload = { image_url_png: PNG };
    expect(plan('pix_display_qr_code', payload)).toMatchObject({ copyable: false, image: PNG });
    expect(plan('pix_display_qr_code', {})).toMatchObject({ kind: 'unsupported' });
  });

  const inline = 'data:image/png;base64,AAAA';
  it.each([
    ['the SVG', { image_url_svg: SVG, image_url_png: PNG }, SVG],
    ['the PNG', { image_url_svg: '', image_url_png: PNG, image_data_url: inline }, PNG],
    ['the picture in the answer', { image_url_png: 'string', image_data_url: inline }, inline],
  ])('falls back to %s where the text is not given', (_, payload, image) => {
    expect(plan('wechat_pay_display_qr_code', payload)).toMatchObject({ data: null, image });
  });

  it.each([
    'data:text/html;base64,AAAA',
    'data:image/svg+xml,<svg/>',
    'data:application/pdf;base64,AAAA',
    ' data:image/png;base64,AAAA',
    'DATA:image/png;base64,AAAA',
    'javascript:alert(1)',
  ])('does not show %s as its picture', (image_data_url) => {
    const payload = { data: 'weixin://a', image_data_url };
    expect(plan('wechat_pay_display_qr_code', payload)).toMatchObject({ image: null });
  });

  it('takes a data: URL for a picture under one name only', () => {
    const payload = { data: 'x', image_url_svg: inline, hosted_instructions_url: inline };
    const expected = { image: null, hostedUrl: null };
    expect(plan('wechat_pay_display_qr_code', payload)).toMatchObject(expected);
  });

  it.each([
    [1700000000, 1700000000000],
    [1700000000000, 1700000000000],
    [undefined, null],
    [null, null],
    [0, null],
    [-1, null],
    [1.5, null],
    [Number.NaN, null],
    [Number.POSITIVE_INFINITY, null],
    ['1700000000', null],
  ])('expires only when the gateway says so: %s', (expires_at, expiresAt) => {
    const payload = { data: 'weixin://a', expires_at };
    expect(plan('wechat_pay_display_qr_code', payload)).toMatchObject({ expiresAt });
  });

  it('is drawn from its text as it came, even on a phone', () => {
    const data = ' weixin://wxpay/bizpayurl?pr=1&a=%20\n';
    const step = plan('wechat_pay_display_qr_code', { data }, 'iphone');
    expect(step).toMatchObject({ kind: 'qr', data });
  });
});

const url = 'https://wallet.example/pay';
const CODE = { image_url_svg: SVG, expires_at: 1_700_000_000 };

describe('a wallet on the phone, or its code on another screen', () => {
  const type = 'swish_handle_redirect_or_display_qr_code';
  const payload = example(type);

  it.each([
    ['iphone', 'phone'],
    ['android', 'phone'],
    ['wechat', 'in-app'],
    ['alipay', 'in-app'],
    ['instagram', 'in-app'],
  ] as const)('is the wallet on %s', (device, surface) => {
    expect(plan(type, payload, device)).toEqual({
      kind: 'app',
      method: 'swish',
      surface,
      links: [payload.mobile_auth_url],
      scan: null,
      refused: false,
    });
  });

  it("opens the wallet by its own scheme, as Swish's", () => {
    const mobile_auth_url = 'swish://paymentrequest?token=1';
    const step = plan(type, { ...payload, mobile_auth_url }, 'iphone');
    expect(step).toMatchObject({ kind: 'app', links: [mobile_auth_url] });
  });

  it.each([undefined, null, '', 'javascript:alert(1)', 'http://evil.example/'])(
    'is the code on a phone, too, where its URL is %s',
    (mobile_auth_url) => {
      const step = plan(type, { ...payload, mobile_auth_url }, 'android');
      expect(step).toMatchObject({ kind: 'qr', surface: 'phone', data: '00020101021226' });
    },
  );

  describe('of UPI', () => {
    const upi = 'upi_handle_redirect_or_display_qr_code';
    const query = '?pa=shop@bank&pn=Tea%20%26%20Co&am=18.00&cu=INR&tr=pi_1';
    const withData = (data: unknown) => ({ ...example(upi), qr_code: { data, ...CODE } });

    it('are the known apps on iOS, which has no list of those that are there', () => {
      expect(plan(upi, withData(`upi://pay${query}`), 'iphone')).toEqual({
        kind: 'app',
        method: 'upi',
        surface: 'phone',
        links: [
          `tez://upi/pay${query}`,
          `phonepe://pay${query}`,
          `paytmmp://pay${query}`,
          `upi://pay${query}`,
        ],
        scan: null,
        refused: false,
      });
    });

    it('is the link that Android asks all apps with', () => {
      const step = plan(upi, withData(`upi://pay${query}`), 'android');
      expect(step).toMatchObject({ kind: 'app', links: [`upi://pay${query}`] });
    });

    it.each(['desktop', 'instagram', 'wechat'] as const)(
      'is the code where no app can be opened: %s',
      (device) => {
        const step = plan(upi, withData(`upi://pay${query}`), device);
        expect(step).toMatchObject({ kind: 'qr', data: `upi://pay${query}` });
      },
    );

    it('is first what the gateway itself gives for a phone', () => {
      const payload = { ...withData(`upi://pay${query}`), mobile_auth_url: url };
      const step = plan(upi, payload, 'iphone');
      expect(step.kind === 'app' && step.links[0]).toBe(url);
    });

    it.each([
      'https://pay.example/',
      'javascript:alert(1)',
      'upi',
      'xupi://pay',
      null,
      {},
      Object.create(null),
      7,
    ])('are none for another text: %j', (data) => {
      expect(plan(upi, withData(data), 'iphone').kind).toBe('qr');
    });
  });

  it('is the wallet on a phone even without a code, and nothing on a desktop', () => {
    const { qr_code: _, ...withoutQrCode } = payload;
    expect(plan(type, withoutQrCode, 'iphone').kind).toBe('app');
    expect(plan(type, withoutQrCode, 'desktop').kind).toBe('unsupported');
  });
});
