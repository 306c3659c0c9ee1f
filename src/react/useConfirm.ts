import { useCallback } from 'react';
import { type ConfirmResult, confirmOnce } from '../checkout/index.ts';
import type { ConfirmParams } from '../gateway/index.ts';
import { useUnmountSignal } from './useUnmountSignal.ts';
import type { Watched } from './useWatch.ts';

/** Confirms the payment that is watched: once, and not any more when the component has gone. */
export function useConfirm({
  payment,
  watch,
}: Watched): (params: ConfirmParams) => Promise<ConfirmResult> {
  const unmountSignal = useUnmountSignal(payment);
  return useCallback(
    async (params) => {
      if (!payment) throw new TypeError('Paystep: confirm() was called without a client secret.');
      return confirmOnce({ payment, watch, params, signal: unmountSignal() });
    },
    [payment, watch, unmountSignal],
  );
}
