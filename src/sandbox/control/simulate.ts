import type { JsonObject } from '../base/json.ts';
import { problems } from '../errors/errors.ts';
import { fund, remainingOf } from '../methods/bankTransfer.ts';
import { unapply } from '../operations/balance.ts';
import type { Intent } from '../payment/intent.ts';
import {
  OUTCOME_EVENTS,
  SIMULATED_OUTCOMES,
  type SimulatedOutcome,
  simulateOutcome,
} from '../payment/outcome.ts';
import { integer, oneOf, readParams } from '../request/readers.ts';
import type { SandboxContext } from '../world/context.ts';

interface Simulation {
  readonly outcome: SimulatedOutcome;
  /** The part of a bank transfer that comes in; without it, all of it. */
  readonly amount: number | null;
}

/** Reads a simulation, or throws the 400 that lists the outcomes. */
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

/** Carries out a simulation and stores the intent. Throws where the status does not allow it. */
export function simulate(intent: Intent, simulation: Simulation, context: SandboxContext): Intent {
  const { outcome } = simulation;
  const next = afterSimulation(intent, simulation, context);
  if (!next) throw problems.cannotSimulate(outcome, OUTCOME_EVENTS[outcome], intent);
  return context.store.put(unapply(intent, next, context));
}
