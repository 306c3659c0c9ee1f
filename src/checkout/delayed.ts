import type { PaymentIntent } from '../intent/index.ts';

/**
 * One or more of the methods that Stripe calls "delayed notification": a bank answers days after all
 * that the customer has to do is done (docs.stripe.com/payments/payment-methods).
 */
const DELAYED = /^((\w+_(debit|bank_account)|sofort)(,|$))+$/;

/**
 * Whether the bank is at it, and the gateway will know only in days how the payment ends. One that the
 * merchant's server has still to confirm looks the same to the customer, and is not meant.
 *
 * @param chosen the type that the customer has chosen here, where the PaymentIntent names none.
 */
export const isDelayed = (
  { status, paymentMethod, paymentMethodTypes }: PaymentIntent,
  chosen?: string,
): boolean =>
  status === 'processing' &&
  DELAYED.test(paymentMethod?.type || chosen || paymentMethodTypes.join());
