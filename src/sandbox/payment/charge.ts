import type { JsonObject } from '../base/json.ts';
import { type Intent, optionsOf, type PaymentMethod } from './intent.ts';
import { presentBilling } from './present.ts';

/**
 * The id of the charge of one attempt. Like Stripe's, it resembles the payment's
 * (`pi_3MtweELkdIwHu7ix0Dt0gF2H`, `ch_3MtweELkdIwHu7ix05lnLAFd`), so it needs no random number.
 */
function chargeId({ confirmations, id }: Intent): string {
  return `ch_${id.slice(3, -2)}${String(confirmations).padStart(2, '0')}`;
}

/** What an attempt that was charged changes in the intent. A SetupIntent is never charged. */
export const charged = (intent: Intent, now: number) =>
  intent.kind === 'setup'
    ? {}
    : { latestCharge: chargeId(intent), chargedAt: now, chargeError: null };

/**
 * The payment method after a charge. Without a customer Stripe accepts it once only; WooshPay
 * documents nothing.
 */
export const markUsed = (method: PaymentMethod): PaymentMethod =>
  method.customer === null && method.dialect === 'stripe' ? { ...method, spent: true } : method;

const isPending = ({ status }: Intent) => status === 'processing';

/** The attempt is over and the bank has refused its charge. */
const isFailed = (intent: Intent) => intent.amountAuthorized === 0 && !isPending(intent);

/** The part of the authorized amount that will not be captured any more. */
const released = ({ amountAuthorized, amountCapturable, amountReceived }: Intent) =>
  amountAuthorized - amountReceived - amountCapturable;

function statusOf(intent: Intent): 'failed' | 'pending' | 'succeeded' {
  if (isPending(intent)) return 'pending';
  return isFailed(intent) ? 'failed' : 'succeeded';
}

const availability = (options: JsonObject, name: string) => ({
  status: options[`request_${name}`] === 'if_available' ? 'available' : 'unavailable',
});

function methodDetails(intent: Intent, method: PaymentMethod): JsonObject {
  const options = optionsOf(intent);
  const extra = {
    amount_authorized: intent.amountAuthorized,
    incremental_authorization: availability(options, 'incremental_authorization'),
    multicapture: availability(options, 'multicapture'),
  };
  const details = method.type === 'card' ? { ...method.details, ...extra } : method.details;
  return { [method.type]: details, type: method.type };
}

/** A debit that fails while it is processing has no charge error. */
const errorOf = ({ chargeError, lastError }: Intent) => chargeError ?? lastError;

const GONE_WELL = {
  network_status: 'approved_by_network',
  reason: null,
  seller_message: 'Payment complete.',
  type: 'authorized',
};

function outcomeOf(intent: Intent): JsonObject {
  if (!isFailed(intent)) return GONE_WELL;
  const error = errorOf(intent);
  return {
    network_status: 'declined_by_network',
    reason: error?.declineCode ?? error?.code ?? null,
    seller_message: error?.message ?? null,
    type: 'issuer_declined',
  };
}

/**
 * The charge of an intent's latest attempt, as `expand[]=latest_charge` shows it. `created` and
 * `currency` are in the gateway's own form.
 */
export function presentCharge(
  intent: Intent,
  { created, currency }: { readonly created: number; readonly currency: string },
): JsonObject {
  const error = isFailed(intent) ? errorOf(intent) : null;
  const method = error ? error.paymentMethod : intent.paymentMethod;
  return {
    id: intent.latestCharge,
    object: 'charge',
    amount: intent.amountAuthorized || intent.amount,
    amount_captured: intent.amountReceived,
    amount_refunded: released(intent),
    billing_details: presentBilling(method?.billingDetails),
    captured: intent.amountReceived > 0,
    created,
    currency,
    customer: intent.customer,
    description: intent.extras.description ?? null,
    failure_code: error?.code ?? null,
    failure_message: error?.message ?? null,
    livemode: false,
    metadata: intent.metadata,
    outcome: outcomeOf(intent),
    paid: !isFailed(intent) && !isPending(intent),
    payment_intent: intent.id,
    payment_method: method?.id ?? null,
    payment_method_details: method ? methodDetails(intent, method) : null,
    refunded: intent.status === 'canceled' && intent.amountReceived === 0 && !isFailed(intent),
    status: statusOf(intent),
  };
}
