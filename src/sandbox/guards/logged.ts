import type { Context, MiddlewareHandler } from 'hono';
import type { FaultKind } from '../base/faultKind.ts';
import { callIn, documentedPath, intentIdIn } from '../request/callPath.ts';
import type { Call } from '../world/callLog.ts';
import type { World } from '../world/context.ts';

declare module 'hono' {
  interface ContextVariableMap {
    /** When the call began. Milliseconds. */
    begun: number;
    struck: FaultKind;
    /** Whether the call's operation has been run. */
    ran: boolean;
  }
}

/** What the log is told of a call beside what every request says. */
type Outcome = Pick<Call, 'status' | 'ran' | 'publishable'>;

function callOf(c: Context, outcome: Outcome): Call {
  const { method, path } = c.req;
  const name = callIn(method, documentedPath(path));
  const idempotencyKey = c.req.header('idempotency-key');
  const fault = c.get('struck');
  return {
    at: c.get('begun'),
    method,
    path,
    ...(name && { name }),
    ...outcome,
    ...(idempotencyKey && { idempotencyKey }),
    ...(fault && { fault }),
  };
}

const note = (c: Context, { store }: World, id: string, outcome: Outcome) => {
  if (store.get(id)) store.record(id, callOf(c, outcome));
};

/**
 * Writes down a call whose operation was run: at once, since it has had its effect although its
 * answer may still be kept back.
 */
export function noteRun(
  c: Context,
  world: World,
  { id, publishable, status }: { id: string; publishable: boolean; status: number },
): void {
  c.set('ran', true);
  note(c, world, id, { status, ran: true, ...(publishable && { publishable }) });
}

/**
 * Writes down each call that names a payment, also one that was answered before its operation: a
 * repeated key, a key in use, a fault. A call is as old as its beginning, so that it comes before
 * what it has led to; the status 0 is no answer.
 */
export function logged(world: World): MiddlewareHandler {
  return async (c, next) => {
    c.set('begun', world.now());
    try {
      await next();
    } finally {
      const id = intentIdIn(documentedPath(c.req.path));
      const status = c.finalized ? c.res.status : 0;
      if (!c.get('ran')) note(c, world, id, { status, ran: false });
    }
  };
}
