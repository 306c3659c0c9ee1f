import { useEffect } from 'react';
import { isReturnMessage } from '../../checkout/index.ts';
import { WAITS } from '../../checkout/return/yieldToOuterCheckout.ts';
import { useActions, usePayment } from '../contexts.ts';
import { useLatest } from '../useLatest.ts';

/**
 * Reads the PaymentIntent when the return page in `source` says that the customer is back, and lets
 * it know that it is waited for. Only that very window and the return page's own origin count, and
 * only as a hint.
 *
 * @param returnUrl where the step ends, if it says so; else the checkout's, else this very page.
 */
export function useReturnMessage(
  source: () => Window | null | undefined,
  returnUrl?: string | null,
): void {
  const { returnUrl: usual, intent } = usePayment();
  const { refetch } = useActions();
  const id = intent?.id;
  const { origin } = new URL(returnUrl || usual || location.href);
  const latest = useLatest(source);
  useEffect(() => {
    const receive = (event: MessageEvent) => {
      const expected = latest.current();
      if (
        expected &&
        event.source === expected &&
        event.origin === origin &&
        isReturnMessage(event.data)
      ) {
        refetch();
        // Another payment's page in there goes its own way.
        const { intent: about } = event.data;
        if (!about || about === id) expected.postMessage(WAITS, '*');
      }
    };
    addEventListener('message', receive);
    return () => removeEventListener('message', receive);
  }, [refetch, origin, id, latest]);
}
