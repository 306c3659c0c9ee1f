import type { JsonObject } from '../base/json.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { DIALECTS } from '../dialect/dialects.ts';
import type { Change, ChangeOf, ObjectKind } from '../payment/change.ts';
import { presentCharge } from '../payment/charge.ts';
import { presentCustomer } from '../payment/customer.ts';
import { presentPaymentMethod } from '../payment/present.ts';
import { presentRefund } from '../payment/refund.ts';

type Presenters = {
  readonly [K in ObjectKind]: (object: ChangeOf<K>['after'], dialect: Dialect) => JsonObject;
};

const SECRET_VIEW = { publishable: false, expand: [], style: null };

const PRESENTERS: Presenters = {
  intent: (intent, dialect) => dialect.present(intent, SECRET_VIEW),
  charge: presentCharge,
  refund: presentRefund,
  customer: (customer, { time }) => presentCustomer(customer, time(customer.created)),
  method: (method, { time }) => presentPaymentMethod(method, time(method.created)),
};

/** An object as its gateway shows it to a secret key, with nothing expanded. */
function present<K extends ObjectKind>(kind: K, object: ChangeOf<K>['after']): JsonObject {
  return PRESENTERS[kind](object, DIALECTS[object.dialect]);
}

/** The object of a change as it is. */
export const presentAfter = ({ after, kind }: Change): JsonObject => present(kind, after);

/** The object of a change as it was; null for a new one. */
export const presentBefore = ({ before, kind }: Change): JsonObject | null =>
  before ? present(kind, before) : null;
