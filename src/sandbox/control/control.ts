import { type Context, Hono } from 'hono';
import type { JsonObject } from '../base/json.ts';
import { problems } from '../errors/errors.ts';
import { fund, remainingOf } from '../methods/bankTransfer.ts';
import type { Intent } from '../payment/intent.ts';
import {
  OUTCOME_EVENTS,
  SIMULATED_OUTCOMES,
  type SimulatedOutcome,
  simulateOutcome,
} from '../payment/outcome.ts';
import { controlled, jsonBody } from '../request/controlled.ts';
import { integer, oneOf, readParams } from '../request/readers.ts';
import type { SandboxContext } from '../world/context.ts';
import { streamUpdates } from './updates.ts';

interface Simulation {
  readonly outcome: SimulatedOutcome;
  /** The part of a bank transfer that comes in; without it, all of it. */
  readonly amount: number | null;
}

/** Reads what is to be done, or throws the 400 that lists what can be. */
export function readSimulation(body: JsonObject): Simulation {
  const { amount = null } = readParams({ amount: integer }, body);
  return { outcome: oneOf(...SIMULATED_OUTCOMES)(body.outcome ?? '', 'outcome'), amount };
}

function afterSimulation(
  intent: Intent,
  { outcome, amount }: Simulation,
  context: SandboxContext,
): Intent | null {
  if (amount === null) return simulateOutcome(intent, outcome, context);
  if (outcome !== 'succeed' || remainingOf(intent) === null) throw problems.notInParts();
  if (amount < 1) throw problems.smallestPart(amount);
  return fund(intent, amount, context);
}

/** Does what a play says, and keeps what comes of it; throws where its status leaves no room. */
export function simulate(intent: Intent, simulation: Simulation, context: SandboxContext): Intent {
  const { outcome } = simulation;
  const next = afterSimulation(intent, simulation, context);
  if (!next) throw problems.cannotSimulate(outcome, OUTCOME_EVENTS[outcome], intent.status);
  return context.store.put(next);
}

function find(c: Context, { store }: SandboxContext): Intent {
  const id = c.req.param('id') ?? '';
  const intent = store.get(id);
  if (!intent) throw problems.noIntent(id);
  return intent;
}

/**
 * `POST /sandbox/intents/{id}/simulate`: does what the customer, or time, would do. With
 * `{"outcome": "succeed", "amount": 500}` a part of a bank transfer comes in.
 */
async function simulateRoute(c: Context, context: SandboxContext): Promise<Response> {
  const simulation = readSimulation(await jsonBody(c));
  const { id, status } = simulate(find(c, context), simulation, context);
  return c.json({ id, status });
}

/** `GET /sandbox/intents/{id}`: the status and the calls so far, so that tests can count reads. */
function inspect(c: Context, context: SandboxContext): Response {
  const { id, status } = find(c, context);
  return c.json({ id, status, ...context.store.log(id) });
}

/** Routes for tests and for curious people. They need no key, and tell no secret. */
export function createControl(context: SandboxContext): Hono {
  const control = controlled(new Hono());
  control.get('/:id', (c) => inspect(c, context));
  control.post('/:id/simulate', (c) => simulateRoute(c, context));
  control.get('/:id/hints', (c) => streamUpdates(c, context));
  return control;
}
