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
  returnPageUrl,
} from './demoShop.ts';
import { SimulatorPanel } from './SimulatorPanel.tsx';
import { usePurchase } from './usePurchase.ts';

type DisplayOptions = Pick<
  CheckoutProps,
  'redirect' | 'locale' | 'messages' | 'device' | 'theme' | 'icon'
>;

export interface LiveCheckoutProps extends Order, DisplayOptions {
  readonly network: Network;
  /** Whether the simulator is shown. */
  readonly showSimulator?: boolean;
}

/** A checkout as a shop would mount it, and a simulator of the customer under it. */
export function LiveCheckout(props: LiveCheckoutProps) {
  const { gateway, method, amount, currency, network, showSimulator, ...displayOptions } = props;
  const [attempts, setAttempts] = useState(0);
  const answer = usePurchase(
    () => placeOrder({ gateway, method, amount, currency }),
    [gateway, method, amount, currency, attempts].join(),
  );
  if (answer.problem) return <p role="alert">{answer.problem}</p>;
  if (!answer.purchase) return null;
  return (
    <PurchaseCheckout
      purchase={answer.purchase}
      network={network}
      showSimulator={showSimulator}
      {...displayOptions}
      // What was chosen in the checkout is tried again from there.
      onRetry={method === IN_CHECKOUT ? undefined : () => setAttempts((count) => count + 1)}
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
  return <PurchaseCheckout purchase={purchase} network="good" redirect="button" />;
}

interface PurchaseCheckoutProps extends DisplayOptions, Pick<CheckoutProps, 'onRetry'> {
  readonly purchase: Purchase;
  readonly network: Network;
  readonly showSimulator?: boolean | undefined;
}

function PurchaseCheckout({
  purchase,
  network,
  showSimulator = true,
  onRetry,
  ...displayOptions
}: PurchaseCheckoutProps) {
  const gateway = useMemo(() => gatewayOf(purchase, network), [purchase, network]);
  const [card, setCard] = useState('pm_card_visa');
  const cardFields = (
    <label className="simulator-card">
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
        returnUrl={`${returnPageUrl()}&order=${purchase.orderId}`}
        createPaymentMethod={async () => card}
        cardFields={cardFields}
        {...displayOptions}
        onRetry={onRetry}
      />
      {showSimulator && <SimulatorPanel key={purchase.clientSecret} purchase={purchase} />}
    </>
  );
}
