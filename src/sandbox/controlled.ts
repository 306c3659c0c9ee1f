import type { Context, Hono } from 'hono';
import { ApiError, errorBody, problems } from './errors.ts';
import type { Hash } from './intent.ts';
import { jsonHash } from './json.ts';

/** Routes under `/sandbox` that answer misuse as the gateways do. */
export function controlled(routes: Hono): Hono {
  routes.onError((error, c) => {
    if (!(error instanceof ApiError)) throw error;
    return c.json(errorBody(error.problem), error.problem.status);
  });
  return routes;
}

/** The JSON object that a control request brings; an empty body is an empty object. */
export async function jsonBody(c: Context): Promise<Hash> {
  const body = jsonHash(await c.req.text());
  if (body) return body;
  throw problems.notJson();
}
