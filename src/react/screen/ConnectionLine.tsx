import { useEffect, useState } from 'react';
import type { Phase } from '../../checkout/index.ts';
import { usePayment, useWords } from '../contexts.ts';
import { Check } from './Screen.tsx';

/** A single lost read is mended before anybody needs to know. */
const PATIENCE_MS = 1_200;

/** Says that reads fail, without taking anything from the screen, and that they work again. */
export function ConnectionLine({ phase }: { readonly phase: Phase }) {
  const { messages: m } = useWords();
  const { connection } = usePayment();
  const isRetrying = connection === 'retrying';
  const [shown, show] = useState<'' | 'lost' | 'back'>('');
  useEffect(() => {
    if (!isRetrying) return show((now) => now && 'back');
    const timer = setTimeout(() => show('lost'), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isRetrying]);
  const isShown = phase !== 'unavailable';
  return (
    <>
      <div className="ps-connection" role="status">
        {isShown && isRetrying && shown === 'lost' && <p>{m.reconnecting}</p>}
        {isShown && connection === 'paused' && (
          <>
            <p>{m.paused}</p>
            <Check label={m.checkAgain} />
          </>
        )}
      </div>
      <p className="ps-spoken" role="status">
        {connection === 'live' && shown === 'back' && m.reconnected}
      </p>
    </>
  );
}
