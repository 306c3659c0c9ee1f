import type { Context, MiddlewareHandler } from 'hono';
import { callIn, documentedPath, intentIdIn } from './callPath.ts';
import type { FaultKind } from './faultRules.ts';
import type { Call } from './intent.ts';
import type { World } from './world.ts';

declare module 'hono' {
  interface ContextVariableMap {
    /** What an operation has answered, before a fault came over it. */
    ran: { readonly intentId: string; readonly status: number; readonly publishable: boolean };
    struck: FaultKind;
  }
}

/** What came of it: what the operation answered, else whoever stood before it; 0 is no answer. */
const statusOf = (c: Context) => c.get('ran')?.status ?? (c.finalized ? c.res.status : 0);

function callOf(c: Context, at: number): Call {
  const { method, path } = c.req;
  const name = callIn(method, documentedPath(path));
  const idempotencyKey = c.req.header('idempotency-key');
  const ran = c.get('ran');
  const fault = c.get('struck');
  return {
    at,
    method,
    path,
    ...(name && { name }),
    status: statusOf(c),
    ran: ran !== undefined,
    ...(ran?.publishable && { publishable: true }),
    ...(idempotencyKey && { idempotencyKey }),
    ...(fault && { fault }),
  };
}

/**
 * Writes down each call that names a payment, also one that was answered before its operation: a
 * repeated key, a key in use, a fault. A call is as old as its beginning, so that it comes before
 * what it has led to.
 */
export function logged({ store, now }: World): MiddlewareHandler {
  return async (c, next) => {
    const at = now();
    try {
      await next();
    } finally {
      const id = c.get('ran')?.intentId || intentIdIn(documentedPath(c.req.path));
      if (store.get(id)) store.record(id, callOf(c, at));
    }
  };
}
