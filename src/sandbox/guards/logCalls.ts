import type { Context, MiddlewareHandler } from 'hono';
import type { FaultKind } from '../base/faultKind.ts';
import { callIn, documentedPath, intentIdIn } from '../request/callPath.ts';
import type { Call } from '../world/callLog.ts';
import type { SandboxContext } from '../world/context.ts';

declare module 'hono' {
  interface ContextVariableMap {
    /** When the call began. Milliseconds. */
    startedAt: number;
    /** The fault that the call has met. */
    fault: FaultKind;
    /** Whether the call's operation has been run. */
    operationRan: boolean;
  }
}

/** What became of a call. The rest of its entry comes from the request. */
type CallResult = Pick<Call, 'status' | 'ran' | 'publishable'>;

function callOf(c: Context, result: CallResult): Call {
  const { method, path } = c.req;
  const name = callIn(method, documentedPath(path));
  const idempotencyKey = c.req.header('idempotency-key');
  const fault = c.get('fault');
  return {
    at: c.get('startedAt'),
    method,
    path,
    ...(name && { name }),
    ...result,
    ...(idempotencyKey && { idempotencyKey }),
    ...(fault && { fault }),
  };
}

const record = (c: Context, { store }: SandboxContext, id: string, result: CallResult) => {
  if (store.get(id)) store.record(id, callOf(c, result));
};

/**
 * Records a call as soon as its operation has run. The operation has had its effect by then, even if
 * a fault delays the answer.
 */
export function recordOperation(
  c: Context,
  context: SandboxContext,
  { id, publishable, status }: { id: string; publishable: boolean; status: number },
): void {
  c.set('operationRan', true);
  record(c, context, id, { status, ran: true, ...(publishable && { publishable }) });
}

/**
 * Records each call that names a payment, also one whose operation did not run: a repeated key, a key
 * in use, a fault. A call has the time of its start, so that it sorts before what it has caused. The
 * status 0 means that there was no answer.
 */
export function logCalls(context: SandboxContext): MiddlewareHandler {
  return async (c, next) => {
    c.set('startedAt', context.now());
    try {
      await next();
    } finally {
      const id = intentIdIn(documentedPath(c.req.path));
      const status = c.finalized ? c.res.status : 0;
      if (!c.get('operationRan')) record(c, context, id, { status, ran: false });
    }
  };
}
