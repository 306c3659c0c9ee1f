import { cardBehaviour } from '../methods/plan.ts';
import { challengeStep } from '../methods/wooshpayMethods.ts';
import { after, type Intent } from '../payment/intent.ts';
import { approve } from '../payment/outcome.ts';
import type { Scene } from '../world/context.ts';
import { occasionOf } from './occasion.ts';

/** What follows when the device data page has run: a challenge, or nothing more to do. */
export function finishDeviceData(intent: Intent, scene: Scene): Intent {
  const method = intent.paymentMethod;
  if (intent.action?.place !== 'ddc' || !method) return intent;
  const occasion = occasionOf(intent, method, {}, scene);
  if (cardBehaviour(occasion).kind !== 'challenge') return approve(intent, scene) ?? intent;
  const plan = challengeStep(occasion);
  if (plan.kind !== 'ask') return intent;
  const { kind: _, ...action } = plan;
  return after(intent, 'ask', { action }) ?? intent;
}
