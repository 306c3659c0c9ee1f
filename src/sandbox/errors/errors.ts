import type { JsonObject } from '../base/json.ts';
import { type IntentKind, KIND_NAMES } from '../payment/intentKind.ts';
import { chargeProblems } from './chargeProblems.ts';
import { methodProblems } from './methodProblems.ts';
import { ApiError, bad, invalidParameter, type Problem, refused } from './problem.ts';
import { stateProblems } from './stateProblems.ts';
import { shownPath, suggestPath } from './suggestPath.ts';

export { ApiError, type Problem } from './problem.ts';

const conflicting = (status: 400 | 409, message: string, code?: string) =>
  new ApiError({ ...bad(message, code).problem, status, type: 'idempotency_error' });

const busy = (message: string, code: string) =>
  new ApiError({ ...bad(message, code).problem, status: 429 });

function maskKey(key: string): string {
  return key.length > 12 ? `${key.slice(0, 8)}****${key.slice(-4)}` : '****';
}

/**
 * Every error that the sandbox answers with. Codes and statuses are Stripe's. Texts are Stripe's
 * where public logs show them; the others are ours.
 */
export const problems = {
  invalid: bad,

  notForm: (type: string) =>
    bad(
      `Send parameters as a form: the POST content type has to be application/x-www-form-urlencoded${type && ` (this one is ${type.trim().slice(0, 100)})`}.`,
    ),
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
  // Stripe's own texts, with neither a code nor a param for the first
  // (github.com/gitpod-io/gitpod/issues/13035, github.com/stripe/stripe-java/issues/2011).
  notExpandable: (path: string, advice: string) =>
    bad(`This property cannot be expanded (${path}).${advice}`),
  expandsTooDeep: (path: string, most: number) =>
    bad(
      `You cannot expand more than ${most} levels of a property. Property: ${path}`,
      'property_expansion_max_depth',
    ),
  wrongKind: (param: string, kind: string) =>
    bad(`Invalid ${param}: must be ${kind}.`, undefined, param),

  bodyTooLarge: (most: number) => bad(`The request body is too large: send at most ${most} bytes.`),
  objectTooLarge: (most: number) =>
    bad(`This would be too large to keep: one object may have at most ${most} characters.`),
  tooLong: (param: string, length: number, most: number) =>
    bad(`Invalid ${param}: must be at most ${most} characters (got ${length}).`, undefined, param),
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
  tooManyStreams: (most: number) => busy(`No more than ${most} streams may be open.`, 'rate_limit'),
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
  // Stripe's own text, as quoted in stripe-java's tests.
  noAccount: (key: string, account: string) =>
    refused(
      403,
      `The provided key '${maskKey(key)}' does not have access to account '${account.slice(0, 100)}' (or that account does not exist). Application access may have been revoked.`,
      'account_invalid',
    ),
  secretKeyInPage: (origin: string) =>
    refused(
      403,
      `A page of ${origin} sent a secret key. Secret keys are for servers, which send no Origin: in a page, use a publishable key (pk_test_…) with the client secret of one payment.`,
    ),
  crossSitePage: (origin: string) =>
    refused(
      403,
      `A page of ${origin} sent this, which is neither one of the sandbox's own nor on this computer. Nothing was done. Send it from a server or a test, or from a page on localhost.`,
    ),
  noRoute: (method: string, path: string) =>
    refused(404, `Unrecognized request URL (${method}: ${shownPath(path)}).${suggestPath(path)}`),
  noSuch: (what: string, id: string) =>
    refused(404, `No such ${what}: '${id}'`, 'resource_missing', 'id'),
  /** A part of Stripe's API that does not follow from payments. */
  outOfScope: (what: string, why: string) => refused(404, `The sandbox has no ${what}: ${why}.`),
  nobodyListens: (type: string) => bad(`No webhook endpoint wants ${type}.`),
  // Stripe writes the second as one word.
  noIntent: (id: string, kind: IntentKind = 'payment') =>
    refused(
      404,
      `No such ${kind === 'setup' ? 'setupintent' : 'payment_intent'}: '${id}'`,
      'resource_missing',
      'intent',
    ),
  noPaymentMethod: (id: string) =>
    bad(`No such PaymentMethod: '${id}'`, 'resource_missing', 'payment_method'),
  // One answer for a wrong secret and for an unknown id: a publishable key must not probe for ids.
  wrongClientSecret: (kind: IntentKind = 'payment') =>
    invalidParameter(
      `The client_secret provided does not match the client_secret associated with the ${KIND_NAMES[kind].label}.`,
      kind,
      'client_secret',
    ),

  ...chargeProblems,
  ...methodProblems,
  ...stateProblems,
} as const;

/** The envelope that both gateways put an error in. `more`: what it is about, as the gateway shows it. */
export function errorBody(
  problem: Omit<Problem, 'status'>,
  more: JsonObject = {},
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
      ...more,
    },
  };
}
