import type { Clock } from '../base/clock.ts';
import { AUTHORIZATION_HOLD } from './charge.ts';
import { after, type Intent } from './intent.ts';
import { cancel, simulateOutcome } from './outcome.ts';
import { declined, expired } from './paymentErrors.ts';

/** When the next action expires, or ends by itself. */
function actionEnd({ action }: Intent): number | null {
  return action?.settlesAt ?? action?.expiresAt ?? null;
}

/** When the intent's wait ends by itself, in milliseconds; null where it never does. */
export function deadlineOf(
  intent: Intent,
  before: Intent | undefined,
  end: number | null,
  now: number,
) {
  if (intent.status !== 'requires_capture') return actionEnd(intent);
  return before?.status === intent.status ? end : now + AUTHORIZATION_HOLD;
}

/**
 * The rest of the authorized amount is released; what was captured stays paid (Stripe's
 * multicapture guide).
 */
function release(intent: Intent, clock: Clock): Intent | null {
  return intent.amountReceived > 0
    ? after(intent, 'capture', { amountCapturable: 0 })
    : cancel(intent, 'automatic', clock, 'release');
}

/** The intent after its deadline `at`: its action has expired, or its authorization is released. */
export function applyDeadline(intent: Intent, at: number): Intent | null {
  const clock = { now: () => at };
  if (intent.status === 'requires_capture') return release(intent, clock);
  const { settlesAs, settlesAt } = intent.action ?? {};
  if (settlesAs) return after(intent, 'fail', declined(intent, settlesAs, at));
  if (settlesAt !== undefined) return simulateOutcome(intent, 'succeed', clock);
  return after(intent, 'expire', expired(intent));
}
