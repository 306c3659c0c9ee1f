import type { JsonObject } from '../base/json.ts';
import { presentCash } from '../payment/customer.ts';
import { pageOf } from '../request/page.ts';
import { presentObject } from '../world/presentObject.ts';
import type { LoadContext } from './loadObject.ts';

/** Makes a field of an object. */
type Maker = (object: JsonObject, context: LoadContext) => unknown;

/** An embedded list has a page of the default size. */
const pageAt = <T extends { id: string }>(
  url: string,
  items: readonly T[],
  show: (item: T) => unknown,
) => pageOf(items, {}, { url, show });

const cashOf: Maker = ({ id }, { store }) => {
  const customer = store.customer(String(id));
  return customer ? presentCash(customer) : null;
};

/** A customer without any has an empty list at Stripe. Here all are without. */
const noneOf =
  (name: string): Maker =>
  ({ id }) =>
    pageAt(`/v1/customers/${id}/${name}`, [], (item) => item);

/** Newest first. */
const refundsOf: Maker = ({ id }, { store }) => {
  const refunds = store.refunds().filter(({ charge }) => charge === id);
  return pageAt(`/v1/charges/${id}/refunds`, refunds.reverse(), (refund) =>
    presentObject('refund', refund),
  );
};

/** The fields that an object has only where they are expanded, by its `object` and their name. */
export const INCLUDABLE: Readonly<Record<string, Maker>> = {
  // "Refunds are not included by default" since 2022-11-15 (docs.stripe.com/changelog).
  'charge refunds': refundsOf,
  'customer cash_balance': cashOf,
  'customer invoice_credit_balance': () => ({}),
  'customer sources': noneOf('sources'),
  'customer subscriptions': noneOf('subscriptions'),
  'customer tax_ids': noneOf('tax_ids'),
};
