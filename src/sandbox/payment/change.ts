import type { Charge } from './charge.ts';
import type { Customer } from './customer.ts';
import type { Intent, PaymentMethod } from './intent.ts';
import type { Refund } from './refund.ts';

/** The objects whose changes are reported, by kind. */
interface Changing {
  readonly intent: Intent;
  readonly charge: Charge;
  readonly refund: Refund;
  readonly customer: Customer;
  readonly method: PaymentMethod;
}

export type ObjectKind = keyof Changing;

/** A change of one object: what it was (undefined for a new one), and what it is. */
export interface ChangeOf<K extends ObjectKind> {
  readonly kind: K;
  readonly before: Changing[K] | undefined;
  readonly after: Changing[K];
}

export type Change = { [K in ObjectKind]: ChangeOf<K> }[ObjectKind];

/** The changes of the objects of one kind. */
export const changesOf = <K extends ObjectKind>(
  changes: readonly Change[],
  kind: K,
): readonly ChangeOf<K>[] =>
  changes.filter((change): change is Change & ChangeOf<K> => change.kind === kind);
