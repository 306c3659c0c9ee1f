import { useEffect, useState } from 'react';
import type { Purchase } from './demoShop.ts';

/** A new answer of the shop whenever the key changes. */
export function usePurchase(ask: () => Promise<Purchase>, key: string) {
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
