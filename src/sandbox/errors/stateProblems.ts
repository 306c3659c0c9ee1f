import type { IntentStatus } from '../../intent/index.ts';
import type { Decline } from '../payment/cards.ts';
import type { Intent, PaymentError } from '../payment/intent.ts';
import { type IntentKind, KIND_NAMES } from '../payment/intentKind.ts';
import { type Event, statusesAllowing } from '../payment/status.ts';
import { ApiError, bad, unexpectedState } from './problem.ts';

/** Why an intent in a final status cannot be confirmed, in Stripe's words. */
const CONFIRM_FAILURES: Readonly<Record<IntentKind, Partial<Record<IntentStatus, string>>>> = {
  payment: { succeeded: 'it has already succeeded after being previously confirmed' },
  setup: { succeeded: 'it has already succeeded', canceled: 'it has been canceled' },
};

const only = (event: Event, done: string, kind: IntentKind = 'payment') =>
  `Only a ${KIND_NAMES[kind].label} with one of the following statuses may be ${done}: ${statusesAllowing(event, kind).join(', ')}.`;

/** The statuses in the order of Stripe's messages. */
const CANCELABLE: Readonly<Record<IntentKind, string>> = {
  payment:
    'requires_payment_method, requires_capture, requires_confirmation, requires_action, processing',
  setup: 'requires_payment_method, requires_confirmation, requires_action',
};

const UNKNOWN_FAILURE: PaymentError = {
  type: 'card_error',
  code: 'card_declined',
  message: 'The attempt was refused.',
};

