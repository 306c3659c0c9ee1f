import { checkedByBank } from './cardChecks.ts';
import type { Decline } from './cards.ts';
import { charged, markUsed } from './charge.ts';
import type { CustomerPage } from './customerPage.ts';
import type { Intent, PaymentError } from './intent.ts';
import { type IntentKind, KIND_NAMES } from './intentKind.ts';

/** The texts are the sandbox's own. */
const FAILURES = {
  authentication:
    'The customer could not be authenticated. Try again, or use another payment method.',
  attempt: 'The payment attempt failed. Try again, or use another payment method.',
  expiry:
    'The customer did not act in time and the payment attempt expired. Confirm again for a new one.',
} as const;

type Failure = keyof typeof FAILURES;

/** The gateways' codes (docs.stripe.com/error-codes). */
const FAILURE_CODES: Readonly<Record<IntentKind, Readonly<Record<Failure, string>>>> = {
  payment: {
    authentication: 'payment_intent_authentication_failure',
    attempt: 'payment_intent_payment_attempt_failed',
    expiry: 'payment_intent_payment_attempt_expired',
  },
  setup: {
    authentication: 'setup_intent_authentication_failure',
    attempt: 'setup_attempt_failed',
    expiry: 'setup_intent_setup_attempt_expired',
  },
};

/** On these pages customers prove who they are, so giving up there is a failed authentication. */
const AUTHENTICATES: readonly CustomerPage[] = ['bank', 'wallet', 'wechat', 'ddc', 'challenge'];

function ended(intent: Intent, error: PaymentError): Partial<Intent> {
  const paymentMethod = intent.paymentMethod;
  const lastError = paymentMethod ? { ...error, paymentMethod } : error;
  // The payment method moves from the intent to its error: a retry has to bring one again.
  return { lastError, paymentMethod: null, approved: false };
}

const because = (intent: Intent, failure: Failure) =>
  ended(intent, {
    type: 'invalid_request_error',
    code: FAILURE_CODES[intent.kind][failure],
    message: FAILURES[failure].replace(
      'payment attempt',
      `${KIND_NAMES[intent.kind].noun} attempt`,
    ),
  });

/** The changes to an intent whose customer failed or gave up. */
export function failed(intent: Intent, now: number): Partial<Intent> {
  const refusal = intent.action?.refusal;
  if (refusal) return declined(intent, refusal, now);
  const authenticates = intent.action !== null && AUTHENTICATES.includes(intent.action.place);
  return because(intent, authenticates ? 'authentication' : 'attempt');
}

/** The changes to an intent whose action was not done in time. */
export function expired(intent: Intent): Partial<Intent> {
  const timeout = intent.action?.timeout;
  if (timeout) return ended(intent, { type: 'invalid_request_error', ...timeout });
  return because(intent, 'expiry');
}

/** At Stripe a setup's `decline_code` falls back to the code. */
const declineOf = ({ kind }: Intent, decline: Decline): Decline =>
  kind === 'setup' ? { declineCode: decline.code, ...decline } : decline;

const codeOf = ({ code }: Decline) => (code === 'incorrect_cvc' ? 'fail' : 'pass');

/** The changes to an intent whose card or account was declined. For a payment a charge has failed. */
export function declined(intent: Intent, decline: Decline, now: number): Partial<Intent> {
  const charge = charged(intent, now);
  const error = {
    type: 'card_error',
    ...declineOf(intent, decline),
    ...('latestCharge' in charge && { charge: charge.latestCharge }),
  };
  const method =
    intent.paymentMethod && markUsed(checkedByBank(intent.paymentMethod, codeOf(decline)));
  const end = ended({ ...intent, paymentMethod: method }, error);
  return {
    ...charge,
    ...end,
    ...('latestCharge' in charge && { chargeError: end.lastError ?? null }),
  };
}

/** The changes to an intent that may not be tried in this way: nothing was charged. */
export function notTried(intent: Intent, decline: Decline): Partial<Intent> {
  return ended(intent, { type: 'card_error', ...decline });
}

/** The changes to an intent whose customer could not name the small deposits. */
export function unverified(intent: Intent, code: string, message: string): Partial<Intent> {
  return ended(intent, { type: 'invalid_request_error', code, message });
}
