import type { JsonObject } from '../base/json.ts';
import type { PaymentMethod } from './intent.ts';

/** A postal address with nothing in it: both gateways show every line. */
const NOWHERE = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
} as const;

/** `shipping` with every field that both gateways show. */
export function presentShipping(given: unknown): JsonObject | null {
  if (typeof given !== 'object' || given === null) return null;
  const shipping = given as JsonObject;
  const address = { ...NOWHERE, ...(shipping.address as JsonObject | undefined) };
  return { carrier: null, name: null, phone: null, tracking_number: null, ...shipping, address };
}

/** `billing_details` with every field that both gateways show. */
export function presentBilling(given: JsonObject | null | undefined): JsonObject {
  const address = { ...NOWHERE, ...(given?.address as JsonObject | undefined) };
  return { email: null, name: null, phone: null, tax_id: null, ...given, address };
}

/** A payment method as both gateways show it when it is expanded or part of an error. */
export function presentPaymentMethod(method: PaymentMethod, created: number): JsonObject {
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
