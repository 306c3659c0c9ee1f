import { type Context, Hono } from 'hono';
import { except } from 'hono/combine';
import { createApi } from './api.ts';
import { createTestClock, type TestClock } from './base/clock.ts';
import { Heartbeat } from './base/heartbeat.ts';
import { type RandomStreams, randomStreams } from './base/random.ts';
import { platformTimers, stoppable, type Timers } from './base/timers.ts';
import { behindPath } from './behindPath.ts';
import { createClockApi } from './control/clockApi.ts';
import { createFaultsApi } from './control/faultsApi.ts';
import { createIntentsApi } from './control/intentsApi.ts';
import { createRefundsApi } from './control/refundsApi.ts';
import { createResetApi } from './control/resetApi.ts';
import { createWebhooksApi } from './control/webhooksApi.ts';
import { createFixtures } from './createFixtures.ts';
import { stripe } from './dialect/stripe.ts';
import { wooshpay } from './dialect/wooshpay.ts';
import { answerFailure, answerNotFound } from './errors/failure.ts';
import { ApiMiddleware } from './guards/apiMiddleware.ts';
import { cors } from './guards/cors.ts';
import { isPublicRead, refuseCrossSite } from './guards/crossSite.ts';
import { createConsole } from './pages/console/console.ts';
import { createPages } from './pages/pages.ts';
import { limitBody } from './request/body.ts';
import { isCrossSite } from './request/origins.ts';
import type { SandboxOptions } from './sandboxOptions.ts';
import { createFieldsPage } from './stripejs/fieldsPage.ts';
import type { SandboxContext } from './world/context.ts';
import { History } from './world/history.ts';
import { type Snapshot, Store } from './world/store.ts';
import { type Forwarding, Webhooks } from './world/webhooks.ts';

/** The console's pages refuse other sites themselves, with a page. */
const CONSOLE_PAGES = ['/sandbox', '/sandbox/', '/sandbox/console/*'];

const API = /^\/(?:stripe\/|wooshpay\/)?v1\//;

/** Pages of any origin may call the gateways, and only developers' pages the rest. */
function readableBy(c: Context): string | null {
  if (API.test(c.req.path) || isPublicRead(c)) return '*';
  const origin = c.req.header('origin');
  return origin !== undefined && !isCrossSite(c) ? origin : null;
}

/** What the routes need. */
interface Parts {
  readonly context: SandboxContext;
  readonly clock: TestClock;
  readonly middleware: ApiMiddleware;
  readonly timers: Timers;
  readonly originOf: (c: Context) => string;
  readonly reset: (c: Context) => Promise<void>;
}

function createApp({ context, clock, middleware, originOf, reset, timers }: Parts): Hono {
  const app = new Hono();
  app.use((_, next) => {
    context.store.due();
    return next();
  });
  app.use(cors(readableBy));
  app.use('/sandbox/*', except(CONSOLE_PAGES, refuseCrossSite));
  app.use('/sandbox/*', limitBody);
  app.route('/v1', createApi(stripe, context, originOf, middleware.of(stripe)));
  app.route('/stripe/v1', createApi(stripe, context, originOf, middleware.of(stripe)));
  app.route('/wooshpay/v1', createApi(wooshpay, context, originOf, middleware.of(wooshpay)));
  app.route('/sandbox/intents', createIntentsApi(context));
  app.route('/sandbox/refunds', createRefundsApi(context));
  app.route('/sandbox/faults', createFaultsApi(middleware.faults));
  app.route('/sandbox/clock', createClockApi(clock, context.store));
  app.route('/sandbox/reset', createResetApi(reset));
  app.route('/sandbox', createWebhooksApi(context.webhooks));
  app.route('/', createConsole({ context, clock, timers, faults: middleware.faults }));
  app.route('/', createFieldsPage());
  app.route('/sandbox', createPages(context, originOf));
  app.notFound(answerNotFound);
  app.onError(answerFailure);
  return app;
}

const globalFetch: typeof fetch = (input, init) => globalThis.fetch(input, init);

/** What a world is made of. */
export interface WorldOptions {
  readonly options: SandboxOptions;
  /** The state to begin with; without one, that of the fixtures. */
  readonly snapshot?: Snapshot | undefined;
  /** The signing secret of `forwardTo`. */
  readonly webhookSecret?: string | undefined;
  /** The URL of the sandbox, for the pages of the fixtures. */
  readonly origin: string;
  /** Called by `POST /sandbox/reset`, with the URL of the sandbox. */
  readonly onReset: (origin: string) => Promise<void>;
}

/** All that a sandbox remembers and does from its start, or a reset, to the next reset. */
export interface World {
  readonly store: Store;
  readonly clock: TestClock;
  readonly forwarding: readonly Forwarding[];
  answer(request: Request): Response | Promise<Response>;
  /** Ends streams and timers; sends no webhook any more, but for those that are under way. */
  close(): Promise<void>;
}

interface Sources {
  readonly clock: TestClock;
  readonly random: RandomStreams;
  readonly timers: Timers;
}

function createContext(options: SandboxOptions, { clock, random, timers }: Sources) {
  const {
    fetch = globalFetch,
    merchant = 'Paystep demo shop',
    now: wallClock = Date.now,
  } = options;
  const store = new Store(clock.now);
  // Before the webhooks, so that an event finds its history.
  const history = new History(store, clock.now);
  // Receivers check a signature by the platform's time, which no test clock moves.
  const sending = { fetch, timers, wallClock, now: clock.now, random: random.webhooks };
  return {
    store,
    webhooks: new Webhooks(store, sending),
    history,
    heartbeat: new Heartbeat(timers),
    now: clock.now,
    random: random.ids,
    merchant,
  } satisfies SandboxContext;
}

/** The fixtures as they are after their creation, which nobody has to hear of. */
function stateOfFixtures({ options, origin }: WorldOptions, sources: Sources): Snapshot | null {
  if (options.fixtures === undefined) return null;
  const context = createContext(options, sources);
  createFixtures(options.fixtures, context, origin);
  return context.store.snapshot(0);
}

export function openWorld(world: WorldOptions): World {
  const { onReset, options, snapshot, webhookSecret } = world;
  const random = randomStreams(options);
  const clock = createTestClock(options.now ?? Date.now, snapshot?.offset);
  const timers = stoppable(options.timers ?? platformTimers);
  const sources = { clock, random, timers };
  const state = snapshot ?? stateOfFixtures(world, sources);
  const context = createContext(options, sources);
  if (state) context.store.restore(state);
  const middleware = new ApiMiddleware(context, random);
  const originOf = (c: Context) => options.origin ?? new URL(c.req.url).origin;
  const reset = (c: Context) => onReset(originOf(c));
  const app = createApp({ context, clock, middleware, originOf, reset, timers });
  return {
    store: context.store,
    clock,
    forwarding: context.webhooks.forwardTo(options.forwardTo ?? [], webhookSecret),
    answer: behindPath(options.origin, app.fetch),
    close: () => {
      timers.stop();
      context.heartbeat.endAll();
      return context.webhooks.close();
    },
  };
}
