import type { JsonObject } from '../base/json.ts';
import { problems } from '../errors/errors.ts';
import { updatedCard } from '../operations/cardEntry.ts';
import { methodById, newMethod } from '../operations/paymentMethod.ts';
import { customerOf } from '../operations/prepare.ts';
import { checkedForCustomer } from '../payment/cardChecks.ts';
import { defaultMethodOf, withDefaultMethod } from '../payment/customer.ts';
import type { PaymentMethod } from '../payment/intent.ts';
import { billingDetails } from '../request/billing.ts';
import { checkSize } from '../request/bounds.ts';
import { PAGING } from '../request/page.ts';
import {
  anything,
  filled,
  matching,
  mergeMetadata,
  metadata,
  object,
  oneOf,
  orEmptyString,
  type Read,
  type Rules,
  readParams,
  redisplay,
  text,
  unknownNames,
} from '../request/readers.ts';
import type { RequestContext } from '../world/context.ts';
import { methodsOf, presentMethod, showMethods } from './methodList.ts';
import type { ResourceRequest, Route } from './resource.ts';

function find({ path, context }: ResourceRequest): PaymentMethod {
  const id = path.id ?? '';
  const method = methodsOf(context).find((each) => each.id === id);
  if (!method) throw problems.noMethodInPath(id);
  return method;
}

/** A method as a customer's, not stored. Stripe refuses a card that would be declined at once. */
export function attached(method: PaymentMethod, customer: string): PaymentMethod {
  const { behaviour } = method;
  if (method.spent) throw problems.methodSpent();
  if (method.customer !== null && method.customer !== customer) throw problems.methodOfCustomer();
  if (behaviour?.kind === 'decline' && !behaviour.attaches) {
    throw problems.declined(behaviour.decline);
  }
  return { ...checkedForCustomer(method), customer };
}

/** Takes a method from its customer. It may not be used again. */
export const release = (method: PaymentMethod, { store }: RequestContext): PaymentMethod =>
  store.putMethod({ ...method, customer: null, spent: true });

/** The same, and the customer has no usual method where it was that one. */
function detach({ path, context }: ResourceRequest): PaymentMethod {
  const method = methodById(path.id ?? '', context, problems.noMethodInPath);
  if (method.customer === null) throw problems.methodNotAttached();
  const released = release(method, context);
  const customer = context.store.customer(method.customer);
  if (customer && defaultMethodOf(customer) === method.id) {
    context.store.putCustomer(withDefaultMethod(customer, null));
  }
  return released;
}

const CREATE = {
  type: text,
  billing_details: object,
  metadata,
  allow_redisplay: redisplay,
  radar_options: object,
} as const;

/**
 * Checks the names of parameters. The details are under the name of a type that the gateway has.
 */
function checkNames(request: ResourceRequest, rules: Rules): void {
  const { dialect } = request.context;
  const detailsByType = Object.fromEntries(
    Object.keys(dialect.methods).map((type) => [type, anything]),
  );
  const unknown = dialect.strict ? unknownNames({ ...rules, ...detailsByType }, request.raw) : [];
  if (unknown.length > 0) throw problems.unknown(unknown);
}

function create(request: ResourceRequest): object {
  const { raw, context } = request;
  checkNames(request, CREATE);
  readParams(CREATE, raw);
  return presentMethod(context.store.putMethod(checkSize(newMethod(raw, context))), context);
}

/** The names of stripe 23.1.0, `PaymentMethodUpdateParams`. */
const UPDATE = {
  allow_redisplay: redisplay,
  billing_details: object,
  card: matching({
    exp_month: anything,
    exp_year: anything,
    networks: matching({ preferred: orEmptyString(text) }),
  }),
  us_bank_account: matching({
    account_holder_type: oneOf('company', 'individual'),
    account_type: oneOf('checking', 'savings'),
  }),
  metadata,
} as const;

type UpdateParams = Read<typeof UPDATE>;

/** The details that an update changes: those of the method's own type. */
function detailsAfter(
  { details, type }: PaymentMethod,
  { card, us_bank_account: account }: UpdateParams,
  context: RequestContext,
): JsonObject {
  if (card && type === 'card') return { ...details, ...updatedCard(details, card, context) };
  return account && type === 'us_bank_account' ? { ...details, ...account } : details;
}

/** Throws for details of another type than the method's. */
function checkType({ type }: PaymentMethod, params: UpdateParams): void {
  const other = (['card', 'us_bank_account'] as const).find(
    (each) => params[each] && each !== type,
  );
  if (other) throw problems.detailsOfOtherType(type, other);
}

function update(request: ResourceRequest): object {
  const { context, raw } = request;
  const method = find(request);
  const params = readParams(UPDATE, raw);
  checkType(method, params);
  const billing = params.billing_details && {
    ...method.billingDetails,
    ...(context.dialect.strict ? billingDetails : object)(raw.billing_details, 'billing_details'),
  };
  const changed = {
    ...method,
    allowRedisplay: params.allow_redisplay ?? method.allowRedisplay,
    billingDetails: billing ?? method.billingDetails,
    details: detailsAfter(method, params, context),
    metadata: mergeMetadata(method.metadata, params.metadata),
  };
  return presentMethod(context.store.putMethod(checkSize(changed)), context);
}

const LIST = {
  ...PAGING,
  allow_redisplay: redisplay,
  customer: text,
  customer_account: text,
  type: text,
} as const;

const ATTACH = { customer: filled } as const;

function attachOne({ path, raw, context }: ResourceRequest): object {
  const { customer } = readParams(ATTACH, raw);
  if (customer === undefined) throw problems.missing('customer');
  const id = customerOf(customer, context);
  if (id === null) throw problems.noCustomer(customer);
  const method = methodById(path.id ?? '', context, problems.noMethodInPath);
  return presentMethod(context.store.putMethod(attached(method, id)), context);
}

const ONE = '/payment_methods/:id';

/** Payment methods, as far as payments need them. Browsers may create them, as Stripe.js does. */
export const PAYMENT_METHOD_ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: '/payment_methods',
    rules: null,
    publishable: true,
    run: create,
  },
  {
    method: 'GET',
    path: '/payment_methods',
    rules: LIST,
    run: (request) => showMethods(readParams(LIST, request.raw), request),
  },
  {
    method: 'GET',
    path: ONE,
    rules: {},
    run: (request) => presentMethod(find(request), request.context),
  },
  { method: 'POST', path: ONE, rules: UPDATE, run: update },
  { method: 'POST', path: `${ONE}/attach`, rules: ATTACH, run: attachOne },
  {
    method: 'POST',
    path: `${ONE}/detach`,
    rules: {},
    run: (request) => presentMethod(detach(request), request.context),
  },
];
