import { useEffect, useState } from 'react';
import type { SimulatedOutcome } from '../../../sandbox/index.ts';
import { openShop, type Purchase, simulate } from './demoShop.ts';

const OUTCOMES: readonly SimulatedOutcome[] = ['succeed', 'fail', 'cancel', 'expire', 'process'];

/** Where the customer is played from, in place of their phone or bank. */
export function Desk({ purchase }: { readonly purchase: Purchase }) {
  const [said, setSaid] = useState('');
  const [hasPages, setHasPages] = useState(true);
  useEffect(() => {
    openShop().then((site) => setHasPages(site.hasPages));
  }, []);
  const play = (outcome: SimulatedOutcome) =>
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
