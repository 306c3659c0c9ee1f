import { useCallback, useSyncExternalStore } from 'react';
import { formatMoney, type PaymentIntent } from '../../intent/index.ts';

/** Languages whose money format the browser has loaded. */
const loaded = new Set<string | undefined>();

/**
 * The amount as the customer reads it; '' where it is not known. A browser's first number format
 * of a page costs a slow phone a tenth of a second, as much as all of Paystep: it is made while the
 * first answer is on its way, or else after the code is on screen, never before it.
 */
export function useAmount(intent: PaymentIntent | null, locale: string | undefined): string {
  const load = useCallback(
    (redraw: () => void) => {
      if (loaded.has(locale)) return () => {};
      const timer = setTimeout(() => {
        formatMoney(0, 'usd', locale);
        loaded.add(locale);
        redraw();
      });
      return () => clearTimeout(timer);
    },
    [locale],
  );
  const isLoaded = useSyncExternalStore(
    load,
    () => loaded.has(locale),
    () => false,
  );
  if (!isLoaded || intent?.amount == null || !intent.currency) return '';
  return formatMoney(intent.amount, intent.currency, locale);
}
