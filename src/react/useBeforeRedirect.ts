import { useCallback, useEffect, useRef } from 'react';
import type { AppStep, RedirectStep } from '../step/index.ts';
import { useView } from './view.ts';

/** Asks the shop whether the customer may leave; null where it does not want to be asked. */
export function useBeforeRedirect(step: RedirectStep | AppStep): (() => Promise<boolean>) | null {
  const { beforeRedirect } = useView();
  const latest = useRef(beforeRedirect);
  latest.current = beforeRedirect;
  const asked = useRef(step);
  asked.current = step;
  const isHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const ask = useCallback(async () => {
    try {
      await latest.current?.(asked.current);
      // The payment may have come, or another attempt begun, while the shop took its time.
      return isHere.current;
    } catch (error) {
      console.error('Paystep: beforeRedirect failed, so the customer stays here.', error);
      return false;
    }
  }, []);
  return beforeRedirect ? ask : null;
}
