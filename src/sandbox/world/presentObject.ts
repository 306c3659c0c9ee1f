import type { JsonObject } from '../base/json.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { DIALECTS } from '../dialect/dialects.ts';
import { presentCashTransaction } from '../payment/cashTransaction.ts';
import type { Change, ChangeOf, ObjectKind } from '../payment/change.ts';
import { type Customer, presentCash, presentCustomer } from '../payment/customer.ts';
import { presentPaymentMethod } from '../payment/present.ts';
import { presentCharge } from '../payment/presentCharge.ts';
import { presentRefund } from '../payment/presentRefund.ts';

type Presenters = {
  readonly [K in ObjectKind]: (object: ChangeOf<K>['after'], dialect: Dialect) => JsonObject;
};

const SECRET_VIEW = { publishable: false, style: null };

const PRESENTERS: Presenters = {
  intent: (intent, dialect) => dialect.present(intent, SECRET_VIEW),
  charge: presentCharge,
  refund: presentRefund,
  // `customer.deleted` shows the customer as it was, as Stripe's recorded events do.
  customer: (customer, { time }) =>
    presentCustomer({ ...customer, deleted: false }, time(customer.created)),
  method: (method, { time }) => presentPaymentMethod(method, time(method.created)),
};

/** An object as its gateway shows it to a secret key, with nothing expanded. */
function present<K extends ObjectKind>(kind: K, object: ChangeOf<K>['after']): JsonObject {
  return PRESENTERS[kind](object, DIALECTS[object.dialect]);
}

/** Shows a part of a customer that has changed. */
const ofCustomer =
  (show: (customer: Customer, dialect: Dialect) => JsonObject) =>
  (change: Change): JsonObject =>
    change.kind === 'customer' ? show(change.after, DIALECTS[change.after.dialect]) : {};

export const presentCashBalance = ofCustomer(presentCash);

export const presentLastCashTransaction = ofCustomer(({ cashTransactions, id }, dialect) => {
  const last = cashTransactions.at(-1);
  return last ? presentCashTransaction(last, id, dialect) : {};
});

/** The object of a change as it is. */
export const presentAfter = ({ after, kind }: Change): JsonObject => present(kind, after);

/** The object of a change as it was; null for a new one. */
export const presentBefore = ({ before, kind }: Change): JsonObject | null =>
  before ? present(kind, before) : null;
