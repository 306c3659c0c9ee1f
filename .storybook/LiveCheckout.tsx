import { useEffect, useMemo, useState } from 'react';
import { Checkout, type CheckoutProps } from '../src/react/index.ts';
import type { Outcome } from '../src/sandbox/index.ts';
import {
  findOrder,
  gatewayOf,
  IN_CHECKOUT,
  type Network,
  type Order,
  openShop,
  type Purchase,
  placeOrder,
  returnAddress,
  simulate,
} from './demoShop.ts';

const OUTCOMES: readonly Outcome[] = ['succeed', 'fail', 'cancel', 'expire', 'process'];

type Look = Pick<CheckoutProps, 'redirect' | 'locale' | 'device'>;

export interface LiveCheckoutProps extends Order, Look {
  readonly network: Network;
}

/** A checkout as a shop would mount it, and under it a desk to play the customer from. */
export function LiveCheckout({ redirect, locale, device, network, ...order }: LiveCheckoutProps) {
  const { gateway, method, amount, currency } = order;
  const [tries, setTries] = useState(0);
  const answer = usePurchase(
    () => placeOrder(order),
    [gateway, method, amount, currency, tries].join(),
  );
  if (answer.problem) return <p role="alert">{answer.problem}</p>;
  if (!answer.purchase) return null;
  return (
    <Counter
      purchase={answer.purchase}
      network={network}
      redirect={redirect}
      locale={locale}
      device={device}
      // What was chosen in the checkout is tried again from there.
      onRefresh={method === IN_CHECKOUT ? undefined : () => setTries((count) => count + 1)}
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

/** A new answer of the shop whenever the key changes. */
function usePurchase(ask: () => Promise<Purchase>, key: string) {
  const [answer, setAnswer] = useState<{ purchase?: Purchase; problem?: string }>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what is asked
  useEffect(() => {
    let wanted = true;
    const put = (next: typeof answer) => wanted && setAnswer(next);
    (async () => ask())().then(
      (purchase) => put({ purchase }),
      (error: Error) => put({ problem: error.message }),
    );
    return () => {
      wanted = false;
    };
  }, [key]);
  return answer;
}

interface CounterProps extends Look, Pick<CheckoutProps, 'onRefresh'> {
  readonly purchase: Purchase;
  readonly network: Network;
}

function Counter({ purchase, network, onRefresh, ...look }: CounterProps) {
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
        onRefresh={onRefresh}
      />
      <Desk key={purchase.clientSecret} purchase={purchase} />
    </>
  );
}

function Desk({ purchase }: { readonly purchase: Purchase }) {
  const [said, setSaid] = useState('');
  const [hasPages, setHasPages] = useState(true);
  useEffect(() => {
    openShop().then((site) => setHasPages(site.hasPages));
  }, []);
  const play = (outcome: Outcome) =>
    simulate(purchase, outcome).then(setSaid, (error: Error) => setSaid(error.message));
  return (
    <fieldset className="desk">
      <legend>Play the customer</legend>
      <div>
        {OUTCOMES.map((outcome) => (
          <button key={outcome} type="button" onClick={() => play(outcome)}>
            {outcome}
          </button>
        ))}
      </div>
      <p role="status">{said}</p>
      {!hasPages && (
        <p>This browser allows no service worker here: links to the bank’s pages lead nowhere.</p>
      )}
    </fieldset>
  );
}
