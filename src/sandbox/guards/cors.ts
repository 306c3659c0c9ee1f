import type { Context, MiddlewareHandler } from 'hono';

const METHODS = 'GET, POST, DELETE, OPTIONS';

const REQUEST_HEADERS = [
  'Authorization',
  'Content-Type',
  'Idempotency-Key',
  'Stripe-Version',
  'Stripe-Account',
  'Sandbox-Style',
  'Sandbox-Fault',
].join(', ');

/**
 * Stripe's list (recorded in September 2026: pay-rails/pay 56ca113, `test/vcr_cassettes`), so that a
 * page that works here works there, too. `Retry-After` and `Idempotent-Replayed` are not in it.
 */
const EXPOSED = [
  'Request-Id',
  'Stripe-Manage-Version',
  'Stripe-Should-Retry',
  'X-Stripe-External-Auth-Required',
  'X-Stripe-Privileged-Session-Required',
].join(', ');

/** How long a browser may remember a preflight: as long as Stripe's. Seconds. */
const REMEMBERED = '300';

/** Allows every preflight. The request that follows is checked by itself. */
function preflight(c: Context): Response {
  return c.body(null, 204, {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': METHODS,
    'Access-Control-Allow-Headers': REQUEST_HEADERS,
    'Access-Control-Max-Age': REMEMBERED,
  });
}

function open(c: Context, origin: string): void {
  c.header('Access-Control-Allow-Origin', origin);
  c.header('Access-Control-Expose-Headers', EXPOSED);
  if (origin !== '*') c.header('Vary', 'Origin', { append: true });
}

/**
 * Lets pages of other origins read what `readableBy` says (an origin, `*`, or null for none), and
 * every error: without that, browsers report CORS in place of the real reason.
 */
export function cors(readableBy: (c: Context) => string | null): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method === 'OPTIONS') return preflight(c);
    const origin = readableBy(c);
    // Set before the answer, since a fault may send only a part of it.
    if (origin !== null) open(c, origin);
    await next();
    const isReadable = c.res.headers.has('access-control-allow-origin');
    if (c.res.status >= 400 && !isReadable) open(c, '*');
  };
}
