import type { JsonObject } from '../base/json.ts';
import type { CardChecks } from './cards.ts';
import type { PaymentMethod } from './intent.ts';

type Result = 'fail' | 'pass';

const addressOf = ({ billingDetails }: PaymentMethod): JsonObject =>
  (billingDetails?.address ?? {}) as JsonObject;

const isEntered = (line: unknown) => typeof line === 'string' && line !== '';

const checksOf = ({ details }: PaymentMethod) => (details.checks ?? {}) as JsonObject;

/** What the bank answers of the security code; null where none was entered. */
function codeCheck(method: PaymentMethod, result: Result): unknown {
  const { cvc_check: check = null } = checksOf(method);
  return check === 'unchecked' ? result : check;
}

/** What the bank of a test card answers otherwise; of the code only where one was entered. */
function failing(method: PaymentMethod): CardChecks {
  const card = method.behaviour;
  const { cvc_check: code, ...address } = (card?.kind === 'approve' && card.checks) || {};
  return { ...address, ...(code && codeCheck(method, 'fail') !== null && { cvc_check: code }) };
}

/**
 * A card after its bank was asked about the code and the address: recorded answers (zulip/zulip,
 * corporate/tests/stripe_fixtures) show `pass` for each that was entered. WooshPay documents none.
 */
export function checkedByBank(method: PaymentMethod, code: Result = 'pass'): PaymentMethod {
  if (method.type !== 'card' || method.dialect !== 'stripe') return method;
  const { line1, postal_code: postalCode } = addressOf(method);
  const checks = {
    address_line1_check: isEntered(line1) ? 'pass' : null,
    address_postal_code_check: isEntered(postalCode) ? 'pass' : null,
    cvc_check: codeCheck(method, code),
  };
  return { ...method, details: { ...method.details, checks: { ...checks, ...failing(method) } } };
}

/** To attach a card its bank is asked, and accepts the code in any case (recorded answers). */
export function checkedForCustomer(method: PaymentMethod): PaymentMethod {
  if (method.type !== 'card') return method;
  const checked = checkedByBank(method);
  const checks = { ...checksOf(checked), cvc_check: 'pass' };
  return { ...checked, details: { ...checked.details, checks } };
}
