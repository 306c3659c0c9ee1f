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

/**
 * A status by its present name, in lower case; one that nobody knows as it came. Before 2019-02-11
 * Stripe had `requires_source` and `requires_source_action` (docs.stripe.com/changelog/2019-02-11).
 */
export function statusNamed(status: string): string {
  const name = status
    .toLowerCase()
    .replace(/_source$/, '_payment_method')
    .replace('_source_', '_');
  return isIntentStatus(name) ? name : status;
}
