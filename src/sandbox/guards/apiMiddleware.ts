import type { MiddlewareHandler } from 'hono';
import { newRequestId } from '../base/ids.ts';
import type { Random } from '../base/random.ts';
import { apiVersionOf } from '../dialect/apiVersion.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { limitBody } from '../request/body.ts';
import type { SandboxContext } from '../world/context.ts';
import { refuseSecretKeysOfPages } from './crossSite.ts';
import { Faults } from './faults.ts';
import { IdempotencyStore, idempotency } from './idempotency.ts';
import { injectFaults, injectLatency } from './injectFaults.ts';
import { logCalls } from './logCalls.ts';

/** Gives every answer an id, which events show, too. */
const assignRequestId =
  (random: Random): MiddlewareHandler =>
  (c, next) => {
    const id = newRequestId(random);
    c.set('requestId', id);
    c.header('Request-Id', id);
    c.header('Cache-Control', 'no-cache, no-store');
    return next();
  };

/** Repeats the version of the request in the answer. */
const repeatApiVersion: MiddlewareHandler = (c, next) => {
  c.header('Stripe-Version', apiVersionOf(c.req.header('stripe-version')));
  return next();
};

/** The middleware before every operation of a gateway. */
export class ApiMiddleware {
  readonly faults: Faults;
  readonly #answers: IdempotencyStore;
  readonly #context: SandboxContext;
  readonly #requests: Random;

  /** Takes a source of chance for each purpose, so that reads do not change the ids of payments. */
  constructor(
    context: SandboxContext,
    random: { readonly requests: Random; readonly faults: Random },
  ) {
    this.#context = context;
    this.#requests = random.requests;
    this.faults = new Faults(random.faults, context.store);
    this.#answers = new IdempotencyStore(context.now);
  }

  /** In the order in which a request passes them. */
  of(dialect: Dialect): readonly MiddlewareHandler[] {
    return [
      assignRequestId(this.#requests),
      logCalls(this.#context),
      ...(dialect.name === 'stripe' ? [repeatApiVersion] : []),
      limitBody,
      refuseSecretKeysOfPages(dialect),
      injectFaults(dialect, this.faults, this.#context),
      idempotency(dialect, this.#answers),
      injectLatency,
    ];
  }
}
