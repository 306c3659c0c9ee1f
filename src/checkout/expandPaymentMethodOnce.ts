import type { RetrieveOptions } from '../gateway/index.ts';
import type { PaymentIntent, PaymentMethodInfo } from '../intent/index.ts';

type Retrieve = (options: RetrieveOptions) => Promise<PaymentIntent>;

/**
 * Learns the type of a payment method that the customer has to agree to: an answer names it by its id
 * alone, unless it was asked to expand it. That is asked once, and what was learned is kept.
 */
export function expandPaymentMethodOnce(
  retrieve: Retrieve,
): (signal?: AbortSignal) => Promise<PaymentIntent> {
  /** The method that was asked for last, or that came with its type unasked. */
  let known: PaymentMethodInfo | null = null;
  let isWanted = false;

  return async (signal) => {
    const expand = isWanted;
    const intent = await retrieve({ signal, expand }).catch((error) => {
      if (!expand || error.transient !== false) throw error;
      return retrieve({ signal });
    });
    const { paymentMethod, status } = intent;
    if (paymentMethod && (expand || paymentMethod.type)) known = paymentMethod;
    const isKnown = known?.id === paymentMethod?.id;
    isWanted = !isKnown && status === 'requires_confirmation';
    return isKnown ? { ...intent, paymentMethod: known } : intent;
  };
}
