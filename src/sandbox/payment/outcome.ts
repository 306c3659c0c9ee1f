import type { Clock } from '../base/clock.ts';
import { checkedByBank } from './cardChecks.ts';
import { charged, markUsed } from './charge.ts';
import { after, futureUsageOf, type Intent, type PaymentMethod } from './intent.ts';
import { declined, expired, failed } from './paymentErrors.ts';
import type { Event } from './status.ts';

/** What a test can have the customer, or time, do to a payment. */
export type SimulatedOutcome = 'succeed' | 'fail' | 'cancel' | 'expire' | 'process';

export const SIMULATED_OUTCOMES: readonly SimulatedOutcome[] = [
  'succeed',
  'fail',
  'cancel',
  'expire',
  'process',
];

/** The event behind each outcome, for error messages. */
export const OUTCOME_EVENTS: Readonly<Record<SimulatedOutcome, Event>> = {
  succeed: 'approve',
  fail: 'fail',
  cancel: 'cancel',
  expire: 'expire',
  process: 'process',
};

/**
 * A SetupIntent, and a payment with `setup_future_usage`, attaches its method to the intent's
 * customer, if there is one.
 */
function setUp(method: PaymentMethod, intent: Intent): PaymentMethod {
  const setUpFor = futureUsageOf(intent);
  if (setUpFor === null) return method;
  return { ...method, setUpFor, customer: intent.customer ?? method.customer };
}

/** The payment method after a charge or a setup: attached to its customer, or spent. */
function usedMethod(intent: Intent): Partial<Intent> {
  const { paymentMethod } = intent;
  return paymentMethod
    ? { paymentMethod: checkedByBank(markUsed(setUp(paymentMethod, intent))) }
    : {};
}

/** What an approval changes, by the status that it leads to. */
function approvedChanges(intent: Intent, { now }: Clock): Partial<Intent> {
  if (intent.status === 'requires_confirmation') return { approved: true };
  if (intent.kind === 'setup') return usedMethod(intent);
  const { amount, status } = intent;
  const held = status === 'requires_capture';
  return {
    ...charged(intent, now()),
    ...usedMethod(intent),
    approved: false,
    amountAuthorized: amount,
    amountCapturable: held ? amount : 0,
    amountReceived: held ? 0 : amount,
  };
}

/**
 * The attempt succeeded: the intent settles, waits for capture, or waits for the server's confirm.
 */
export function approve(intent: Intent, clock: Clock): Intent | null {
  const next = after(intent, 'approve', { lastError: null });
  return next && { ...next, ...approvedChanges(next, clock) };
}

/** The payment is processing: it has a charge, and its end is open. */
export function startProcessing(
  intent: Intent,
  { now }: Clock,
  event: Event = 'process',
): Intent | null {
  return after(intent, event, { ...charged(intent, now()), ...usedMethod(intent) });
}

/** Some test cards authenticate, and then are declined. A setup charges nothing. */
function succeed(intent: Intent, clock: Clock): Intent | null {
  const card = intent.paymentMethod?.behaviour;
  const decline = card?.kind === 'challenge' ? card.thenDecline : undefined;
  const authenticating = intent.status === 'requires_action' && intent.kind === 'payment';
  if (decline && authenticating) {
    return after(intent, 'fail', declined(intent, decline, clock.now()));
  }
  // A verified account of a payment is debited next, and a debit takes days.
  if (intent.action?.place === 'microdeposits') return startProcessing(intent, clock, 'verify');
  return approve(intent, clock);
}

/** Cancels the intent and releases what was authorized and not captured. */
export function cancel(
  intent: Intent,
  reason: string | null,
  { now }: Clock,
  event: 'cancel' | 'exhaust' | 'release' = 'cancel',
): Intent | null {
  return after(intent, event, {
    canceledAt: now(),
    cancellationReason: reason,
    amountCapturable: 0,
    approved: false,
  });
}

/** The customer can only fail a payment that has begun. */
const waits = (intent: Intent) =>
  intent.status === 'requires_action' || intent.status === 'processing';

const APPLY: Record<SimulatedOutcome, (intent: Intent, clock: Clock) => Intent | null> = {
  succeed: (intent, clock) => (waits(intent) ? succeed(intent, clock) : null),
  fail: (intent, { now }) => (waits(intent) ? after(intent, 'fail', failed(intent, now())) : null),
  cancel: (intent, clock) => cancel(intent, 'requested_by_customer', clock),
  expire: (intent) => after(intent, 'expire', expired(intent)),
  process: (intent, clock) => (waits(intent) ? startProcessing(intent, clock) : null),
};

/** The intent after an outcome, or null where its status does not allow it. */
export function simulateOutcome(
  intent: Intent,
  outcome: SimulatedOutcome,
  clock: Clock,
): Intent | null {
  return APPLY[outcome](intent, clock);
}
