import { isRecord } from '../intent/index.ts';
import { saveIntent } from './api.ts';
import type { JsonObject } from './base/json.ts';
import { readSimulation, simulate } from './control/simulate.ts';
import type { Dialect } from './dialect/dialect.ts';
import { stripe } from './dialect/stripe.ts';
import { wooshpay } from './dialect/wooshpay.ts';
import { ApiError } from './errors/errors.ts';
import { type Entry, type Fixtures, type ListName, readFixtures, wrong } from './fixtures.ts';
import { check, type Operation } from './operations/operation.ts';
import { OPERATIONS } from './operations/operations.ts';
import type { Intent } from './payment/intent.ts';
import { checkShape } from './request/bounds.ts';
import { CUSTOMER_ROUTES } from './resources/customers.ts';
import { PAYMENT_METHOD_ROUTES } from './resources/paymentMethods.ts';
import { REFUND_ROUTES } from './resources/refunds.ts';
import { checkNames, type Route } from './resources/resource.ts';
import type { RequestContext, SandboxContext } from './world/context.ts';

function rowOf<T extends Pick<Route, 'method' | 'path'>>(rows: readonly T[], path: string): T {
  const row = rows.find((each) => each.method === 'POST' && each.path === path);
  if (row) return row;
  throw new Error(`There is no call POST ${path}.`);
}

const CREATE_CUSTOMER = rowOf(CUSTOMER_ROUTES, '/customers');
const CREATE_METHOD = rowOf(PAYMENT_METHOD_ROUTES, '/payment_methods');
const ATTACH = rowOf(PAYMENT_METHOD_ROUTES, '/payment_methods/:id/attach');
const CREATE_REFUND = rowOf(REFUND_ROUTES, '/refunds');
const CREATE_PAYMENT = rowOf(OPERATIONS, '/payment_intents');
const CREATE_SETUP = rowOf(OPERATIONS, '/setup_intents');

/** What a merchant's server may do. */
const CALLER = { publishable: false, account: null } as const;

function call(route: Route, raw: JsonObject, context: RequestContext, id = ''): object {
  checkNames(route, raw, context.dialect);
  return route.run({ context, raw, expand: new Map(), path: { id }, url: route.path });
}

/** Creates an intent. As in a request, an attempt that is declined leaves it. */
function createIntent(operation: Operation, raw: JsonObject, context: RequestContext): Intent {
  const request = { context, caller: CALLER, raw, id: '' };
  check(operation, request);
  try {
    return saveIntent(operation.run(request), operation, context);
  } catch (error) {
    const declined = error instanceof ApiError && error.problem.status === 402;
    if (declined && error.problem.intent) return error.problem.intent;
    throw error;
  }
}

const createsIntent =
  (operation: Operation) =>
  ({ fixture, params }: Entry, context: RequestContext) => {
    const intent = createIntent(operation, params, context);
    if (fixture.simulate === undefined) return;
    const simulation = isRecord(fixture.simulate) ? fixture.simulate : {};
    simulate(intent, readSimulation(simulation), context);
  };

/** How each list is created, by the calls of the gateway. */
const CREATE: Readonly<Record<ListName, (entry: Entry, context: RequestContext) => void>> = {
  customers: ({ params }, context) => {
    call(CREATE_CUSTOMER, params, context);
  },
  payment_methods: ({ fixture, params }, context) => {
    const created = call(CREATE_METHOD, params, context);
    const id = 'id' in created ? String(created.id) : '';
    const { customer } = fixture;
    if (customer !== undefined) call(ATTACH, { customer }, context, id);
  },
  payment_intents: createsIntent(CREATE_PAYMENT),
  setup_intents: createsIntent(CREATE_SETUP),
  refunds: ({ params }, context) => {
    call(CREATE_REFUND, params, context);
  },
};

const textIn = (value: unknown) => (typeof value === 'string' ? value : undefined);

function create(entry: Entry, dialect: Dialect, context: SandboxContext, origin: string): void {
  const { fixture, list, params, place } = entry;
  const chosen = { id: textIn(fixture.id), clientSecret: textIn(fixture.client_secret) };
  try {
    checkShape(params);
    CREATE[list](entry, { ...context, dialect, account: null, origin, chosen });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw wrong(chosen.id === undefined ? place : `${place} (${chosen.id})`, error.message);
  }
}

/**
 * Creates the fixtures by the same calls as a request would. Throws for the first that is refused,
 * and says where it stands.
 *
 * @param origin the URL of the sandbox, for the pages that a customer is sent to
 */
export function createFixtures(fixtures: Fixtures, context: SandboxContext, origin: string): void {
  const entries = readFixtures(fixtures);
  for (const dialect of [stripe, wooshpay]) {
    for (const entry of entries[dialect.name]) create(entry, dialect, context, origin);
  }
}
