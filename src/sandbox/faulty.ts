import type { Context, MiddlewareHandler } from 'hono';
import { callerOf } from './auth.ts';
import { problems } from './errors.ts';
import type { Fault, FaultKind, FaultyCall } from './faultRules.ts';
import type { Faults } from './faults.ts';
import type { Intent } from './intent.ts';
import { requestParams, viewOf } from './requestParams.ts';
import type { Dialect, World } from './world.ts';

/** What `fetch` rejects with where a connection ends without an answer: no response, but an error. */
export class ConnectionDropped extends TypeError {
  override readonly name = 'ConnectionDropped';
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
  server_error: () => {
    throw problems.serverError();
  },
  drop: () => {
    throw new ConnectionDropped('The sandbox dropped this connection, as it was asked to.');
  },
  malformed: (scene) => (scene.fault.form === 'html' ? html : cut)(scene),
  stale: outdate,
};

/** What a call that was never run is remembered with; 0 where nothing was answered. */
const STATUSES: Partial<Record<FaultKind, number>> = {
  rate_limit: 429,
  lock_timeout: 429,
  server_error: 500,
};

const NEED_ANSWER: readonly FaultKind[] = ['malformed', 'stale'];

const sleep = (ms: number) => new Promise((wake) => setTimeout(wake, ms));

const latencyOf = (found: readonly Fault[]) =>
  found.reduce((sum, { kind, ms }) => sum + (kind === 'latency' ? ms : 0), 0);

/** `/stripe/v1/payment_intents/pi_1` is `/payment_intents/pi_1`, as the gateways document it. */
const pathOf = (c: Context) => c.req.path.replace(/^.*?\/v1(?=\/)/, '');

/** The payment that a call names, also where the call fails before anybody looks for it. */
const idOf = (path: string) => path.split('/')[2] ?? '';

function callOf(c: Context, faults: Faults): FaultyCall & Pick<Scene, 'earlier'> {
  const { method } = c.req;
  const path = pathOf(c);
  const earlier = method === 'GET' ? faults.earlier(idOf(path)) : undefined;
  return { method, path, earlier, mayBeStale: earlier !== undefined };
}

function record(c: Context, { store, now }: World, kind: FaultKind): void {
  const id = idOf(pathOf(c));
  if (!store.get(id)) return;
  const { method, path } = c.req;
  store.record(id, { at: now(), method, path, status: STATUSES[kind] ?? 0 });
}

/** Lets calls go wrong. Of several faults the first that is no latency strikes. */
export function faulty(dialect: Dialect, world: World, faults: Faults): MiddlewareHandler {
  return async (c, next) => {
    const { earlier, ...call } = callOf(c, faults);
    const found = faults.of(call, c.req.header('sandbox-fault'));
    const latency = latencyOf(found);
    const fault = found.find(({ kind }) => kind !== 'latency');
    c.set('latency', latency);
    if (!fault || fault.when === 'after' || NEED_ANSWER.includes(fault.kind)) {
      await next();
    } else {
      await sleep(latency);
      record(c, world, fault.kind);
    }
    if (fault) await STRIKES[fault.kind]({ c, dialect, fault, earlier });
  };
}

/** The wait that a call was given. It comes late, so that the call is in flight meanwhile. */
export const late: MiddlewareHandler = async (c, next) => {
  const latency: number = c.get('latency') ?? 0;
  if (latency > 0) await sleep(latency);
  await next();
};
