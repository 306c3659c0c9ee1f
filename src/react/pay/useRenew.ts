import { missingFields } from '../../method/index.ts';
import { useView } from '../view.ts';
import { useOffers } from './useOffers.ts';
import { usePayment } from './usePayment.ts';

export interface Renew {
  /** Has the same tried again; null where nobody can. */
  readonly renew: (() => void) | null;
  readonly busy: boolean;
  readonly problem: string;
}

/**
 * Another attempt with the same method: by the merchant's server where it offers that (`onRetry`),
 * else from here. What was entered serves again, save what is good for once.
 *
 * @param tried the payment method's type, or '' where the gateway does not tell it.
 */
export function useRenew(tried: string): Renew {
  const { onRetry, memory, openMethods, pay } = useView();
  const offers = useOffers();
  const { busy, problem, submit } = usePayment();
  if (onRetry) return { renew: onRetry, busy: false, problem: '' };
  const type = tried || memory.type;
  const offer = offers.find((each) => each.type === type);
  if (!offer) return { renew: null, busy, problem };
  const values = { ...pay?.customer, ...memory.values };
  const isWhole = !offer.method.merchantTokenized && missingFields(offer, values).length === 0;
  const renew = async () => {
    memory.type = offer.type;
    // What the gateway finds wrong now is mended in the form.
    if (!isWhole || (await submit(offer, values))) openMethods();
  };
  return { renew, busy, problem };
}
