import type { JsonObject } from '../base/json.ts';
import { lookup } from '../base/lookup.ts';
import type { Intent, PaymentMethod } from '../payment/intent.ts';

/** The indicator of an authenticated customer, by brand (WooshPay's API reference). */
const INDICATORS: Readonly<Record<string, number>> = { mastercard: 2 };

/** Twenty bytes in base64, as the field is defined; they prove nothing. */
const CAVV = 'U0FOREJPWC1OT1QtQS1QUk9PRi4=';

/** A transaction id in the form of a UUID, made of the payment's id. */
function transactionId({ id }: Intent): string {
  const digits = id.replaceAll(/\D/g, '').padEnd(20, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4000-8000-${digits.slice(-12)}`;
}

const FAILED = 'payment_intent_authentication_failure';

/** The authentication's `status` and `three_d_result`; null before it has begun. */
function progress({ approved, lastError, status }: Intent): [string, string] | null {
  if (lastError) return lastError.code === FAILED ? ['FAILED', 'N'] : ['COMPLETED', 'Y'];
  if (status === 'requires_action') return ['PENDING', 'C'];
  const hasBegun = status !== 'requires_payment_method' && status !== 'requires_confirmation';
  return hasBegun || approved ? ['COMPLETED', 'Y'] : null;
}

/**
 * The proof of authentication, for payments without a challenge only (WooshPay's API reference).
 */
function proof({ details }: PaymentMethod): JsonObject {
  return { cavv: CAVV, eci: lookup(INDICATORS, details.brand) ?? 5 };
}

/** `3ds_status` as in the reference; null, as in the samples, until a card authenticates. */
export function threeDSecure(intent: Intent): JsonObject | null {
  const method = intent.paymentMethod ?? intent.lastError?.paymentMethod;
  const kind = method?.behaviour?.kind;
  const stand = progress(intent);
  if (!method || !stand || (kind !== 'challenge' && kind !== 'frictionless')) return null;
  const [status, result] = stand;
  return {
    ...(kind === 'frictionless' && status === 'COMPLETED' && proof(method)),
    status,
    three_d_result: result,
    three_d_enrollment: 'Y',
    three_d_secure_version: '2.2.0',
    three_d_secure_server_transaction_id: transactionId(intent),
  };
}
