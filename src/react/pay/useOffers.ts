import { useEffect, useMemo } from 'react';
import { currentDevice } from '../../checkout/index.ts';
import {
  type Offer,
  type OfferFacts,
  offerForSetup,
  offersOf,
  unofferedTypes,
} from '../../method/index.ts';
import { usePayment } from '../contexts.ts';
import type { WarnOfOffers } from '../warnOfOffers.ts';

/**
 * The ways to pay from here; empty where there is nothing to pay with.
 *
 * @param warn says in the console what keeps a method from the list, once it is there.
 */
export function useOffers(warn?: WarnOfOffers): readonly Offer[] {
  const facts = useFacts();
  const { intent } = usePayment();
  const isSetup = intent?.kind === 'setup';
  const offers = useMemo(() => {
    const all = facts ? offersOf(facts) : [];
    return isSetup ? all.map((each) => offerForSetup(facts?.gateway ?? null, each)) : all;
  }, [facts, isSetup]);
  useEffect(() => {
    if (facts) warn?.(unofferedTypes(facts));
  }, [facts, warn]);
  return offers;
}

function useFacts(): OfferFacts | null {
  const { pay, intent, returnUrl } = usePayment();
  const { gateway = null, paymentMethodTypes: types } = intent ?? {};
  const isToPay = pay !== null;
  // Lists and functions are new in each render of most shops; what they say is not.
  const { device } = pay ?? {};
  const wanted = pay?.paymentMethodTypes?.toString();
  const creates = pay?.createPaymentMethod !== undefined;
  const returns = returnUrl !== null;
  return useMemo(
    () =>
      isToPay && types
        ? {
            gateway,
            types,
            device: device ?? currentDevice(),
            paymentMethodTypes: wanted?.split(','),
            hasCreatePaymentMethod: creates,
            hasReturnUrl: returns,
          }
        : null,
    [isToPay, gateway, types, device, wanted, creates, returns],
  );
}
