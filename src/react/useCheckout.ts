import type { QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { tellFaults } from '../checkout/faults.ts';
import {
  CHECKOUT_OPTIONS,
  type CheckoutState,
  type ConfirmResult,
  confirmOnce,
  type WakeReason,
} from '../checkout/index.ts';
import type { ConfirmParams } from '../gateway/index.ts';
import { useEnded } from './screen/useEnded.ts';
import { useFaults } from './useFaults.ts';
import { useQueryReader } from './useQueryReader.ts';
import { type UseWatchOptions, useWatch } from './useWatch.ts';

/** Those of `createCheckout`, of which the client secret may come later. */
export interface UseCheckoutOptions extends UseWatchOptions {
  /** Instead of the one that a QueryClientProvider around has; without either none is needed. */
  readonly queryClient?: QueryClient | undefined;
}

/** What a view of your own works with. */
export interface UseCheckout {
  readonly state: CheckoutState;
  /** Reads the PaymentIntent at once. */
  readonly refetch: () => void;
  /** The same for a view that knows what has happened; settles when the answer is in the state. */
  readonly wake: (reason: WakeReason) => Promise<void>;
  /**
   * Confirms the PaymentIntent, with the parameters under the API's own names. Once, whatever happens:
   * a second call while one is under way shares its end, and nothing is repeated before it was read,
   * or when the component has gone.
   * @throws {TypeError} before the PaymentIntent was read.
   */
  readonly confirm: (params: ConfirmParams) => Promise<ConfirmResult>;
}

const NAMES = [...Object.keys(CHECKOUT_OPTIONS), 'queryClient'];

/**
 * Watches a payment and gives its state. A thin binding: all it adds to `createCheckout` is that it
 * lives and dies with the component, and that it reads through the app's own QueryClient if there
 * is one.
 */
export function useCheckout(options: UseCheckoutOptions): UseCheckout {
  const { state, watch } = useWatch(options, useQueryReader(options.queryClient));
  useFaults(options, state, NAMES, tellFaults);
  const { clientSecret } = options;
  // A gateway made anew in each render must not make the functions anew.
  const gateway = useRef(options.gateway);
  useEffect(() => {
    gateway.current = options.gateway;
  });
  const ended = useEnded();
  const refetch = useCallback(() => watch.wake('tap'), [watch]);
  const confirm = useCallback(
    (params: ConfirmParams) => {
      const signal = ended();
      const payment = { gateway: gateway.current, clientSecret: clientSecret ?? '', watch };
      return confirmOnce({ ...payment, params, signal });
    },
    [watch, clientSecret, ended],
  );
  return { state, refetch, wake: watch.wake, confirm };
}
