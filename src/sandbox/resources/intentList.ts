import type { JsonObject } from '../base/json.ts';
import { problems } from '../errors/errors.ts';
import { expanded } from '../operations/expand.ts';
import type { Intent } from '../payment/intent.ts';
import { createdRange } from '../request/createdRange.ts';
import { expandOf } from '../request/expand.ts';
import { limitOf, PAGING, pageOf } from '../request/page.ts';
import { anything, integer, type Read, readParams, text } from '../request/readers.ts';
import type { RequestContext } from '../world/context.ts';
import type { ResourceRequest, Route } from './resource.ts';
import { matcherOf } from './searchQuery.ts';

/** The intents of a dialect, newest first. */
function intentsOf({ dialect, store }: RequestContext): Intent[] {
  return store
    .intents()
    .filter((intent) => intent.dialect === dialect.name)
    .reverse();
}

/** How a list shows an intent: `expand[]=data.payment_method` shows more of it. */
function presenter({ raw, context }: ResourceRequest) {
  const names = expandOf(raw.expand, false, 'data.');
  const view = { publishable: false, expand: [], style: null };
  return (intent: Intent) =>
    expanded(context.dialect.present(intent, view), intent, names, context);
}

const LIST = {
  ...PAGING,
  created: createdRange,
  customer: text,
  customer_account: text,
  expand: anything,
} as const;

type ListParams = Read<typeof LIST>;

function isWanted({ created, customer }: ListParams, { dialect }: RequestContext) {
  return (intent: Intent) =>
    (customer === undefined || intent.customer === customer) &&
    (created === undefined || created(dialect.time(intent.created)));
}

function list(request: ResourceRequest): object {
  const { raw, context, url } = request;
  const params = readParams(LIST, raw);
  const intents = intentsOf(context).filter(isWanted(params, context));
  return pageOf(intents, params, { url, show: presenter(request) });
}

const SEARCH = { query: text, limit: integer, page: text, expand: anything } as const;

/** A page's name is the last id of the page before, so that newer payments do not shift it. */
const pageAfter = ({ id }: Intent) => btoa(id);

function positionOf(found: readonly Intent[], page: string | undefined): number {
  if (page === undefined) return 0;
  const last = found.findIndex((intent) => pageAfter(intent) === page);
  if (last < 0) throw problems.invalid('Invalid page: there is no such page.', undefined, 'page');
  return last + 1;
}

/** Stripe's search index lags by up to a minute; this one does not. */
function search(request: ResourceRequest): JsonObject {
  const { raw, context, url } = request;
  const params = readParams(SEARCH, raw);
  if (params.query === undefined) throw problems.missing('query');
  const found = intentsOf(context).filter(matcherOf(params.query, context));
  const start = positionOf(found, params.page);
  const shown = found.slice(start, start + limitOf(params));
  const last = shown.at(-1);
  const more = last !== undefined && last !== found.at(-1);
  return {
    object: 'search_result',
    url,
    has_more: more,
    data: shown.map(presenter(request)),
    next_page: more ? pageAfter(last) : null,
  };
}

const ITEMS = { ...PAGING, expand: anything } as const;

/** No payment of the sandbox has line items. */
function lineItems({ path, raw, context, url }: ResourceRequest): object {
  const id = path.id ?? '';
  if (context.store.get(id)?.dialect !== context.dialect.name) throw problems.noIntent(id);
  return pageOf([], readParams(ITEMS, raw), { url, show: (item) => item });
}

const ALL = '/payment_intents';

/** The routes that return many PaymentIntents, or none. */
export const INTENT_LIST_ROUTES: readonly Route[] = [
  { method: 'GET', path: ALL, rules: LIST, run: list },
  { method: 'GET', path: `${ALL}/search`, rules: SEARCH, run: search },
  {
    method: 'GET',
    path: `${ALL}/:id/amount_details_line_items`,
    rules: ITEMS,
    run: lineItems,
  },
];
