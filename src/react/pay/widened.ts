import type { PayOptions } from './pay.ts';

/**
 * The `setup_future_usage` to confirm with; null where nothing would change: with a publishable key
 * what is set may only be widened, from on_session to off_session (Stripe's API reference, `setup_future_usage`).
 */
export function widened(
  set: string | null | undefined,
  wanted: PayOptions['setupFutureUsage'],
): PayOptions['setupFutureUsage'] | null {
  const may = !set || (set === 'on_session' && wanted === 'off_session');
  return may ? wanted : null;
}
