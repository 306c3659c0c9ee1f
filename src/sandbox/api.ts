import { type Context, Hono } from 'hono';
import { callerOf } from './auth.ts';
import { ApiError, problems } from './errors.ts';
import { newRequestId } from './ids.ts';
import type { Intent } from './intent.ts';
import { check, OPERATIONS, type Operation } from './operations.ts';
import { requestParams, viewOf } from './requestParams.ts';
import { mountRoutes, NOBODY, type Route, refuse } from './resource.ts';
import type { Dialect, Scene, World } from './world.ts';

/** Whatever else there is beside PaymentIntents, one list per resource. */
const ROUTES: readonly Route[] = [];

/** The intent that came out is kept, also of a refused attempt: only its answer differs. */
function keep(intent: Intent, operation: Operation, scene: Scene): Intent {
  if (operation.method === 'GET') return intent;
  scene.store.put(intent);
  const refused = intent.status === 'requires_payment_method' && intent.lastError !== null;
  if (refused) throw problems.paymentFailed(intent);
  return intent;
}

function record(c: Context, { store, now }: Scene, id: string, status: number): void {
  if (!store.get(id)) return;
  store.record(id, { at: now(), method: c.req.method, path: c.req.path, status });
}

async function run(c: Context, operation: Operation, scene: Scene): Promise<Response> {
  const id = c.req.param('id') ?? '';
  let view = NOBODY;
  try {
    const { key, ...raw } = await requestParams(c, scene.dialect);
    const caller = callerOf(c.req.header('authorization') ?? null, key);
    check(operation, { scene, caller, raw, id });
    view = viewOf(raw, caller.publishable, c.req.header('sandbox-style'));
    const intent = keep(operation.run({ scene, caller, raw, id }), operation, scene);
    record(c, scene, intent.id, 200);
    return c.json(scene.dialect.present(intent, view));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    record(c, scene, error.problem.intent?.id ?? id, error.problem.status);
    return refuse(c, error.problem, scene.dialect, view);
  }
}

/** The routes of one dialect. `originOf` tells the address under which the caller sees the sandbox. */
export function createApi(dialect: Dialect, world: World, originOf: (c: Context) => string): Hono {
  const api = new Hono();
  api.use(async (c, next) => {
    await next();
    c.header('Request-Id', newRequestId(world.random));
  });
  for (const operation of OPERATIONS) {
    api.on(operation.method, operation.path, (c) =>
      run(c, operation, { ...world, dialect, origin: originOf(c) }),
    );
  }
  mountRoutes(api, ROUTES, { dialect, world, originOf });
  api.all('*', (c) =>
    refuse(c, problems.noRoute(c.req.method, c.req.path).problem, dialect, NOBODY),
  );
  return api;
}
