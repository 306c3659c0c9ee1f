/** What the customer holds, as far as it decides how to pay. Plain data, so that it can be given. */
export interface Device {
  readonly formFactor: 'mobile' | 'desktop';
  readonly os: 'ios' | 'android' | 'other';
  /** The app whose built-in browser shows the page, or null in a browser proper. */
  readonly inApp: 'wechat' | 'alipay' | 'other' | null;
}

/** Where the customer looks at the page: it decides what can be done there. */
export type Surface = 'desktop' | 'phone' | 'in-app';

/** On a desktop even WeChat's browser is a desktop: the phone is another one. */
export function surfaceOf({ formFactor, inApp }: Device): Surface {
  if (formFactor === 'desktop') return 'desktop';
  return inApp ? 'in-app' : 'phone';
}

/** The part of `navigator` that tells; a server can fill it from a request's headers. */
export interface DeviceHints {
  readonly userAgent: string;
  readonly maxTouchPoints?: number;
  /** Whether an iPhone shows the page from its home screen, where it is a web view of its own. */
  readonly standalone?: boolean;
}

const WECHAT = /MicroMessenger/i;
const ALIPAY = /AlipayClient/i;
/** Names of apps whose built-in browsers may look like one proper. Safari view controllers have none. */
const OTHER_APP =
  /FBAN|FBAV|FB_IAB|Instagram|\b(Line|QQ|GSA|Lark)\/|KAKAOTALK|Twitter|musical_ly|BytedanceWebview|Weibo|AliApp|Snapchat|Telegram|Viber|baiduboxapp|inapp/i;
/** Browsers that are made of a web view and say who they are. */
const BROWSER =
  /CriOS|FxiOS|Edg(iOS|A)|OPiOS|OP[RTX]\/|DuckDuckGo|Ddg\/|Brave|Browser|Quark|Ecosia|Focus\//i;

/** Tells the device from its user agent. */
export function readDevice(hints: DeviceHints): Device {
  const { userAgent, maxTouchPoints = 0 } = hints;
  // An iPad calls itself a Macintosh; no Mac has a touch screen.
  const ios =
    /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
  const android = /Android/.test(userAgent);
  const os = ios ? 'ios' : android ? 'android' : 'other';
  return {
    formFactor: ios || android || /Mobile/.test(userAgent) ? 'mobile' : 'desktop',
    os,
    inApp: inAppOf(hints, os),
  };
}

function inAppOf({ userAgent, standalone }: DeviceHints, os: Device['os']): Device['inApp'] {
  if (WECHAT.test(userAgent)) return 'wechat';
  if (ALIPAY.test(userAgent)) return 'alipay';
  if (OTHER_APP.test(userAgent)) return 'other';
  const isBrowser = standalone || BROWSER.test(userAgent) || !isWebView(userAgent, os);
  return isBrowser ? null : 'other';
}

/**
 * A web view on iOS lacks Safari's name and version unless its app adds them; one on Android says
 * `wv`, or has the version of Android's first browser beside Chrome's
 * (developer.chrome.com/docs/webview/user-agent).
 */
function isWebView(userAgent: string, os: Device['os']): boolean {
  if (os === 'ios') return !/Version\/.+ Safari\//.test(userAgent);
  return os === 'android' && /; wv\)|Version\/\S+ Chrome\//.test(userAgent);
}
