import type { Plan } from '../methods/plan.ts';
import type { CardBehaviour } from '../payment/cards.ts';

/**
 * How a test card behaves while it is set up: nothing is charged, so what it does to a charge does
 * not matter. A card for recurring payments in India asks for 3-D Secure first, and a card that can
 * be attached passes (docs.stripe.com/testing).
 */
export function setupBehaviour(card: CardBehaviour | null): CardBehaviour | null {
  if (card?.kind === 'notice') return { kind: 'challenge' };
  return card?.kind === 'decline' && card.attaches ? { kind: 'approve' } : card;
}

/** Actions that belong to a payment of an amount; stripe 23.1.0 has none of them for a SetupIntent. */
const OF_AMOUNTS = /^boleto_display_details$/;

/** What the plan of a payment becomes in a setup: a debit has nothing to wait for. */
export function setupPlan(plan: Plan): Plan {
  const needsNothing =
    plan.kind === 'process' ||
    (plan.kind === 'require_action' && OF_AMOUNTS.test(plan.nextAction.type));
  return needsNothing ? { kind: 'approve' } : plan;
}
