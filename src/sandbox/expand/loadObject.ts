import type { JsonObject } from '../base/json.ts';
import { lookup } from '../base/lookup.ts';
import type { ChangeOf, ObjectKind } from '../payment/change.ts';
import type { Intent } from '../payment/intent.ts';
import { presentMandate } from '../payment/mandate.ts';
import { presentAttempt } from '../payment/setupAttempt.ts';
import { isOwnedBy, type RequestContext } from '../world/context.ts';
import { presentObject } from '../world/presentObject.ts';
import type { Store } from '../world/store.ts';
import type { Target } from './expandable.ts';

/** What is needed of a request to find the objects that its caller may see. */
export type LoadContext = Pick<RequestContext, 'account' | 'dialect' | 'now' | 'store'>;

/** Finds an object by its id, as its gateway shows it. `parent` is the object that refers to it. */
type Loader = (id: string, context: LoadContext, parent: JsonObject) => JsonObject | null;

type Stored<K extends ObjectKind> = ChangeOf<K>['after'] | undefined;

function stored<K extends ObjectKind>(
  kind: K,
  find: (store: Store, id: string) => Stored<K>,
): Loader {
  return (id, context) => {
    const found = find(context.store, id);
    return found && isOwnedBy(context)(found) ? presentObject(kind, found) : null;
  };
}

const intent = stored('intent', (store, id) => store.get(id));
const charge = stored('charge', (store, id) => store.charge(id));
const refund = stored('refund', (store, id) => store.refund(id));

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
  charge,
  charge_or_refund: (...found) => charge(...found) ?? refund(...found),
  customer: stored('customer', (store, id) => store.customer(id)),
  mandate,
  payment_intent: intent,
  payment_method: stored('method', (store, id) => store.paymentMethod(id)),
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
