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

/** The balance transaction with that id. */
export function transactionById(id: string, store: Store): BalanceTransaction | undefined {
  const [charges, refunds] = sourcesOf(id);
  const found = [
    ...charges.map((each) => store.charge(each)).map((each) => each && chargeTransaction(each)),
    ...refunds
      .map((each) => store.refund(each))
      .flatMap((each) => (each ? refundTransactions(each, chargeOf(each, store)) : [])),
  ];
  return found.find((each) => each?.id === id) ?? undefined;
}

/** All balance transactions, newest first. */
export function allTransactions(store: Store): BalanceTransaction[] {
  const ofCharges = store.charges().map(chargeTransaction);
  const ofRefunds = store
    .refunds()
    .flatMap((refund) => refundTransactions(refund, chargeOf(refund, store)));
  return [...ofCharges, ...ofRefunds]
    .filter((each) => each !== null)
    .sort((one, other) => one.created - other.created)
    .reverse();
}
