import { useEffect, useState } from 'react';
import type { SimulatedOutcome } from '../../../sandbox/index.ts';
import { getSandbox, type Purchase, simulate } from './demoShop.ts';

const OUTCOMES: readonly SimulatedOutcome[] = ['succeed', 'fail', 'cancel', 'expire', 'process'];

/** Where the customer is played from, in place of their phone or bank. */
export function SimulatorPanel({ purchase }: { readonly purchase: Purchase }) {
  const [message, setMessage] = useState('');
  const [hasPages, setHasPages] = useState(true);
  useEffect(() => {
    getSandbox().then((site) => setHasPages(site.hasPages));
  }, []);
  const simulateOutcome = (outcome: SimulatedOutcome) =>
    simulate(purchase, outcome).then(setMessage, (error: Error) => setMessage(error.message));
  return (
    <fieldset className="simulator">
      <legend>Simulate the customer</legend>
      <div>
        {OUTCOMES.map((outcome) => (
          <button key={outcome} type="button" onClick={() => simulateOutcome(outcome)}>
            {outcome}
          </button>
        ))}
      </div>
      <p role="status">{message}</p>
      {!hasPages && (
        <p>This browser allows no service worker here: links to the bank’s pages lead nowhere.</p>
      )}
    </fieldset>
  );
}
