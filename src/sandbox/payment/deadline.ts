import type { Clock } from '../base/clock.ts';
import { after, type Intent } from './intent.ts';
import { cancel, simulateOutcome } from './outcome.ts';
import { declined, expired } from './paymentErrors.ts';

/** Both gateways hold an authorised amount for seven days unless it is captured. */
const HELD = 7 * 24 * 3600 * 1000;

/** When its action expires, or is done by itself. */
function actionEnd({ action }: Intent): number | null {
  return action?.settlesAt ?? action?.expiresAt ?? null;
}

/** When time will end what an intent waits for. Milliseconds; null where it never does. */
export function deadlineOf(
  intent: Intent,
  before: Intent | undefined,
  end: number | null,
  now: number,
) {
  if (intent.status !== 'requires_capture') return actionEnd(intent);
  return before?.status === intent.status ? end : now + HELD;
}

/** What was not captured is released; what was is paid (Stripe's multicapture guide). */
function release(intent: Intent, clock: Clock): Intent | null {
  return intent.amountReceived > 0
    ? after(intent, 'capture', { amountCapturable: 0 })
    : cancel(intent, 'automatic', clock, 'release');
}

/** The intent after its time has passed, at `at`: the action expired, the amount is released. */
export function applyDeadline(intent: Intent, at: number): Intent | null {
  const clock = { now: () => at };
  if (intent.status === 'requires_capture') return release(intent, clock);
  const { settlesAs, settlesAt } = intent.action ?? {};
  if (settlesAs) return after(intent, 'refuse', declined(intent, settlesAs, at));
  if (settlesAt !== undefined) return simulateOutcome(intent, 'succeed', clock);
  return after(intent, 'expire', expired(intent));
}
