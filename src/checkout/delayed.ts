import type { PaymentIntent } from '../intent/index.ts';

/**
 * One or more of the methods that Stripe calls "delayed notification": a bank answers days after all
 * that the customer has to do is done (docs.stripe.com/payments/payment-methods).
 */
const DELAYED = /^((\w+_(debit|bank_account)|sofort)(,|$))+$/;

/**
 * Whether the gateway will know only in days how a payment ends.
 *
 * @param chosen the type that the customer has chosen here, where the PaymentIntent names none.
 */
export const isDelayed = (
  { paymentMethod, paymentMethodTypes }: PaymentIntent,
  chosen?: string,
): boolean => DELAYED.test(paymentMethod?.type || chosen || paymentMethodTypes.join());
