import type { JsonObject } from '../base/json.ts';
import { problems } from '../errors/errors.ts';
import { limitOf } from '../request/page.ts';
import { integer, readParams, text } from '../request/readers.ts';
import type { ResourceRequest } from './resource.ts';
import { matcherOf, type SearchFields } from './searchQuery.ts';

/** The parameters of every search. */
export const SEARCH = { query: text, limit: integer, page: text } as const;

/** What is searched, newest first, by which fields, and how one object is shown. */
interface Searched<T> {
  readonly objects: readonly T[];
  readonly fields: SearchFields<T>;
  show(object: T): unknown;
}

/** A page's name is the last id of the page before, so that newer objects do not shift it. */
const pageAfter = ({ id }: { readonly id: string }) => btoa(id);

function positionOf(found: readonly { id: string }[], page: string | undefined): number {
  if (page === undefined) return 0;
  const last = found.findIndex((object) => pageAfter(object) === page);
  if (last < 0) throw problems.invalid('Invalid page: there is no such page.', undefined, 'page');
  return last + 1;
}

/** Answers a search. Stripe's index lags by up to a minute; this one does not. */
export function searched<T extends { readonly id: string }>(
  request: ResourceRequest,
  { fields, objects, show }: Searched<T>,
): JsonObject {
  const { raw, context, expand, url } = request;
  const params = readParams(SEARCH, raw);
  if (params.query === undefined) throw problems.missing('query');
  const found = objects.filter(matcherOf(params.query, fields, context));
  const start = positionOf(found, params.page);
  const shown = found.slice(start, start + limitOf(params));
  const last = shown.at(-1);
  const more = last !== undefined && last !== found.at(-1);
  return {
    object: 'search_result',
    url,
    has_more: more,
    data: shown.map(show),
    next_page: more ? pageAfter(last) : null,
    ...(expand.has('total_count') && { total_count: found.length }),
  };
}
