import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { answerJson } from './base/prettyJson.ts';
import type { Dialect } from './dialect/dialect.ts';
import { answerViewOf, readCaller, requestParams } from './dialect/requestParams.ts';
import { ApiError, type Problem, problems } from './errors/errors.ts';
import { answerFailure } from './errors/failure.ts';
import { answerOf } from './expand/answerOf.ts';
import { expanded } from './expand/expanded.ts';
import { readExpand } from './expand/readExpand.ts';
import { recordOperation } from './guards/logCalls.ts';
import { check, type Operation } from './operations/operation.ts';
import { OPERATIONS } from './operations/operations.ts';
import type { Intent } from './payment/intent.ts';
import { checkSize } from './request/bounds.ts';
import { BALANCE_TRANSACTION_ROUTES } from './resources/balanceTransactions.ts';
import { CASH_BALANCE_ROUTES } from './resources/cashBalance.ts';
import { CHARGE_ROUTES } from './resources/charges.ts';
import { CONFIRMATION_TOKEN_ROUTES } from './resources/confirmationTokens.ts';
import { CUSTOMER_ROUTES } from './resources/customers.ts';
import { EVENT_ROUTES } from './resources/eventRoutes.ts';
import { INTENT_LIST_ROUTES } from './resources/intentList.ts';
import { INVOICE_PAYMENT_ROUTES } from './resources/invoicePayments.ts';
import { PAYMENT_METHOD_ROUTES } from './resources/paymentMethods.ts';
import { REFUND_ROUTES } from './resources/refunds.ts';
import { mountRoutes, PUBLIC_VIEW, type Route, refuse, triggerOf } from './resources/resource.ts';
import { TOKEN_ROUTES } from './resources/tokens.ts';
import { WEBHOOK_ENDPOINT_ROUTES } from './resources/webhookEndpoints.ts';
import type { RequestContext, SandboxContext } from './world/context.ts';

declare module 'hono' {
  interface ContextVariableMap {
    /** The answer's `Request-Id`. */
    requestId: string;
    /** The URL under which the caller sees the sandbox. */
    origin: string;
  }
}

/** The routes of resources other than intents, and of many intents. */
export const ROUTES: readonly Route[] = [
  ...INTENT_LIST_ROUTES,
  ...CHARGE_ROUTES,
  ...REFUND_ROUTES,
  ...BALANCE_TRANSACTION_ROUTES,
  ...INVOICE_PAYMENT_ROUTES,
  ...CUSTOMER_ROUTES,
  ...CASH_BALANCE_ROUTES,
  ...PAYMENT_METHOD_ROUTES,
  ...TOKEN_ROUTES,
  ...CONFIRMATION_TOKEN_ROUTES,
  ...EVENT_ROUTES,
  ...WEBHOOK_ENDPOINT_ROUTES,
];

/** Stores the intent, also after a declined attempt, which is answered with an error. */
export function saveIntent(intent: Intent, operation: Operation, context: RequestContext): Intent {
  if (operation.method === 'GET') return intent;
  context.store.put(checkSize(intent));
  if (operation.givesUp) return intent;
  const refused = intent.status === 'requires_payment_method' && intent.lastError !== null;
  if (refused) throw problems.attemptFailed(intent);
  return intent;
}

/**
 * The codes of errors that show the intent, as Stripe's do. Errors in parameters, and a wrong
 * client secret, do not.
 */
const ABOUT_INTENT: readonly (string | undefined)[] = [
  'amount_too_large',
  'payment_intent_unexpected_state',
  'payment_intent_incompatible_payment_method',
  'payment_intent_redirect_confirmation_without_return_url',
  'setup_intent_unexpected_state',
  'intent_invalid_state',
];

function withIntent(problem: Problem, id: string, { store }: RequestContext): Problem {
  const intent = problem.intent ?? store.get(id);
  const shown = ABOUT_INTENT.includes(problem.code) && intent !== undefined;
  return shown ? { ...problem, intent } : problem;
}

async function run(
  c: Context,
  operation: Operation,
  mount: Omit<RequestContext, 'account'>,
): Promise<Response> {
  let context: RequestContext = { ...mount, account: null };
  const id = c.req.param('id') ?? '';
  let view = PUBLIC_VIEW;
  let publishable = false;
  const ran = (intentId: string, status: number) =>
    recordOperation(c, context, { id: intentId, publishable, status });
  try {
    const params = await requestParams(c, context.dialect);
    const { expand, ...raw } = params.raw;
    const caller = readCaller(c, params);
    publishable = caller.publishable;
    context = { ...mount, account: caller.account };
    check(operation, { context, caller, raw, id });
    view = answerViewOf(c, publishable);
    const expansion = readExpand(expand, { answer: answerOf(operation), publishable });
    const intent = context.store.withTrigger(triggerOf(c), () =>
      saveIntent(operation.run({ context, caller, raw, id }), operation, context),
    );
    ran(intent.id, 200);
    return answerJson(c, expanded(context.dialect.present(intent, view), expansion, context));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const problem = withIntent(error.problem, id, context);
    ran(problem.intent?.id ?? id, problem.status);
    return refuse(c, problem, context.dialect, view);
  }
}

/**
 * The routes of one dialect, behind its middleware. `originOf` returns the URL under which the
 * caller sees the sandbox.
 */
export function createApi(
  dialect: Dialect,
  context: SandboxContext,
  originOf: (c: Context) => string,
  middleware: readonly MiddlewareHandler[],
): Hono {
  const api = new Hono();
  api.use((c, next) => {
    c.set('origin', originOf(c));
    return next();
  });
  api.use(...middleware);
  // Before the operations, which would take `search` for an id.
  mountRoutes(api, ROUTES, { dialect, context, originOf });
  for (const operation of OPERATIONS) {
    api.on(operation.method, operation.path, (c) =>
      run(c, operation, { ...context, dialect, origin: originOf(c) }),
    );
  }
  api.all('*', (c) =>
    refuse(c, problems.noRoute(c.req.method, c.req.path).problem, dialect, PUBLIC_VIEW),
  );
  api.onError(answerFailure);
  return api;
}
