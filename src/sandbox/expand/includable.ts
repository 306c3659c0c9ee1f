import type { JsonObject } from '../base/json.ts';
import { presentCash } from '../payment/customer.ts';
import { presentRefund } from '../payment/presentRefund.ts';
import type { Refund } from '../payment/refund.ts';
import { pageOf } from '../request/page.ts';
import type { LoadContext } from './loadObject.ts';

/** Makes a field of an object. */
type Maker = (object: JsonObject, context: LoadContext) => unknown;

/** A list inside an object: a page of the usual size, which says how many there are. */
function embedded<T extends { id: string }>(
  url: string,
  items: readonly T[],
  show: (item: T) => unknown,
) {
  return { ...pageOf(items, {}, { url, show }), total_count: items.length };
}

const cashOf: Maker = ({ id }, { store }) => {
  const customer = store.customer(String(id));
  return customer ? presentCash(customer) : null;
};

/** A customer without any has an empty list at Stripe. Here all are without. */
const noneOf =
  (name: string): Maker =>
  ({ id }) =>
    embedded(`/v1/customers/${id}/${name}`, [], (item) => item);

const refundsOfRequests = new WeakMap<LoadContext, ReadonlyMap<string | null, Refund[]>>();

/** The refunds of each charge, newest first; looked through once for a request. */
function refundsByCharge(context: LoadContext): ReadonlyMap<string | null, readonly Refund[]> {
  const known = refundsOfRequests.get(context);
  if (known) return known;
  const found = new Map<string | null, Refund[]>();
  for (const refund of context.store.refunds().reverse()) {
    const others = found.get(refund.charge);
    if (others) others.push(refund);
    else found.set(refund.charge, [refund]);
  }
  refundsOfRequests.set(context, found);
  return found;
}

const refundsOf: Maker = ({ id }, context) =>
  embedded(`/v1/charges/${id}/refunds`, refundsByCharge(context).get(String(id)) ?? [], (refund) =>
    presentRefund(refund, context.dialect),
  );

/** A customer's place before anybody has looked for it. */
const TAX = {
  automatic_tax: 'unrecognized_location',
  ip_address: null,
  location: null,
  provider: 'stripe',
} as const;

/**
 * The fields that an object has only where they are expanded, by its `object` and their name. What
 * they hold is as recorded in github.com/pay-rails/pay (test/vcr_cassettes). Charges do without
 * their refunds since 2022-11-15 (docs.stripe.com/changelog).
 */
export const INCLUDABLE: Readonly<Record<string, Maker>> = {
  'charge refunds': refundsOf,
  'customer cash_balance': cashOf,
  'customer invoice_credit_balance': () => ({}),
  'customer sources': noneOf('sources'),
  'customer subscriptions': noneOf('subscriptions'),
  'customer tax': () => TAX,
  'customer tax_ids': noneOf('tax_ids'),
};
