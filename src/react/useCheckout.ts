import { useCallback } from 'react';
import {
  type CheckoutState,
  type ConfirmResult,
  confirmOnce,
  type WakeReason,
} from '../checkout/index.ts';
import type { ConfirmParams } from '../gateway/index.ts';
import { type UseCheckoutOptions, useWatch } from './useWatch.ts';

export interface UseCheckout {
  readonly state: CheckoutState;
  /** Reads the PaymentIntent at once. */
  readonly refresh: () => void;
  /** The same for a view that knows what has happened; settles when the answer is in the state. */
  readonly wake: (reason: WakeReason) => Promise<void>;
  /**
   * Confirms the PaymentIntent, with the parameters under the API's own names. Once, whatever happens:
   * a second call while one is under way shares its end, and nothing is repeated before it was read.
   */
  readonly confirm: (params: ConfirmParams) => Promise<ConfirmResult>;
}

/**
 * Watches a payment and gives its state. A thin binding: all it adds to `createCheckout` is that it
 * lives and dies with the component, and that it reads through the app's own QueryClient if there
 * is one.
 */
export function useCheckout(options: UseCheckoutOptions): UseCheckout {
  const { state, watch } = useWatch(options);
  const { gateway, clientSecret } = options;
  const refresh = useCallback(() => watch.wake('tap'), [watch]);
  const confirm = (params: ConfirmParams) =>
    confirmOnce({ gateway, clientSecret: clientSecret ?? '', params, watch });
  return { state, refresh, wake: watch.wake, confirm };
}
