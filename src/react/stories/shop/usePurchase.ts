import { useEffect, useState } from 'react';
import type { Purchase } from './demoShop.ts';

/** A new answer of the shop whenever the key changes. */
export function usePurchase(request: () => Promise<Purchase>, key: string) {
  const [answer, setAnswer] = useState<{ purchase?: Purchase; problem?: string }>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key identifies the request
  useEffect(() => {
    let isMounted = true;
    const update = (next: typeof answer) => isMounted && setAnswer(next);
    (async () => request())().then(
      (purchase) => update({ purchase }),
      (error: Error) => update({ problem: error.message }),
    );
    return () => {
      isMounted = false;
    };
  }, [key]);
  return answer;
}
