import type { Clock } from '../base/clock.ts';
import { charged, spend } from './charge.ts';
import { after, type Intent, type PaymentMethod } from './intent.ts';
import { declined, expired, failed } from './paymentErrors.ts';
import type { Event } from './status.ts';

/** What the customer, or time, can do to a payment. */
export const SIMULATED_OUTCOMES = ['succeed', 'fail', 'cancel', 'expire', 'process'] as const;

/** What the customer, or time, does with a next action. */
export type SimulatedOutcome = (typeof SIMULATED_OUTCOMES)[number];

/** The event behind each outcome, for error messages. */
export const OUTCOME_EVENTS: Record<SimulatedOutcome, Event> = {
  succeed: 'approve',
  fail: 'refuse',
  cancel: 'cancel',
  expire: 'expire',
  process: 'defer',
};

/** `setup_future_usage`: a method that has worked stays with the payment's customer, if there is one. */
function setUp(method: PaymentMethod, { customer, extras }: Intent): PaymentMethod {
  const setUpFor = extras.setup_future_usage;
  if (typeof setUpFor !== 'string') return method;
  return { ...method, setUpFor, customer: customer ?? method.customer };
}

/** The method after a charge: kept for its customer, or good for nothing more. */
function chargedMethod(intent: Intent): Partial<Intent> {
  const { paymentMethod } = intent;
  return paymentMethod ? { paymentMethod: spend(setUp(paymentMethod, intent)) } : {};
}

/** What an approval leaves behind, by the status it leads to. */
function receipt(intent: Intent, { now }: Clock): Partial<Intent> {
  if (intent.status === 'requires_confirmation') return { approved: true };
  const { amount, status } = intent;
  const held = status === 'requires_capture';
  return {
    ...charged(intent, now()),
    ...chargedMethod(intent),
    approved: false,
    amountAuthorized: amount,
    amountCapturable: held ? amount : 0,
    amountReceived: held ? 0 : amount,
  };
}

/** The attempt went well: the intent settles, waits for capture, or waits for the server's confirm. */
export function approve(intent: Intent, clock: Clock): Intent | null {
  const next = after(intent, 'approve', { lastError: null });
  return next && { ...next, ...receipt(next, clock) };
}

/** The money is under way: there is a charge, and nobody knows yet how it ends. */
export function defer(intent: Intent, { now }: Clock, event: Event = 'defer'): Intent | null {
  return after(intent, event, { ...charged(intent, now()), ...chargedMethod(intent) });
}

/** Some cards authenticate and are declined all the same. */
function succeed(intent: Intent, clock: Clock): Intent | null {
  const card = intent.paymentMethod?.behaviour;
  const decline = card?.kind === 'challenge' ? card.thenDecline : undefined;
  const authenticating = intent.status === 'requires_action';
  if (decline && authenticating) {
    return after(intent, 'refuse', declined(intent, decline, clock.now()));
  }
  // An account that is verified is then debited, and a debit takes days.
  if (intent.action?.place === 'microdeposits') return defer(intent, clock, 'verify');
  return approve(intent, clock);
}

/** The end without money: whatever was authorised and not captured is released. */
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

/** Without these, nobody is waiting: a customer cannot fail a payment that was not begun. */
const waits = (intent: Intent) =>
  intent.status === 'requires_action' || intent.status === 'processing';

const APPLY: Record<SimulatedOutcome, (intent: Intent, clock: Clock) => Intent | null> = {
  succeed: (intent, clock) => (waits(intent) ? succeed(intent, clock) : null),
  fail: (intent, { now }) =>
    waits(intent) ? after(intent, 'refuse', failed(intent, now())) : null,
  cancel: (intent, clock) => cancel(intent, 'requested_by_customer', clock),
  expire: (intent) => after(intent, 'expire', expired(intent)),
  process: (intent, clock) => (waits(intent) ? defer(intent, clock) : null),
};

/** The intent after the customer's part, or null where its status leaves no room for that. */
export function simulateOutcome(
  intent: Intent,
  outcome: SimulatedOutcome,
  clock: Clock,
): Intent | null {
  return APPLY[outcome](intent, clock);
}
