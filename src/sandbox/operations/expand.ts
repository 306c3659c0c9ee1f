import type { JsonObject } from '../base/json.ts';
import { presentCustomer } from '../payment/customer.ts';
import type { Intent } from '../payment/intent.ts';
import { presentMandate } from '../payment/mandate.ts';
import { presentPaymentMethod } from '../payment/present.ts';
import { presentCharge } from '../payment/presentCharge.ts';
import { presentAttempt } from '../payment/setupAttempt.ts';
import type { Expandable } from '../request/expand.ts';
import type { RequestContext } from '../world/context.ts';

type Expansion = (intent: Intent, context: RequestContext) => JsonObject | null;

const paymentMethod: Expansion = ({ paymentMethod: method }, { dialect }) =>
  method && presentPaymentMethod(method, dialect.time(method.created));

const latestCharge: Expansion = ({ latestCharge: id }, { dialect, store }) => {
  const charge = id === null ? undefined : store.charge(id);
  return charge ? presentCharge(charge, dialect) : null;
};

const latestAttempt: Expansion = (intent, { dialect }) =>
  presentAttempt(intent, {
    time: dialect.time,
    error: intent.lastError && dialect.presentError(intent.lastError),
  });

/** A SetupIntent has a mandate for many payments or for one, and never both. */
const mandate =
  (kind: 'multi_use' | 'single_use'): Expansion =>
  (intent) => {
    const found = presentMandate(intent);
    return found?.type === kind ? found : null;
  };

const customer: Expansion = (intent, { dialect, store }) => {
  const found = intent.customer === null ? undefined : store.customer(intent.customer);
  return found ? presentCustomer(found, dialect.time(found.created)) : null;
};

/** The objects that an intent refers to by id and that `expand` shows. */
const EXPANSIONS: Readonly<Record<Expandable, Expansion>> = {
  payment_method: paymentMethod,
  latest_charge: latestCharge,
  latest_attempt: latestAttempt,
  mandate: mandate('multi_use'),
  single_use_mandate: mandate('single_use'),
  customer,
};

/** The answer with the named fields expanded. */
export function expanded(
  answer: JsonObject,
  intent: Intent,
  names: readonly Expandable[],
  context: RequestContext,
) {
  const shown = names.map((name) => [name, EXPANSIONS[name](intent, context)]);
  return { ...answer, ...Object.fromEntries(shown) };
}
