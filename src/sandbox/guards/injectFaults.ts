import type { Context, MiddlewareHandler } from 'hono';
import type { FaultKind } from '../base/faultKind.ts';
import { answerJson } from '../base/prettyJson.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { answerViewOf, readCaller, requestParams } from '../dialect/requestParams.ts';
import { ConnectionDropped } from '../errors/connectionDropped.ts';
import { problems } from '../errors/errors.ts';
import { expanded } from '../expand/expanded.ts';
import { readExpand } from '../expand/readExpand.ts';
import type { Intent } from '../payment/intent.ts';
import { KIND_NAMES } from '../payment/intentKind.ts';
import { documentedPath, intentIdIn } from '../request/callPath.ts';
import type { SandboxContext } from '../world/context.ts';
import { type Fault, type FaultyCall, LONGEST_WAIT } from './faultRules.ts';
import type { Faults } from './faults.ts';

declare module 'hono' {
  interface ContextVariableMap {
    /** Milliseconds, before and after the operation. */
    latency: { readonly before: number; readonly after: number };
  }
}

/** One call, and what a fault needs to know of it. */
interface FaultTarget {
  readonly c: Context;
  readonly dialect: Dialect;
  readonly fault: Fault;
  readonly context: SandboxContext;
  /** The payment before its last change. */
  readonly earlier: Intent | undefined;
}

/** Stripe sends no Retry-After (stripe-node 6e72be057): its header says whether, and not when. */
function busy({ c, dialect }: FaultTarget, shouldRetry: string | null): void {
  if (dialect.name === 'wooshpay') c.header('Retry-After', '1');
  else if (shouldRetry !== null) c.header('Stripe-Should-Retry', shouldRetry);
}

function answerHtml({ c }: FaultTarget): void {
  c.res = c.html('<!doctype html><title>Sign in to this network</title><h1>Welcome</h1>', 200);
}

async function cutAnswer({ c }: FaultTarget): Promise<void> {
  const text = await c.res.text();
  const { status, headers } = c.res;
  c.res = new Response(text.slice(0, Math.floor(text.length / 2)), { status, headers });
}

async function breakOff({ c }: FaultTarget): Promise<never> {
  const { status, headers } = c.res;
  const body = new Uint8Array(await c.res.arrayBuffer());
  const half = body.slice(0, Math.ceil(body.length / 2));
  throw new ConnectionDropped({ status, headers, half, length: body.length });
}

async function answerStale({ c, context, dialect, earlier }: FaultTarget): Promise<void> {
  if (!earlier || c.res.status !== 200) return;
  const params = await requestParams(c, dialect);
  const { account, publishable } = readCaller(c, params);
  const answer = KIND_NAMES[earlier.kind].object;
  const expansion = readExpand(params.raw.expand, { answer, publishable });
  const shown = dialect.present(earlier, answerViewOf(c, publishable));
  c.res = answerJson(c, expanded(shown, expansion, { ...context, account, dialect }));
}

/** What each kind does to the answer. Those not in `NEEDS_ANSWER` also work before there is one. */
const FAULT_HANDLERS: Record<FaultKind, (target: FaultTarget) => void | Promise<void>> = {
  latency: () => {},
  rate_limit: (target) => {
    busy(target, null);
    throw problems.rateLimited();
  },
  lock_timeout: (target) => {
    busy(target, 'true');
    throw problems.locked();
  },
  conflict: ({ c }) => {
    throw problems.keyInUse(c.req.header('idempotency-key') ?? '');
  },
  server_error: () => {
    throw problems.serverError();
  },
  drop: () => {
    throw new ConnectionDropped();
  },
  break_off: breakOff,
  malformed: (target) => (target.fault.form === 'html' ? answerHtml : cutAnswer)(target),
  stale: answerStale,
};

const NEEDS_ANSWER: readonly FaultKind[] = ['break_off', 'malformed', 'stale'];

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function latencyOf(found: readonly Fault[], when: Fault['when']): number {
  const latencies = found.filter((each) => each.kind === 'latency' && each.when === when);
  return Math.min(
    latencies.reduce((sum, { ms }) => sum + ms, 0),
    LONGEST_WAIT,
  );
}

function callOf(c: Context, faults: Faults): FaultyCall & Pick<FaultTarget, 'earlier'> {
  const { method } = c.req;
  const path = documentedPath(c.req.path);
  const earlier = method === 'GET' ? faults.earlier(intentIdIn(path)) : undefined;
  return { method, path, earlier, mayBeStale: earlier !== undefined };
}

/** Makes calls fail. Of several faults the first one that is not a latency counts. */
export function injectFaults(
  dialect: Dialect,
  faults: Faults,
  context: SandboxContext,
): MiddlewareHandler {
  return async (c, next) => {
    const { earlier, ...call } = callOf(c, faults);
    const found = faults.of(call, c.req.header('sandbox-fault'));
    const latency = { before: latencyOf(found, 'before'), after: latencyOf(found, 'after') };
    const fault = found.find(({ kind }) => kind !== 'latency');
    const recorded = fault ?? found[0];
    c.set('latency', latency);
    if (recorded) c.set('fault', recorded.kind);
    if (!fault || fault.when === 'after' || NEEDS_ANSWER.includes(fault.kind)) {
      await next();
    } else {
      await sleep(latency.before + latency.after);
    }
    if (fault) await FAULT_HANDLERS[fault.kind]({ c, context, dialect, fault, earlier });
  };
}

/** Waits before and after the operation, as the faults say. The call is in flight meanwhile. */
export const injectLatency: MiddlewareHandler = async (c, next) => {
  const { before, after } = c.get('latency') ?? { before: 0, after: 0 };
  if (before > 0) await sleep(before);
  await next();
  if (after > 0) await sleep(after);
};
