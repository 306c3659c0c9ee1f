import { useMemo, useRef } from 'react';
import type { CheckoutCallbacks } from '../checkout/index.ts';

/**
 * Asks the shop for another attempt, and reads what came of it: whatever the shop's handler did, the
 * gateway knows. A second tap meanwhile would be a second confirm on the shop's server.
 */
export function useRetry(
  onRetry: CheckoutCallbacks['onRetry'],
  refetch: () => Promise<void>,
): (() => Promise<void>) | undefined {
  const isRetrying = useRef(false);
  return useMemo(() => {
    if (!onRetry) return undefined;
    return async () => {
      if (isRetrying.current) return;
      isRetrying.current = true;
      try {
        await onRetry();
      } catch (error) {
        console.error('Paystep: onRetry failed.', error);
      }
      isRetrying.current = false;
      await refetch();
    };
  }, [onRetry, refetch]);
}
