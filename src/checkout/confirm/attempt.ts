import type { PaymentIntent } from '../../intent/index.ts';

/**
 * A text that differs from one attempt to pay to the next. While it stays the same, nobody has
 * confirmed since the customer saw the payment: no other tab, and not the merchant's server.
 */
export function attemptOf(intent: PaymentIntent): string {
  const { status, nextAction, lastPaymentError: error, paymentMethod } = intent;
  // Not its message, which a gateway may word in another language for another request.
  const failure = error && [error.code, error.declineCode, error.methodId, error.chargeId];
  return JSON.stringify([status, nextAction?.type, failure, paymentMethod?.id]);
}
