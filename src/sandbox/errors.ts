import type { Decline } from './cards.ts';
import type { Intent } from './intent.ts';
import { type Event, type Status, statusesAllowing } from './status.ts';

type ErrorType = 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';

/** One answer that is not a success: the HTTP status and what goes into `{"error": …}`. */
export interface Problem {
  readonly status: 400 | 401 | 402 | 403 | 404 | 409 | 429 | 500;
  readonly type: ErrorType;
  readonly message: string;
  readonly code?: string;
  readonly param?: string;
  readonly declineCode?: string;
  /** The charge that failed. */
  readonly charge?: string;
  /** The intent after a failed confirm: it travels inside the error. */
  readonly intent?: Intent;
}

/** Thrown by whatever reads or runs a request; the routes turn it into an answer. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

const bad = (message: string, code?: string, param?: string): ApiError =>
  new ApiError({
    status: 400,
    type: 'invalid_request_error',
    message,
    ...(code !== undefined && { code }),
    ...(param !== undefined && { param }),
  });

const refused = (status: 401 | 403 | 404, message: string, code?: string, param?: string) =>
  new ApiError({ ...bad(message, code, param).problem, status });

const conflicting = (status: 400 | 409, message: string, code?: string) =>
  new ApiError({ ...bad(message, code).problem, status, type: 'idempotency_error' });

const busy = (message: string, code: string) =>
  new ApiError({ ...bad(message, code).problem, status: 429 });

const unexpectedState = (message: string) => bad(message, 'payment_intent_unexpected_state');

function maskKey(key: string): string {
  return key.length > 12 ? `${key.slice(0, 8)}****${key.slice(-4)}` : '****';
}

const CONFIRM_FAILURES: Partial<Record<Status, string>> = {
  succeeded:
    'You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed.',
};

const ATTACH_FIRST =
  "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method.";

const only = (event: Event, done: string) =>
  `Only a PaymentIntent with one of the following statuses may be ${done}: ${statusesAllowing(event).join(', ')}.`;

/**
 * Every error that the sandbox answers with. Codes and statuses are Stripe's; texts are Stripe's
 * where public logs show them, and the sandbox's own words elsewhere.
 */
