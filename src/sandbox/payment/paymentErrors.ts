import type { Decline } from './cards.ts';
import { charged, markUsed } from './charge.ts';
import type { CustomerPage } from './customerPage.ts';
import type { Intent, PaymentError } from './intent.ts';

/** Codes are the gateways'; the texts are the sandbox's own. */
const FAILED = {
  payment_intent_authentication_failure:
    'The customer could not be authenticated. Try again, or use another payment method.',
  payment_intent_payment_attempt_failed:
    'The payment attempt failed. Try again, or use another payment method.',
  payment_intent_payment_attempt_expired:
    'The customer did not act in time and the payment attempt expired. Confirm again for a new one.',
} as const;

type FailureCode = keyof typeof FAILED;

/** On these pages customers prove who they are, so giving up there is a failed authentication. */
const AUTHENTICATES: readonly CustomerPage[] = ['bank', 'wallet', 'wechat', 'ddc', 'challenge'];

function ended(intent: Intent, error: PaymentError): Partial<Intent> {
  const paymentMethod = intent.paymentMethod;
  const lastError = paymentMethod ? { ...error, paymentMethod } : error;
  // The payment method moves from the intent to its error: a retry has to bring one again.
  return { lastError, paymentMethod: null, approved: false };
}

const because = (intent: Intent, code: FailureCode) =>
  ended(intent, { type: 'invalid_request_error', code, message: FAILED[code] });

/** The changes to an intent whose customer failed or gave up. */
export function failed(intent: Intent, now: number): Partial<Intent> {
  const refusal = intent.action?.refusal;
  if (refusal) return declined(intent, refusal, now);
  const authenticates = intent.action !== null && AUTHENTICATES.includes(intent.action.place);
  const kind = authenticates ? 'authentication_failure' : 'payment_attempt_failed';
  return because(intent, `payment_intent_${kind}`);
}

/** The changes to an intent whose action was not done in time. */
export function expired(intent: Intent): Partial<Intent> {
  const timeout = intent.action?.timeout;
  if (timeout) return ended(intent, { type: 'invalid_request_error', ...timeout });
  return because(intent, 'payment_intent_payment_attempt_expired');
}

/** The changes to an intent whose card or account was declined: a charge was tried and failed. */
export function declined(intent: Intent, decline: Decline, now: number): Partial<Intent> {
  const charge = charged(intent, now);
  const error = { type: 'card_error', ...decline, charge: charge.latestCharge };
  const method = intent.paymentMethod && markUsed(intent.paymentMethod);
  const end = ended({ ...intent, paymentMethod: method }, error);
  return { ...charge, ...end, chargeError: end.lastError ?? null };
}

/** The changes to an intent that may not be tried in this way: nothing was charged. */
export function notTried(intent: Intent, decline: Decline): Partial<Intent> {
  return ended(intent, { type: 'card_error', ...decline });
}

/** The changes to an intent whose customer could not name the small deposits. */
export function unverified(intent: Intent, code: string, message: string): Partial<Intent> {
  return ended(intent, { type: 'invalid_request_error', code, message });
}
