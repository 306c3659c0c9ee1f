import type { Hash } from '../base/json.ts';
import type { PaymentMethod } from './intent.ts';

/** An address of which nothing is known: both gateways show every line. */
const NOWHERE = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
} as const;

/** `shipping` with every field that both gateways show. */
export function presentShipping(given: unknown): Hash | null {
  if (typeof given !== 'object' || given === null) return null;
  const shipping = given as Hash;
  const address = { ...NOWHERE, ...(shipping.address as Hash | undefined) };
  return { carrier: null, name: null, phone: null, tracking_number: null, ...shipping, address };
}

/** `billing_details` with every field that both gateways show. */
export function presentBilling(given: Hash | null | undefined): Hash {
  const address = { ...NOWHERE, ...(given?.address as Hash | undefined) };
  return { email: null, name: null, phone: null, tax_id: null, ...given, address };
}

/** A payment method as both gateways show it when it is expanded or part of an error. */
export function presentPaymentMethod(method: PaymentMethod, created: number): Hash {
  const { billingDetails, customer, details, id, metadata, type } = method;
  return {
    id,
    object: 'payment_method',
    billing_details: presentBilling(billingDetails),
    [type]: details,
    created,
    customer,
    livemode: false,
    metadata,
    type,
  };
}
