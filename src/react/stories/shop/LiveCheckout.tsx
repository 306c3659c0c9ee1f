import { useEffect, useMemo, useState } from 'react';
import { Checkout, type CheckoutProps } from '../../index.ts';
import {
  findOrder,
  gatewayOf,
  IN_CHECKOUT,
  type Network,
  type Order,
  type Purchase,
  placeOrder,
  returnAddress,
} from './demoShop.ts';
import { Desk } from './SimulatorPanel.tsx';
import { usePurchase } from './usePurchase.ts';

type Look = Pick<CheckoutProps, 'redirect' | 'locale' | 'messages' | 'device' | 'theme' | 'icon'>;

export interface LiveCheckoutProps extends Order, Look {
  readonly network: Network;
  /** Whether the customer can be played. */
  readonly desk?: boolean;
}

/** A checkout as a shop would mount it, and under it a desk to play the customer from. */
export function LiveCheckout(props: LiveCheckoutProps) {
  const { gateway, method, amount, currency, network, desk, ...look } = props;
  const [tries, setTries] = useState(0);
  const answer = usePurchase(
    () => placeOrder({ gateway, method, amount, currency }),
    [gateway, method, amount, currency, tries].join(),
  );
  if (answer.problem) return <p role="alert">{answer.problem}</p>;
  if (!answer.purchase) return null;
  return (
    <Counter
      purchase={answer.purchase}
      network={network}
      desk={desk}
      {...look}
      // What was chosen in the checkout is tried again from there.
      onRetry={method === IN_CHECKOUT ? undefined : () => setTries((count) => count + 1)}
    />
  );
}

/** Where the customer comes back to, from a bank's or wallet's page. */
export function ReturnPage() {
  const id = new URLSearchParams(location.search).get('order') ?? '';
  const { purchase, problem } = usePurchase(() => findOrder(id), id);
  useEffect(() => {
    // As `return.js` does: the client secret does not stay in the address bar.
    const url = new URL(location.href);
    url.searchParams.delete('payment_intent_client_secret');
    history.replaceState(history.state, '', url);
  }, []);
  if (problem) return <p role="alert">Begin with one of the other stories of this group.</p>;
  if (!purchase) return null;
  return <Counter purchase={purchase} network="good" redirect="button" />;
}

interface CounterProps extends Look, Pick<CheckoutProps, 'onRetry'> {
  readonly purchase: Purchase;
  readonly network: Network;
  readonly desk?: boolean | undefined;
}

function Counter({ purchase, network, desk = true, onRetry, ...look }: CounterProps) {
  const gateway = useMemo(() => gatewayOf(purchase, network), [purchase, network]);
  const [card, setCard] = useState('pm_card_visa');
  const cardFields = (
    <label className="desk-card">
      Test card
      <select value={card} onChange={({ currentTarget }) => setCard(currentTarget.value)}>
        <option value="pm_card_visa">4242 4242 4242 4242: pays</option>
        <option value="pm_card_threeDSecure2Required">4000 0000 0000 3220: 3-D Secure</option>
        <option value="pm_card_chargeDeclined">4000 0000 0000 0002: declined</option>
      </select>
    </label>
  );
  return (
    <>
      <Checkout
        gateway={gateway}
        clientSecret={purchase.clientSecret}
        returnUrl={`${returnAddress()}&order=${purchase.orderId}`}
        createPaymentMethod={async () => card}
        cardFields={cardFields}
        {...look}
        onRetry={onRetry}
      />
      {desk && <Desk key={purchase.clientSecret} purchase={purchase} />}
    </>
  );
}
