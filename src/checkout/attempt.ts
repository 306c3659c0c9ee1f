import type { PaymentIntent } from '../intent/index.ts';

/**
 * What tells one attempt to pay from the next. As long as it stays the same, nobody has confirmed
 * since the customer saw it: not another tab, not the merchant's server.
 */
export function attemptOf(intent: PaymentIntent): string {
  const { status, nextAction, lastPaymentError, paymentMethod } = intent;
  return JSON.stringify([status, nextAction?.type, lastPaymentError, paymentMethod?.id]);
}
