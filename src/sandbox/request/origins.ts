import type { Context } from 'hono';
import { isLoopback } from '../base/hosts.ts';

const urlOf = (origin: string) => (URL.canParse(origin) ? new URL(origin) : null);

/**
 * Whether a request comes from one of the sandbox's own pages, or from no page at all. Browsers say
 * so in Sec-Fetch-Site, older ones in Origin; who says neither is no browser. Hosts are compared, and
 * not schemes: a tunnel may speak https to the browser.
 */
export function isSameOrigin({ req }: Context): boolean {
  const site = req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = req.header('origin');
  return origin === undefined || urlOf(origin)?.host === new URL(req.url).host;
}

/** A page of the developer's: on the sandbox's own host, whatever the port, or on this computer. */
function isDevelopers(origin: string, { req }: Context): boolean {
  const hostname = urlOf(origin)?.hostname;
  if (hostname === undefined || hostname === '') return false;
  return hostname === new URL(req.url).hostname || isLoopback(hostname);
}

/**
 * Whether a page of somebody else's has sent the request: neither the sandbox's own nor one of a shop
 * that is developed beside it.
 */
export function isCrossSite(c: Context): boolean {
  if (isSameOrigin(c)) return false;
  const origin = c.req.header('origin');
  return origin === undefined
    ? c.req.header('sec-fetch-site') !== 'same-site'
    : !isDevelopers(origin, c);
}
