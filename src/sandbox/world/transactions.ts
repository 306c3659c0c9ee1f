import {
  type BalanceTransaction,
  chargeTransaction,
  refundTransactions,
  sourcesOf,
} from '../payment/balanceTransaction.ts';
import type { Refund } from '../payment/refund.ts';
import type { Store } from './store.ts';

const chargeOf = ({ charge }: Refund, store: Store) =>
  charge === null ? undefined : store.charge(charge);

const ofCharge = (id: string, store: Store) => {
  const charge = store.charge(id);
  return charge ? [chargeTransaction(charge)] : [];
};

const ofRefund = (id: string, store: Store) => {
  const refund = store.refund(id);
  return refund ? refundTransactions(refund, chargeOf(refund, store)) : [];
};

const isThere = <T>(each: T | null): each is T => each !== null;

/** The balance transaction with that id. */
export function transactionById(id: string, store: Store): BalanceTransaction | undefined {
  const [charges, refunds] = sourcesOf(id);
  return [
    ...charges.flatMap((each) => ofCharge(each, store)),
    ...refunds.flatMap((each) => ofRefund(each, store)),
  ]
    .filter(isThere)
    .find((each) => each.id === id);
}

/** The balance transactions of a charge or of a refund, newest first. */
export const transactionsOf = (source: string, store: Store): BalanceTransaction[] =>
  [...ofCharge(source, store), ...ofRefund(source, store)].filter(isThere).reverse();

/** All balance transactions, newest first. */
export function allTransactions(store: Store): BalanceTransaction[] {
  const ofCharges = store.charges().map(chargeTransaction);
  const ofRefunds = store
    .refunds()
    .flatMap((refund) => refundTransactions(refund, chargeOf(refund, store)));
  return [...ofCharges, ...ofRefunds]
    .filter(isThere)
    .sort((one, other) => one.created - other.created)
    .reverse();
}
