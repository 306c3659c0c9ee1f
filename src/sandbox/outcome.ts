import { newId } from './ids.ts';
import { after, type Intent } from './intent.ts';
import { declined, expired, failed } from './paymentErrors.ts';
import type { Event } from './status.ts';
import type { World } from './world.ts';

/** What the customer, or time, can do to a payment. */
export const OUTCOMES = ['succeed', 'fail', 'cancel', 'expire', 'process'] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** The event behind each outcome, for error messages. */
export const OUTCOME_EVENTS: Record<Outcome, Event> = {
  succeed: 'approve',
  fail: 'refuse',
  cancel: 'cancel',
  expire: 'expire',
  process: 'defer',
};

/** What an approval leaves behind, by the status it leads to. */
function receipt(intent: Intent, world: World): Partial<Intent> {
  if (intent.status === 'requires_confirmation') return { approved: true };
  const latestCharge = newId('ch', intent.dialect, world.random);
  return intent.status === 'requires_capture'
    ? { latestCharge, approved: false, amountCapturable: intent.amount }
    : { latestCharge, approved: false, amountReceived: intent.amount };
}

/** The attempt went well: the intent settles, waits for capture, or waits for the server's confirm. */
export function approve(intent: Intent, world: World): Intent | null {
  const next = after(intent, 'approve', { lastError: null });
  return next && { ...next, ...receipt(next, world) };
}

/** Some cards authenticate and are declined all the same. */
function succeed(intent: Intent, world: World): Intent | null {
  const card = intent.paymentMethod?.behaviour;
  const decline = card?.kind === 'challenge' ? card.thenDecline : undefined;
  const authenticating = intent.status === 'requires_action';
  if (decline && authenticating) return after(intent, 'refuse', declined(intent, decline));
  // An account that is verified is then debited, and a debit takes days.
  if (intent.action?.place === 'microdeposits') return after(intent, 'defer');
  return approve(intent, world);
}

export function cancel(
  intent: Intent,
  reason: string | null,
  world: Pick<World, 'now'>,
): Intent | null {
  const canceledAt = world.now();
  return after(intent, 'cancel', { canceledAt, cancellationReason: reason, amountCapturable: 0 });
}

/** Without these, nobody is waiting: a customer cannot fail a payment that was not begun. */
const waits = (intent: Intent) =>
  intent.status === 'requires_action' || intent.status === 'processing';

const APPLY: Record<Outcome, (intent: Intent, world: World) => Intent | null> = {
  succeed: (intent, world) => (waits(intent) ? succeed(intent, world) : null),
  fail: (intent) => (waits(intent) ? after(intent, 'refuse', failed(intent)) : null),
  cancel: (intent, world) => cancel(intent, 'requested_by_customer', world),
  expire: (intent) => after(intent, 'expire', expired(intent)),
  process: (intent) => (waits(intent) ? after(intent, 'defer') : null),
};

/** The intent after the customer's part, or null where its status leaves no room for that. */
export function applyOutcome(intent: Intent, outcome: Outcome, world: World): Intent | null {
  return APPLY[outcome](intent, world);
}
