import type { MiddlewareHandler } from 'hono';
import { newRequestId, type Random } from '../base/ids.ts';
import { VERSION, VERSION_FORM } from '../dialect/apiVersion.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { problems } from '../errors/errors.ts';
import { limitBody } from '../request/body.ts';
import type { World } from '../world/context.ts';
import { Faults } from './faults.ts';
import { faulty, late } from './faulty.ts';
import { secretsFromServers } from './foreign.ts';
import { Answers, idempotent } from './idempotency.ts';
import { logged } from './logged.ts';

/** Every answer has an id, which events tell too. */
const identified =
  (random: Random): MiddlewareHandler =>
  (c, next) => {
    const id = newRequestId(random);
    c.set('requestId', id);
    c.header('Request-Id', id);
    c.header('Cache-Control', 'no-cache, no-store');
    return next();
  };

/** Any version is taken, and said again; the answers are always the same. */
const versioned: MiddlewareHandler = (c, next) => {
  const version = c.req.header('stripe-version') ?? VERSION;
  if (!VERSION_FORM.test(version)) throw problems.badVersion(version);
  c.header('Stripe-Version', version);
  return next();
};

/** What stands before every operation of a gateway. */
export class Guards {
  readonly faults: Faults;
  readonly #answers: Answers;
  readonly #world: World;
  readonly #requests: Random;

  /** Chance comes in by purpose: how often somebody reads must not change the ids of payments. */
  constructor(world: World, chance: { readonly requests: Random; readonly faults: Random }) {
    this.#world = world;
    this.#requests = chance.requests;
    this.faults = new Faults(chance.faults, world.store);
    this.#answers = new Answers(world.now);
  }

  /** In the order in which a request meets them. */
  of(dialect: Dialect): readonly MiddlewareHandler[] {
    return [
      identified(this.#requests),
      logged(this.#world),
      ...(dialect.name === 'stripe' ? [versioned] : []),
      limitBody,
      secretsFromServers(dialect),
      faulty(dialect, this.faults),
      idempotent(dialect, this.#answers),
      late,
    ];
  }
}
