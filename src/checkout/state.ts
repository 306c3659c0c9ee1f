import type { GatewayError } from '../gateway/index.ts';
import type { PaymentFailure, PaymentIntent } from '../intent/index.ts';
import { type Device, planStep, type Step, type StepKind } from '../step/index.ts';
import { isOutcome, type Phase, phaseOf } from './phase.ts';

/** `retrying`: reads fail and go on. `paused`: nothing is read until somebody asks. */
export type Connection = 'live' | 'retrying' | 'paused';

interface Base {
  readonly connection: Connection;
  /** The read that last failed, until one succeeds. */
  readonly error: GatewayError | null;
}

interface With<P extends Phase> extends Base {
  readonly phase: P;
  readonly intent: PaymentIntent;
}

/** The customer has something to do: `step` says what. */
export interface ActionState extends With<'action'> {
  readonly step: Step;
  /** The gateway's own `expires_at` has passed, and a last read found it unpaid. */
  readonly expired: boolean;
}

/** An attempt has failed, and the PaymentIntent takes another one. */
export interface FailedState extends With<'failed'> {
  readonly failure: PaymentFailure;
}

/** Everything a view needs, as one union with the phase as its tag. */
export type CheckoutState =
  | (Base & { readonly phase: 'loading' })
  | (Base & { readonly phase: 'unavailable'; readonly error: GatewayError })
  | With<'payable'>
  | With<'processing'>
  | With<'succeeded'>
  | With<'authorized'>
  | With<'canceled'>
  | ActionState
  | FailedState;

/** What the watch knows. */
export interface Reading {
  readonly intent: PaymentIntent | undefined;
  /** Whether the gateway itself has said it; false for what the merchant's page brought along. */
  readonly confirmed: boolean;
  /** When the gateway last answered, in milliseconds since 1970; 0 for never. */
  readonly answeredAt: number;
  readonly error: GatewayError | null;
  /** Reads that failed in a row. */
  readonly failures: number;
  /** Whether the customer was already at a step, so that a wish for a payment method is a failure. */
  readonly acted: boolean;
  readonly device?: Device | undefined;
}

/** Failures in a row before a first answer, after which the customer is told. */
const PATIENCE = 4;

const NO_REASON: PaymentFailure = {
  code: null,
  declineCode: null,
  adviceCode: null,
  message: null,
  method: null,
  methodId: null,
  chargeId: null,
};

/** The state that a reading means; whether the watch has paused is the watch's to add. Pure. */
export function stateOf(reading: Reading, now: number): CheckoutState {
  const { intent, error } = reading;
  const phase = intent ? phaseOf(intent, reading.acted) : 'loading';
  // Where nothing more is read, nothing is tried again.
  const isTrying = reading.failures > 0 && !isOutcome(phase);
  const base: Base = { connection: isTrying ? 'retrying' : 'live', error };
  if (!intent || !reading.confirmed) {
    const painted = intent && firstPaint(intent, phase, reading.device, base);
    // Losing the connection takes nothing from the screen; a refusal does.
    if (painted && (!error || error.transient)) return painted;
    if (error && isOutOfReach(error, reading.failures)) {
      return { ...base, phase: 'unavailable', error };
    }
    return { ...base, phase: 'loading' };
  }
  switch (phase) {
    case 'action': {
      const step = planStep(intent, reading.device);
      return { ...base, phase, intent, step, expired: isExpired(step, reading, now) };
    }
    case 'failed':
      return { ...base, phase, intent, failure: intent.lastPaymentError ?? NO_REASON };
    case 'loading':
    case 'unavailable':
      return { ...base, phase: 'loading' };
    default:
      return { ...base, phase, intent };
  }
}

/** Steps that do nothing by themselves. */
const STILL: ReadonlySet<StepKind> = new Set(['qr', 'app', 'voucher', 'bank-transfer', 'await']);

/**
 * Before the gateway has answered, only what stands still may be shown: what acts by itself
 * (a redirect, a frame) or tells an outcome waits for the gateway.
 */
function firstPaint(
  intent: PaymentIntent,
  phase: Phase,
  device: Device | undefined,
  base: Base,
): CheckoutState | null {
  const step = phase === 'action' ? planStep(intent, device) : null;
  return step && STILL.has(step.kind)
    ? { ...base, phase: 'action', intent, step, expired: false }
    : null;
}

function isOutOfReach(error: GatewayError, failures: number): boolean {
  return !error.transient || error.kind === 'malformed' || failures >= PATIENCE;
}

/** When the gateway says that a step ends, in milliseconds since 1970. */
export function expiryOf(step: Step): number | null {
  return 'expiresAt' in step ? step.expiresAt : null;
}

/** Expired only after one more answer, or one more try: the payment may have come in the last second. */
function isExpired(step: Step, { answeredAt, failures }: Reading, now: number): boolean {
  const at = expiryOf(step);
  return at !== null && now >= at && (answeredAt >= at || failures > 0);
}
