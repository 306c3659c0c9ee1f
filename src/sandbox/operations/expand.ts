import { problems } from '../errors/errors.ts';
import { presentCharge } from '../payment/charge.ts';
import type { Hash, Intent } from '../payment/intent.ts';
import { list } from '../request/readers.ts';
import type { Scene } from '../world/world.ts';
import { presentCustomer } from './customer.ts';
import { presentPaymentMethod } from './paymentMethod.ts';

type Expansion = (intent: Intent, scene: Scene) => Hash | null;

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

/** What an intent names by its id, and can show whole. */
const EXPANSIONS: Readonly<Record<string, Expansion>> = {
  payment_method: paymentMethod,
  latest_charge: latestCharge,
  customer,
};

/** A browser sees its own payment method and nothing else of the merchant's. */
const PUBLIC = ['payment_method'];

/** The names in `expand`; in a list they begin with `data.`. Asking for more than there is throws. */
export function expandOf(given: unknown, publishable: boolean, prefix = ''): string[] {
  if (given === undefined || given === null || given === '') return [];
  const known = publishable ? PUBLIC : Object.keys(EXPANSIONS);
  return list(given, 'expand').map((each) => {
    const name = known.find((one) => `${prefix}${one}` === each);
    if (name !== undefined) return name;
    const names = known.map((one) => `${prefix}${one}`).join(', ');
    const message = `The sandbox can expand ${names} only (got ${each}).`;
    throw problems.invalid(message, undefined, 'expand');
  });
}

/** An answer with the named fields shown whole. */
export function expanded(answer: Hash, intent: Intent, names: readonly string[], scene: Scene) {
  const shown = names.map((name) => [name, EXPANSIONS[name]?.(intent, scene) ?? null]);
  return { ...answer, ...Object.fromEntries(shown) };
}
