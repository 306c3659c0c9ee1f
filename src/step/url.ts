/** Hosts on which plain http is as good as https: the developer's own machine. */
export const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * The schemes of the wallets that steps open, as their documents and the lists of payment SDKs name
 * them; the sandbox's end in `-sandbox`, which no app answers to. Any other may open a program that
 * has nothing to do with paying.
 */
const APPS =
  '(alipay(s|hk|plus)?|weixin|wechat|cashapp|swish|upi|tez|gpay|phonepe|paytm(mp)?|kakao(talk|pay)|line(pay)?|boost(app)?|akulaku|gcash|dana|shopee\\w*|truemoney|tngdwallet|paypay|grab|vipps|mobilepay|twint(-issuer\\d+)?|blik)(-sandbox)?';

/**
 * A URL of one of them, or an Android intent for it (developer.chrome.com/docs/android/intents)
 * that says no more than a wallet needs: no part of an app, nothing to hand over, and no page in its
 * place but an `https:` one.
 */
const APP = RegExp(
  `^(${APPS}:|intent:[^#]*#Intent(?=.*;scheme=);((scheme=${APPS}|package=[\\w.]+|(action|category)=android\\.intent\\.(action\\.VIEW|category\\.(BROWSABLE|DEFAULT))|S\\.browser_fallback_url=https%3A%2F%2F((?!%40)[^;@])+);)+end$)`,
);

/**
 * A gateway's URL as it may be opened, or null. `https:` only, `http:` on loopback, and never with
 * a name before its host, which is only there to look like another host.
 * What comes back is the parsed form, so that what was checked is what is opened.
 */
export function webUrl(value: unknown): string | null {
  const url = parse(value);
  if (!url) return null;
  const web =
    url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
  return web ? url.href : null;
}

/** Like {@link webUrl}, or a wallet's own scheme, for the steps that open an app. */
export function appUrl(value: unknown): string | null {
  const href = parse(value)?.href ?? '';
  return APP.test(href) ? href : webUrl(href);
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
