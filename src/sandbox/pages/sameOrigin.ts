import type { Context, MiddlewareHandler } from 'hono';
import { refusalView } from './notes.ts';

const hostOf = (address: string) => (URL.canParse(address) ? new URL(address).host : null);

/**
 * Whether a form comes from the console's own page. Browsers say so in Sec-Fetch-Site, older ones
 * in Origin; who says neither is no browser, and no other site's tool.
 */
function isOwn(c: Context): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = c.req.header('origin');
  return origin === undefined || hostOf(origin) === new URL(c.req.url).host;
}

/** Refuses what another site's page would have done in a developer's name. */
export const sameOrigin: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'GET' || isOwn(c)) return next();
  return c.html(
    refusalView('Not from here', 'Another site sent this form. Nothing was done.'),
    403,
  );
};
