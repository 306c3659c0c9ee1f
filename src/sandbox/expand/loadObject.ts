import type { JsonObject } from '../base/json.ts';
import { lookup } from '../base/lookup.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { presentTransaction } from '../payment/balanceTransaction.ts';
import { presentCustomer } from '../payment/customer.ts';
import type { Intent } from '../payment/intent.ts';
import { presentMandate } from '../payment/mandate.ts';
import { presentPaymentMethod } from '../payment/present.ts';
import { presentCharge } from '../payment/presentCharge.ts';
import { presentRefund } from '../payment/presentRefund.ts';
import { presentAttempt } from '../payment/setupAttempt.ts';
import { isOwnedBy, type Owned, type RequestContext } from '../world/context.ts';
import type { Store } from '../world/store.ts';
import { transactionById } from '../world/transactions.ts';
import type { Target } from './expandable.ts';

/** What is needed of a request to find the objects that its caller may see. */
export type LoadContext = Pick<RequestContext, 'account' | 'dialect' | 'now' | 'store'>;

/** Finds an object by its id, as its gateway shows it. `parent` is the object that refers to it. */
type Loader = (id: string, context: LoadContext, parent: JsonObject) => JsonObject | null;

function stored<T extends Owned>(
  find: (store: Store, id: string) => T | undefined,
  present: (object: T, dialect: Dialect, now: number) => JsonObject,
): Loader {
  return (id, context) => {
    const { dialect, now, store } = context;
    const object = find(store, id);
    return object && isOwnedBy(context)(object) ? present(object, dialect, now()) : null;
  };
}

const charge = stored((store, id) => store.charge(id), presentCharge);
const refund = stored((store, id) => store.refund(id), presentRefund);

const transaction = stored((store, id) => transactionById(id, store), presentTransaction);

const intent = stored(
  (store, id) => store.get(id),
  (found, dialect) => dialect.present(found, { publishable: false, style: null }),
);

const customer = stored(
  (store, id) => store.customer(id),
  (found, { time }) => presentCustomer(found, time(found.created)),
);

const paymentMethod = stored(
  (store, id) => store.paymentMethod(id),
  (found, { time }) => presentPaymentMethod(found, time(found.created)),
);

function ownIntent(id: unknown, context: LoadContext): Intent | null {
  const found = context.store.get(String(id));
  return found && isOwnedBy(context)(found) ? found : null;
}

/** A mandate is what a SetupIntent has left, and is named after it. */
const mandate: Loader = (id, context) => {
  const setup = ownIntent(id.replace(/^mandate/, 'seti'), context);
  return setup && presentMandate(setup);
};

/** Only a SetupIntent refers to its attempt. */
const setupAttempt: Loader = (_, context, { id }) => {
  const { dialect } = context;
  const setup = ownIntent(id, context);
  const error = setup?.lastError ? dialect.presentError(setup.lastError) : null;
  return setup && presentAttempt(setup, { error, time: dialect.time });
};

/** A row for each type of object that another one refers to by its id. */
const LOADERS: Readonly<Record<string, Loader>> = {
  balance_transaction: transaction,
  charge,
  charge_or_refund: (...found) => charge(...found) ?? refund(...found),
  customer,
  mandate,
  payment_intent: intent,
  payment_method: paymentMethod,
  refund,
  setup_attempt: setupAttempt,
  setup_intent: intent,
};

/** Finds objects by type and id, each once. */
export type LoadObject = (type: Target, id: string, parent: JsonObject) => JsonObject | null;

export function createLoader(context: LoadContext): LoadObject {
  const loaded = new Map<string, JsonObject | null>();
  return (type, id, parent) => {
    const key = `${type} ${id}`;
    const known = loaded.get(key);
    if (known !== undefined) return known;
    const object = lookup(LOADERS, type)?.(id, context, parent) ?? null;
    loaded.set(key, object);
    return object;
  };
}
