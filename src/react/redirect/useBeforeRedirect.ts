import { useCallback, useEffect, useRef } from 'react';
import type { AppStep, RedirectStep } from '../../step/index.ts';
import { useActions } from '../contexts.ts';
import { useLatest } from '../useLatest.ts';

/** After so long still here, customers get another way on. */
export const PATIENCE_MS = 5_000;

/**
 * Asks the shop whether the customer may leave; null where it does not want to be asked. A shop that
 * has been asked and does not answer is not asked again: who insists after a while may go.
 */
export function useBeforeRedirect(step: RedirectStep | AppStep): (() => Promise<boolean>) | null {
  const { beforeRedirect } = useActions();
  const latest = useLatest({ beforeRedirect, step });
  const isHere = useRef(false);
  const asking = useRef<{ readonly since: number; readonly answer: Promise<boolean> }>(null);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const ask = useCallback(async () => {
    const now = Date.now();
    asking.current ??= { since: now, answer: askShop() };
    const { since, answer } = asking.current;
    if (now - since >= PATIENCE_MS) return true;
    const may = await answer;
    asking.current = null;
    return may;

    async function askShop(): Promise<boolean> {
      try {
        const { beforeRedirect, step } = latest.current;
        await beforeRedirect?.(step);
        // The payment may have come, or another attempt begun, while the shop took its time.
        return isHere.current;
      } catch (error) {
        console.error('Paystep: beforeRedirect failed, so the customer stays here.', error);
        return false;
      }
    }
  }, [latest]);
  return beforeRedirect ? ask : null;
}
