import { newId } from '../base/ids.ts';
import { problems } from '../errors/errors.ts';
import { fund, fundedOf, remainingOf } from '../methods/bankTransfer.ts';
import { fundedBy } from '../methods/financialAddresses.ts';
import { type CashMove, type CashTransaction, moveCash } from '../payment/cashTransaction.ts';
import type { Customer } from '../payment/customer.ts';
import type { Intent } from '../payment/intent.ts';
import type { Refund } from '../payment/refund.ts';
import type { PARAMS } from '../request/params.ts';
import type { Read } from '../request/readers.ts';
import type { RequestContext, SandboxContext } from '../world/context.ts';

type ApplyParams = Read<typeof PARAMS.applyBalance>;

export const balanceOf = (customer: Customer | undefined, currency: string) =>
  customer?.cash[currency] ?? 0;

/** Moves cash into a customer's balance or out of it, and stores that. */
function recordCash(
  customer: Customer,
  move: CashMove,
  { now, random, store }: SandboxContext,
): CashTransaction | undefined {
  const id = newId('ccsbtxn', customer.dialect, random);
  const { cashTransactions } = store.putCustomer(moveCash(customer, move, { id, created: now() }));
  return cashTransactions.at(-1);
}

/** Applies a part of the customer's cash balance to an intent. */
function spend(
  intent: Intent,
  customer: Customer,
  amount: number,
  context: RequestContext,
): Intent | null {
  const { currency, id } = intent;
  const paid = fund(intent, amount, context);
  if (!paid) return null;
  const details = { payment_intent: id };
  recordCash(customer, { amount: -amount, currency, type: 'applied_to_payment', details }, context);
  return paid;
}

function ownerOf({ customer }: Intent, { store }: SandboxContext): Customer | undefined {
  return customer === null ? undefined : store.customer(customer);
}

/** Whether an attempt has ended without a payment, or another one has begun. */
const isOver = (before: Intent, { confirmations, status }: Intent) =>
  status === 'canceled' ||
  status === 'requires_payment_method' ||
  status === 'requires_confirmation' ||
  confirmations !== before.confirmations;

/**
 * Returns what a bank transfer had received to the customer's cash balance once its attempt is over
 * (`unapplied_from_payment` of docs.stripe.com/api/cash_balance_transactions).
 */
export function unapply(before: Intent, after: Intent, context: SandboxContext): Intent {
  const amount = fundedOf(before);
  const customer = ownerOf(before, context);
  if (!customer || amount === 0 || !isOver(before, after)) return after;
  const { currency, id } = before;
  const details = { payment_intent: id };
  recordCash(customer, { amount, currency, type: 'unapplied_from_payment', details }, context);
  return after;
}

/**
 * Applies the customer's cash balance to a bank transfer, unless the merchant does that manually.
 */
export function reconcile(intent: Intent, context: RequestContext): Intent {
  const customer = ownerOf(intent, context);
  const remaining = remainingOf(intent);
  if (!customer || customer.reconciliation === 'manual' || remaining === null) return intent;
  const amount = Math.min(remaining, balanceOf(customer, intent.currency));
  return amount > 0 ? (spend(intent, customer, amount, context) ?? intent) : intent;
}

/** `apply_customer_balance`: the merchant says how much of the balance goes to this payment. */
export function applyBalance(intent: Intent, params: ApplyParams, context: RequestContext): Intent {
  const remaining = remainingOf(intent);
  if (remaining === null) throw problems.cannotApplyBalance(intent.status);
  const currency = params.currency?.toLowerCase() ?? intent.currency;
  if (currency !== intent.currency) throw problems.otherCurrency(intent.currency);
  const customer = ownerOf(intent, context);
  if (!customer) throw problems.needsCustomer();
  const amount = params.amount ?? remaining;
  if (amount < 1 || amount > remaining) throw problems.cannotApplyAmount(remaining);
  const balance = balanceOf(customer, currency);
  if (amount > balance) throw problems.balanceTooSmall(balance, currency);
  const paid = spend(intent, customer, amount, context);
  if (!paid) throw problems.cannotApplyBalance(intent.status);
  return paid;
}

const isFor = (reference: string | null) => (intent: Intent) =>
  reference === null || intent.id.slice(-10).toUpperCase() === reference.toUpperCase();

/** A payment into a customer's cash balance. */
interface Payment {
  readonly amount: number;
  readonly currency: string;
  readonly reference: string | null;
}

/**
 * Adds money to a customer's cash balance, and applies it to waiting payments, oldest first. Returns
 * the transaction that added it.
 */
export function receive(customer: Customer, payment: Payment, context: RequestContext) {
  const { store } = context;
  const { amount, currency, reference } = payment;
  const details = fundedBy(currency, reference);
  const funded = recordCash(customer, { amount, currency, type: 'funded', details }, context);
  const waiting = store
    .intents()
    .filter((each) => each.customer === customer.id && each.currency === currency)
    .filter((each) => remainingOf(each) !== null && isFor(reference)(each));
  for (const intent of waiting) {
    const next = reconcile(intent, context);
    if (next !== intent) store.put(next);
  }
  return funded;
}

/** What a change of a refund does to the customer's cash balance; null for most. */
function cashMoveOf(before: Refund | undefined, after: Refund): CashMove | null {
  const { amount, currency, id } = after;
  const details = { refund: id };
  if (after.charge === null) {
    if (!before) return { amount: -amount, currency, type: 'return_initiated', details };
    const isBack = before.endedAt === null && after.endedAt !== null;
    return isBack ? { amount, currency, type: 'return_canceled', details } : null;
  }
  const goesToCash = after.methodType === 'customer_balance' && !before;
  return goesToCash ? { amount, currency, type: 'refunded_from_payment', details } : null;
}

/**
 * Stores a refund. That of a bank transfer goes to the customer's cash balance, and with the origin
 * `customer_balance` the money comes from there (docs.stripe.com/payments/customer-balance/refunding).
 */
export function saveRefund(refund: Refund, context: SandboxContext): Refund {
  const { store } = context;
  const move = cashMoveOf(store.refund(refund.id), refund);
  const customer = refund.customer === null ? undefined : store.customer(refund.customer);
  if (move && customer) recordCash(customer, move, context);
  return store.putRefund(refund);
}
