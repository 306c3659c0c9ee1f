import { isRecord, milliseconds, text } from '../intent/index.ts';
import { appAddress, webAddress } from './address.ts';
import type { Device } from './device.ts';
import type { Step } from './step.ts';

/** What a row has to go on. */
interface Action {
  readonly payload: Readonly<Record<string, unknown>>;
  /** The payment method the type speaks of: `gcash` for `gcash_handle_redirect`. */
  readonly method: string;
  readonly device: Device;
}

/** The step that an action means on this device, or null where it holds nothing usable. */
export type Row = (action: Action) => Step | null;

/** A page of the bank or wallet: the same for every `*_handle_redirect`. */
export const redirect: Row = ({ payload, method }) => {
  const url = webAddress(payload.url);
  return url ? { kind: 'redirect', url, method } : null;
};

const frame =
  (kind: 'fingerprint' | 'challenge'): Row =>
  ({ payload }) => {
    const url = webAddress(payload.url);
    return url ? { kind, url, returnUrl: webAddress(payload.return_url) } : null;
  };

/** A code to scan, under the names that all of Stripe's and WooshPay's codes share. */
export const qr: Row = ({ payload, method }) => {
  const data = text(payload.data);
  const image =
    webAddress(payload.image_url_svg) ?? webAddress(payload.image_url_png) ?? imageData(payload);
  if (!data && !image) return null;
  return {
    kind: 'qr',
    method,
    data,
    image,
    hostedUrl: webAddress(payload.hosted_instructions_url),
    expiresAt: milliseconds(payload.expires_at) || null,
  };
};

/** `first` opens at once on a desktop; on a phone the links are offered for a tap. */
function app(action: Action, desktop: unknown, phone: readonly unknown[]): Step | null {
  if (action.device.form === 'desktop') {
    return redirect({ ...action, payload: { url: desktop } });
  }
  const [first, ...others] = new Set(phone.map(appAddress).filter((link) => link !== null));
  return first ? { kind: 'app', method: action.method, links: [first, ...others] } : null;
}

/** `native_url` and `native_data` are for native apps; in a browser Alipay's page opens the app. */
const alipay: Row = (action) =>
  action.device.inApp === 'alipay'
    ? redirect(action)
    : app(action, action.payload.url, [action.payload.url]);

/**
 * Alipay+: `normalUrl` always ends on a page, `applinkUrl` opens the app where it is installed,
 * `schemeUrl` is for old Android and fails loudly without the app (docs.antom.com, "cashierpay").
 */
const alipayPlus: Row = (action) => {
  const { normalUrl, applinkUrl, schemeUrl } = action.payload;
  const page = webAddress(normalUrl) ?? applinkUrl;
  if (action.device.inApp) return app(action, page, [normalUrl, applinkUrl]);
  const scheme = action.device.os === 'android' ? schemeUrl : null;
  return app(action, page, [applinkUrl, normalUrl, scheme]);
};

/** A wallet on the phone, or its code on another screen: Stripe's Cash App, Swish and UPI. */
const appOrCode: Row = (action) => {
  const { qr_code: code, mobile_auth_url, hosted_instructions_url } = action.payload;
  const payload = { hosted_instructions_url, ...(isRecord(code) ? code : {}) };
  const scan = qr({ ...action, payload });
  if (action.device.form === 'desktop') return scan;
  // The address for the phone is often missing (Swish) or not there at all (UPI).
  return app(action, null, [mobile_auth_url]) ?? scan;
};

/** WeChat's page for phones; inside WeChat it refuses ("open the order outside WeChat"). */
const wechatPage: Row = (action) =>
  action.device.inApp === 'wechat' ? null : app(action, action.payload.url, [action.payload.url]);

/** A link into WeChat, for phones alone. */
const wechatApp: Row = (action) => app(action, null, [action.payload.native_url]);

/** Only one shape of `use_stripe_sdk` is a plain page; the others need Stripe's own script. */
const stripeSdk: Row = (action) => {
  const { payload } = action;
  if (payload.type === 'three_d_secure_redirect') {
    const step = redirect({ ...action, method: 'card', payload: { url: payload.stripe_js } });
    if (step) return step;
  }
  return { kind: 'delegate', action: { type: 'use_stripe_sdk', payload } };
};

/**
 * Every next action that is supported, a row a type; a new wallet is a new row.
 * Types that end in `_handle_redirect` and are not named here are plain redirects, those that end
 * in `_display_qr_code` are codes.
 */
export const NEXT_ACTIONS: Readonly<Record<string, Row>> = {
  redirect_to_url: redirect,
  ddc_redirect: frame('fingerprint'),
  challenge_redirect: frame('challenge'),
  wechat_pay_display_qr_code: qr,
  wechat_pay_redirect_to_web: wechatPage,
  wechat_pay_redirect_to_ios_app: wechatApp,
  wechat_pay_redirect_to_android_app: wechatApp,
  cashapp_handle_redirect_or_display_qr_code: appOrCode,
  swish_handle_redirect_or_display_qr_code: appOrCode,
  upi_handle_redirect_or_display_qr_code: appOrCode,
  alipay_handle_redirect: alipay,
  alipayplus_handle_redirect: alipayPlus,
  use_stripe_sdk: stripeSdk,
};

/** Stripe's WeChat action carries its picture as a data: address; only as an image is it harmless. */
function imageData(payload: Action['payload']): string | null {
  const value = text(payload.image_data_url);
  return value && /^data:image\/(png|svg\+xml|jpeg|gif);/.test(value) ? value : null;
}
