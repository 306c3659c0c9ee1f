import { type IntentStatus, isRecord, type PaymentIntent } from '../intent/index.ts';

/**
 * A PaymentIntent under the names of Stripe's API, as far as Paystep reads it: what `parse` of a
 * `Dialect` may give in place of a {@link PaymentIntent}. Only `id` and `status` are needed.
 */
export interface IntentJson {
  /** Of any form; the same that `intentId` finds in the client secret. */
  readonly id: string;
  /** `setup_intent` where a payment method is saved and nothing is paid. @default 'payment_intent' */
  readonly object?: 'payment_intent' | 'setup_intent' | undefined;
  /** Another one is watched as `processing`, and is never success. */
  readonly status: IntentStatus | (string & {});
  /** In the currency's smallest unit; `decimalsOf(currency)` says what that is. */
  readonly amount?: number | null | undefined;
  /** ISO 4217, either case. */
  readonly currency?: string | null | undefined;
  readonly description?: string | null | undefined;
  /** Seconds since 1970. */
  readonly created?: number | null | undefined;
  readonly livemode?: boolean | null | undefined;
  readonly capture_method?: string | null | undefined;
  /** `manual` where only the merchant's server may confirm. @default 'automatic' */
  readonly confirmation_method?: string | null | undefined;
  /** What the customer may choose from, in this order. */
  readonly payment_method_types?: readonly string[] | null | undefined;
  /** Its id; or with its type, and the last digits under that type: `{ id, type: 'card', card: { last4 } }`. */
  readonly payment_method?: string | Readonly<Record<string, unknown>> | null | undefined;
  readonly setup_future_usage?: string | null | undefined;
  /** A type of the table of next actions, and its fields under the type's own name. */
  readonly next_action?: NextActionJson | null | undefined;
  readonly last_payment_error?: PaymentErrorJson | null | undefined;
  readonly cancellation_reason?: string | null | undefined;
  readonly return_url?: string | null | undefined;
}

/** `{ type: 'acme_display_qr_code', acme_display_qr_code: { data: '…' } }` */
export interface NextActionJson {
  readonly type: string;
  readonly [type: string]: unknown;
}

/** Why the last attempt has failed. The customer reads words of Paystep's for the codes that Stripe has. */
export interface PaymentErrorJson {
  readonly code?: string | null | undefined;
  readonly decline_code?: string | null | undefined;
  readonly advice_code?: string | null | undefined;
  /** For the developer. */
  readonly message?: string | null | undefined;
  /** As above; another one for each attempt tells two that failed alike apart. */
  readonly payment_method?: string | Readonly<Record<string, unknown>> | null | undefined;
  readonly charge?: string | null | undefined;
}

/** Of the fields that `parseIntent` gives, those that a gateway's JSON calls otherwise. */
export const isParsed = (answer: unknown): answer is PaymentIntent =>
  isRecord(answer) && 'lastPaymentError' in answer && Array.isArray(answer.paymentMethodTypes);
