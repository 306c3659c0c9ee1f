import type { Context, Hono } from 'hono';
import { answerJson } from '../base/prettyJson.ts';
import { ConnectionDropped } from './connectionDropped.ts';
import { ApiError, errorBody, problems } from './errors.ts';
import { redact } from './redact.ts';

const MESSAGE = 'The sandbox itself failed; its log says more. Please report this.';

/** A client that closes the connection in the middle of a body is no fault of the sandbox. */
const isGone = (error: Error) => 'code' in error && error.code === 'ECONNRESET';

/**
 * Answers what a route or a middleware has thrown. Unexpected errors are logged without secrets,
 * since their text may hold part of the request.
 */
export function answerFailure(error: Error, c: Context): Response {
  if (error instanceof ConnectionDropped) throw error;
  if (error instanceof ApiError)
    return answerJson(c, errorBody(error.problem), error.problem.status);
  if (!isGone(error)) console.error(redact(error.stack ?? String(error)));
  return answerJson(c, errorBody({ type: 'api_error', message: MESSAGE }), 500);
}

/** Answers a path that does not exist: with text for a person, with an error for a program. */
export function answerNotFound(c: Context): Response {
  const { problem } = problems.noRoute(c.req.method, c.req.path);
  const isOpened = c.req.header('accept')?.includes('text/html');
  return isOpened ? c.text(`${problem.message}\n`, 404) : answerJson(c, errorBody(problem), 404);
}

/** Routes under `/sandbox` that answer misuse as the gateways do. */
export function answeringErrors(routes: Hono): Hono {
  routes.onError(answerFailure);
  return routes;
}
