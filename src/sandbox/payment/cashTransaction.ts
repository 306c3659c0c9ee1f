import type { JsonObject } from '../base/json.ts';
import type { Units } from './units.ts';

/** Money into a customer's cash balance, or out of it. */
export interface CashMove {
  /** In minor units; negative where it leaves the balance. */
  readonly amount: number;
  readonly currency: string;
  readonly type:
    | 'applied_to_payment'
    | 'funded'
    | 'refunded_from_payment'
    | 'return_canceled'
    | 'return_initiated'
    | 'unapplied_from_payment';
  /** What is shown under the type's name: `{ payment_intent }`, `{ refund }`, `{ bank_transfer }`. */
  readonly details: JsonObject;
}

/** A move as it is stored. */
export interface CashTransaction extends CashMove {
  readonly id: string;
  /** Milliseconds. */
  readonly created: number;
  /** The balance in that currency right after it. */
  readonly endingBalance: number;
}

/** The money of a customer that no payment has taken. */
export interface CashBalance {
  /** By currency, in minor units. */
  readonly cash: Readonly<Record<string, number>>;
  /** How it came to that, oldest first. */
  readonly cashTransactions: readonly CashTransaction[];
}

/** More than a test needs; of each customer the newest are stored. */
const MOST = 1000;

/** A customer after a move of cash. */
export function moveCash<T extends CashBalance>(
  holder: T,
  move: CashMove,
  { created, id }: Pick<CashTransaction, 'created' | 'id'>,
): T {
  const { amount, currency } = move;
  const endingBalance = (holder.cash[currency] ?? 0) + amount;
  const transactions = [...holder.cashTransactions, { ...move, id, created, endingBalance }];
  return {
    ...holder,
    cash: { ...holder.cash, [currency]: endingBalance },
    cashTransactions: transactions.slice(-MOST),
  };
}

/** A transaction of a customer's cash balance as Stripe shows it. */
export const presentCashTransaction = (
  { amount, created, currency, details, endingBalance, id, type }: CashTransaction,
  customer: string,
  units: Units,
): JsonObject => ({
  id,
  object: 'customer_cash_balance_transaction',
  created: units.time(created),
  currency: units.currency(currency),
  customer,
  customer_account: null,
  ending_balance: endingBalance,
  livemode: false,
  net_amount: amount,
  type,
  [type]: details,
});
