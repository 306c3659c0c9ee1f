import type { IntentStatus } from '../../intent/index.ts';
import { remainingOf } from '../methods/bankTransfer.ts';
import { type Change, type ChangeOf, changesOf, type ObjectKind } from '../payment/change.ts';
import type { Charge } from '../payment/charge.ts';
import type { Customer } from '../payment/customer.ts';
import type { Intent, PaymentMethod } from '../payment/intent.ts';
import type { IntentKind } from '../payment/intentKind.ts';
import type { Refund } from '../payment/refund.ts';

/**
 * Whether a change of an object is an event. `changes` are all that are reported together with it.
 */
type Rule<T> = (before: T | undefined, after: T, changes: readonly Change[]) => boolean;

/** Whether an event happens by a change. */
export type Happens = (change: Change, changes: readonly Change[]) => boolean;

const on =
  <K extends ObjectKind>(kind: K) =>
  (rule: Rule<ChangeOf<K>['after']>): Happens =>
  (change, changes) => {
    if (change.kind !== kind) return false;
    const { after, before } = change as ChangeOf<K>;
    return rule(before, after, changes);
  };

const onIntent =
  (kind: IntentKind) =>
  (rule: Rule<Intent>): Happens =>
    on('intent')((before, after, changes) => after.kind === kind && rule(before, after, changes));

export const payment = onIntent('payment');
export const setup = onIntent('setup');
export const charge = on('charge');
export const refund = on('refund');
export const customer = on('customer');
export const method = on('method');

export const isNew = (before: unknown): boolean => before === undefined;

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** A PaymentIntent or SetupIntent enters a status. */
export const enters =
  (status: IntentStatus): Rule<Intent> =>
  (before, after) =>
    after.status === status && before?.status !== status;

/** A part of a bank transfer has come in: less remains of the same attempt. */
export const funded: Rule<Intent> = (before, after) => {
  const [was, is] = [before && remainingOf(before), remainingOf(after)];
  if (was === undefined || was === null || is === null) return false;
  return is < was && before?.paymentMethod?.id === after.paymentMethod?.id;
};

/** The customer has to act, even if one action follows another. */
export const requiresAction: Rule<Intent> = (before, after, changes) =>
  after.status === 'requires_action' &&
  after.action !== before?.action &&
  !funded(before, after, changes);

/** The capturable amount has changed: authorized, incremented, or captured in part. */
export const capturable: Rule<Intent> = (before, after) =>
  after.status === 'requires_capture' && after.amountCapturable !== before?.amountCapturable;

export const fails: Rule<Intent> = (before, after) =>
  after.lastError !== null && after.lastError !== before?.lastError;

/** A charge begins with a status, or comes to it. */
export const becomes =
  (status: Charge['status']): Rule<Charge> =>
  (before, after) =>
    after.status === status && before?.status !== status;

/** Nothing more of it can be captured. */
const isFinal = ({ amount, amountCaptured, amountReleased }: Charge) =>
  amountCaptured > 0 && amountCaptured + amountReleased === amount;

/**
 * The last capture of an authorization. Those before it only update the charge
 * (docs.stripe.com/payments/multicapture#webhooks).
 */
export const captured: Rule<Charge> = (before, after) =>
  before?.status === 'succeeded' && !isFinal(before) && isFinal(after);

/** The balance transaction of an asynchronous capture is there. */
const capturedAsync: Rule<Charge> = (before, after) =>
  before?.amountCaptured === after.amountCaptured &&
  before.capturedAt === null &&
  after.capturedAt !== null;

const capturedInPart: Rule<Charge> = (before, after) =>
  before?.status === 'succeeded' && after.amountCaptured > before.amountCaptured && !isFinal(after);

/** The merchant has changed what a charge says. A capture, which may do so too, has its own event. */
const isEdited: Rule<Charge> = (before, after) =>
  before?.amountCaptured === after.amountCaptured &&
  (!isSame(before.metadata, after.metadata) || !isSame(before.extras, after.extras));

export const chargeUpdated: Rule<Charge> = (...change) =>
  isEdited(...change) || capturedAsync(...change) || capturedInPart(...change);

/** An authorization has ended, and nothing of it was captured. */
const voided: Rule<Charge> = (before, after) =>
  before !== undefined &&
  after.amountCaptured === 0 &&
  after.amountReleased > before.amountReleased;

/** Whether time has canceled the payment of a charge, and not the merchant. */
const isAutomatic = ({ paymentIntent }: Charge, changes: readonly Change[]) =>
  changesOf(changes, 'intent').some(
    ({ after }) => after.id === paymentIntent && after.cancellationReason === 'automatic',
  );

export const chargeExpired: Rule<Charge> = (before, after, changes) =>
  voided(before, after, changes) && isAutomatic(after, changes);

/**
 * Money was given back. So is all of an authorization that is canceled (odoo/odoo pull request
 * 259230), but not what a capture leaves of one.
 */
export const chargeRefunded: Rule<Charge> = (before, after, changes) =>
  after.amountRefunded > (before?.amountRefunded ?? 0) ||
  (voided(before, after, changes) && !isAutomatic(after, changes));

/**
 * A refund has changed. At WooshPay its creation counts, too: the guide to webhooks (doc-2517709) has
 * no other event of a refund, so that a shop which waits for it would hear nothing.
 */
export const refundUpdated: Rule<Refund> = (before, { dialect }) =>
  before !== undefined || dialect === 'wooshpay';

export const refundFailed: Rule<Refund> = (before, after) =>
  after.status === 'failed' && before?.status !== 'failed';

export const customerUpdated: Rule<Customer> = (before, after) =>
  before !== undefined && !after.deleted;

export const customerDeleted: Rule<Customer> = (before, after) =>
  after.deleted && before?.deleted !== true;

const lastTransaction = (customer: Customer | undefined) => customer?.cashTransactions.at(-1);

/** Money has come into a customer's cash balance, or has left it. */
export const cashMoved: Rule<Customer> = (before, after) =>
  !after.deleted && lastTransaction(after)?.id !== lastTransaction(before)?.id;

/** Money has come in, and what waiting payments have left of it is there to be used. */
export const fundsAvailable: Rule<Customer> = (_, after, changes) => {
  const all = changesOf(changes, 'customer').filter((change) => change.after.id === after.id);
  if (all.at(-1)?.after !== after) return false;
  return all
    .filter((change) => cashMoved(change.before, change.after, changes))
    .map((change) => lastTransaction(change.after))
    .some((move) => move?.type === 'funded' && (after.cash[move.currency] ?? 0) > 0);
};

export const attached: Rule<PaymentMethod> = (before, after) =>
  after.customer !== null && after.customer !== before?.customer;

export const detached: Rule<PaymentMethod> = (before, after) =>
  after.customer === null && typeof before?.customer === 'string';

/** A method of the same customer has changed. */
export const methodUpdated: Rule<PaymentMethod> = (before, after) =>
  before !== undefined && before.customer === after.customer;
