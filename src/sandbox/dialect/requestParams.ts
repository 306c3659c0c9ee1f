import type { Context } from 'hono';
import type { JsonObject } from '../base/json.ts';
import { type Caller, callerOf } from '../request/auth.ts';
import { bodyText } from '../request/body.ts';
import { parseForm } from '../request/form.ts';
import { apiVersionOf } from './apiVersion.ts';
import type { AnswerView, Dialect } from './dialect.ts';

/** A request's parameters, and those of them that say who calls. */
export interface RequestParams {
  /** Stripe.js sends the key as a parameter. */
  readonly key: unknown;
  /** The connected account, as it was sent. */
  readonly account: unknown;
  /** All others. */
  readonly raw: JsonObject;
}

/** The parameters of a request: of the query and, of a POST, of the body. */
export async function requestParams(c: Context, dialect: Dialect): Promise<RequestParams> {
  const query = parseForm(new URL(c.req.url).search.slice(1));
  if (c.req.method !== 'POST') return withoutHeaders(c, query, dialect);
  const body = dialect.decode(c.req.header('content-type') ?? '', await bodyText(c));
  return withoutHeaders(c, { ...query, ...body }, dialect);
}

/** Stripe.js sends some headers as parameters, since headers would cost a preflight. */
function withoutHeaders(c: Context, params: JsonObject, { name }: Dialect): RequestParams {
  const { key, ...raw } = params;
  if (name !== 'stripe') return { key, account: undefined, raw };
  const { _stripe_version: version, _stripe_account: account, ...others } = raw;
  apiVersionOf(version);
  return { key, account: c.req.header('stripe-account') ?? account, raw: others };
}

/** Who sent a request. The answer repeats the connected account, as Stripe's does. */
export function readCaller(c: Context, { account, key }: RequestParams): Caller {
  const caller = callerOf(c.req.header('authorization') ?? null, key, account);
  if (caller.account !== null) c.header('Stripe-Account', caller.account);
  return caller;
}

/** How a request about an intent wants its answer. */
export const answerViewOf = (c: Context, publishable: boolean): AnswerView => ({
  publishable,
  style: c.req.header('sandbox-style') ?? null,
});
