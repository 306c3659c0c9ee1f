import { useCallback } from 'react';
import { type ConfirmResult, confirmOnce } from '../checkout/index.ts';
import type { ConfirmParams } from '../gateway/index.ts';
import { useLatest } from './useLatest.ts';
import { useUnmountSignal } from './useUnmountSignal.ts';
import type { UseWatchOptions, Watched } from './useWatch.ts';

/** Confirms the payment that is watched: once, and not any more when the component has gone. */
export function useConfirm(
  options: UseWatchOptions,
  { watch }: Watched,
): (params: ConfirmParams) => Promise<ConfirmResult> {
  // A gateway made anew in each render must not make the function anew.
  const latest = useLatest(options);
  const unmountSignal = useUnmountSignal(watch);
  return useCallback(
    (params) => {
      const { gateway, clientSecret } = latest.current;
      const payment = { gateway, clientSecret: clientSecret ?? '', watch };
      return confirmOnce({ ...payment, params, signal: unmountSignal() });
    },
    [latest, watch, unmountSignal],
  );
}
