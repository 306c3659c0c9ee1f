import type { JsonObject } from '../base/json.ts';
import { presentCharge } from '../payment/charge.ts';
import { presentCustomer } from '../payment/customer.ts';
import type { Intent } from '../payment/intent.ts';
import { presentPaymentMethod } from '../payment/present.ts';
import type { Expandable } from '../request/expand.ts';
import type { RequestContext } from '../world/context.ts';

type Expansion = (intent: Intent, context: RequestContext) => JsonObject | null;

const paymentMethod: Expansion = ({ paymentMethod: method }, { dialect }) =>
  method && presentPaymentMethod(method, dialect.time(method.created));

const latestCharge: Expansion = (intent, { dialect }) =>
  intent.latestCharge === null
    ? null
    : presentCharge(intent, {
        created: dialect.time(intent.chargedAt ?? intent.created),
        currency: dialect.currency(intent.currency),
      });

const customer: Expansion = (intent, { dialect, store }) => {
  const found = intent.customer === null ? undefined : store.customers.get(intent.customer);
  return found ? presentCustomer(found, dialect.time(found.created)) : null;
};

/** The objects that an intent refers to by id and that `expand` shows. */
const EXPANSIONS: Readonly<Record<Expandable, Expansion>> = {
  payment_method: paymentMethod,
  latest_charge: latestCharge,
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
