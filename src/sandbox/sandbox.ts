import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { createApi } from './api.ts';
import { type Clock, createClock, createClockApi } from './clock.ts';
import { createControl } from './control.ts';
import { errorBody } from './errors.ts';
import { type Random, secureRandom } from './ids.ts';
import { createPages } from './pages/routes.ts';
import { Store } from './store.ts';
import { stripe } from './stripe.ts';
import { wooshpay } from './wooshpay.ts';
import type { World } from './world.ts';

export interface SandboxOptions {
  /** The clock, in milliseconds since the epoch. Defaults to `Date.now`. */
  readonly now?: () => number;
  /** Chance, from 0 to below 1, for ids and secrets. Defaults to the platform's secure source. */
  readonly random?: Random;
  /** The address under which customers see the sandbox. Defaults to each request's own origin. */
  readonly origin?: string;
  /** The shop's name on the pages that a customer meets. */
  readonly merchant?: string;
}

export interface Sandbox {
  /**
   * Answers one request, as a server or a service worker would. Takes what the global `fetch`
   * takes, so that it can be handed over in its place.
   */
  fetch(input: Request | string | URL, init?: RequestInit): Promise<Response>;
  /**
   * Ends whatever has run out of time. Every request does so first; a server also calls it now and
   * then, so that streams and webhooks tell of it while nobody asks.
   */
  due(): void;
}

/** Browsers may call from any page: everything here is test money. */
const anyOrigin = cors({
  origin: '*',
  allowMethods: ['GET', 'POST', 'OPTIONS'],
  allowHeaders: [
    'Authorization',
    'Content-Type',
    'Idempotency-Key',
    'Stripe-Version',
    'Stripe-Account',
    'Sandbox-Style',
  ],
  exposeHeaders: ['Request-Id', 'Stripe-Should-Retry', 'Retry-After'],
  maxAge: 600,
});

function build(world: World, clock: Clock, originOf: (c: Context) => string): Hono {
  const app = new Hono();
  app.use((_, next) => {
    world.store.due();
    return next();
  });
  for (const path of [
    '/v1/*',
    '/stripe/v1/*',
    '/wooshpay/v1/*',
    '/sandbox/intents/*',
    '/sandbox/clock',
  ]) {
    app.use(path, anyOrigin);
  }
  app.route('/v1', createApi(stripe, world, originOf));
  app.route('/stripe/v1', createApi(stripe, world, originOf));
  app.route('/wooshpay/v1', createApi(wooshpay, world, originOf));
  app.route('/sandbox/intents', createControl(world));
  app.route('/sandbox/clock', createClockApi(clock, world.store));
  app.route('/sandbox', createPages(world, originOf));
  app.onError((error, c) => {
    console.error(error);
    const message = 'The sandbox itself failed; its log says more. Please report this.';
    return c.json(errorBody({ type: 'api_error', message }), 500);
  });
  return app;
}

/**
 * Creates a gateway for development and tests, in memory: Stripe's PaymentIntent API under
 * `/stripe/v1` and `/v1`, WooshPay's under `/wooshpay/v1`, and under `/sandbox` the pages that a
 * customer would meet. Keys: any `pk_test_…` and any `sk_test_…`.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const { random = secureRandom, merchant = 'Paystep demo shop' } = options;
  const clock = createClock(options.now ?? Date.now);
  const store = new Store(clock.now);
  const world: World = { store, now: clock.now, random, merchant };
  const app = build(world, clock, (c) => options.origin ?? new URL(c.req.url).origin);
  return {
    // A Request is taken as it is: the Node server's own is a thin one that cannot be copied.
    fetch: async (input, init) => {
      const isAddress = typeof input === 'string' || input instanceof URL;
      return app.fetch(isAddress ? new Request(input, init) : input);
    },
    due: () => store.due(),
  };
}
