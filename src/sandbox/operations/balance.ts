import { problems } from '../errors/errors.ts';
import { fund, remainingOf } from '../methods/bankTransfer.ts';
import type { Customer } from '../payment/customer.ts';
import type { Intent } from '../payment/intent.ts';
import type { PARAMS } from '../request/params.ts';
import type { Read } from '../request/readers.ts';
import type { RequestContext } from '../world/context.ts';

type ApplyParams = Read<typeof PARAMS.applyBalance>;

const balanceOf = (customer: Customer | undefined, currency: string) =>
  customer?.cash[currency] ?? 0;

/** Applies a part of the customer's cash balance to an intent. */
function spend(
  intent: Intent,
  customer: Customer,
  amount: number,
  context: RequestContext,
): Intent | null {
  const { currency } = intent;
  const paid = fund(intent, amount, context);
  if (!paid) return null;
  const cash = { ...customer.cash, [currency]: balanceOf(customer, currency) - amount };
  context.store.putCustomer({ ...customer, cash });
  return paid;
}

function ownerOf({ customer }: Intent, { store }: RequestContext): Customer | undefined {
  return customer === null ? undefined : store.customer(customer);
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

/** Adds money to a customer's cash balance, and applies it to waiting payments, oldest first. */
export function receive(customer: Customer, payment: Payment, context: RequestContext): void {
  const { store } = context;
  const { amount, currency, reference } = payment;
  const cash = { ...customer.cash, [currency]: balanceOf(customer, currency) + amount };
  store.putCustomer({ ...customer, cash });
  const waiting = store
    .intents()
    .filter((each) => each.customer === customer.id && each.currency === currency)
    .filter((each) => remainingOf(each) !== null && isFor(reference)(each));
  for (const intent of waiting) {
    const next = reconcile(intent, context);
    if (next !== intent) store.put(next);
  }
}
