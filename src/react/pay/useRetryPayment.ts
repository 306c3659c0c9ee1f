import { useActions, usePayment } from '../contexts.ts';
import { knownOf } from './knownOf.ts';
import { withMethod } from './session.ts';
import { useMethodList } from './useMethodList.ts';
import { useOffers } from './useOffers.ts';
import { useSubmit } from './useSubmit.ts';

export interface RetryPayment {
  /** Has the same tried again; null where nobody can. */
  readonly retry: (() => void) | null;
  readonly busy: boolean;
  readonly problem: string;
}

/**
 * Another attempt with the same method: by the merchant's server where it offers that (`onRetry`),
 * else from here. What was entered serves again, save what is good for once.
 *
 * @param tried the payment method's type, or '' where the gateway does not tell it.
 */
export function useRetryPayment(tried: string): RetryPayment {
  const { session, pay } = usePayment();
  const { onRetry, updateSession } = useActions();
  const { openMethods } = useMethodList();
  const offers = useOffers();
  const { busy, problem, submit } = useSubmit();
  if (onRetry) return { retry: onRetry, busy: false, problem: '' };
  const type = tried || session.type;
  const offer = offers.find((each) => each.type === type);
  if (!offer) return { retry: null, busy, problem };
  const values = { ...knownOf(pay?.customer), ...session.values };
  const retry = async () => {
    updateSession(withMethod(offer.type));
    if (offer.method.merchantTokenized) return openMethods();
    // What is missing, or what the gateway finds wrong now, is mended in the form.
    const wrong = await submit({ offer, values, isKept: session.isKept });
    if (wrong.length > 0) openMethods();
  };
  return { retry, busy, problem };
}
