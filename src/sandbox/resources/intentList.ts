import type { JsonObject } from '../base/json.ts';
import { lookup } from '../base/lookup.ts';
import { problems } from '../errors/errors.ts';
import { checkListed } from '../operations/prepare.ts';
import type { Intent } from '../payment/intent.ts';
import type { IntentKind } from '../payment/intentKind.ts';
import { createdRange } from '../request/createdRange.ts';
import { PAGING, pageOf } from '../request/page.ts';
import { boolean, type Read, type Rules, readParams, text } from '../request/readers.ts';
import { isOwnedBy, type RequestContext } from '../world/context.ts';
import type { ResourceRequest, Route } from './resource.ts';
import { SEARCH, searched } from './search.ts';
import type { SearchFields } from './searchQuery.ts';

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
  checkListed(params.customer, context);
  const intents = intentsOf(kind, context).filter(isWanted(params, context));
  return pageOf(intents, params, { url, show: show(context) });
};

/** The fields of docs.stripe.com/search#query-fields-for-paymentintents. */
const SEARCH_FIELDS: SearchFields<Intent> = {
  amount: ({ amount }) => amount,
  created: ({ created }, { dialect }) => dialect.time(created),
  currency: ({ currency }) => currency,
  customer: ({ customer }) => customer,
  metadata: ({ metadata }, _, key) => lookup(metadata, key) ?? null,
  status: ({ status }) => status,
};

const search = (request: ResourceRequest): JsonObject =>
  searched(request, {
    objects: intentsOf('payment', request.context),
    fields: SEARCH_FIELDS,
    show: show(request.context),
  });

/** No payment of the sandbox has line items. */
function lineItems({ path, raw, context, url }: ResourceRequest): object {
  const id = path.id ?? '';
  const intent = context.store.get(id);
  if (!intent || !isOwnedBy(context)(intent)) throw problems.noIntent(id);
  return pageOf([], readParams(PAGING, raw), { url, show: (item) => item });
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
    rules: PAGING,
    run: lineItems,
  },
];
