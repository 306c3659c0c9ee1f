import type { Context } from 'hono';
import qs from 'qs';
import { problems } from './errors.ts';
import type { Hash } from './intent.ts';
import type { Dialect, View } from './world.ts';

const EXPANDABLE = 'payment_method';

/** A query is a form in both dialects: `expand[]=payment_method`, `created[gte]=1700000000`. */
function query(c: Context): Hash {
  return qs.parse(new URL(c.req.url).search.slice(1), {
    depth: 4,
    arrayLimit: 100,
    duplicates: 'last',
  });
}

/** The parameters of a request: those of the query and, of a POST, those of the body. */
export async function requestParams(c: Context, dialect: Dialect): Promise<Hash> {
  if (c.req.method !== 'POST') return query(c);
  return { ...query(c), ...dialect.decode(c.req.header('content-type') ?? '', await c.req.text()) };
}

/** What the answer should show. Asking for more than the sandbox can expand is an error. */
export function viewOf(params: Hash, publishable: boolean, style: string | undefined): View {
  const expand = Array.isArray(params.expand) ? params.expand.map(String) : [];
  const other = expand.find((each) => each !== EXPANDABLE);
  if (other !== undefined) {
    const message = `The sandbox can expand ${EXPANDABLE} only (got ${other}).`;
    throw problems.invalid(message, undefined, 'expand');
  }
  return { publishable, expand, style: style ?? null };
}
