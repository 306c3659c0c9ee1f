import type { Clock } from '../base/clock.ts';
import { after, type Intent, payloadOf } from '../payment/intent.ts';
import { simulateOutcome } from '../payment/outcome.ts';
import { readBankTransfer } from './financialAddresses.ts';
import { requiresAction } from './plan.ts';

const TYPE = 'display_bank_transfer_instructions';

const OPTION = 'payment_method_options[customer_balance][bank_transfer]';

/** `customer_balance`: the customer sends money to an account, all at once or in parts. */
export const bankTransfer = requiresAction('transfer', TYPE, (input) => {
  const { accounts, type } = readBankTransfer(input.options.bank_transfer, input.currency, OPTION);
  return {
    amount_remaining: input.amount,
    currency: input.currency,
    financial_addresses: accounts,
    hosted_instructions_url: input.page('transfer'),
    reference: input.intentId.slice(-10).toUpperCase(),
    type,
  };
});

/** The amount that a bank transfer still waits for; null for other payments. */
export function remainingOf(intent: Intent): number | null {
  return intent.action?.nextAction.type === TYPE
    ? Number(payloadOf(intent).amount_remaining)
    : null;
}

/** The amount that has come in for a bank transfer; nothing for other payments. */
export const fundedOf = (intent: Intent): number =>
  intent.amount - (remainingOf(intent) ?? intent.amount);

/**
 * The intent after a payment into its bank transfer. It waits until all is there, as at Stripe
 * (`payment_intent.partially_funded`). Money beyond that stays in the customer's cash balance.
 */
export function fund(intent: Intent, amount: number, clock: Clock): Intent | null {
  const { action } = intent;
  const remaining = remainingOf(intent);
  if (!action || remaining === null) return null;
  if (amount >= remaining) return simulateOutcome(intent, 'succeed', clock);
  const transfer = { ...payloadOf(intent), amount_remaining: remaining - amount };
  return after(intent, 'fund', {
    action: { ...action, nextAction: { ...action.nextAction, [TYPE]: transfer } },
  });
}
