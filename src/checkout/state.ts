import type { GatewayError } from '../gateway/index.ts';
import type { PaymentFailure, PaymentIntent } from '../intent/index.ts';
import { type Device, planStep, type Step, type StepKind } from '../step/index.ts';
import { isOutcome, type Phase, phaseOf } from './phase.ts';
import { type GatewayTime, isOver } from './polling/clock.ts';

/** `retrying`: reads fail and go on. `paused`: nothing is read until somebody asks. */
export type Connection = 'live' | 'retrying' | 'paused';

interface Base {
  readonly connection: Connection;
  /** Why the last read failed, until one succeeds; null for a stray answer among good ones. */
  readonly error: GatewayError | null;
}

interface With<P extends Phase> extends Base {
  readonly phase: P;
  readonly intent: PaymentIntent;
}

/** The customer has something to do: `step` says what. */
export interface ActionState extends With<'action'> {
  readonly step: Step;
  /** The gateway's own `expires_at` has surely passed, and a last read found it unpaid. */
  readonly expired: boolean;
  /**
   * This device's clock says that the step is over, but the gateway still calls it open: the clock
   * may be fast, or the gateway slow to say so. The step can be tried.
   */
  readonly overdue: boolean;
  /**
   * When the step ends, in milliseconds since 1970 by this device's clock (`Date.now()`), which may
   * differ from the gateway's. Null for never, and where that clock cannot be right.
   */
  readonly endsAt: number | null;
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

/** What the poller has read so far. */
export interface StateInput {
  readonly intent: PaymentIntent | undefined;
  /** Whether it is the gateway's answer; false for the page's `initialIntent`. */
  readonly confirmed: boolean;
  /** What the time was when the gateway last answered; null for never. */
  readonly answered: GatewayTime | null;
  readonly error: GatewayError | null;
  /** Reads that failed in a row. */
  readonly failures: number;
  /** Whether the customer was already at a step, so that a wish for a payment method is a failure. */
  readonly acted: boolean;
  readonly device?: Device | undefined;
}

/** Failures in a row, after which the customer is told: before a first answer, or of stray ones. */
const MAX_QUIET_FAILURES = 4;

const NO_REASON: PaymentFailure = {
  code: null,
  declineCode: null,
  adviceCode: null,
  message: null,
  method: null,
  methodId: null,
  chargeId: null,
};

/** The state that a reading means; whether the poller has paused is the poller's to add. Pure. */
export function stateOf(reading: StateInput, time: GatewayTime): CheckoutState {
  const { intent, error } = reading;
  const phase = intent ? phaseOf(intent, reading.acted) : 'loading';
  // One stray answer among good ones is not reported. An outcome is not read again, so nothing is retried.
  const isQuiet =
    error &&
    isLikelyProxyError(error) &&
    reading.confirmed &&
    reading.failures < MAX_QUIET_FAILURES;
  const isTrying = reading.failures > 0 && !isQuiet && !isOutcome(phase);
  const base: Base = { connection: isTrying ? 'retrying' : 'live', error: isQuiet ? null : error };
  if (!intent || !reading.confirmed) {
    const painted = intent && firstPaint(intent, phase, reading.device, base, time);
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
      return { ...base, phase, intent, step, ...endOf(step, reading, time) };
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
const STATIC_STEPS: ReadonlySet<StepKind> = new Set([
  'qr',
  'app',
  'voucher',
  'bank-transfer',
  'await',
]);

/**
 * Before the gateway has answered, only what stands still may be shown: what acts by itself
 * (a redirect, a frame) or tells an outcome waits for the gateway.
 */
function firstPaint(
  intent: PaymentIntent,
  phase: Phase,
  device: Device | undefined,
  base: Base,
  time: GatewayTime,
): CheckoutState | null {
  const step = phase === 'action' ? planStep(intent, device) : null;
  return step && STATIC_STEPS.has(step.kind)
    ? { ...base, phase: 'action', intent, step, ...endBeforeAnswer(step, time) }
    : null;
}

function isOutOfReach(error: GatewayError, failures: number): boolean {
  return isLikelyProxyError(error) || failures >= MAX_QUIET_FAILURES;
}

/**
 * An answer that is none. After a good one it is hardly the gateway's own, which has not forgotten
 * the payment or the key: a firewall, a proxy and the sign-in page of a public network answer so.
 */
export function isLikelyProxyError(error: GatewayError): boolean {
  return !error.transient || error.kind === 'malformed';
}

/** When the gateway says that a step ends, in milliseconds since 1970. */
export function expiryOf(step: Step): number | null {
  return 'expiresAt' in step ? step.expiresAt : null;
}

/** Nothing that a gateway could still say would change what the customer sees. */
export function isSettled({ phase }: CheckoutState): boolean {
  return isOutcome(phase) && phase !== 'failed';
}

type End = Pick<ActionState, 'expired' | 'overdue' | 'endsAt'>;

/** The end of a step before the gateway was asked of it again: it has not passed. */
function endBeforeAnswer(step: Step, { now, skew }: GatewayTime): End {
  const at = expiryOf(step);
  return { expired: false, overdue: false, endsAt: at === null || now >= at ? null : at - skew };
}

/**
 * Nothing is said of a step's end before one more answer, or one more try: the payment may have come
 * in the last second. Then it has expired if that is sure, and else there is no more to count down.
 */
function endOf(step: Step, { answered, failures }: StateInput, time: GatewayTime): End {
  const at = expiryOf(step);
  const hasTried = failures > 0;
  if (at === null || time.now < at || !(hasTried || (answered && answered.now >= at))) {
    return { expired: false, overdue: false, endsAt: at === null ? null : at - time.skew };
  }
  const expired = isOver(at, time) && (hasTried || (answered !== null && isOver(at, answered)));
  return { expired, overdue: !expired, endsAt: null };
}

/** Whether the two states render the same. An unchanged intent stays the same object. */
export function isSameView(a: CheckoutState, b: CheckoutState): boolean {
  const features = (state: CheckoutState) => [
    state.phase,
    state.connection,
    state.error?.kind,
    'intent' in state ? state.intent : null,
    ...(state.phase === 'action' ? [state.expired, state.overdue, state.endsAt] : []),
  ];
  const other = features(b);
  return features(a).every((feature, i) => feature === other[i]);
}
