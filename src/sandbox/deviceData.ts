import { after, type Intent } from './intent.ts';
import { occasionOf } from './occasion.ts';
import { approve } from './outcome.ts';
import { cardBehaviour } from './plan.ts';
import { challengeStep } from './wooshpayMethods.ts';
import type { Scene } from './world.ts';

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
