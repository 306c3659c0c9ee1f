import { useCallback, useSyncExternalStore } from 'react';
import { decimalsOf, formatMoney, type PaymentIntent } from '../../intent/index.ts';

/** Languages whose money format the browser has loaded. */
const loaded = new Set<string | undefined>();

/**
 * The amount as the customer reads it; '' where it is not known. A browser's first number format
 * of a page costs a slow phone a tenth of a second, as much as all of Paystep: it is made after what
 * the customer can act on is on screen.
 */
export function useAmount(intent: PaymentIntent | null, locale: string | undefined): string {
  const { amount, currency } = intent ?? {};
  const isKnown = amount != null && Boolean(currency);
  const load = useCallback(
    (redraw: () => void) => {
      if (!isKnown || loaded.has(locale)) return () => {};
      // An effect may run before the paint; a task after it does not.
      const timer = setTimeout(() => {
        formatMoney(0, 'usd', locale);
        loaded.add(locale);
        redraw();
      });
      return () => clearTimeout(timer);
    },
    [isKnown, locale],
  );
  const isLoaded = useSyncExternalStore(
    load,
    () => loaded.has(locale),
    () => false,
  );
  return isLoaded && amount != null && currency ? formatMoney(amount, currency, locale) : '';
}

/** About as wide as the formatted amount: it keeps the place of a text that nobody sees before that. */
export function amountPlaceholder(intent: PaymentIntent | null): string {
  const { amount, currency } = intent ?? {};
  if (amount == null || !currency) return '';
  const digits = decimalsOf(currency);
  const grouped = (amount / 10 ** digits).toFixed(digits).replace(/\B(?=(\d{3})+\b)/g, ',');
  return currency.toUpperCase() + grouped;
}
