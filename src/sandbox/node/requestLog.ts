import type { MiddlewareHandler } from 'hono';
import { redact } from '../errors/redact.ts';

/** How the Node server marks that there is nothing to send any more. */
const ALREADY_SENT = 'x-hono-already-sent';

const LONGEST_PATH = 200;

/** The path without its query, and without what may not be logged or would break the line. */
function pathOf(path: string): string {
  const shown = redact(path).slice(0, LONGEST_PATH);
  return shown.replaceAll(/[^\x21-\x7e]/g, '?');
}

/** One line a request: method, path, status, and how long the answer took. */
export function requestLog(log: (line: string) => void): MiddlewareHandler {
  return async (c, next) => {
    const start = performance.now();
    await next();
    const took = Math.round(performance.now() - start);
    const outcome = c.res.headers.has(ALREADY_SENT) ? 'dropped' : c.res.status;
    log(`${c.req.method} ${pathOf(c.req.path)} ${outcome} ${took} ms`);
  };
}
