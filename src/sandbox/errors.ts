import type { Intent } from './intent.ts';
import { type Event, type Status, statusesAllowing } from './status.ts';

type ErrorType = 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';

/** One answer that is not a success: the HTTP status and what goes into `{"error": …}`. */
export interface Problem {
  readonly status: 400 | 401 | 402 | 403 | 404;
  readonly type: ErrorType;
  readonly message: string;
  readonly code?: string;
  readonly param?: string;
  readonly declineCode?: string;
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

const unexpectedState = (message: string) => bad(message, 'payment_intent_unexpected_state');

function maskKey(key: string): string {
  return key.length > 12 ? `${key.slice(0, 8)}****${key.slice(-4)}` : '****';
}

const CAPTURE_FAILURES: Partial<Record<Status, string>> = {
  succeeded: 'This PaymentIntent could not be captured because it has already been captured.',
};

const CONFIRM_FAILURES: Partial<Record<Status, string>> = {
  succeeded:
    'You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed.',
};

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

  methodNotOffered: (type: string, known: readonly string[]) =>
    bad(
      `The sandbox has no payment method type '${type}' here. It has: ${known.join(', ')}.`,
      'payment_method_unsupported_type',
      'payment_method_data[type]',
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
  needsMethod: () =>
    unexpectedState(
      "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method.",
    ),

  cannotConfirm: (status: Status) =>
    unexpectedState(
      CONFIRM_FAILURES[status] ??
        `You cannot confirm this PaymentIntent because it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be confirmed: ${statusesAllowing('ask').join(', ')}.`,
    ),
  cannotCancel: (status: Status) =>
    unexpectedState(
      `You cannot cancel this PaymentIntent because it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method, requires_capture, requires_confirmation, requires_action, processing.`,
    ),
  cannotCapture: (status: Status) =>
    unexpectedState(
      CAPTURE_FAILURES[status] ??
        `This PaymentIntent could not be captured because it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.`,
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

  /** A confirm that ended in a refusal. */
  paymentFailed: (intent: Intent) =>
    new ApiError({
      status: 402,
      type: 'card_error',
      code: intent.lastError?.code ?? 'card_declined',
      message: intent.lastError?.message ?? 'The payment was refused.',
      ...(intent.lastError?.declineCode && { declineCode: intent.lastError.declineCode }),
      intent,
    }),
} as const;

/** The envelope that both gateways put an error in. */
export function errorBody(
  problem: Omit<Problem, 'status'>,
  payment_intent?: unknown,
): { error: object } {
  const { type, code, message, param, declineCode } = problem;
  return {
    error: {
      type,
      ...(code && { code }),
      ...(declineCode && { decline_code: declineCode }),
      message,
      ...(param && { param }),
      ...(payment_intent !== undefined && { payment_intent }),
    },
  };
}
