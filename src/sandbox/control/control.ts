import { type Context, Hono } from 'hono';
import type { Hash } from '../base/json.ts';
import { problems } from '../errors/errors.ts';
import { fund, remainingOf } from '../methods/bankTransfer.ts';
import type { Intent } from '../payment/intent.ts';
import { applyOutcome, OUTCOME_EVENTS, OUTCOMES, type Outcome } from '../payment/outcome.ts';
import { controlled, jsonBody } from '../request/controlled.ts';
import { integer, oneOf, readParams } from '../request/readers.ts';
import type { World } from '../world/context.ts';
import { hints } from './hints.ts';

interface Play {
  readonly outcome: Outcome;
  /** The part of a bank transfer that comes in; without it, all of it. */
  readonly amount: number | null;
}

/** Reads what is to be done, or throws the 400 that lists what can be. */
export function playOf(given: Hash): Play {
  const { amount = null } = readParams({ amount: integer }, given);
  return { outcome: oneOf(...OUTCOMES)(given.outcome ?? '', 'outcome'), amount };
}

function played(intent: Intent, { outcome, amount }: Play, world: World): Intent | null {
  if (amount === null) return applyOutcome(intent, outcome, world);
  if (outcome !== 'succeed' || remainingOf(intent) === null) throw problems.notInParts();
  if (amount < 1) throw problems.smallestPart(amount);
  return fund(intent, amount, world);
}

/** Does what a play says, and keeps what comes of it; throws where its status leaves no room. */
export function perform(intent: Intent, play: Play, world: World): Intent {
  const { outcome } = play;
  const next = played(intent, play, world);
  if (!next) throw problems.cannotSimulate(outcome, OUTCOME_EVENTS[outcome], intent.status);
  return world.store.put(next);
}

function find(c: Context, { store }: World): Intent {
  const id = c.req.param('id') ?? '';
  const intent = store.get(id);
  if (!intent) throw problems.noIntent(id);
  return intent;
}

/**
 * `POST /sandbox/intents/{id}/simulate`: does what the customer, or time, would do. With
 * `{"outcome": "succeed", "amount": 500}` a part of a bank transfer comes in.
 */
async function simulate(c: Context, world: World): Promise<Response> {
  const play = playOf(await jsonBody(c));
  const { id, status } = perform(find(c, world), play, world);
  return c.json({ id, status });
}

/** `GET /sandbox/intents/{id}`: the status and the calls so far, so that tests can count reads. */
function inspect(c: Context, world: World): Response {
  const { id, status } = find(c, world);
  return c.json({ id, status, ...world.store.log(id) });
}

/** Routes for tests and for curious people. They need no key, and tell no secret. */
export function createControl(world: World): Hono {
  const control = controlled(new Hono());
  control.get('/:id', (c) => inspect(c, world));
  control.post('/:id/simulate', (c) => simulate(c, world));
  control.get('/:id/hints', (c) => hints(c, world));
  return control;
}
