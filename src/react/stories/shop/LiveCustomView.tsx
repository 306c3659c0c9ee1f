import { useMemo } from 'react';
import { OwnView } from './CustomView.tsx';
import { gatewayOf, IN_CHECKOUT, placeOrder, returnAddress } from './demoShop.ts';
import { Desk } from './SimulatorPanel.tsx';
import { usePurchase } from './usePurchase.ts';

const ORDER = { gateway: 'stripe', method: IN_CHECKOUT, amount: 1800, currency: 'cny' } as const;

/** The own view with a payment to make. */
export function OwnLive() {
  const { purchase, problem } = usePurchase(() => placeOrder(ORDER), 'own');
  const gateway = useMemo(() => purchase && gatewayOf(purchase, 'good'), [purchase]);
  if (problem) return <p role="alert">{problem}</p>;
  if (!purchase || !gateway) return null;
  return (
    <div className="own">
      <OwnView
        gateway={gateway}
        clientSecret={purchase.clientSecret}
        returnUrl={`${returnAddress()}&order=${purchase.orderId}`}
      />
      <Desk purchase={purchase} />
    </div>
  );
}
