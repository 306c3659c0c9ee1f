import type { PayOptions } from '../options.ts';

type FutureUsage = PayOptions['setupFutureUsage'];

/** Anything else is as if it were not given: nothing is kept then. */
export const isFutureUsage = (value: unknown): boolean =>
  value === 'on_session' || value === 'off_session';

/**
 * The `setup_future_usage` to confirm with; null where nothing would change: a publishable key may
 * only widen what is set, from on_session to off_session (Stripe's API reference, `setup_future_usage`).
 */
export function futureUsageToSend(
  current: string | null | undefined,
  wanted: FutureUsage,
): FutureUsage | null {
  const mayChange = !current || (current === 'on_session' && wanted === 'off_session');
  return mayChange && isFutureUsage(wanted) ? wanted : null;
}
