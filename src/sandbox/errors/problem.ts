import type { Intent } from '../payment/intent.ts';
import { type IntentKind, KIND_NAMES } from '../payment/intentKind.ts';

type ErrorType = 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';

/** One answer that is not a success: the HTTP status and what goes into `{"error": …}`. */
export interface Problem {
  readonly status: 400 | 401 | 402 | 403 | 404 | 409 | 429 | 500;
  readonly type: ErrorType;
  readonly message: string;
  readonly code?: string;
  readonly param?: string;
  readonly declineCode?: string;
  readonly adviceCode?: string;
  readonly networkDeclineCode?: string;
  /** The charge that failed. */
  readonly charge?: string;
  /** The intent after a failed confirm: it travels inside the error. */
  readonly intent?: Intent;
}

/** The error that readers and operations throw; the routes answer with its problem. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** A request that is wrong: 400. */
export const bad = (message: string, code?: string, param?: string): ApiError =>
  new ApiError({
    status: 400,
    type: 'invalid_request_error',
    message,
    ...(code !== undefined && { code }),
    ...(param !== undefined && { param }),
  });

/** The same with another HTTP status. */
export const refused = (status: 401 | 403 | 404, message: string, code?: string, param?: string) =>
  new ApiError({ ...bad(message, code, param).problem, status });

/** A call that the status of the intent does not allow. */
export const unexpectedState = (message: string, kind: IntentKind = 'payment') =>
  bad(message, `${KIND_NAMES[kind].object}_unexpected_state`);

/** A parameter that does not fit the intent. */
export const invalidParameter = (message: string, kind: IntentKind, param: string) =>
  bad(message, `${KIND_NAMES[kind].object}_invalid_parameter`, param);