/** Errors about an intent's status and amounts, and declines. */
export const stateProblems = {
  cannotConfirm: ({ kind, status }: Intent) => {
    const known = CONFIRM_FAILURES[kind][status];
    const why = known
      ? `${known}.`
      : `it has a status of ${status}. ${only('confirm', 'confirmed', kind)}`;
    return unexpectedState(
      `You cannot confirm this ${KIND_NAMES[kind].label} because ${why}`,
      kind,
    );
  },
  partlyConfirmed: (amount: number) =>
    bad(
      `Invalid amount_to_confirm: the sandbox confirms a payment as a whole (${amount}).`,
      'payment_intent_invalid_parameter',
      'amount_to_confirm',
    ),
  cannotCancel: ({ kind, status }: Intent) =>
    unexpectedState(
      `You cannot cancel this ${KIND_NAMES[kind].label} because it has a status of ${status}. Only a ${KIND_NAMES[kind].label} with one of the following statuses may be canceled: ${CANCELABLE[kind]}.`,
      kind,
    ),
  cannotCapture: ({ amountReceived, status }: Intent) =>
    unexpectedState(
      amountReceived > 0
        ? 'This PaymentIntent could not be captured because it has already been captured.'
        : `This PaymentIntent could not be captured because it has a status of ${status}. ${only('capture', 'captured')}`,
    ),
  cannotCaptureAmount: (most: number) =>
    bad(
      `Invalid amount_to_capture: must be between 1 and the ${most} that can be captured.`,
      'amount_too_large',
      'amount_to_capture',
    ),
  noMulticapture: () =>
    bad(
      'final_capture=false is for payments created with payment_method_options[card][request_multicapture]=if_available.',
      'payment_intent_invalid_parameter',
      'final_capture',
    ),
  cannotUpdate: (name: string, event: Event, { kind, status }: Intent) =>
    bad(
      `This ${KIND_NAMES[kind].label}'s ${name} could not be updated because it has a status of ${status}. You may only update the ${name} of a ${KIND_NAMES[kind].label} with one of the following statuses: ${statusesAllowing(event, kind).join(', ')}.`,
      `${KIND_NAMES[kind].object}_unexpected_state`,
      name,
    ),
  cannotIncrement: (status: IntentStatus) =>
    unexpectedState(
      `This PaymentIntent's authorization could not be incremented because it has a status of ${status}. ${only('increment', 'incremented')}`,
    ),
  noIncrement: () =>
    unexpectedState(
      "This PaymentIntent's authorization cannot be incremented: it takes a card, payment_method_options[card][request_incremental_authorization]=if_available, and no capture so far.",
    ),
  incrementTooSmall: (authorized: number) =>
    bad(
      `Invalid amount: must be greater than the ${authorized} that are authorized already.`,
      'payment_intent_invalid_parameter',
      'amount',
    ),
  tooManyIncrements: (most: number) =>
    unexpectedState(
      `This PaymentIntent's authorization cannot be incremented more often: ${most} attempts were made.`,
    ),
  cannotApplyBalance: (status: IntentStatus) =>
    unexpectedState(
      `A customer's balance cannot be applied to this PaymentIntent because it has a status of ${status} or does not wait for a bank transfer. ${only('fund', 'funded')}`,
    ),
  needsCustomer: () =>
    bad(
      'This PaymentIntent has no customer, so there is no balance to apply.',
      'parameter_missing',
      'customer',
    ),
  otherCurrency: (currency: string) =>
    bad(`Invalid currency: this PaymentIntent is in ${currency}.`, undefined, 'currency'),
  cannotApplyAmount: (remaining: number) =>
    bad(
      `Invalid amount: must be between 1 and the ${remaining} that remain to be paid.`,
      'payment_intent_invalid_parameter',
      'amount',
    ),
  balanceTooSmall: (balance: number, currency: string) =>
    bad(
      `The customer's cash balance is too small: it has ${balance} ${currency}.`,
      'balance_insufficient',
      'amount',
    ),
  cannotVerify: (status: IntentStatus) =>
    unexpectedState(
      `This PaymentIntent could not be verified because it has a status of ${status} or waits for something other than small deposits. ${only('verify', 'verified')}`,
    ),
  // Stripe has another code and text for a setup.
  cannotVerifySetup: (status: IntentStatus) =>
    bad(
      `This SetupIntent cannot be actioned on because it has a status of ${status} or waits for something other than small deposits. Only a SetupIntent with one of the following statuses may be actioned on: ${statusesAllowing('verify', 'setup').join(', ')}.`,
      'intent_invalid_state',
    ),
  cannotSimulate: (outcome: string, event: Event, { kind, status }: Intent) =>
    unexpectedState(
      `The sandbox cannot simulate '${outcome}' because the ${KIND_NAMES[kind].label} has a status of ${status}. It can in: ${statusesAllowing(event, kind).join(', ')}.`,
      kind,
    ),
  notInParts: () =>
    bad(
      'Only a bank transfer comes in parts: send `amount` with the outcome succeed, for a customer_balance payment that requires action.',
      undefined,
      'amount',
    ),
  // Stripe's own text, as quoted in many logs.
  feeWithoutAccount: () =>
    bad(
      'Can only apply an application_fee_amount when the PaymentIntent is attempting a direct payment (using an OAuth key or Stripe-Account header) or destination payment (using `transfer_data[destination]`).',
      'parameter_missing',
      'application_fee_amount',
    ),
  noDestination: (id: string) =>
    bad(`No such destination: '${id}'`, 'resource_missing', 'transfer_data[destination]'),
  noMerchant: (id: string) => bad(`No such account: '${id}'`, 'resource_missing', 'on_behalf_of'),
  notAPart: (name: string, amount: number) =>
    bad(
      `Invalid ${name}: must be between 1 and the amount (${amount}).`,
      'payment_intent_invalid_parameter',
      name,
    ),
  smallestPart: (amount: number) =>
    bad(`Invalid amount: must be at least 1 (got ${amount}).`, 'amount_too_small', 'amount'),

  /** A card that is declined outside of a confirm. */
  declined: (decline: Decline) => new ApiError({ status: 402, type: 'card_error', ...decline }),
  /** A confirm that was declined. */
  attemptFailed: (intent: Intent) => {
    const { paymentMethod: _, ...error } = { ...UNKNOWN_FAILURE, ...intent.lastError };
    return new ApiError({ ...error, status: 402, type: 'card_error', intent });
  },
} as const;
