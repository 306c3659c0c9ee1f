import type { Intent } from '../payment/intent.ts';
import { simulateOutcome } from '../payment/outcome.ts';
import type { RequestContext } from '../world/context.ts';

/**
 * Ends an attempt whose customer has closed the challenge of 3-D Secure. Not in Stripe's API
 * reference; its SDKs call it with a publishable key (stripe-android, `cancelPaymentIntentSource`
 * and `cancelSetupIntentSource`). An attempt that has ended meanwhile stays as it is.
 */
export function giveUp(intent: Intent, _params: object, context: RequestContext): Intent {
  if (intent.status !== 'requires_action') return intent;
  return simulateOutcome(intent, 'fail', context) ?? intent;
}