export const problems = {
  invalid: bad,

  notForm: () =>
    bad('Send parameters as a form (application/x-www-form-urlencoded): this API reads no JSON.'),
  notJson: () => bad('Send parameters as one JSON object (application/json).'),
  missing: (param: string) => bad(`Missing required param: ${param}.`, 'parameter_missing', param),
  unknown: (names: readonly string[]) =>
    bad(
      `Received unknown parameter${names.length > 1 ? 's' : ''}: ${names.join(', ')}`,
      'parameter_unknown',
      names[0],
    ),
  notInteger: (param: string, value: string) =>
    bad(`Invalid integer: ${value}`, 'parameter_invalid_integer', param),
  notOneOf: (param: string, value: string, choices: readonly string[]) =>
    bad(`Invalid ${param}: must be one of ${choices.join(', ')} (got ${value}).`, undefined, param),
  wrongKind: (param: string, kind: string) =>
    bad(`Invalid ${param}: must be ${kind}.`, undefined, param),

  bodyTooLarge: (most: number) => bad(`The request body is too large: send at most ${most} bytes.`),
  notUtf8: () => bad('The request body is not valid UTF-8.'),
  tooComplex: () =>
    bad('The parameters are too many, or nested too deeply: send at most 1000, 8 levels deep.'),
  badVersion: (version: string) =>
    bad(`Invalid Stripe API version: ${version}. Versions look like 2026-10-28.endive.`),

  idempotencyKeyTooLong: () =>
    bad('The Idempotency-Key is too long: it may have up to 255 characters.'),
  otherParams: (key: string) =>
    conflicting(
      400,
      `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    ),
  // Stripe's own text, as quoted in active_merchant's remote tests.
  otherEndpoint: (key: string, first: string, now: string) =>
    conflicting(
      400,
      `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${first}' vs '${now}'). Try using a key other than '${key}' if you meant to execute a different request.`,
    ),
  keyInUse: (key: string) =>
    conflicting(
      409,
      `There is another request in progress that has the Idempotency-Key '${key}'. Send this one again when that has ended.`,
      'idempotency_key_in_use',
    ),
  rateLimited: () => busy('Too many requests: this one was refused on demand.', 'rate_limit'),
  locked: () =>
    busy(
      'This object cannot be accessed right now because another API request or Stripe process is currently accessing it.',
      'lock_timeout',
    ),
  serverError: () =>
    new ApiError({ status: 500, type: 'api_error', message: 'An error on demand: try again.' }),

  noKey: () =>
    refused(
      401,
      'You did not provide an API key. Send it as the user name of Basic auth, as a Bearer token, or as `key`.',
    ),
  badKey: (key: string) =>
    refused(
      401,
      `Invalid API Key provided: ${maskKey(key)}. The sandbox takes any key that begins with pk_test_ or sk_test_.`,
    ),
  secretKeyRequired: (why = '') =>
    refused(
      403,
      `This API call cannot be made with a publishable API key. Use a secret key.${why}`,
      'secret_key_required',
    ),
  noRoute: (method: string, path: string) =>
    refused(404, `Unrecognized request URL (${method}: ${path}).`),
  noSuch: (what: string, id: string) =>
    refused(404, `No such ${what}: '${id}'`, 'resource_missing', 'id'),
  noIntent: (id: string) =>
    refused(404, `No such payment_intent: '${id}'`, 'resource_missing', 'intent'),
  noPaymentMethod: (id: string) =>
    bad(`No such PaymentMethod: '${id}'`, 'resource_missing', 'payment_method'),
  // One answer for a wrong secret and for an unknown id: a publishable key must not probe for ids.
  wrongClientSecret: () =>
    bad(
      'The client_secret provided does not match the client_secret associated with the PaymentIntent.',
      'payment_intent_invalid_parameter',
      'client_secret',
    ),

  methodNotOffered: (type: string, known: readonly string[], param = 'payment_method_data[type]') =>
    bad(
      `The sandbox has no payment method type '${type}' here. It has: ${known.join(', ')}.`,
      'payment_method_unsupported_type',
      param,
    ),
  methodNotAllowed: (type: string, allowed: readonly string[]) =>
    bad(
      `The PaymentMethod provided (${type}) is not allowed for this PaymentIntent, which takes: ${allowed.join(', ')}.`,
      'payment_intent_incompatible_payment_method',
      'payment_method',
    ),
  needsReturnUrl: (type: string) =>
    bad(
      `A payment with ${type} sends the customer to another page, so you must provide a \`return_url\` when you confirm it.`,
      'parameter_missing',
      'return_url',
    ),
  automaticNeedsReturnUrl: () =>
    bad(
      "This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a `return_url`. If you don't want to accept redirect-based payment methods, set `automatic_payment_methods[enabled]` to `true` and `automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and Payment Intents.",
      undefined,
      'return_url',
    ),
  needsMethod: (customer: string | null) =>
    unexpectedState(
      customer === null
        ? ATTACH_FIRST
        : `${ATTACH_FIRST} To confirm the PaymentIntent with ${customer}, specify a payment method attached to this customer along with the customer ID.`,
    ),
  exclusive: (names: readonly string[]) =>
    bad(
      `You may only specify one of these parameters: ${names.join(', ')}.`,
      'parameters_exclusive',
    ),
  onlyWithConfirm: (name: string) =>
    bad(`You may only send ${name} together with confirm=true.`, undefined, name),
  noCustomer: (id: string) => bad(`No such customer: '${id}'`, 'resource_missing', 'customer'),
  noConfirmationToken: (id: string) =>
    bad(`No such confirmation_token: '${id}'`, 'resource_missing', 'confirmation_token'),
  methodOfCustomer: () =>
    bad(
      'The payment method is attached to a customer: name that customer in the request.',
      'payment_method_unexpected_state',
      'payment_method',
    ),
  methodDetached: () =>
    bad(
      'The payment method was detached from its customer and may not be used again.',
      'payment_method_unexpected_state',
      'payment_method',
    ),
  methodNotAttached: () =>
    bad(
      'The payment method is not attached to a customer, so it cannot be detached.',
      'payment_method_unexpected_state',
    ),
  descriptorOnCard: () =>
    bad(
      'A card charge takes no statement_descriptor: send statement_descriptor_suffix instead.',
      'payment_intent_invalid_parameter',
      'statement_descriptor',
    ),
  futureUsage: () =>
    bad(
      'With a publishable key, setup_future_usage can only change from on_session to off_session.',
      'payment_intent_invalid_parameter',
      'setup_future_usage',
    ),

  cannotConfirm: (status: Status) =>
    unexpectedState(
      CONFIRM_FAILURES[status] ??
        `You cannot confirm this PaymentIntent because it has a status of ${status}. ${only('begin', 'confirmed')}`,
    ),
  cannotCancel: (status: Status) =>
    unexpectedState(
      `You cannot cancel this PaymentIntent because it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method, requires_capture, requires_confirmation, requires_action, processing.`,
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
  cannotUpdate: (name: string, status: Status, allowed: readonly Status[]) =>
    unexpectedState(
      `This PaymentIntent's ${name} could not be updated because it has a status of ${status}. You may only update the ${name} of a PaymentIntent with one of the following statuses: ${allowed.join(', ')}.`,
    ),
  cannotIncrement: (status: Status) =>
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
  cannotApplyBalance: (status: Status) =>
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
  cannotVerify: (status: Status) =>
    unexpectedState(
      `This PaymentIntent could not be verified because it has a status of ${status} or waits for something other than small deposits. ${only('verify', 'verified')}`,
    ),
  cannotSimulate: (outcome: string, event: Event, status: Status) =>
    unexpectedState(
      `The sandbox cannot simulate '${outcome}' because the PaymentIntent has a status of ${status}. It can in: ${statusesAllowing(event).join(', ')}.`,
    ),
  notInParts: () =>
    bad(
      'Only a bank transfer comes in parts: send `amount` with the outcome succeed, for a customer_balance payment that requires action.',
      undefined,
      'amount',
    ),
  smallestPart: (amount: number) =>
    bad(`Invalid amount: must be at least 1 (got ${amount}).`, 'amount_too_small', 'amount'),

  /** A card that is refused where no confirm is under way. */
  declined: ({ code, declineCode, message }: Decline) =>
    new ApiError({
      status: 402,
      type: 'card_error',
      code,
      message,
      ...(declineCode && { declineCode }),
    }),
  /** A confirm that ended in a refusal. */
  paymentFailed: (intent: Intent) =>
    new ApiError({
      status: 402,
      type: 'card_error',
      code: intent.lastError?.code ?? 'card_declined',
      message: intent.lastError?.message ?? 'The payment was refused.',
      ...(intent.lastError?.declineCode && { declineCode: intent.lastError.declineCode }),
      ...(intent.lastError?.charge && { charge: intent.lastError.charge }),
      intent,
    }),
} as const;

/** The envelope that both gateways put an error in. */
export function errorBody(
  problem: Omit<Problem, 'status'>,
  payment_intent?: unknown,
): { error: object } {
  const { charge, type, code, message, param, declineCode } = problem;
  return {
    error: {
      type,
      ...(code && { code }),
      ...(declineCode && { decline_code: declineCode }),
      ...(charge && { charge }),
      message,
      ...(param && { param }),
      ...(payment_intent !== undefined && { payment_intent }),
    },
  };
}
