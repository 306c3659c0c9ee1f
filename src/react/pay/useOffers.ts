import { useMemo } from 'react';
import { closestWord, safeValue } from '../../checkout/checkOptions.ts';
import { currentDevice } from '../../checkout/index.ts';
import { warnOnce } from '../../gateway/warnOnce.ts';
import {
  methodsAt,
  type Offer,
  type OfferFacts,
  offersOf,
  typesMissingCreator,
  typesMissingReturnUrl,
  unknownTypes,
} from '../../method/index.ts';
import { usePayment } from '../contexts.ts';

/** The ways to pay from here; empty where there is nothing to pay with. */
export function useOffers(): readonly Offer[] {
  const { pay, intent, returnUrl } = usePayment();
  const { gateway = null, paymentMethodTypes: types } = intent ?? {};
  const isToPay = pay !== null;
  // Lists and functions are new in each render of most shops; what they say is not.
  const { device } = pay ?? {};
  const wanted = pay?.paymentMethodTypes?.toString();
  const creates = pay?.createPaymentMethod !== undefined;
  const returns = returnUrl !== null;
  return useMemo(() => {
    if (!isToPay || !types) return [];
    const facts: OfferFacts = {
      gateway,
      types,
      device: device ?? currentDevice(),
      paymentMethodTypes: wanted?.split(','),
      hasCreatePaymentMethod: creates,
      hasReturnUrl: returns,
    };
    tellOffers(facts);
    return offersOf(facts);
  }, [isToPay, gateway, types, device, wanted, creates, returns]);
}

/** What keeps a method from the list that the developer can mend. */
function tellOffers(facts: OfferFacts): void {
  const returning = typesMissingReturnUrl(facts).join(', ');
  if (returning) {
    warnOnce(
      `${returning} cannot be offered without a return URL. Give "return-url" (returnUrl in React), the URL of your return page.`,
    );
  }
  const made = typesMissingCreator(facts).join(', ');
  if (made) {
    warnOnce(
      `${made} cannot be offered without createPaymentMethod, which makes a payment method of the gateway's own fields. Give it, or leave ${made} out by paymentMethodTypes.`,
    );
  }
  for (const type of unknownTypes(facts)) {
    const near = closestWord(type, [...facts.types, ...Object.keys(methodsAt(facts.gateway))]);
    const cure = near
      ? `Did you mean ${near}?`
      : `This PaymentIntent takes: ${facts.types.join(', ')}.`;
    warnOnce(
      `paymentMethodTypes names ${safeValue(type)}, which is no payment method type that is known. ${cure}`,
    );
  }
}
