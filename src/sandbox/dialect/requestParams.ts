import type { Context } from 'hono';
import type { Hash } from '../base/json.ts';
import { problems } from '../errors/errors.ts';
import { bodyText } from '../request/body.ts';
import { expandOf } from '../request/expand.ts';
import { formHash } from '../request/form.ts';
import { VERSION, VERSION_FORM } from './apiVersion.ts';
import type { Dialect, View } from './dialect.ts';

/** The parameters of a request: those of the query and, of a POST, those of the body. */
export async function requestParams(c: Context, dialect: Dialect): Promise<Hash> {
  const query = formHash(new URL(c.req.url).search.slice(1));
  if (c.req.method !== 'POST') return withoutHeaders(query, dialect);
  const body = dialect.decode(c.req.header('content-type') ?? '', await bodyText(c));
  return withoutHeaders({ ...query, ...body }, dialect);
}

/** What browsers send to Stripe as parameters, since headers of those names would cost a preflight. */
function withoutHeaders(params: Hash, { name }: Dialect): Hash {
  if (name !== 'stripe') return params;
  const { _stripe_version: version = VERSION, _stripe_account: _, ...rest } = params;
  if (!VERSION_FORM.test(String(version))) throw problems.badVersion(String(version));
  return rest;
}

/** What the answer should show. */
export function viewOf(params: Hash, publishable: boolean, style: string | undefined): View {
  return { publishable, expand: expandOf(params.expand, publishable), style: style ?? null };
}
