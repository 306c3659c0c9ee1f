import { useCallback, useRef } from 'react';
import type { AppStep, RedirectStep } from '../step/index.ts';
import { useView } from './view.ts';

/** Asks the shop whether the customer may leave; null where it does not want to be asked. */
export function useBeforeRedirect(step: RedirectStep | AppStep): (() => Promise<boolean>) | null {
  const { beforeRedirect } = useView();
  const latest = useRef(beforeRedirect);
  latest.current = beforeRedirect;
  const asked = useRef(step);
  asked.current = step;
  const ask = useCallback(async () => {
    try {
      await latest.current?.(asked.current);
      return true;
    } catch (error) {
      console.error('Paystep: beforeRedirect failed, so the customer stays here.', error);
      return false;
    }
  }, []);
  return beforeRedirect ? ask : null;
}
