import { problems } from '../errors/errors.ts';
import { type Reader, text } from './readers.ts';

/** `URL` removes line breaks and spaces silently; headers and browsers may not. */
const hasBlank = (value: string) => /[\s\p{Cc}\p{Zl}\p{Zp}]/u.test(value);

/** The text as a URL; null where it is not absolute, or has characters that a URL may not have. */
function urlIn(value: string): URL | null {
  return !hasBlank(value) && URL.canParse(value) ? new URL(value) : null;
}

/**
 * Schemes that do not belong to an app: a browser's own, and those that run code, read files or
 * start something else on the device.
 */
const NO_APPS = new Set(
  `about blob chrome chrome-extension chrome-search content data devtools edge feed file filesystem
  ftp intent jar javascript livescript mailto mocha moz-extension opera res resource search-ms shell
  sms ssh tel telnet vbscript view-source wyciwyg ws wss`.split(/\s+/),
);

const isHttp = ({ hostname, protocol }: URL) => /^https?:$/.test(protocol) && hostname !== '';

/**
 * An app's own URL such as `shop-app://paid`, as the gateways' mobile SDKs use.
 * `localhost:3000/paid` and `C:/paid` only look like it, and Windows' own schemes begin with `ms-`.
 */
function isApp({ href, protocol }: URL): boolean {
  const scheme = protocol.slice(0, -1);
  const isOwn = /^(?!https?:|ms-)[^:]{2,}:\//.test(href);
  return isOwn && !NO_APPS.has(scheme);
}

const refuse = (name: string, what: string) =>
  problems.invalid(`Invalid ${name}: must be ${what}.`, 'url_invalid', name);

/** The URL to which a customer returns: a page, or an app by its own scheme. */
export const returnUrl: Reader<string> = (value, name) => {
  const href = text(value, name);
  const url = urlIn(href);
  if (url && (isHttp(url) || isApp(url))) return href;
  throw refuse(name, "an absolute URL (https://…, or an app's own: my-app://…)");
};

/** The URL of a webhook endpoint: http or https, and one that `fetch` takes. */
export const webhookUrl: Reader<string> = (value, name) => {
  const href = text(value, name);
  const url = urlIn(href);
  if (url && isHttp(url) && !url.username && !url.password) return href;
  throw refuse(name, 'an http or https URL, without a user name or a password');
};
