import type { DialectName } from '../base/dialectName.ts';
import type { JsonObject } from '../base/json.ts';
import { type Intent, optionsOf, type PaymentError, type PaymentMethod } from './intent.ts';
import { presentBilling } from './present.ts';
import type { Units } from './units.ts';

/** An id by chance, of which the last two characters are not needed to tell it from others. */
const BY_CHANCE = /^pi_(3[A-Za-z0-9]{23}|16\d{17})$/;

/**
 * The id of the charge of one attempt. Like Stripe's, it resembles the payment's
 * (`pi_3MtweELkdIwHu7ix0Dt0gF2H`, `ch_3MtweELkdIwHu7ix05lnLAFd`), so it needs no random number. The
 * first charge of a fixture `pi_paid` is `ch_paid_01`.
 */
function chargeId({ confirmations, id }: Intent): string {
  const start = BY_CHANCE.test(id) ? id.slice(3, -2) : `${id.slice(3)}_`;
  return `ch_${start}${String(confirmations).padStart(2, '0')}`;
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

/** One attempt to charge a payment method: amounts in minor units, times in milliseconds. */
export interface Charge {
  readonly id: string;
  readonly dialect: DialectName;
  /** The connected account that it belongs to; null for the platform's. */
  readonly account: string | null;
  readonly created: number;
  readonly paymentIntent: string;
  readonly customer: string | null;
  readonly currency: string;
  readonly amount: number;
  readonly amountCaptured: number;
  /** The part of an authorization that will not be captured any more. */
  readonly amountReleased: number;
  /** What refunds have given back. */
  readonly amountRefunded: number;
  readonly status: 'failed' | 'pending' | 'succeeded';
  /** When it was captured, at first. Milliseconds. */
  readonly capturedAt: number | null;
  readonly error: PaymentError | null;
  readonly paymentMethod: PaymentMethod | null;
  /** The payment's `payment_method_options` for that method. */
  readonly options: JsonObject;
  /** The payment's fields that a charge repeats: description, shipping, receipt_email and so on. */
  readonly extras: JsonObject;
  /** The payment's at first; then it has its own. */
  readonly metadata: Readonly<Record<string, string>>;
}

const isPending = ({ status }: Intent) => status === 'processing';

/** The attempt is over and the bank has refused its charge. */
const isFailed = (intent: Intent) => intent.amountAuthorized === 0 && !isPending(intent);

/** The part of the authorized amount that will not be captured any more. */
const releasedOf = ({ amountAuthorized, amountCapturable, amountReceived }: Intent) =>
  amountAuthorized - amountReceived - amountCapturable;

function statusOf(intent: Intent): Charge['status'] {
  if (isPending(intent)) return 'pending';
  return isFailed(intent) ? 'failed' : 'succeeded';
}

/** A debit that fails while it is processing has no charge error. */
const errorOf = ({ chargeError, lastError }: Intent) => chargeError ?? lastError;

/** What a payment says of its latest charge. */
function factsOf(intent: Intent, id: string) {
  const error = isFailed(intent) ? errorOf(intent) : null;
  return {
    id,
    dialect: intent.dialect,
    account: intent.account,
    paymentIntent: intent.id,
    customer: intent.customer,
    currency: intent.currency,
    amount: intent.amountAuthorized || intent.amount,
    amountCaptured: intent.amountReceived,
    amountReleased: releasedOf(intent),
    status: statusOf(intent),
    error,
    paymentMethod: error ? (error.paymentMethod ?? null) : intent.paymentMethod,
    options: optionsOf(intent),
  };
}

/**
 * The latest charge of a payment after a change of it; null where there is none. `before` is the
 * same charge as it is stored. A failed charge stays what it is while another attempt begins.
 */
export function chargeAfter(
  before: Charge | undefined,
  intent: Intent,
  now: number,
): Charge | null {
  const { chargedAt, extras, kind, latestCharge: id, metadata } = intent;
  if (kind === 'setup' || id === null) return null;
  if (before?.status === 'failed') return before;
  const facts = factsOf(intent, id);
  const capturedAt = before?.capturedAt ?? (facts.amountCaptured > 0 ? now : null);
  const first = { created: chargedAt ?? now, amountRefunded: 0, extras, metadata };
  return { ...first, ...before, ...facts, capturedAt };
}

const availability = (options: JsonObject, name: string) => ({
  status: options[`request_${name}`] === 'if_available' ? 'available' : 'unavailable',
});

function methodDetails({ amount, options, status }: Charge, method: PaymentMethod): JsonObject {
  const extra = {
    amount_authorized: status === 'succeeded' ? amount : 0,
    incremental_authorization: availability(options, 'incremental_authorization'),
    multicapture: availability(options, 'multicapture'),
  };
  const details = method.type === 'card' ? { ...method.details, ...extra } : method.details;
  return { [method.type]: details, type: method.type };
}

const GONE_WELL = {
  network_status: 'approved_by_network',
  reason: null,
  seller_message: 'Payment complete.',
  type: 'authorized',
};

function outcomeOf({ error, status }: Charge): JsonObject {
  if (status !== 'failed') return GONE_WELL;
  return {
    network_status: 'declined_by_network',
    reason: error?.declineCode ?? error?.code ?? null,
    seller_message: error?.message ?? null,
    type: 'issuer_declined',
  };
}

/** A charge as both gateways show it. */
export function presentCharge(charge: Charge, { currency, time }: Units): JsonObject {
  const { amount, amountReleased, amountRefunded, error, paymentMethod: method } = charge;
  const givenBack = amountReleased + amountRefunded;
  return {
    id: charge.id,
    object: 'charge',
    amount,
    amount_captured: charge.amountCaptured,
    amount_refunded: givenBack,
    billing_details: presentBilling(method?.billingDetails),
    captured: charge.amountCaptured > 0,
    created: time(charge.created),
    currency: currency(charge.currency),
    customer: charge.customer,
    description: charge.extras.description ?? null,
    failure_code: error?.code ?? null,
    failure_message: error?.message ?? null,
    livemode: false,
    metadata: charge.metadata,
    outcome: outcomeOf(charge),
    paid: charge.status === 'succeeded',
    payment_intent: charge.paymentIntent,
    payment_method: method?.id ?? null,
    payment_method_details: method ? methodDetails(charge, method) : null,
    refunded: charge.status === 'succeeded' && givenBack === amount,
    status: charge.status,
  };
}
