import { after, type Intent } from './intent.ts';
import { cancel } from './outcome.ts';
import { expired } from './paymentErrors.ts';

/** Both gateways hold an authorised amount for seven days unless it is captured. */
const HELD = 7 * 24 * 3600 * 1000;

/** When time will end what an intent waits for. Milliseconds; null where it never does. */
export function endOf(intent: Intent, before: Intent | undefined, end: number | null, now: number) {
  if (intent.status !== 'requires_capture') return intent.action?.expiresAt ?? null;
  return before?.status === intent.status ? end : now + HELD;
}

/** The intent after its time has passed, at `at`: the action expired, the amount is released. */
export function lapse(intent: Intent, at: number): Intent | null {
  if (intent.status !== 'requires_capture') return after(intent, 'expire', expired(intent));
  return cancel(intent, 'automatic', { now: () => at });
}
