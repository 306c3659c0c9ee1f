import type { JsonObject } from '../base/json.ts';
import { lookup } from '../base/lookup.ts';
import { type Charge, isFullyRefunded } from '../payment/charge.ts';
import type { SearchFields } from './searchQuery.ts';

type Value = ReturnType<SearchFields<Charge>[string]>;

/** A field of the card, or of another method: `payment_method_details.card.last4`. */
const detail =
  (type: string, name: string) =>
  ({ paymentMethod: method }: Charge): Value =>
    method?.type === type ? ((method.details[name] ?? null) as Value) : null;

function postalCode({ paymentMethod }: Charge): Value {
  const address = paymentMethod?.billingDetails?.address as JsonObject | null | undefined;
  return (address?.postal_code ?? null) as Value;
}

/** The fields by which Stripe finds charges (docs.stripe.com/search#query-fields-for-charges). */
export const CHARGE_FIELDS: SearchFields<Charge> = {
  amount: ({ amount }) => amount,
  'billing_details.address.postal_code': postalCode,
  created: ({ created }, { dialect }) => dialect.time(created),
  currency: ({ currency }) => currency,
  customer: ({ customer }) => customer,
  disputed: () => false,
  metadata: ({ metadata }, _, key) => lookup(metadata, key) ?? null,
  'payment_method_details.card.brand': detail('card', 'brand'),
  'payment_method_details.card.exp_month': detail('card', 'exp_month'),
  'payment_method_details.card.exp_year': detail('card', 'exp_year'),
  'payment_method_details.card.fingerprint': detail('card', 'fingerprint'),
  'payment_method_details.card.last4': detail('card', 'last4'),
  refunded: isFullyRefunded,
  status: ({ status }) => status,
};
