import type { JsonObject } from '../base/json.ts';
import { problems } from '../errors/errors.ts';
import type { Intent } from '../payment/intent.ts';
import type { IntentKind } from '../payment/intentKind.ts';
import { createdRange } from '../request/createdRange.ts';
import { limitOf, PAGING, pageOf } from '../request/page.ts';
import { boolean, integer, type Read, type Rules, readParams, text } from '../request/readers.ts';
import { isOwnedBy, type RequestContext } from '../world/context.ts';
import type { ResourceRequest, Route } from './resource.ts';
import { matcherOf } from './searchQuery.ts';

/** The intents of a kind, a gateway and an account, newest first. */
function intentsOf(kind: IntentKind, context: RequestContext): Intent[] {
  return context.store
    .intents()
    .filter((intent) => intent.kind === kind && isOwnedBy(context)(intent))
    .reverse();
}

const show =
  ({ dialect }: RequestContext) =>
  (intent: Intent) =>
    dialect.present(intent, { publishable: false, style: null });

const LIST = {
  ...PAGING,
  created: createdRange,
  customer: text,
  customer_account: text,
} as const;

const SETUP_LIST = { ...LIST, attach_to_self: boolean, payment_method: text } as const;

type ListParams = Read<typeof SETUP_LIST>;

function isWanted(params: ListParams, { dialect }: RequestContext) {
  const { attach_to_self: self, created, customer, payment_method: method } = params;
  return ({ customer: of, created: at, extras, paymentMethod }: Intent) =>
    (customer === undefined || of === customer) &&
    (created === undefined || created(dialect.time(at))) &&
    (method === undefined || paymentMethod?.id === method) &&
    (self === undefined || (extras.attach_to_self ?? false) === self);
}

const list = (kind: IntentKind, rules: Rules) => (request: ResourceRequest) => {
  const { raw, context, url } = request;
  const params: ListParams = readParams(rules, raw);
  const intents = intentsOf(kind, context).filter(isWanted(params, context));
  return pageOf(intents, params, { url, show: show(context) });
};

const SEARCH = { query: text, limit: integer, page: text } as const;

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
  const { raw, context, expand, url } = request;
  const params = readParams(SEARCH, raw);
  if (params.query === undefined) throw problems.missing('query');
  const found = intentsOf('payment', context).filter(matcherOf(params.query, context));
  const start = positionOf(found, params.page);
  const shown = found.slice(start, start + limitOf(params));
  const last = shown.at(-1);
  const more = last !== undefined && last !== found.at(-1);
  return {
    object: 'search_result',
    url,
    has_more: more,
    data: shown.map(show(context)),
    next_page: more ? pageAfter(last) : null,
    ...(expand.has('total_count') && { total_count: found.length }),
  };
}

const ITEMS = { ...PAGING } as const;

/** No payment of the sandbox has line items. */
function lineItems({ path, raw, context, url }: ResourceRequest): object {
  const id = path.id ?? '';
  const intent = context.store.get(id);
  if (!intent || !isOwnedBy(context)(intent)) throw problems.noIntent(id);
  return pageOf([], readParams(ITEMS, raw), { url, show: (item) => item });
}

const ALL = '/payment_intents';

/** The routes that return many intents, or none. */
export const INTENT_LIST_ROUTES: readonly Route[] = [
  { method: 'GET', path: ALL, rules: LIST, run: list('payment', LIST) },
  { method: 'GET', path: '/setup_intents', rules: SETUP_LIST, run: list('setup', SETUP_LIST) },
  { method: 'GET', path: `${ALL}/search`, rules: SEARCH, run: search },
  {
    method: 'GET',
    path: `${ALL}/:id/amount_details_line_items`,
    rules: ITEMS,
    run: lineItems,
  },
];
