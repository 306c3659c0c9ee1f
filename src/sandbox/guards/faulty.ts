import type { Context, MiddlewareHandler } from 'hono';
import type { FaultKind } from '../base/faultKind.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { requestParams, viewOf } from '../dialect/requestParams.ts';
import { ConnectionDropped } from '../errors/connectionDropped.ts';
import { problems } from '../errors/errors.ts';
import type { Intent } from '../payment/intent.ts';
import { callerOf } from '../request/auth.ts';
import { documentedPath, intentIdIn } from '../request/callPath.ts';
import { type Fault, type FaultyCall, LONGEST_WAIT } from './faultRules.ts';
import type { Faults } from './faults.ts';

declare module 'hono' {
  interface ContextVariableMap {
    /** Milliseconds, before and after the call does its work. */
    waits: { readonly before: number; readonly after: number };
  }
}

/** One call, and what it needs to go wrong. */
interface Scene {
  readonly c: Context;
  readonly dialect: Dialect;
  readonly fault: Fault;
  /** The payment before its last change. */
  readonly earlier: Intent | undefined;
}

/** Stripe sends no Retry-After (stripe-node 6e72be057): its header says whether, and not when. */
function busy({ c, dialect }: Scene, shouldRetry: string | null): void {
  if (dialect.name === 'wooshpay') c.header('Retry-After', '1');
  else if (shouldRetry !== null) c.header('Stripe-Should-Retry', shouldRetry);
}

function html({ c }: Scene): void {
  c.res = c.html('<!doctype html><title>Sign in to this network</title><h1>Welcome</h1>', 200);
}

async function cut({ c }: Scene): Promise<void> {
  const whole = await c.res.text();
  const { status, headers } = c.res;
  c.res = new Response(whole.slice(0, Math.floor(whole.length / 2)), { status, headers });
}

async function breakOff({ c }: Scene): Promise<never> {
  const { status, headers } = c.res;
  const whole = new Uint8Array(await c.res.arrayBuffer());
  const half = whole.slice(0, Math.ceil(whole.length / 2));
  throw new ConnectionDropped({ status, headers, half, length: whole.length });
}

async function outdate({ c, dialect, earlier }: Scene): Promise<void> {
  if (!earlier || c.res.status !== 200) return;
  const raw = await requestParams(c, dialect);
  const { publishable } = callerOf(c.req.header('authorization') ?? null, raw.key);
  const view = viewOf(raw, publishable, c.req.header('sandbox-style'));
  c.res = c.json(dialect.present(earlier, view));
}

/** What each kind does to an answer; those that need none can also strike before there is one. */
const STRIKES: Record<FaultKind, (scene: Scene) => void | Promise<void>> = {
  latency: () => {},
  rate_limit: (scene) => {
    busy(scene, null);
    throw problems.rateLimited();
  },
  lock_timeout: (scene) => {
    busy(scene, 'true');
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
  malformed: (scene) => (scene.fault.form === 'html' ? html : cut)(scene),
  stale: outdate,
};

const NEED_ANSWER: readonly FaultKind[] = ['break_off', 'malformed', 'stale'];

const sleep = (ms: number) => new Promise((wake) => setTimeout(wake, ms));

function latencyOf(found: readonly Fault[], when: Fault['when']): number {
  const waits = found.filter((each) => each.kind === 'latency' && each.when === when);
  return Math.min(
    waits.reduce((sum, { ms }) => sum + ms, 0),
    LONGEST_WAIT,
  );
}

function callOf(c: Context, faults: Faults): FaultyCall & Pick<Scene, 'earlier'> {
  const { method } = c.req;
  const path = documentedPath(c.req.path);
  const earlier = method === 'GET' ? faults.earlier(intentIdIn(path)) : undefined;
  return { method, path, earlier, mayBeStale: earlier !== undefined };
}

/** Lets calls go wrong. Of several faults the first that is no latency strikes. */
export function faulty(dialect: Dialect, faults: Faults): MiddlewareHandler {
  return async (c, next) => {
    const { earlier, ...call } = callOf(c, faults);
    const found = faults.of(call, c.req.header('sandbox-fault'));
    const waits = { before: latencyOf(found, 'before'), after: latencyOf(found, 'after') };
    const fault = found.find(({ kind }) => kind !== 'latency');
    const struck = fault ?? found[0];
    c.set('waits', waits);
    if (struck) c.set('struck', struck.kind);
    if (!fault || fault.when === 'after' || NEED_ANSWER.includes(fault.kind)) {
      await next();
    } else {
      await sleep(waits.before + waits.after);
    }
    if (fault) await STRIKES[fault.kind]({ c, dialect, fault, earlier });
  };
}

/** The waits that a call was given, around its work: it is in flight all the while. */
export const late: MiddlewareHandler = async (c, next) => {
  const { before, after } = c.get('waits') ?? { before: 0, after: 0 };
  if (before > 0) await sleep(before);
  await next();
  if (after > 0) await sleep(after);
};
