import type { IntentStatus } from '../../intent/index.ts';
import { remainingOf } from '../methods/bankTransfer.ts';
import type { Change, ChangeOf, ObjectKind } from '../payment/change.ts';
import type { Intent } from '../payment/intent.ts';
import type { IntentKind } from '../payment/intentKind.ts';

/** Whether a change of an object is the event. */
type Rule<T> = (before: T | undefined, after: T) => boolean;

type IntentRule = Rule<Intent>;

const enters =
  (status: IntentStatus): IntentRule =>
  (before, after) =>
    after.status === status && before?.status !== status;

/** A part of a bank transfer has come in: less remains of the same attempt. */
const funded: IntentRule = (before, after) => {
  const [was, is] = [before && remainingOf(before), remainingOf(after)];
  if (was === undefined || was === null || is === null) return false;
  return is < was && before?.paymentMethod?.id === after.paymentMethod?.id;
};

/** The customer has to act, even if one action follows another. */
const requiresAction: IntentRule = (before, after) =>
  after.status === 'requires_action' && after.action !== before?.action && !funded(before, after);

/** The capturable amount has changed: authorized, incremented, or captured in part. */
const capturable: IntentRule = (before, after) =>
  after.status === 'requires_capture' && after.amountCapturable !== before?.amountCapturable;

const fails: IntentRule = (before, after) =>
  after.lastError !== null && after.lastError !== before?.lastError;

const isNew = (before: unknown) => before === undefined;

type Happens = (change: Change) => boolean;

/** An event of one kind of objects. */
const on =
  <K extends ObjectKind>(kind: K, rule: Rule<ChangeOf<K>['after']>) =>
  (change: Change): boolean =>
    change.kind === kind && rule((change as ChangeOf<K>).before, (change as ChangeOf<K>).after);

const onIntent =
  (kind: IntentKind) =>
  (rule: IntentRule): Happens =>
    on('intent', (before, after) => after.kind === kind && rule(before, after));

const payment = onIntent('payment');
const setup = onIntent('setup');

/**
 * When each event happens. The changes of objects that are stored together send them in this order.
 * stripe 23.1.0, `Events.d.ts`, names them. WooshPay's guide to webhooks (doc-2517709) names created,
 * requires_action, payment_failed, canceled and succeeded of a PaymentIntent, and its guide to saved
 * cards (docs.wooshpay.com/7197331m0) created and succeeded of a SetupIntent; that it has the others
 * is a guess.
 */
const RULES = {
  'payment_intent.created': payment(isNew),
  'payment_intent.partially_funded': payment(funded),
  'payment_intent.requires_action': payment(requiresAction),
  'payment_intent.processing': payment(enters('processing')),
  'payment_intent.amount_capturable_updated': payment(capturable),
  'payment_intent.payment_failed': payment(fails),
  'payment_intent.canceled': payment(enters('canceled')),
  'payment_intent.succeeded': payment(enters('succeeded')),
  'setup_intent.created': setup(isNew),
  'setup_intent.requires_action': setup(requiresAction),
  'setup_intent.setup_failed': setup(fails),
  'setup_intent.canceled': setup(enters('canceled')),
  'setup_intent.succeeded': setup(enters('succeeded')),
} as const satisfies Readonly<Record<string, Happens>>;

export type EventType = keyof typeof RULES;

export const EVENT_TYPES = Object.keys(RULES) as readonly EventType[];

/** An event of a change. */
export interface Happening {
  readonly type: EventType;
  readonly change: Change;
}

/** The events of changes that are stored together, in order. */
export const eventsOf = (changes: readonly Change[]): Happening[] =>
  EVENT_TYPES.flatMap((type) =>
    changes.filter((change) => RULES[type](change)).map((change) => ({ type, change })),
  );
