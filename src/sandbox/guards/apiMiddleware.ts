import type { MiddlewareHandler } from 'hono';
import { newRequestId } from '../base/ids.ts';
import type { Random } from '../base/random.ts';
import { VERSION, VERSION_FORM } from '../dialect/apiVersion.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { problems } from '../errors/errors.ts';
import { limitBody } from '../request/body.ts';
import type { SandboxContext } from '../world/context.ts';
import { refuseSecretKeysOfPages } from './crossSite.ts';
import { Faults } from './faults.ts';
import { Answers, idempotency } from './idempotency.ts';
import { injectFaults, injectLatency } from './injectFaults.ts';
import { logCalls } from './logCalls.ts';

/** Every answer has an id, which events tell too. */
const assignRequestId =
  (random: Random): MiddlewareHandler =>
  (c, next) => {
    const id = newRequestId(random);
    c.set('requestId', id);
    c.header('Request-Id', id);
    c.header('Cache-Control', 'no-cache, no-store');
    return next();
  };

/** Any version is taken, and said again; the answers are always the same. */
const checkApiVersion: MiddlewareHandler = (c, next) => {
  const version = c.req.header('stripe-version') ?? VERSION;
  if (!VERSION_FORM.test(version)) throw problems.badVersion(version);
  c.header('Stripe-Version', version);
  return next();
};

/** What stands before every operation of a gateway. */
export class ApiMiddleware {
  readonly faults: Faults;
  readonly #answers: Answers;
  readonly #context: SandboxContext;
  readonly #requests: Random;

  /** Chance comes in by purpose: how often somebody reads must not change the ids of payments. */
  constructor(
    context: SandboxContext,
    chance: { readonly requests: Random; readonly faults: Random },
  ) {
    this.#context = context;
    this.#requests = chance.requests;
    this.faults = new Faults(chance.faults, context.store);
    this.#answers = new Answers(context.now);
  }

  /** In the order in which a request meets them. */
  of(dialect: Dialect): readonly MiddlewareHandler[] {
    return [
      assignRequestId(this.#requests),
      logCalls(this.#context),
      ...(dialect.name === 'stripe' ? [checkApiVersion] : []),
      limitBody,
      refuseSecretKeysOfPages(dialect),
      injectFaults(dialect, this.faults),
      idempotency(dialect, this.#answers),
      injectLatency,
    ];
  }
}
