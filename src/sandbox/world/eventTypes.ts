import type { IntentStatus } from '../../intent/index.ts';
import { remainingOf } from '../methods/bankTransfer.ts';
import type { Intent } from '../payment/intent.ts';
import { KIND_NAMES } from '../payment/intentKind.ts';

type Rule = (before: Intent | undefined, after: Intent) => boolean;

const enters =
  (status: IntentStatus): Rule =>
  (before, after) =>
    after.status === status && before?.status !== status;

/** A part of a bank transfer has come in: less remains of the same attempt. */
const funded: Rule = (before, after) => {
  const [was, is] = [before && remainingOf(before), remainingOf(after)];
  if (was === undefined || was === null || is === null) return false;
  return is < was && before?.paymentMethod?.id === after.paymentMethod?.id;
};

/** The customer has to act, even if one action follows another. */
const requiresAction: Rule = (before, after) =>
  after.status === 'requires_action' && after.action !== before?.action && !funded(before, after);

/** The capturable amount has changed: authorized, incremented, or captured in part. */
const capturable: Rule = (before, after) =>
  after.status === 'requires_capture' && after.amountCapturable !== before?.amountCapturable;

const fails: Rule = (before, after) =>
  after.lastError !== null && after.lastError !== before?.lastError;

const isNew: Rule = (before) => before === undefined;

/**
 * When each event of an intent happens. One change sends them in this order. stripe 23.1.0,
 * `Events.d.ts`, names these thirteen. WooshPay's guide to webhooks (doc-2517709) names created,
 * requires_action, payment_failed, canceled and succeeded of a PaymentIntent, and its guide to saved
 * cards (docs.wooshpay.com/7197331m0) created and succeeded of a SetupIntent; that it has the others
 * is a guess.
 */
const RULES = {
  'payment_intent.created': isNew,
  'payment_intent.partially_funded': funded,
  'payment_intent.requires_action': requiresAction,
  'payment_intent.processing': enters('processing'),
  'payment_intent.amount_capturable_updated': capturable,
  'payment_intent.payment_failed': fails,
  'payment_intent.canceled': enters('canceled'),
  'payment_intent.succeeded': enters('succeeded'),
  'setup_intent.created': isNew,
  'setup_intent.requires_action': requiresAction,
  'setup_intent.setup_failed': fails,
  'setup_intent.canceled': enters('canceled'),
  'setup_intent.succeeded': enters('succeeded'),
} as const satisfies Readonly<Record<string, Rule>>;

export type EventType = keyof typeof RULES;

export const EVENT_TYPES = Object.keys(RULES) as readonly EventType[];

/** The events of a change; none for a change that no event is about. */
export function eventsOf(before: Intent | undefined, after: Intent): EventType[] {
  const { object } = KIND_NAMES[after.kind];
  return EVENT_TYPES.filter((type) => type.startsWith(`${object}.`) && RULES[type](before, after));
}
