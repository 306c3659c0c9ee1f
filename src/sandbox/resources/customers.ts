import type { JsonObject } from '../base/json.ts';
import { lookup } from '../base/lookup.ts';
import { problems } from '../errors/errors.ts';
import { methodById } from '../operations/paymentMethod.ts';
import {
  type Customer,
  defaultMethodOf,
  presentCustomer,
  withDefaultMethod,
} from '../payment/customer.ts';
import { checkSize } from '../request/bounds.ts';
import { createdRange } from '../request/createdRange.ts';
import {
  CUSTOMER_FIELDS,
  CUSTOMER_PARAMS,
  type CustomerParams,
  readCustomer,
} from '../request/customerParams.ts';
import { PAGING, pageOf } from '../request/page.ts';

import { mergeMetadata, object, oneOf, readParams, redisplay, text } from '../request/readers.ts';
import { isOwnedBy, newObjectId, type RequestContext } from '../world/context.ts';
import { methodsOf, presentMethod, showMethods } from './methodList.ts';
import { attached, release } from './paymentMethods.ts';
import type { ResourceRequest, Route } from './resource.ts';
import { SEARCH, searched } from './search.ts';
import type { SearchFields } from './searchQuery.ts';

const show = (customer: Customer, { dialect }: RequestContext) =>
  presentCustomer(customer, dialect.time(customer.created));

/** The customer of a path, also a deleted one. */
function find({ path, context }: ResourceRequest): Customer {
  const id = path.id ?? '';
  const customer = context.store.customer(id);
  if (customer && isOwnedBy(context)(customer)) return customer;
  throw problems.noSuch('customer', id);
}

/** The same, unless it was deleted. */
export function findAlive(request: ResourceRequest): Customer {
  const customer = find(request);
  if (customer.deleted) throw problems.noSuch('customer', customer.id);
  return customer;
}

const extrasOf = (params: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(params).filter(([name]) => Object.hasOwn(CUSTOMER_FIELDS, name)),
  );

const MODE = 'cash_balance[settings][reconciliation_mode]';

/** The merchant's default is `automatic` here. */
export function reconciliationOf(settings: unknown): Customer['reconciliation'] | undefined {
  const { reconciliation_mode: mode } = object(settings ?? {}, 'settings');
  if (mode === undefined) return undefined;
  const chosen = oneOf('automatic', 'manual', 'merchant_default')(mode, MODE);
  return chosen === 'manual' ? 'manual' : 'automatic';
}

/** The settings of invoices are changed one by one. */
function settingsAfter({ extras }: Customer, { invoice_settings: changes }: CustomerParams) {
  if (!changes) return {};
  return {
    invoice_settings: { ...(extras.invoice_settings as JsonObject | undefined), ...changes },
  };
}

function changed(customer: Customer, params: CustomerParams): Customer {
  return {
    ...customer,
    extras: { ...customer.extras, ...extrasOf(params), ...settingsAfter(customer, params) },
    metadata: mergeMetadata(customer.metadata, params.metadata),
    reconciliation: reconciliationOf(params.cash_balance?.settings) ?? customer.reconciliation,
  };
}

export const saveCustomer = (customer: Customer, { store }: RequestContext): Customer =>
  store.putCustomer(checkSize(customer));

function create({ raw, context }: ResourceRequest): object {
  const params = readCustomer(raw, context.dialect.strict);
  const { account, dialect, now } = context;
  const blank: Customer = {
    id: newObjectId('cus', context),
    dialect: dialect.name,
    account,
    created: now(),
    deleted: false,
    metadata: {},
    extras: {},
    cash: {},
    cashTransactions: [],
    reconciliation: 'automatic',
  };
  const customer = changed(blank, params);
  const { payment_method: sent } = params;
  const chosen = defaultMethodOf(customer);
  if (chosen !== null && chosen !== sent) throw problems.notDefaultMethod(chosen);
  const method = sent === undefined ? null : attached(methodById(sent, context), customer.id);
  // A name such as pm_card_visa stands for a new method in both parameters.
  const usual = method && chosen ? withDefaultMethod(customer, method.id) : customer;
  saveCustomer(usual, context);
  if (method) context.store.putMethod(method);
  return show(usual, context);
}

/** Throws where the usual payment method after an update is not the customer's. */
function checkDefault(customer: Customer, { store }: RequestContext): void {
  const id = defaultMethodOf(customer);
  if (id === null || store.paymentMethod(id)?.customer === customer.id) return;
  throw problems.notDefaultMethod(id);
}

