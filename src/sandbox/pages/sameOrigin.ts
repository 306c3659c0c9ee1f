import type { MiddlewareHandler } from 'hono';
import { isOwnOrigin } from '../request/origins.ts';
import { refusalView } from './notes.ts';

/** Refuses what another site's page would have done in a developer's name. */
export const sameOrigin: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'GET' || isOwnOrigin(c)) return next();
  return c.html(
    refusalView('Not from here', 'Another site sent this form. Nothing was done.'),
    403,
  );
};
