import { type Intent, optionsOf } from './intent.ts';

/** How a customer was authenticated by 3-D Secure: with a challenge or without one. */
export type CardAuthentication = 'challenge' | 'frictionless';

/** The same attempt has sent the customer to a challenge, or its second confirm follows one. */
function wasChallenged(intent: Intent, before: Intent | undefined): boolean {
  const goesOn = before?.confirmations === intent.confirmations;
  return before?.approved === true || (goesOn && before?.action?.place === 'challenge');
}

/** The merchant asks for 3-D Secure of a card that has it, as cardBehaviour in plan.ts reads it. */
function isFrictionless(intent: Intent): boolean {
  const card = intent.paymentMethod?.behaviour;
  if (card?.kind !== 'approve') return card?.kind === 'frictionless';
  return !card.whenAsked && optionsOf(intent).request_three_d_secure === 'any';
}

/** How the customer of an attempt was authenticated; null without 3-D Secure. */
export function authenticationOf(
  intent: Intent,
  before: Intent | undefined,
): CardAuthentication | null {
  if (wasChallenged(intent, before)) return 'challenge';
  return isFrictionless(intent) ? 'frictionless' : null;
}
