import { type Context, Hono } from 'hono';
import { except } from 'hono/combine';
import { createApi } from './api.ts';
import { createTestClock, type TestClock } from './base/clock.ts';
import { Heartbeat } from './base/heartbeat.ts';
import { type RandomOptions, randomStreams } from './base/random.ts';
import { platformTimers, type Timers } from './base/timers.ts';
import { behindPath } from './behindPath.ts';
import { createClockApi } from './control/clockApi.ts';
import { createFaultsApi } from './control/faultsApi.ts';
import { createIntentsApi } from './control/intentsApi.ts';
import { createWebhooksApi } from './control/webhooksApi.ts';
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
import { webhookUrl } from './request/urls.ts';
import { createFieldsPage } from './stripejs/fieldsPage.ts';
import { noteCaveats } from './world/caveats.ts';
import type { SandboxContext } from './world/context.ts';
import { History } from './world/history.ts';
import { type Snapshot, Store } from './world/store.ts';
import { type Forwarding, Webhooks } from './world/webhooks.ts';

/** All of them are optional. */
export interface SandboxOptions extends RandomOptions {
  /** The clock, in milliseconds since the epoch. Defaults to `Date.now`. */
  readonly now?: () => number;
  /**
   * The URL under which customers see the sandbox, with or without a path (`https://host/paystep`).
   * Defaults to each request's own origin.
   */
  readonly origin?: string;
  /** The state of an earlier sandbox (`snapshot()`) to continue with. */
  readonly snapshot?: Snapshot;
  /** The shop's name on the customer's pages. */
  readonly merchant?: string;
  /** URLs that get every event of both gateways as a signed webhook: see `forwarding`. */
  readonly forwardTo?: readonly string[];
  /** Sends webhooks. Defaults to the global `fetch`. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** How the sandbox waits between attempts. Defaults to the platform's timers. */
  readonly timers?: Timers;
}

/** A gateway as a function from `Request` to `Response`. */
export interface Sandbox {
  /** Answers one request. It takes what the global `fetch` takes, so that it can replace it. */
  fetch(input: Request | string | URL, init?: RequestInit): Promise<Response>;
  /**
   * Applies deadlines that have passed. Every request does so first. A server also calls it now and
   * then, so that streams and webhooks report them without a request.
   */
  due(): void;
  /**
   * Payments, payment methods, customers and the clock as plain data, for a later sandbox. It does
   * not have events, webhooks, faults, and the answers for repeated keys.
   */
  snapshot(): Snapshot;
  /**
   * Calls back with a line such as `note: pi_…: …` for what the sandbox accepts and Stripe would
   * refuse: once for each payment, at the call that caused it. Returns the function that stops it.
   * No line holds a secret.
   */
  onCaveat(listener: (line: string) => void): () => void;
  /** The URLs of `forwardTo` with their signing secrets. */
  readonly forwarding: readonly Forwarding[];
}

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
}

function build({ context, clock, middleware, originOf, timers }: Parts): Hono {
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
  app.route('/sandbox/faults', createFaultsApi(middleware.faults));
  app.route('/sandbox/clock', createClockApi(clock, context.store));
  app.route('/sandbox', createWebhooksApi(context.webhooks));
  app.route('/', createConsole({ context, clock, timers, faults: middleware.faults }));
  app.route('/', createFieldsPage());
  app.route('/sandbox', createPages(context, originOf));
  app.notFound(answerNotFound);
  app.onError(answerFailure);
  return app;
}

const globalFetch: typeof fetch = (input, init) => globalThis.fetch(input, init);

type Chosen = SandboxOptions & Required<Pick<SandboxOptions, 'random' | 'timers'>>;

/** Receivers check a signature by the platform's time, which no test clock moves. */
function webhooksOf(store: Store, clock: TestClock, options: Chosen): Webhooks {
  const { fetch = globalFetch, now: wallClock = Date.now, random, timers } = options;
  return new Webhooks(store, { fetch, timers, wallClock, now: clock.now, random });
}

const checkedUrl = (url: string) => webhookUrl(url, 'forwardTo');

/**
 * Creates a gateway for development and tests, in memory: Stripe's PaymentIntent API under
 * `/stripe/v1` and `/v1`, WooshPay's under `/wooshpay/v1`, and under `/sandbox` the pages that a
 * customer would meet. Keys: any `pk_test_…` and any `sk_test_…`.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const { merchant = 'Paystep demo shop' } = options;
  const random = randomStreams(options);
  const clock = createTestClock(options.now ?? Date.now, options.snapshot?.offset);
  const store = new Store(clock.now);
  if (options.snapshot) store.restore(options.snapshot);
  const { timers = platformTimers } = options;
  // Before the webhooks, so that an event finds its history.
  const history = new History(store, clock.now);
  const webhooks = webhooksOf(store, clock, { ...options, random: random.webhooks, timers });
  const forwarding = webhooks.forwardTo((options.forwardTo ?? []).map(checkedUrl));
  const context: SandboxContext = {
    store,
    webhooks,
    history,
    heartbeat: new Heartbeat(timers),
    now: clock.now,
    random: random.ids,
    merchant,
  };
  const middleware = new ApiMiddleware(context, random);
  const originOf = (c: Context) => options.origin ?? new URL(c.req.url).origin;
  const app = build({ context, clock, middleware, originOf, timers });
  const answer = behindPath(options.origin, app.fetch);
  return {
    fetch: async (input, init) => {
      const isUrl = typeof input === 'string' || input instanceof URL;
      return answer(isUrl ? new Request(input, init) : input);
    },
    due: () => store.due(),
    snapshot: () => store.snapshot(clock.offset()),
    onCaveat: (listener) => noteCaveats(store, listener),
    forwarding,
  };
}
