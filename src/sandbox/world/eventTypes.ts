import type { IntentStatus } from '../../intent/index.ts';
import { remainingOf } from '../methods/bankTransfer.ts';
import type { Intent } from '../payment/intent.ts';

type Rule = (before: Intent | undefined, after: Intent) => boolean;

const enters =
  (status: IntentStatus): Rule =>
  (before, after) =>
    after.status === status && before?.status !== status;

/** A part of a bank transfer has come in: less is still to come for the same attempt. */
const funded: Rule = (before, after) => {
  const [was, is] = [before && remainingOf(before), remainingOf(after)];
  if (was === undefined || was === null || is === null) return false;
  return is < was && before?.paymentMethod?.id === after.paymentMethod?.id;
};

/** The customer is asked for something, also where one action follows on another. */
const asks: Rule = (before, after) =>
  after.status === 'requires_action' && after.action !== before?.action && !funded(before, after);

/** More or less can be captured than before: authorised, incremented, or captured in part. */
const capturable: Rule = (before, after) =>
  after.status === 'requires_capture' && after.amountCapturable !== before?.amountCapturable;

const fails: Rule = (before, after) =>
  after.lastError !== null && after.lastError !== before?.lastError;

/**
 * When each event of a PaymentIntent happens, in the order in which one change tells them. stripe
 * 23.1.0, `Events.d.ts`, names these eight. WooshPay's guide to webhooks (doc-2517709) names created,
 * requires_action, payment_failed, canceled and succeeded; that it has the others is a guess.
 */
const RULES = {
  'payment_intent.created': (before) => before === undefined,
  'payment_intent.partially_funded': funded,
  'payment_intent.requires_action': asks,
  'payment_intent.processing': enters('processing'),
  'payment_intent.amount_capturable_updated': capturable,
  'payment_intent.payment_failed': fails,
  'payment_intent.canceled': enters('canceled'),
  'payment_intent.succeeded': enters('succeeded'),
} as const satisfies Readonly<Record<string, Rule>>;

export type EventType = keyof typeof RULES;

export const EVENT_TYPES = Object.keys(RULES) as readonly EventType[];

/** What a change of an intent is told as; nothing for one that only a reader would notice. */
export function eventsOf(before: Intent | undefined, after: Intent): EventType[] {
  return EVENT_TYPES.filter((type) => RULES[type](before, after));
}
