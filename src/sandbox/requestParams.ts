import type { Context } from 'hono';
import { bodyText } from './body.ts';
import { expandOf } from './expand.ts';
import { formHash } from './form.ts';
import type { Hash } from './intent.ts';
import type { Dialect, View } from './world.ts';

/** The parameters of a request: those of the query and, of a POST, those of the body. */
export async function requestParams(c: Context, dialect: Dialect): Promise<Hash> {
  const query = formHash(new URL(c.req.url).search.slice(1));
  if (c.req.method !== 'POST') return query;
  return { ...query, ...dialect.decode(c.req.header('content-type') ?? '', await bodyText(c)) };
}

/** What the answer should show. */
export function viewOf(params: Hash, publishable: boolean, style: string | undefined): View {
  return { publishable, expand: expandOf(params.expand, publishable), style: style ?? null };
}
