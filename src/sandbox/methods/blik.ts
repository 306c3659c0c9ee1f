import type { JsonObject } from '../base/json.ts';
import { problems } from '../errors/errors.ts';
import type { Decline } from '../payment/cards.ts';
import { awaitsApproval, type Plan, type PlanInput } from './plan.ts';

/** "The BLIK code is valid for 2 minutes; customers have 60 seconds to authorize" (Stripe's guide). */
const MINUTE = 60;

const refusal = (code: string, declineCode: string, message: string): Decline => ({
  code,
  declineCode,
  message,
});

const declined = (declineCode: string, message: string) =>
  refusal('payment_method_provider_decline', declineCode, message);

const wrongCode = (declineCode: string, message: string) =>
  refusal('payment_method_invalid_parameter', declineCode, message);

const INVALID = wrongCode('code_invalid', 'The BLIK code is not valid.');
const BY_CUSTOMER = declined('customer_declined', 'The customer declined the payment.');
const BY_BANK = declined('partner_generic_decline', 'The bank declined the payment.');
const TIMEOUT: Decline = {
  code: 'payment_method_provider_timeout',
  message: 'The payment was not approved within 60 seconds.',
};

/**
 * A code that is declined as unknown. At Stripe any code passes, and the e-mail address decides.
 */
const UNKNOWN_CODE = '000000';

/**
 * The declines by the end of the customer's e-mail name (docs.stripe.com/payments/blik). The
 * decline codes are those since 2026-09-30.endive.
 */
const DECLINED_AT_ONCE: Readonly<Record<string, Decline>> = {
  invalid_code: INVALID,
  expired_code: wrongCode('code_expired', 'The BLIK code has expired.'),
};
const DECLINED_LATER: Readonly<Record<string, Decline>> = {
  limit_exceeded: declined('payment_limit_exceeded', 'The account’s payment limit is reached.'),
  insufficient_funds: declined('insufficient_funds', 'The account has insufficient funds.'),
  customer_declined: BY_CUSTOMER,
  bank_declined: BY_BANK,
  blik_declined: BY_BANK,
};

/** "8 second delay". Milliseconds. */
const DELAY = 8000;

const testDecline = (table: Readonly<Record<string, Decline>>, email: string | null) =>
  Object.entries(table).find(([name]) => email?.includes(`${name}@`))?.[1];

const CODE = 'payment_method_options[blik][code]';

function checkCode({ code }: JsonObject): string {
  if ((code ?? '') === '') {
    const message = `The parameter \`${CODE}\` is required.`;
    throw problems.invalid(message, 'parameter_missing', CODE);
  }
  if (/^\d{6}$/.test(String(code))) return String(code);
  throw problems.invalid('A BLIK code has six digits.', 'payment_method_invalid_parameter', CODE);
}

const approval = awaitsApproval(MINUTE, 'blik_authorize');

/** BLIK: the customer enters a code from the bank, and has a minute to approve in its app. */
export function blik(input: PlanInput): Plan {
  const code = checkCode(input.options);
  const decline = code === UNKNOWN_CODE ? INVALID : testDecline(DECLINED_AT_ONCE, input.email);
  if (decline) return { kind: 'decline', decline };
  const later = testDecline(DECLINED_LATER, input.email);
  const settles = later && { settlesAt: input.now + DELAY, settlesAs: later };
  const plan = approval(input);
  return plan.kind === 'require_action'
    ? { ...plan, ...settles, refusal: BY_CUSTOMER, timeout: TIMEOUT }
    : plan;
}
