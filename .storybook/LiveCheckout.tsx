import { useEffect, useState } from 'react';
import { Checkout, type CheckoutProps } from '../src/react/index.ts';
import type { Outcome } from '../src/sandbox/index.ts';
import { type Order, type Purchase, placeOrder, simulate } from './demoShop.ts';

const OUTCOMES: readonly Outcome[] = ['succeed', 'fail', 'cancel', 'expire', 'process'];

export interface LiveCheckoutProps extends Order, Pick<CheckoutProps, 'redirect' | 'locale'> {}

/** A checkout as a shop would mount it, and under it a desk to play the customer from. */
export function LiveCheckout({ redirect, locale, ...order }: LiveCheckoutProps) {
  const { purchase, problem, reorder } = useOrder(order);
  if (problem) return <p role="alert">{problem}</p>;
  if (!purchase) return null;
  const { gateway, clientSecret } = purchase;
  return (
    <>
      <Checkout
        gateway={gateway}
        clientSecret={clientSecret}
        redirect={redirect}
        locale={locale}
        onRefresh={reorder}
      />
      <Desk key={clientSecret} purchase={purchase} />
    </>
  );
}

/** A new order for every change of what is ordered, and for every wish for a new code. */
function useOrder({ gateway, method, amount, currency }: Order) {
  const [purchase, setPurchase] = useState<Purchase | null>(null);
  const [problem, setProblem] = useState('');
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try is another order
  useEffect(() => {
    let wanted = true;
    setProblem('');
    placeOrder({ gateway, method, amount, currency }).then(
      (placed) => wanted && setPurchase(placed),
      (error: Error) => wanted && setProblem(error.message),
    );
    return () => {
      wanted = false;
    };
  }, [gateway, method, amount, currency, tries]);
  return { purchase, problem, reorder: () => setTries((count) => count + 1) };
}

function Desk({ purchase }: { readonly purchase: Purchase }) {
  const [said, setSaid] = useState('');
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
    </fieldset>
  );
}