function update(request: ResourceRequest): object {
  const { context, raw } = request;
  const params = readCustomer(raw, context.dialect.strict);
  const customer = changed(findAlive(request), params);
  if (params.invoice_settings) checkDefault(customer, context);
  return show(saveCustomer(customer, context), context);
}

/** The customers of a gateway and an account, newest first, without those that were deleted. */
const customersOf = (context: RequestContext): Customer[] =>
  context.store
    .customers()
    .filter((each) => isOwnedBy(context)(each) && !each.deleted)
    .reverse();

const LIST = { ...PAGING, email: text, created: createdRange } as const;

function list({ raw, context, url }: ResourceRequest): object {
  const { created, email, ...paging } = readParams(LIST, raw);
  const customers = customersOf(context)
    .filter(({ extras }) => email === undefined || extras.email === email)
    .filter((each) => created === undefined || created(context.dialect.time(each.created)));
  return pageOf(customers, paging, { url, show: (customer) => show(customer, context) });
}

const textOf = (name: string) => (customer: Customer) => {
  const value = customer.extras[name];
  return typeof value === 'string' ? value : null;
};

/** The fields of docs.stripe.com/search#query-fields-for-customers. */
const SEARCH_FIELDS: SearchFields<Customer> = {
  created: ({ created }, { dialect }) => dialect.time(created),
  email: textOf('email'),
  metadata: ({ metadata }, _, key) => lookup(metadata, key) ?? null,
  name: textOf('name'),
  phone: textOf('phone'),
};

const search = (request: ResourceRequest): JsonObject =>
  searched(request, {
    objects: customersOf(request.context),
    fields: SEARCH_FIELDS,
    show: (customer) => show(customer, request.context),
  });

/** Deletes a customer and detaches its payment methods. */
function remove(request: ResourceRequest): object {
  const { context } = request;
  const customer = findAlive(request);
  for (const method of methodsOf(context).filter((each) => each.customer === customer.id)) {
    release(method, context);
  }
  return show(
    saveCustomer({ ...customer, deleted: true, cash: {}, cashTransactions: [] }, context),
    context,
  );
}

const METHODS = { ...PAGING, allow_redisplay: redisplay, type: text } as const;

function listMethods(request: ResourceRequest): object {
  const { id } = findAlive(request);
  return showMethods({ ...readParams(METHODS, request.raw), customer: id }, request);
}

function retrieveMethod(request: ResourceRequest): object {
  const { path, context } = request;
  const { id } = findAlive(request);
  const method = methodsOf(context).find((each) => each.id === path.method && each.customer === id);
  if (!method) throw problems.noMethodInPath(path.method ?? '');
  return presentMethod(method, context);
}

const ONE = '/customers/:id';

/** What Stripe has of customers and does not follow from payments. */
const OUT_OF_SCOPE = {
  balance_transactions:
    'they belong to invoices, and bank transfers have cash_balance_transactions',
  sources: 'they came before payment methods, which a customer has instead',
  subscriptions: 'it has payments and what follows from them',
  tax_ids: 'they belong to invoices',
} as const;

const outOfScope = Object.entries(OUT_OF_SCOPE).flatMap(([name, why]) =>
  [`${ONE}/${name}`, `${ONE}/${name}/:object`].flatMap((path) =>
    (['GET', 'POST', 'DELETE'] as const).map(
      (method): Route => ({
        method,
        path,
        rules: null,
        run: () => {
          throw problems.outOfScope(`${name} of customers`, why);
        },
      }),
    ),
  ),
);

/** Customers, as far as payments need them. */
export const CUSTOMER_ROUTES: readonly Route[] = [
  { method: 'POST', path: '/customers', rules: CUSTOMER_PARAMS, run: create },
  { method: 'GET', path: '/customers', rules: LIST, run: list },
  // Before the path with an id, which would take `search` for one.
  { method: 'GET', path: '/customers/search', rules: SEARCH, run: search },
  {
    method: 'GET',
    path: ONE,
    rules: {},
    run: (request) => show(find(request), request.context),
  },
  { method: 'POST', path: ONE, rules: CUSTOMER_PARAMS, run: update },
  { method: 'DELETE', path: ONE, rules: {}, run: remove },
  { method: 'GET', path: `${ONE}/payment_methods`, rules: METHODS, run: listMethods },
  { method: 'GET', path: `${ONE}/payment_methods/:method`, rules: {}, run: retrieveMethod },
  ...outOfScope,
];
