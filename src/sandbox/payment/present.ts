import type { JsonObject } from '../base/json.ts';
import type { PaymentMethod } from './intent.ts';

/** A postal address with nothing in it: both gateways show every line. */
const EMPTY_ADDRESS = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
} as const;

/** A postal address with every line; null where there is none. */
export const presentAddress = (address: unknown): JsonObject | null =>
  typeof address === 'object' && address !== null ? { ...EMPTY_ADDRESS, ...address } : null;

/** `shipping` with every field that both gateways show. */
export function presentShipping(details: unknown): JsonObject | null {
  if (typeof details !== 'object' || details === null) return null;
  const shipping = details as JsonObject;
  const address = { ...EMPTY_ADDRESS, ...(shipping.address as JsonObject | undefined) };
  return { carrier: null, name: null, phone: null, tracking_number: null, ...shipping, address };
}

/** `billing_details` with every field that both gateways show. */
export function presentBilling(details: JsonObject | null | undefined): JsonObject {
  const address = { ...EMPTY_ADDRESS, ...(details?.address as JsonObject | undefined) };
  return { email: null, name: null, phone: null, tax_id: null, ...details, address };
}

/** A payment method as both gateways show it when it is expanded or part of an error. */
export function presentPaymentMethod(method: PaymentMethod, created: number): JsonObject {
  const { allowRedisplay, billingDetails, customer, details, dialect, id, metadata, type } = method;
  return {
    id,
    object: 'payment_method',
    ...(dialect === 'stripe' && { allow_redisplay: allowRedisplay, customer_account: null }),
    billing_details: presentBilling(billingDetails),
    [type]: details,
    created,
    customer,
    livemode: false,
    metadata,
    type,
  };
}
