import type { Context } from 'hono';
import type { JsonObject } from '../base/json.ts';
import { bodyText } from '../request/body.ts';
import { expandOf } from '../request/expand.ts';
import { parseForm } from '../request/form.ts';
import { apiVersionOf } from './apiVersion.ts';
import type { AnswerView, Dialect } from './dialect.ts';

/** The parameters of a request: of the query and, of a POST, of the body. */
export async function requestParams(c: Context, dialect: Dialect): Promise<JsonObject> {
  const query = parseForm(new URL(c.req.url).search.slice(1));
  if (c.req.method !== 'POST') return withoutHeaders(query, dialect);
  const body = dialect.decode(c.req.header('content-type') ?? '', await bodyText(c));
  return withoutHeaders({ ...query, ...body }, dialect);
}

/** Stripe.js sends some headers as parameters, since headers would cost a preflight. */
function withoutHeaders(params: JsonObject, { name }: Dialect): JsonObject {
  if (name !== 'stripe') return params;
  const { _stripe_version: version, _stripe_account: _, ...others } = params;
  apiVersionOf(version);
  return others;
}

/** How a request wants its answer. */
export function answerViewOf(
  params: JsonObject,
  publishable: boolean,
  style: string | undefined,
): AnswerView {
  return { publishable, expand: expandOf(params.expand, publishable), style: style ?? null };
}
