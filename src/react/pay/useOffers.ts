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
import { useView } from '../view.ts';

/** The ways to pay from here; empty where there is nothing to pay with. */
export function useOffers(): readonly Offer[] {
  const { pay, intent, returnUrl } = useView();
  const { gateway = null, paymentMethodTypes: types } = intent ?? {};
  return useMemo(() => {
    if (!pay || !types) return [];
    const facts: OfferFacts = {
      gateway,
      types,
      device: pay.device ?? currentDevice(),
      paymentMethodTypes: pay.paymentMethodTypes,
      creates: pay.createPaymentMethod !== undefined,
      returns: returnUrl !== null,
    };
    tellOffers(facts);
    return offersOf(facts);
  }, [pay, gateway, types, returnUrl]);
}

/** What keeps a method from the list that the developer can mend. */
function tellOffers(facts: OfferFacts): void {
  const returning = typesMissingReturnUrl(facts).join(', ');
  if (returning) {
    warnOnce(
      `${returning} cannot be offered without a return address. Give "return-url" (returnUrl in React), the address of your return page.`,
    );
  }
  const made = typesMissingCreator(facts).join(', ');
  if (made) {
    warnOnce(
      `${made} cannot be offered without createPaymentMethod, which makes a payment method of the gateway's own fields. Give it (element.callbacks, or the prop), or leave ${made} out by paymentMethodTypes.`,
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
