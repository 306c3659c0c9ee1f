import { cardBehaviour } from '../methods/plan.ts';
import { challengeStep } from '../methods/wooshpayMethods.ts';
import { after, type Intent } from '../payment/intent.ts';
import { approve } from '../payment/outcome.ts';
import type { RequestContext } from '../world/context.ts';
import { planInputOf } from './planInput.ts';

/** What follows the device data page: a challenge, or an approval. */
export function finishDeviceData(intent: Intent, context: RequestContext): Intent {
  const method = intent.paymentMethod;
  if (intent.action?.place !== 'ddc' || !method) return intent;
  const input = planInputOf(intent, method, {}, context);
  if (cardBehaviour(input).kind !== 'challenge') return approve(intent, context) ?? intent;
  const plan = challengeStep(input);
  if (plan.kind !== 'require_action') return intent;
  const { kind: _, ...action } = plan;
  return after(intent, 'require_action', { action }) ?? intent;
}
