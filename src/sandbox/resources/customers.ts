import { newId } from '../base/ids.ts';
import type { JsonObject } from '../base/json.ts';
import { problems } from '../errors/errors.ts';
import { currencyOf } from '../operations/amounts.ts';
import { receive } from '../operations/balance.ts';
import { type Customer, presentCash, presentCustomer } from '../payment/customer.ts';
import { checkSize } from '../request/bounds.ts';
import { PAGING, pageOf } from '../request/page.ts';
import { CUSTOMER_FIELDS, CUSTOMER_PARAMS } from '../request/params.ts';
import {
  anything,
  integer,
  mergeMetadata,
  object,
  oneOf,
  type Read,
  readParams,
  text,
} from '../request/readers.ts';
import { isOwnedBy, newObjectId, type RequestContext } from '../world/context.ts';
import { methodsOf, presentMethod, showMethods } from './methodList.ts';
import { attach, detach } from './paymentMethods.ts';
import type { ResourceRequest, Route } from './resource.ts';

type CustomerParams = Read<typeof CUSTOMER_PARAMS>;

const show = (customer: Customer, { dialect }: RequestContext) =>
  presentCustomer(customer, dialect.time(customer.created));

/** The customer of a path, also a deleted one. */
function find({ path, context }: ResourceRequest): Customer {
  const id = path.id ?? '';
  const customer = context.store.customer(id);
  if (customer && isOwnedBy(context)(customer)) return customer;
  throw problems.noSuch('customer', id);
}

function findAlive(request: ResourceRequest): Customer {
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
function reconciliationOf(settings: unknown): Customer['reconciliation'] | undefined {
  const { reconciliation_mode: mode } = object(settings ?? {}, 'settings');
  if (mode === undefined) return undefined;
  const chosen = oneOf('automatic', 'manual', 'merchant_default')(mode, MODE);
  return chosen === 'manual' ? 'manual' : 'automatic';
}

function changed(customer: Customer, params: CustomerParams): Customer {
  return {
    ...customer,
    extras: { ...customer.extras, ...extrasOf(params) },
    metadata: mergeMetadata(customer.metadata, params.metadata),
    reconciliation: reconciliationOf(params.cash_balance?.settings) ?? customer.reconciliation,
  };
}

const saveCustomer = (customer: Customer, { store }: RequestContext): Customer =>
  store.putCustomer(checkSize(customer));

function create({ raw, context }: ResourceRequest): object {
  const params = readParams(CUSTOMER_PARAMS, raw);
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
    reconciliation: 'automatic',
  };
  const customer = changed(blank, params);
  if (params.payment_method !== undefined) attach(params.payment_method, customer.id, context);
  return show(saveCustomer(customer, context), context);
}

function update(request: ResourceRequest): object {
  const customer = findAlive(request);
  return show(
    saveCustomer(changed(customer, readParams(CUSTOMER_PARAMS, request.raw)), request.context),
    request.context,
  );
}

const LIST = { ...PAGING, email: text, created: anything, expand: anything } as const;

function list({ raw, context, url }: ResourceRequest): object {
  const params = readParams(LIST, raw);
  const customers = context.store
    .customers()
    .filter((each) => isOwnedBy(context)(each) && !each.deleted)
    .filter(({ extras }) => params.email === undefined || extras.email === params.email)
    .reverse();
  return pageOf(customers, params, { url, show: (customer) => show(customer, context) });
}

/** Deletes a customer and detaches its payment methods. */
function remove(request: ResourceRequest): object {
  const { context } = request;
  const customer = findAlive(request);
  for (const { id } of methodsOf(context).filter((each) => each.customer === customer.id)) {
    detach(id, context);
  }
  return show(saveCustomer({ ...customer, deleted: true, cash: {} }, context), context);
}

const METHODS = { ...PAGING, type: text, expand: anything } as const;

function listMethods(request: ResourceRequest): object {
  const { id } = findAlive(request);
  return showMethods({ ...readParams(METHODS, request.raw), customer: id }, request);
}

function retrieveMethod(request: ResourceRequest): object {
  const { path, context } = request;
  const { id } = findAlive(request);
  const method = methodsOf(context).find((each) => each.id === path.method && each.customer === id);
  if (!method) throw problems.noSuch('PaymentMethod', path.method ?? '');
  return presentMethod(method, context);
}

const CASH = { settings: object, expand: anything } as const;

function updateCash(request: ResourceRequest): object {
  const customer = findAlive(request);
  const { settings } = readParams(CASH, request.raw);
  const reconciliation = reconciliationOf(settings) ?? customer.reconciliation;
  return presentCash(saveCustomer({ ...customer, reconciliation }, request.context));
}

const FUND = { amount: integer, currency: text, reference: text, expand: anything } as const;

/** Stripe's test helper: the customer has sent money. */
function fundCash(request: ResourceRequest): object {
  const { context } = request;
  const customer = findAlive(request);
  const { amount, currency, reference } = readParams(FUND, request.raw);
  if (amount === undefined) throw problems.missing('amount');
  if (currency === undefined) throw problems.missing('currency');
  if (amount < 1) throw problems.smallestPart(amount);
  const paid = { amount, currency: currencyOf(currency), reference: reference ?? null };
  receive(customer, paid, context);
  return {
    id: newId('ccsbtxn', context.dialect.name, context.random),
    object: 'customer_cash_balance_transaction',
    created: context.dialect.time(context.now()),
    currency: paid.currency,
    customer: customer.id,
    ending_balance: context.store.customer(customer.id)?.cash[paid.currency] ?? 0,
    livemode: false,
    net_amount: amount,
    type: 'funded',
  };
}

const NONE = { expand: anything } as const;
const ONE = '/customers/:id';

/** Customers, as far as payments need them. */
export const CUSTOMER_ROUTES: readonly Route[] = [
  { method: 'POST', path: '/customers', rules: CUSTOMER_PARAMS, run: create },
  { method: 'GET', path: '/customers', rules: LIST, run: list },
  {
    method: 'GET',
    path: ONE,
    rules: NONE,
    run: (request) => show(find(request), request.context),
  },
  { method: 'POST', path: ONE, rules: CUSTOMER_PARAMS, run: update },
  { method: 'DELETE', path: ONE, rules: {}, run: remove },
  { method: 'GET', path: `${ONE}/payment_methods`, rules: METHODS, run: listMethods },
  { method: 'GET', path: `${ONE}/payment_methods/:method`, rules: NONE, run: retrieveMethod },
  {
    method: 'GET',
    path: `${ONE}/cash_balance`,
    rules: NONE,
    run: (request) => presentCash(findAlive(request)),
  },
  { method: 'POST', path: `${ONE}/cash_balance`, rules: CASH, run: updateCash },
  {
    method: 'POST',
    path: `/test_helpers${ONE}/fund_cash_balance`,
    rules: FUND,
    run: fundCash,
  },
];
