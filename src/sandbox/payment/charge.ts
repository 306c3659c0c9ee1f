import type { DialectName } from '../base/dialectName.ts';
import type { JsonObject } from '../base/json.ts';
import { authenticationOf, type CardAuthentication } from './cardAuthentication.ts';
import {
  captureMethodOf,
  type Intent,
  optionsOf,
  type PaymentError,
  type PaymentMethod,
} from './intent.ts';

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

/** Both gateways hold an authorized amount for seven days unless it is captured. Milliseconds. */
export const AUTHORIZATION_HOLD = 7 * 24 * 3600 * 1000;

/** One attempt to charge a payment method: amounts in minor units, times in milliseconds. */
export interface Charge {
  readonly id: string;
  readonly dialect: DialectName;
  /** The connected account that it belongs to; null for the platform's. */
  readonly account: string | null;
  readonly created: number;
  /** The URL under which the merchant sees the sandbox, for the receipt. */
  readonly origin: string;
  readonly paymentIntent: string;
  readonly customer: string | null;
  readonly currency: string;
  readonly amount: number;
  readonly amountCaptured: number;
  /** The part of an authorization that will not be captured any more. */
  readonly amountReleased: number;
  /** What refunds have given back. */
  readonly amountRefunded: number;
  /** What refunds that are pending will give back. */
  readonly amountRefunding: number;
  readonly status: 'failed' | 'pending' | 'succeeded';
  /** When it was captured, at first. Milliseconds. */
  readonly capturedAt: number | null;
  /** When an authorization lapses; null for a charge that is captured at once. */
  readonly captureBefore: number | null;
  readonly authentication: CardAuthentication | null;
  readonly error: PaymentError | null;
  readonly paymentMethod: PaymentMethod | null;
  /** The payment's `payment_method_options` for that method. */
  readonly options: JsonObject;
  /**
   * The payment's fields that a charge repeats: description, shipping, receipt_email and so on. The
   * charge's own `fraud_details` are beside them.
   */
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

/** The fields of a payment that its capture may change (both references). */
const SET_BY_CAPTURE = [
  'application_fee_amount',
  'statement_descriptor',
  'statement_descriptor_suffix',
  'transfer_data',
] as const;

const setByCapture = ({ extras }: Intent): JsonObject =>
  Object.fromEntries(
    SET_BY_CAPTURE.filter((name) => name in extras).map((name) => [name, extras[name]]),
  );

/** What a charge has of its payment when it begins. */
function begun(intent: Intent, previous: Intent | undefined, now: number) {
  const created = intent.chargedAt ?? now;
  return {
    created,
    origin: intent.origin,
    amountRefunded: 0,
    amountRefunding: 0,
    capturedAt: null,
    captureBefore: captureMethodOf(intent) === 'manual' ? created + AUTHORIZATION_HOLD : null,
    authentication: authenticationOf(intent, previous),
    customer: intent.customer,
    extras: intent.extras,
    metadata: intent.metadata,
  };
}

/** A payment after a change, and as it was. */
interface IntentChange {
  readonly before: Intent | undefined;
  readonly after: Intent;
}

/**
 * The latest charge of a payment after a change of it; null where there is none. `charge` is the
 * same charge as it is stored. A failed charge stays what it is while another attempt begins.
 */
export function chargeAfter(
  charge: Charge | undefined,
  { after: intent, before }: IntentChange,
  now: number,
): Charge | null {
  const { kind, latestCharge: id } = intent;
  if (kind === 'setup' || id === null) return null;
  if (charge?.status === 'failed') return charge;
  const facts = factsOf(intent, id);
  const stored = charge ?? begun(intent, before, now);
  const customer = intent.customer ?? stored.customer;
  if (stored.capturedAt !== null || facts.amountCaptured === 0) {
    return { ...stored, ...facts, customer };
  }
  const extras = { ...stored.extras, ...setByCapture(intent) };
  return { ...stored, ...facts, customer, extras, capturedAt: now };
}

/** Stripe's is there after two to three seconds, by recordings of `stripe listen`. Milliseconds. */
export const ASYNC_CAPTURE_DELAY = 2000;

/**
 * Whether the balance transaction of a new charge comes after the answer at Stripe
 * (docs.stripe.com/payments/payment-intents/asynchronous-capture).
 */
export const isCapturedAsync = (charge: Charge, intent: Intent): boolean =>
  charge.dialect === 'stripe' &&
  charge.capturedAt !== null &&
  captureMethodOf(intent) === 'automatic_async';

/** What of a charge can be refunded. */
export const refundableOf = ({ amountCaptured, amountRefunded, amountRefunding }: Charge): number =>
  amountCaptured - amountRefunded - amountRefunding;

/** What has gone back to the customer, or was never taken from the authorization. */
export const returnedOf = ({ amountRefunded, amountReleased }: Charge): number =>
  amountRefunded + amountReleased;

export const isFullyRefunded = (charge: Charge): boolean =>
  charge.status === 'succeeded' && returnedOf(charge) === charge.amount;
