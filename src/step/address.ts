/** Hosts on which plain http is as good as https: the developer's own machine. */
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * The schemes of the wallets that steps open, as their documents and the lists of payment SDKs name
 * them; the sandbox's end in `-sandbox`, which no app answers to. Any other may open a program that
 * has nothing to do with paying.
 */
const APP =
  /^(alipay(s|hk|plus)?|weixin|wechat|cashapp|swish|upi|tez|gpay|phonepe|paytm(mp)?|bhim|kakao(talk|pay)|line(pay)?|boost(app)?|akulaku|gcash|dana|shopee\w*|truemoney|ascendmoney|tngdwallet|supertoss|naver\w*|payco|samsungpay|paypay|grab|octopus|vipps|mobilepay|twint(-issuer\d+)?|blik|bizum|mbway)(-sandbox)?:$/;

/**
 * A gateway's address as it may be opened, or null. `https:` only, `http:` on loopback, and never with
 * a name before its host, which is only there to look like another host.
 * What comes back is the parsed form, so that what was checked is what is opened.
 */
export function webAddress(value: unknown): string | null {
  const url = parse(value);
  if (!url) return null;
  const web =
    url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
  return web ? url.href : null;
}

/** Like {@link webAddress}, or a wallet's own scheme, for the steps that open an app. */
export function appAddress(value: unknown): string | null {
  const url = parse(value);
  if (!url) return null;
  const isApp = url.protocol === 'intent:' ? isWalletIntent(url.hash) : APP.test(url.protocol);
  return isApp ? url.href : webAddress(value);
}

/** What else an intent may say; no part of an app, and nothing to hand over to it. */
const FIELD =
  /^(package=[\w.]+|action=android\.intent\.action\.VIEW|category=android\.intent\.category\.(BROWSABLE|DEFAULT))$/;

/** Whether Android would open a wallet for it (developer.chrome.com/docs/android/intents). */
function isWalletIntent(hash: string): boolean {
  const [, fields = ''] = /^#Intent;((?:.*;)?scheme=.*);end$/.exec(hash) ?? [];
  return fields.split(';').every((field) => {
    const [, name, value = ''] = /^(scheme|S\.browser_fallback_url)=(.*)$/.exec(field) ?? [];
    if (!name) return FIELD.test(field);
    return name === 'scheme' ? APP.test(`${value}:`) : webAddress(decoded(value));
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

function parse(value: unknown): URL | null {
  if (typeof value !== 'string') return null;
  try {
    const url = new URL(value);
    return url.username || url.password ? null : url;
  } catch {
    return null;
  }
}
