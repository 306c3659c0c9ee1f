import type { MiddlewareHandler } from 'hono';
import { redact } from '../errors/redact.ts';

/** The header by which the Node server knows that the answer has been sent. */
const ALREADY_SENT = 'x-hono-already-sent';

const LONGEST_PATH = 200;

/** The path for the log: without query, secrets, and characters that would break the line. */
function pathOf(path: string): string {
  const shown = redact(path).slice(0, LONGEST_PATH);
  return shown.replaceAll(/[^\x21-\x7e]/g, '?');
}

/** Logs a line per request: method, path, status, duration. */
export function requestLog(log: (line: string) => void): MiddlewareHandler {
  return async (c, next) => {
    const start = performance.now();
    await next();
    const took = Math.round(performance.now() - start);
    const outcome = c.res.headers.has(ALREADY_SENT) ? 'dropped' : c.res.status;
    log(`${c.req.method} ${pathOf(c.req.path)} ${outcome} ${took} ms`);
  };
}
