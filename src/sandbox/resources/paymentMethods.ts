import type { JsonObject } from '../base/json.ts';
import { problems } from '../errors/errors.ts';
import { methodById, newMethod } from '../operations/paymentMethod.ts';
import { customerOf } from '../operations/prepare.ts';
import type { PaymentMethod } from '../payment/intent.ts';
import { checkSize } from '../request/bounds.ts';
import { PAGING } from '../request/page.ts';
import {
  anything,
  filled,
  mergeMetadata,
  metadata,
  object,
  type Rules,
  readParams,
  text,
  unknownNames,
} from '../request/readers.ts';
import type { RequestContext } from '../world/context.ts';
import { methodsOf, presentMethod, showMethods } from './methodList.ts';
import type { ResourceRequest, Route } from './resource.ts';

function find({ path, context }: ResourceRequest): PaymentMethod {
  const id = path.id ?? '';
  const method = methodsOf(context).find((each) => each.id === id);
  if (!method) throw problems.noSuch('PaymentMethod', id);
  return method;
}

/** To attach a card its bank is asked, and accepts the security code (Stripe's recorded answers). */
function checkedDetails({ type, details }: PaymentMethod): PaymentMethod['details'] {
  if (type !== 'card') return details;
  const checks = { ...(details.checks as JsonObject | undefined), cvc_check: 'pass' };
  return { ...details, checks };
}

/** Attaches a method to a customer. Stripe refuses a card that would be declined at once. */
export function attach(id: string, customer: string, context: RequestContext): PaymentMethod {
  const method = methodById(id, context);
  const { behaviour } = method;
  if (method.spent) throw problems.methodSpent();
  if (method.customer !== null && method.customer !== customer) throw problems.methodOfCustomer();
  if (behaviour?.kind === 'decline' && !behaviour.attaches) {
    throw problems.declined(behaviour.decline);
  }
  return context.store.putMethod({ ...method, details: checkedDetails(method), customer });
}

/** Detaches a method from its customer. It may not be used again. */
export function detach(id: string, context: RequestContext): PaymentMethod {
  const method = methodById(id, context);
  if (method.customer === null) throw problems.methodNotAttached();
  return context.store.putMethod({ ...method, customer: null, spent: true });
}

const CREATE = {
  type: text,
  billing_details: object,
  metadata,
  allow_redisplay: text,
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

const UPDATE = { billing_details: object, metadata } as const;

function update(request: ResourceRequest): object {
  const method = find(request);
  const { billing_details, metadata: given } = readParams(UPDATE, request.raw);
  const changed = {
    ...method,
    billingDetails: billing_details
      ? { ...method.billingDetails, ...billing_details }
      : method.billingDetails,
    metadata: mergeMetadata(method.metadata, given),
  };
  return presentMethod(request.context.store.putMethod(checkSize(changed)), request.context);
}

const LIST = { ...PAGING, customer: text, type: text } as const;

const ATTACH = { customer: filled } as const;

function attachOne({ path, raw, context }: ResourceRequest): object {
  const { customer } = readParams(ATTACH, raw);
  if (customer === undefined) throw problems.missing('customer');
  const id = customerOf(customer, context);
  if (id === null) throw problems.noCustomer(customer);
  return presentMethod(attach(path.id ?? '', id, context), context);
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
    run: ({ path, context }) => presentMethod(detach(path.id ?? '', context), context),
  },
];
