import { useMemo } from 'react';
import { currentDevice } from '../../checkout/index.ts';
import { needReturnUrl, type Offer, type OfferFacts, offersOf } from '../../method/index.ts';
import { useView } from '../view.ts';

/** Told once a page, not at each render. */
const told = new Set<string>();

/** The ways to pay from here; empty where there is nothing to pay with. */
export function useOffers(): readonly Offer[] {
  const { pay, intent, returnUrl } = useView();
  const types = intent?.paymentMethodTypes;
  return useMemo(() => {
    if (!pay || !types) return [];
    const facts: OfferFacts = {
      gateway: pay.payment.gateway.name,
      types,
      device: pay.device ?? currentDevice(),
      methods: pay.methods,
      creates: pay.createPaymentMethod !== undefined,
      returns: returnUrl !== null,
    };
    warn(needReturnUrl(facts));
    return offersOf(facts);
  }, [pay, types, returnUrl]);
}

function warn(types: readonly string[]): void {
  const list = types.join(', ');
  if (!list || told.has(list)) return;
  told.add(list);
  console.error(
    `Paystep: ${list} cannot be offered without a return address. Give "return-url" (returnUrl in React), the address of your return page.`,
  );
}
