import { useCallback, useState } from 'react';
import { attemptOf } from '../../checkout/index.ts';
import type { PaymentIntent } from '../../intent/index.ts';

/**
 * Whether the customer has asked for the list of methods, in place of what is on the screen. For one
 * attempt only: what comes after it is shown.
 */
export function useChoosing(intent: PaymentIntent | null) {
  const attempt = intent ? attemptOf(intent) : null;
  const [chosenAt, setChosenAt] = useState<string | null>(null);
  const openMethods = useCallback(() => setChosenAt(attempt), [attempt]);
  const closeMethods = useCallback(() => setChosenAt(null), []);
  return { isChoosing: attempt !== null && chosenAt === attempt, openMethods, closeMethods };
}
