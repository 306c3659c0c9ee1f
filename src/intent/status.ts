/**
 * The seven statuses of a PaymentIntent, as both gateways name them.
 * Source: the PaymentIntent object of Stripe's and WooshPay's API reference.
 */
export const INTENT_STATUSES = [
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
  'processing',
  'requires_capture',
  'canceled',
  'succeeded',
] as const;

/** The statuses of a PaymentIntent that the gateways document. */
export type IntentStatus = (typeof INTENT_STATUSES)[number];

/** Whether it is one of the seven; a gateway may come to send others. */
export function isIntentStatus(status: string): status is IntentStatus {
  return (INTENT_STATUSES as readonly string[]).includes(status);
}
