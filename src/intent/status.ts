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

/** As versions of Stripe's API before 2019-02-11 call them (docs.stripe.com/changelog/2019-02-11). */
const OLD_NAMES: Readonly<Record<string, IntentStatus>> = {
  requires_source: 'requires_payment_method',
  requires_source_action: 'requires_action',
};

/** A status by its present name, in lower case; one that nobody knows as it came. */
export function statusNamed(status: string): string {
  const name = status.toLowerCase();
  if (Object.hasOwn(OLD_NAMES, name)) return OLD_NAMES[name] ?? status;
  return isIntentStatus(name) ? name : status;
}
