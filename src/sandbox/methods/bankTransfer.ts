import type { Clock } from '../base/clock.ts';
import { lookup } from '../base/lookup.ts';
import { problems } from '../errors/errors.ts';
import { after, type Intent, payloadOf } from '../payment/intent.ts';
import { simulateOutcome } from '../payment/outcome.ts';
import { object } from '../request/readers.ts';
import { TRANSFER_SCHEMES } from './bankAccounts.ts';
import { type PlanInput, requiresAction } from './plan.ts';

const TYPE = 'display_bank_transfer_instructions';

const OPTION = 'payment_method_options[customer_balance][bank_transfer]';

/** The scheme that the merchant names, or that of the currency. */
function schemeOf({ currency, options }: PlanInput): string {
  const { type } = object(options.bank_transfer ?? {}, OPTION);
  const schemes = Object.keys(TRANSFER_SCHEMES);
  if (type !== undefined) {
    if (schemes.includes(String(type))) return String(type);
    throw problems.notOneOf(`${OPTION}[type]`, String(type), schemes);
  }
  const found = schemes.find((scheme) => TRANSFER_SCHEMES[scheme]?.currency === currency);
  if (found) return found;
  const known = Object.values(TRANSFER_SCHEMES).map((scheme) => scheme.currency);
  throw problems.notOneOf('currency', currency, known);
}

/** `customer_balance`: the customer sends money to an account, all at once or in parts. */
export const bankTransfer = requiresAction('transfer', TYPE, (input) => {
  const type = schemeOf(input);
  return {
    amount_remaining: input.amount,
    currency: input.currency,
    financial_addresses: lookup(TRANSFER_SCHEMES, type)?.accounts ?? [],
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
