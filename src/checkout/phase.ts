import { type IntentStatus, isIntentStatus, type PaymentIntent } from '../intent/index.ts';

/**
 * What the customer sees:
 * - `loading`: the PaymentIntent has not been read yet
 * - `payable`: it waits for a payment method, or for the word to confirm
 * - `action`: the customer has a step to do
 * - `processing`: the gateway is at it; also any status that is not known
 * - `succeeded` (paid, or saved for later where it is a SetupIntent), `authorized` (the amount is held
 *   until it is captured), `canceled`
 * - `failed`: an attempt has failed, and another may follow
 * - `unavailable`: it cannot be read
 */
export type Phase =
  | 'loading'
  | 'payable'
  | 'action'
  | 'processing'
  | 'succeeded'
  | 'authorized'
  | 'canceled'
  | 'failed'
  | 'unavailable';

/** The part of a PaymentIntent that decides the phase. */
type PhaseFacts = Pick<PaymentIntent, 'status' | 'confirmationMethod' | 'lastPaymentError'> &
  Partial<Pick<PaymentIntent, 'kind'>>;

const PHASES: Readonly<Record<IntentStatus, (intent: PhaseFacts, acted: boolean) => Phase>> = {
  requires_payment_method: ({ lastPaymentError }, acted) =>
    lastPaymentError || acted ? 'failed' : 'payable',
  // With manual confirmation the merchant's server confirms again: for the customer, a wait.
  requires_confirmation: ({ confirmationMethod }) =>
    confirmationMethod === 'manual' ? 'processing' : 'payable',
  requires_action: () => 'action',
  processing: () => 'processing',
  // A SetupIntent has no such status, so it means nothing there.
  requires_capture: ({ kind }) => (kind === 'setup' ? 'processing' : 'authorized'),
  canceled: () => 'canceled',
  succeeded: () => 'succeeded',
};

/**
 * The phase that a PaymentIntent means. A status that nobody knows is never success: it is watched.
 *
 * @param acted whether the customer was already at a step or waiting for its end: a PaymentIntent
 * that then wants a payment method again has failed, even where the gateway gives no error.
 *
 * @example
 * ```ts
 * phaseOf(parseIntent({ id: 'pi_1', status: 'requires_capture' })); // 'authorized'
 * ```
 */
export function phaseOf(intent: PhaseFacts, acted = false): Phase {
  const { status } = intent;
  return isIntentStatus(status) ? PHASES[status](intent, acted) : 'processing';
}

/** Phases that end an attempt; each is reported once, through `onSuccess` or `onFailure`. */
const OUTCOMES = ['succeeded', 'authorized', 'canceled', 'failed'] as const;

/** How an attempt has ended. */
export type Outcome = (typeof OUTCOMES)[number];

export function isOutcome(phase: Phase): phase is Outcome {
  return (OUTCOMES as readonly Phase[]).includes(phase);
}
