import type { Context, Hono } from 'hono';
import type { JsonObject } from '../base/json.ts';
import { parseJsonObject } from '../base/json.ts';
import { problems } from '../errors/errors.ts';
import { answerFailure } from '../errors/failure.ts';
import { bodyText } from './body.ts';
import { checkShape } from './form.ts';

/** Routes under `/sandbox` that answer misuse as the gateways do. */
export function controlled(routes: Hono): Hono {
  routes.onError(answerFailure);
  return routes;
}

/** The JSON object that a control request brings; an empty body is an empty object. */
export async function jsonBody(c: Context): Promise<JsonObject> {
  const body = parseJsonObject(await bodyText(c));
  if (body) return checkShape(body);
  throw problems.notJson();
}
