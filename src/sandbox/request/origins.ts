import type { Context } from 'hono';
import { isLoopback } from '../base/hosts.ts';

const urlOf = (origin: string) => (URL.canParse(origin) ? new URL(origin) : null);

/**
 * Whether a request comes from a page of the sandbox, or from no page. Browsers send
 * Sec-Fetch-Site, older ones Origin, and other clients neither. Schemes are not compared, since a
 * tunnel may speak https to the browser.
 */
export function isSameOrigin({ req }: Context): boolean {
  const site = req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = req.header('origin');
  return origin === undefined || urlOf(origin)?.host === new URL(req.url).host;
}

/** Whether it is a developer's page: on the sandbox's host, with any port, or on this computer. */
function isDevelopers(origin: string, { req }: Context): boolean {
  const hostname = urlOf(origin)?.hostname;
  if (hostname === undefined || hostname === '') return false;
  return hostname === new URL(req.url).hostname || isLoopback(hostname);
}

/** Whether a page of another site sent the request: neither the sandbox's nor a developer's. */
export function isCrossSite(c: Context): boolean {
  if (isSameOrigin(c)) return false;
  const origin = c.req.header('origin');
  return origin === undefined
    ? c.req.header('sec-fetch-site') !== 'same-site'
    : !isDevelopers(origin, c);
}
