import { useMemo } from 'react';
import { Desk } from './Desk.tsx';
import { gatewayOf, placeOrder } from './demoShop.ts';
import { OwnView } from './OwnView.tsx';
import { usePurchase } from './usePurchase.ts';

const ORDER = { gateway: 'stripe', method: 'WeChat Pay', amount: 1800, currency: '' } as const;

/** The own view with a payment to show. */
export function OwnLive() {
  const { purchase, problem } = usePurchase(() => placeOrder(ORDER), 'own');
  const gateway = useMemo(() => purchase && gatewayOf(purchase, 'good'), [purchase]);
  if (problem) return <p role="alert">{problem}</p>;
  if (!purchase || !gateway) return null;
  return (
    <div className="own">
      <OwnView gateway={gateway} clientSecret={purchase.clientSecret} />
      <Desk purchase={purchase} />
    </div>
  );
}
