import { useMemo } from 'react';
import { CustomView } from './CustomView.tsx';
import { gatewayOf, IN_CHECKOUT, placeOrder, returnPageUrl } from './demoShop.ts';
import { SimulatorPanel } from './SimulatorPanel.tsx';
import { usePurchase } from './usePurchase.ts';

const ORDER = { gateway: 'stripe', method: IN_CHECKOUT, amount: 1800, currency: 'cny' } as const;

/** The own view with a payment to make. */
export function LiveCustomView() {
  const { purchase, problem } = usePurchase(() => placeOrder(ORDER), 'own');
  const gateway = useMemo(() => purchase && gatewayOf(purchase, 'good'), [purchase]);
  if (problem) return <p role="alert">{problem}</p>;
  if (!purchase || !gateway) return null;
  return (
    <div className="custom-view">
      <CustomView
        gateway={gateway}
        clientSecret={purchase.clientSecret}
        returnUrl={`${returnPageUrl()}&order=${purchase.orderId}`}
      />
      <SimulatorPanel purchase={purchase} />
    </div>
  );
}
