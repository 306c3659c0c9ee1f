import type { ConfirmParams, Param } from '../gateway/index.ts';
import type { Device } from '../step/index.ts';
import { FIELDS } from './fields.ts';
import type { FieldSpec, Method, Values } from './method.ts';
import { normalizeInput } from './normalizeInput.ts';
import type { Offer } from './offers.ts';
import { methodOf } from './table.ts';

/** What the gateway is sent for a field, or null where what was entered cannot be right. */
export function readValue(
  { field, optional }: FieldSpec,
  type: string,
  values: Values,
): string | null {
  const { as, read, isChosen } = FIELDS[field];
  const entered = normalizeInput(values[field] ?? '', as);
  const value = read(entered, type);
  // What was chosen from another method's list is no choice here.
  const isEmpty = !entered || (isChosen && !value);
  return optional && isEmpty ? '' : value;
}

/** The fields that are not filled in rightly yet, in the method's order. */
export function missingFields({ type, method }: Offer, values: Values): readonly FieldSpec[] {
  return method.fields.filter((spec) => readValue(spec, type, values) === null);
}

/** The confirm parameters that pay with this method and these values; they have to be met. */
export function confirmParams({ type, method }: Offer, values: Values, device: Device) {
  const data: Hash = { type };
  const own: Hash = { ...method.options?.(device) };
  const places = { billing: ['billing_details'], data: [type], options: [] as string[] };
  const entries = [...(method.fixed ?? []), ...enteredIn(method, type, values)];
  for (const [place, key, value] of entries) {
    put(place === 'options' ? own : data, [...places[place], ...key.split('.')], value);
  }
  return {
    payment_method_data: data,
    ...(Object.keys(own).length > 0 && { payment_method_options: { [type]: own } }),
  } satisfies ConfirmParams;
}

/**
 * The same for what the merchant has made of the gateway's own fields. Its form has shown the mandate;
 * who agreed, and where, the gateway sees from the request (so do both of Stripe's mobile SDKs). A
 * ConfirmationToken has a `mandate_data` of its own, which one in the request would override
 * (https://docs.stripe.com/api/payment_intents/confirm#confirm_payment_intent-confirmation_token), and it
 * leaves what follows to Stripe's own script, unless the request says otherwise
 * (https://docs.stripe.com/api/confirmation_tokens/object#confirmation_token_object-use_stripe_sdk).
 */
export function paramsForPaymentMethodId({ method }: Offer, id: string): ConfirmParams {
  if (id.startsWith('ctoken_')) return { confirmation_token: id, use_stripe_sdk: false };
  const online = { type: 'online', online: { infer_from_client: true } };
  return {
    payment_method: id,
    ...(method.mandate && { mandate_data: { customer_acceptance: online } }),
  };
}

/** The same for what is on the PaymentIntent already: what the gateway wants to know of the device. */
export function paramsForAttachedMethod(
  gateway: string | null,
  type: string | null | undefined,
  device: Device,
): ConfirmParams {
  const options = type && methodOf(gateway, type)?.options?.(device);
  return options ? { payment_method_options: { [type]: options } } : {};
}

/** The field that a gateway's error is about: `payment_method_data[boleto][tax_id]`, or its last name. */
export function fieldForParam(param: string, { fields }: Method): FieldSpec | undefined {
  return fields.find(({ key }) => {
    const last = key.split('.').pop();
    return param === last || param.endsWith(`[${last}]`);
  });
}

type Hash = Record<string, Param>;

function enteredIn(method: Method, type: string, values: Values) {
  return method.fields.flatMap((spec) => {
    const value = readValue(spec, type, values);
    return value ? [[spec.place, spec.key, value] as const] : [];
  });
}

function put(hash: Hash, [key = '', ...deeper]: readonly string[], value: string): void {
  if (deeper.length === 0) hash[key] = value;
  else {
    hash[key] ??= {};
    put(hash[key] as Hash, deeper, value);
  }
}
