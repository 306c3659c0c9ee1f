/** What the customer holds, as far as it decides how to pay. Plain data, so that it can be given. */
export interface Device {
  readonly form: 'mobile' | 'desktop';
  readonly os: 'ios' | 'android' | 'other';
  /** The app whose built-in browser shows the page, or null in a browser proper. */
  readonly inApp: 'wechat' | 'alipay' | 'other' | null;
}

/** Where the customer looks at the page: it decides what can be done there. */
export type Surface = 'desktop' | 'phone' | 'in-app';

/** On a desktop even WeChat's browser is a desktop: the phone is another one. */
export function surfaceOf({ form, inApp }: Device): Surface {
  if (form === 'desktop') return 'desktop';
  return inApp ? 'in-app' : 'phone';
}

/** The part of `navigator` that tells; a server can fill it from a request's headers. */
export interface DeviceHints {
  readonly userAgent: string;
  readonly maxTouchPoints?: number;
}

const WECHAT = /MicroMessenger/i;
const ALIPAY = /AlipayClient/i;
/** Tokens that in-app browsers put into their user agent. Safari view controllers have none. */
const OTHER_APP =
  /FBAN|FBAV|FB_IAB|Instagram|\bLine\/|KAKAOTALK|Twitter|musical_ly|BytedanceWebview|Weibo|; wv\)|\bGSA\//i;

/** Tells the device from its user agent. */
export function readDevice({ userAgent, maxTouchPoints = 0 }: DeviceHints): Device {
  // An iPad calls itself a Macintosh; no Mac has a touch screen.
  const ios =
    /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
  const android = /Android/.test(userAgent);
  return {
    form: ios || android || /Mobile/.test(userAgent) ? 'mobile' : 'desktop',
    os: ios ? 'ios' : android ? 'android' : 'other',
    inApp: inAppOf(userAgent),
  };
}

function inAppOf(userAgent: string): Device['inApp'] {
  if (WECHAT.test(userAgent)) return 'wechat';
  if (ALIPAY.test(userAgent)) return 'alipay';
  return OTHER_APP.test(userAgent) ? 'other' : null;
}
