import type { Context } from 'hono';
import { problems } from './errors.ts';
import type { Hash } from './intent.ts';
import type { Dialect, View } from './world.ts';

const EXPANDABLE = 'payment_method';

/** A query is a form in both dialects: `expand[]=payment_method` becomes a list. */
function query(c: Context): Hash {
  const entries = Object.entries(c.req.queries()).map(([name, values]) =>
    /\[\d*\]$/.test(name) ? [name.replace(/\[\d*\]$/, ''), values] : [name, values.at(-1)],
  );
  return Object.fromEntries(entries);
}

/** The parameters of a request: those of the query and, of a POST, those of the body. */
export async function requestParams(c: Context, dialect: Dialect): Promise<Hash> {
  if (c.req.method === 'GET') return query(c);
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
