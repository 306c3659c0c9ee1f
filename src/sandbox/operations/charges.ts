import { problems } from '../errors/errors.ts';
import type { Charge } from '../payment/charge.ts';
import type { Intent } from '../payment/intent.ts';
import { shipping } from '../request/billing.ts';
import { checkSize } from '../request/bounds.ts';
import {
  email,
  filled,
  matching,
  mergeMetadata,
  metadata,
  oneOf,
  orEmptyString,
  type Read,
  text,
} from '../request/readers.ts';
import { isOwnedBy, type RequestContext } from '../world/context.ts';
import { customerOf } from './prepare.ts';

/** The charge with that id, if it belongs to the gateway and the account of a request. */
export function chargeById(id: string, context: RequestContext): Charge | undefined {
  const charge = context.store.charge(id);
  return charge && isOwnedBy(context)(charge) ? charge : undefined;
}

/** The payment that a parameter names; throws if there is no such payment. */
export function paymentNamed(id: string, context: RequestContext): Intent {
  const intent = context.store.get(id);
  if (intent?.kind === 'payment' && isOwnedBy(context)(intent)) return intent;
  throw problems.noPaymentIntent(id);
}

/** What of a charge can be changed (stripe 23.1.0, `ChargeUpdateParams`). */
export const CHARGE_PARAMS = {
  customer: filled,
  description: orEmptyString(text),
  fraud_details: matching({ user_report: orEmptyString(oneOf('fraudulent', 'safe')) }),
  metadata,
  receipt_email: orEmptyString(email),
  shipping: orEmptyString(shipping),
  transfer_group: text,
} as const;

type ChargeParams = Read<typeof CHARGE_PARAMS>;

/** The fields of a charge that are only stored and shown. */
const STORED = ['description', 'receipt_email', 'shipping'] as const;

/** `fraud_details` as Stripe shows it: without a report it is empty. */
function fraudDetails({ fraud_details: details }: ChargeParams) {
  if (details?.user_report === undefined) return {};
  const { user_report } = details;
  return { fraud_details: user_report === null ? {} : { user_report } };
}

/** "This field may only be updated if there is no existing associated customer with this charge." */
function customerAfter(charge: Charge, { customer: id }: ChargeParams, context: RequestContext) {
  const customer = customerOf(id, context);
  const isSame = customer === null || customer === charge.customer;
  if (!isSame && charge.customer !== null) throw problems.chargeHasCustomer(charge);
  return customer ?? charge.customer;
}

/** The charge after a change by the merchant. */
export function updateCharge(charge: Charge, params: ChargeParams, context: RequestContext) {
  if (params.transfer_group !== undefined) throw problems.transferGroupOfIntent(charge);
  const sent = STORED.filter((name) => params[name] !== undefined);
  const stored = Object.fromEntries(sent.map((name) => [name, params[name]]));
  const changed: Charge = {
    ...charge,
    customer: customerAfter(charge, params, context),
    extras: { ...charge.extras, ...stored, ...fraudDetails(params) },
    metadata: mergeMetadata(charge.metadata, params.metadata),
  };
  return context.store.putCharge(checkSize(changed));
}

/** Every charge here is of a PaymentIntent, which is what Stripe has captured. */
export function captureCharge(charge: Charge): never {
  throw charge.capturedAt === null
    ? problems.captureIntent(charge)
    : problems.alreadyCaptured(charge);
}
