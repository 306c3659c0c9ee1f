import { useCallback } from 'react';
import { type ConfirmResult, confirmOnce } from '../checkout/index.ts';
import type { ConfirmParams } from '../gateway/index.ts';
import type { PolledPayment } from './usePoller.ts';
import { useUnmountSignal } from './useUnmountSignal.ts';

/** Confirms the payment that is polled: once, and not any more when the component has gone. */
export function useConfirm({
  payment,
  poller,
}: PolledPayment): (params: ConfirmParams) => Promise<ConfirmResult> {
  const unmountSignal = useUnmountSignal(payment);
  return useCallback(
    async (params) => {
      if (!payment) throw new TypeError('Paystep: confirm() was called without a client secret.');
      return confirmOnce({ payment, poller, params, signal: unmountSignal() });
    },
    [payment, poller, unmountSignal],
  );
}
