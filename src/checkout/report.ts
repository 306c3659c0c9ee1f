import { type GatewayError, warnOnce } from '../gateway/index.ts';
import {
  isIntentStatus,
  type NextAction,
  type PaymentFailure,
  type PaymentIntent,
} from '../intent/index.ts';
import type { CheckoutState } from './state.ts';

/**
 * The payment has succeeded, or its amount is held until the merchant captures it. Where `intent.kind`
 * is `setup`, the payment method is saved.
 */
export interface CheckoutSuccess {
  readonly outcome: 'succeeded' | 'authorized';
  readonly intent: PaymentIntent;
}

/** An attempt has failed, after which another may follow; or the payment was canceled. */
export interface CheckoutFailure {
  readonly outcome: 'failed' | 'canceled';
  readonly intent: PaymentIntent;
  /** Why, where `outcome` is `failed`. */
  readonly failure: PaymentFailure | null;
}

type Result = CheckoutSuccess | CheckoutFailure;

/** The callbacks of a checkout; they have the same names in React, the element and the core. */
export interface CheckoutCallbacks {
  /** Every change of what the customer sees. */
  readonly onChange?: ((state: CheckoutState) => void) | undefined;
  /** The payment has succeeded or is authorized; called once, and for nothing else. */
  readonly onSuccess?: ((result: CheckoutSuccess) => void) | undefined;
  /** An attempt has failed, or the payment was canceled; called once for each attempt. */
  readonly onFailure?: ((result: CheckoutFailure) => void) | undefined;
  /** The PaymentIntent cannot be read. Never a failed payment: that is an outcome. */
  readonly onError?: ((error: GatewayError) => void) | undefined;
  /**
   * The customer asks for a new code or another attempt. When what this returns settles, the
   * PaymentIntent is read.
   */
  readonly onRetry?: (() => unknown) | undefined;
  /** A step needs the gateway's own script (Stripe.js). When what this returns settles, the PaymentIntent is read. */
  readonly onSdkAction?: ((action: NextAction) => unknown) | undefined;
}

/**
 * Turns states into callbacks: each change, each outcome and each lasting error once.
 * @param callbacks is asked anew before each call, so that the latest closures are called, and none
 * after an end that a callback itself has brought about.
 */
export function createReporter(callbacks: () => CheckoutCallbacks): (state: CheckoutState) => void {
  let last: CheckoutState | null = null;
  /** The outcome that was reported last: a payment that is read anew does not report it again. */
  let lastReported = '';
  return (state) => {
    if (state === last || (!last && isInitial(state))) return;
    const before = last && lastingError(last);
    last = state;
    warnOfStatus(state);
    callAndReportError(() => callbacks().onChange?.(state));
    const result = resultOf(state);
    // One failed attempt may follow another with nothing between them.
    const { methodId, chargeId } = (result && 'failure' in result && result.failure) || {};
    const outcome = result ? [result.outcome, result.intent.id, methodId, chargeId].join(' ') : '';
    if (result && outcome !== lastReported)
      callAndReportError(() => reportResult(callbacks(), result));
    if (result || isUnderWay(state)) lastReported = outcome;
    const error = lastingError(state);
    if (error && error.kind !== before?.kind)
      callAndReportError(() => callbacks().onError?.(error));
  };
}

/** Warns the developer of a status that this version does not know; the customer waits. */
function warnOfStatus(state: CheckoutState): void {
  if (!('intent' in state) || isIntentStatus(state.intent.status)) return;
  const { status } = state.intent;
  // It is the gateway's, and may be anything.
  const isName = /^[a-z_]{1,40}$/i.test(status) && !/secret/i.test(status);
  const name = isName ? ` "${status}"` : '';
  warnOnce(
    `the intent's status${name} is not known to this version. An update may know it.`,
    console.warn,
  );
}

/** An error in a merchant's callback shows in the console as uncaught, and stops nothing of Paystep. */
export function callAndReportError(run: () => void): void {
  try {
    run();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}

function isUnderWay({ phase }: CheckoutState): boolean {
  return phase === 'action' || phase === 'processing' || phase === 'payable';
}

/** What every payment begins with is no change. */
function isInitial({ phase, connection }: CheckoutState): boolean {
  return phase === 'loading' && connection === 'live';
}

function reportResult({ onSuccess, onFailure }: CheckoutCallbacks, result: Result): void {
  if ('failure' in result) onFailure?.(result);
  else onSuccess?.(result);
}

function resultOf(state: CheckoutState): Result | null {
  switch (state.phase) {
    case 'succeeded':
    case 'authorized':
      return { outcome: state.phase, intent: state.intent };
    case 'failed':
      return { outcome: state.phase, intent: state.intent, failure: state.failure };
    case 'canceled':
      return { outcome: state.phase, intent: state.intent, failure: null };
    default:
      return null;
  }
}

/** An error that the customer sees, or that reading again will not mend. */
function lastingError(state: CheckoutState): GatewayError | null {
  const lasting = state.phase === 'unavailable' || state.error?.transient === false;
  return lasting ? state.error : null;
}
