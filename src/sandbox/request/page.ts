import { problems } from '../errors/errors.ts';
import { integer, type Read, text } from './readers.ts';

/** The parameters that every list takes. */
export const PAGING = { limit: integer, starting_after: text, ending_before: text } as const;

export type Paging = Read<typeof PAGING>;

/** A page of a list, as both gateways answer it. */
export interface Page {
  readonly object: 'list';
  readonly url: string;
  readonly has_more: boolean;
  readonly data: readonly unknown[];
}

/** How a list is shown: its path, and the form of one item. */
export interface Listing<T> {
  readonly url: string;
  show(item: T): unknown;
}

const DEFAULT = 10;
const MOST = 100;

/** Between 1 and 100, as documented for every list and for search. */
export function limitOf({ limit = DEFAULT }: Pick<Paging, 'limit'>): number {
  if (limit >= 1 && limit <= MOST) return limit;
  throw problems.invalid(`Invalid limit: must be between 1 and ${MOST}.`, undefined, 'limit');
}

function positionOf(items: readonly { id: string }[], id: string, param: string): number {
  const at = items.findIndex((item) => item.id === id);
  if (at >= 0) return at;
  throw problems.invalid(`No such object: '${id}'`, 'resource_missing', param);
}

/** The items from which the page is taken, and whether it is at their end (`ending_before`). */
function pageWindow<T extends { id: string }>(items: readonly T[], paging: Paging) {
  const { starting_after: after, ending_before: before } = paging;
  if (after !== undefined && before !== undefined) {
    throw problems.invalid(
      'You may only specify one of these parameters: starting_after, ending_before.',
      'parameters_exclusive',
    );
  }
  if (before !== undefined) {
    return { items: items.slice(0, positionOf(items, before, 'ending_before')), atEnd: true };
  }
  const start = after === undefined ? 0 : positionOf(items, after, 'starting_after') + 1;
  return { items: items.slice(start), atEnd: false };
}

/** One page of `items`, which come newest first. */
export function pageOf<T extends { id: string }>(
  items: readonly T[],
  paging: Paging,
  { url, show }: Listing<T>,
): Page {
  const limit = limitOf(paging);
  const { items: window, atEnd } = pageWindow(items, paging);
  const shown = atEnd ? window.slice(-limit) : window.slice(0, limit);
  return { object: 'list', url, has_more: window.length > limit, data: shown.map(show) };
}
