import type { DialectName } from '../base/dialectName.ts';
import type { Change } from '../payment/change.ts';
import {
  attached,
  becomes,
  capturable,
  captured,
  cashMoved,
  charge,
  chargeExpired,
  chargeRefunded,
  chargeUpdated,
  customer,
  customerDeleted,
  customerUpdated,
  detached,
  enters,
  fails,
  funded,
  fundsAvailable,
  type Happens,
  isNew,
  method,
  methodUpdated,
  payment,
  refund,
  refundFailed,
  refundUpdated,
  requiresAction,
  setup,
} from './eventRules.ts';

/**
 * When each event happens (stripe 23.1.0, `Events.d.ts`), in Stripe's order: the changes of a request
 * send them in that of this table. Public recordings of `stripe listen` have created, charge, method,
 * payment; and created, refunded, updated for a refund. There are no disputes here. An event that ends
 * in `.updated` is not sent where nothing of the object that shows has changed.
 */
const RULES = {
  'customer.created': customer(isNew),
  'payment_intent.created': payment(isNew),
  'setup_intent.created': setup(isNew),
  'charge.pending': charge(becomes('pending')),
  'charge.succeeded': charge(becomes('succeeded')),
  'charge.failed': charge(becomes('failed')),
  'charge.captured': charge(captured),
  'charge.expired': charge(chargeExpired),
  'refund.created': refund(isNew),
  'charge.refunded': charge(chargeRefunded),
  'charge.updated': charge(chargeUpdated),
  'refund.failed': refund(refundFailed),
  'refund.updated': refund(refundUpdated),
  'charge.refund.updated': refund(refundUpdated),
  'payment_method.attached': method(attached),
  'payment_method.detached': method(detached),
  'payment_method.updated': method(methodUpdated),
  'payment_intent.partially_funded': payment(funded),
  'payment_intent.requires_action': payment(requiresAction),
  'payment_intent.processing': payment(enters('processing')),
  'payment_intent.amount_capturable_updated': payment(capturable),
  'payment_intent.payment_failed': payment(fails),
  'payment_intent.canceled': payment(enters('canceled')),
  'payment_intent.succeeded': payment(enters('succeeded')),
  'setup_intent.requires_action': setup(requiresAction),
  'setup_intent.setup_failed': setup(fails),
  'setup_intent.canceled': setup(enters('canceled')),
  'setup_intent.succeeded': setup(enters('succeeded')),
  'customer_cash_balance_transaction.created': customer(cashMoved),
  'cash_balance.funds_available': customer(fundsAvailable),
  'customer.updated': customer(customerUpdated),
  'customer.deleted': customer(customerDeleted),
} as const satisfies Readonly<Record<string, Happens>>;

export type EventType = keyof typeof RULES;

export const EVENT_TYPES = Object.keys(RULES) as readonly EventType[];

/**
 * WooshPay's guide to webhooks (doc-2517709) names created, requires_action, payment_failed,
 * canceled and succeeded of a PaymentIntent, and `charge.refund.updated`; its guide to saved cards
 * (docs.wooshpay.com/7197331m0) created and succeeded of a SetupIntent. That it has the other events
 * of intents is a guess.
 */
const WOOSHPAY = /^(payment|setup)_intent\.|^charge\.refund\.updated$/;

/** Which events a gateway sends. */
const SENT: Readonly<Record<DialectName, readonly EventType[]>> = {
  stripe: EVENT_TYPES,
  wooshpay: EVENT_TYPES.filter((type) => WOOSHPAY.test(type)),
};

/** An event of a change. */
export interface Happening {
  readonly type: EventType;
  readonly change: Change;
}

const isSent = (type: EventType, { after }: Change) => SENT[after.dialect].includes(type);

/** The events of changes that are reported together, in order. */
export const eventsOf = (changes: readonly Change[]): Happening[] =>
  EVENT_TYPES.flatMap((type) =>
    changes
      .filter((change) => isSent(type, change) && RULES[type](change, changes))
      .map((change) => ({ type, change })),
  );
