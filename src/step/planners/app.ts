import { text } from '../../intent/index.ts';
import { surfaceOf } from '../device.ts';
import type { WechatPayParams } from '../step.ts';
import { appUrl, webUrl } from '../url.ts';
import { redirect, redirectTo, sdk } from './page.ts';
import type { PlannerInput, StepPlanner } from './planner.ts';

interface AppOptions {
  /** The URL that a phone can take over from a desktop, where there is one. */
  readonly scan?: unknown;
  /** The app around the page refuses the wallet. */
  readonly refused?: boolean;
}

/** A wallet app, by these URLs as far as they may be opened. */
export function app(action: PlannerInput, links: readonly unknown[], options: AppOptions = {}) {
  const [first, ...others] = new Set(links.map(appUrl).filter((link) => link !== null));
  if (!first) return null;
  const surface = surfaceOf(action.device);
  return {
    kind: 'app',
    method: action.method,
    surface,
    links: [first, ...others],
    scan: surface === 'desktop' ? webUrl(options.scan) : null,
    refused: surface === 'in-app' && options.refused === true,
  } as const;
}

/** Tencent's apps block Alipay's pages and links. */
const inWechat = ({ device }: PlannerInput) => device.inApp === 'wechat';

/** `native_url` and `native_data` are for native apps; in a browser Alipay's page opens the app. */
export const alipay: StepPlanner = (action) => {
  const { formFactor, inApp } = action.device;
  if (formFactor === 'desktop' || inApp === 'alipay') return redirect(action);
  return app(action, [action.payload.url], { refused: inWechat(action) });
};

/**
 * Alipay+: `normalUrl` always ends on a page, `applinkUrl` opens the app where it is installed,
 * `schemeUrl` is for old Android and fails loudly without the app (docs.antom.com, "cashierpay").
 */
export const alipayPlus: StepPlanner = (action) => {
  const { normalUrl, applinkUrl, schemeUrl } = action.payload;
  const { formFactor, inApp, os } = action.device;
  const refused = inWechat(action);
  if (formFactor === 'desktop') {
    return redirectTo(normalUrl, action) ?? app(action, [applinkUrl], { scan: applinkUrl });
  }
  if (inApp) return app(action, [normalUrl, applinkUrl], { refused });
  return app(action, [applinkUrl, normalUrl, os === 'android' ? schemeUrl : null]);
};

/**
 * WeChat's page for phones. It asks for the shop's Referer, so a code of it would not work on
 * another device; and inside WeChat it refuses ("open the order outside WeChat").
 */
export const wechatPage: StepPlanner = (action) =>
  app(action, [action.payload.url], { refused: inWechat(action) });

/** A link into a wallet's app, or the page in its place. */
export const nativeApp: StepPlanner = (action) => {
  const { native_url, url } = action.payload;
  return app(action, [native_url, url], { scan: native_url });
};

/** A link into WeChat. Stripe's form for Android has values for a native app in its place. */
export const wechatApp: StepPlanner = (action) => nativeApp(action) ?? wechatSdk(action);

const wechatSdk: StepPlanner = (action) => (text(action.payload.prepay_id) ? sdk(action) : null);

/** WeChat's bridge takes strings only, and all six of them. */
export const wechatBridge: StepPlanner = ({ payload, device }) => {
  const names = ['appId', 'timeStamp', 'nonceStr', 'package', 'signType', 'paySign'];
  const values = names.map((name) => {
    const value = payload[name];
    return [name, text(typeof value === 'number' ? String(value) : value)];
  });
  if (values.some(([, value]) => value === null)) return null;
  const params: WechatPayParams = Object.fromEntries(values);
  return { kind: 'wechat-jsapi', params, inWechat: device.inApp === 'wechat' };
};
