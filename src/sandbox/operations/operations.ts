import type { JsonObject } from '../base/json.ts';
import { problems } from '../errors/errors.ts';
import { methodOptions } from '../methods/options.ts';
import type { Intent } from '../payment/intent.ts';
import { cancel } from '../payment/outcome.ts';
import type { Caller } from '../request/auth.ts';
import { shipping } from '../request/billing.ts';
import { PARAMS, WOOSHPAY_ONLY } from '../request/params.ts';
import {
  orEmptyString,
  type Read,
  type Rules,
  readParams,
  unknownNames,
} from '../request/readers.ts';
import type { RequestContext } from '../world/context.ts';
import { applyBalance } from './balance.ts';
import { checkBrowser } from './browser.ts';
import { capture, increment } from './capture.ts';
import { confirm } from './confirm.ts';
import { create } from './create.ts';
import { verify } from './microdeposits.ts';
import { update } from './update.ts';

/** A request to an operation. */
export interface ApiRequest {
  readonly context: RequestContext;
  readonly caller: Caller;
  readonly raw: JsonObject;
  readonly id: string;
}

/** An operation of the API: its path, who may call it, and the intent that it returns. */
export interface Operation {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly rules: Rules;
  readonly publishable: boolean;
  run(request: ApiRequest): Intent;
}

/** The intent of a request, if the caller may know of it. */
function find({ caller, id, raw, context }: ApiRequest): Intent {
  const stored = context.store.get(id);
  const intent = stored?.dialect === context.dialect.name ? stored : undefined;
  if (caller.publishable) {
    if (raw.client_secret === undefined) throw problems.missing('client_secret');
    if (raw.client_secret !== intent?.clientSecret) throw problems.wrongClientSecret();
  }
  if (!intent) throw problems.noIntent(id);
  return intent;
}

/** A client secret that is sent has to be correct, even with a secret key. */
function retrieve(request: ApiRequest): Intent {
  const intent = find(request);
  const clientSecret = request.raw.client_secret;
  if (clientSecret !== undefined && clientSecret !== intent.clientSecret)
    throw problems.wrongClientSecret();
  return intent;
}

function confirmOne(request: ApiRequest): Intent {
  const intent = retrieve(request);
  if (request.caller.publishable) checkBrowser(request.raw, intent, request.context.dialect);
  return confirm(intent, readParams(PARAMS.confirm, request.raw), request.context);
}

function cancelOne(
  intent: Intent,
  { cancellation_reason: reason }: Read<typeof PARAMS.cancel>,
  context: RequestContext,
): Intent {
  const canceled = cancel(intent, reason ?? null, context);
  if (!canceled) throw problems.cannotCancel(intent.status);
  return canceled;
}

type Change<R extends Rules> = (intent: Intent, params: Read<R>, context: RequestContext) => Intent;

/** An operation that changes an intent. */
function changes<R extends Rules>(path: string, rules: R, change: Change<R>): Operation {
  return {
    method: 'POST',
    path: `${ONE}${path}`,
    rules,
    publishable: false,
    run: (request) => change(retrieve(request), readParams(rules, request.raw), request.context),
  };
}

const ALL = '/payment_intents';
const ONE = `${ALL}/:id`;

/** The operations on one PaymentIntent, a row each. */
export const OPERATIONS: readonly Operation[] = [
  {
    method: 'POST',
    path: ALL,
    rules: PARAMS.create,
    publishable: false,
    run: ({ raw, context }) => create(readParams(PARAMS.create, raw), context),
  },
  { method: 'GET', path: ONE, rules: PARAMS.retrieve, publishable: true, run: retrieve },
  changes('', PARAMS.update, update),
  {
    ...changes('/confirm', PARAMS.confirm, confirm),
    publishable: true,
    run: confirmOne,
  },
  changes('/cancel', PARAMS.cancel, cancelOne),
  changes('/capture', PARAMS.capture, capture),
  changes('/increment_authorization', PARAMS.increment, increment),
  changes('/apply_customer_balance', PARAMS.applyBalance, applyBalance),
  // Stripe.js calls it from the browser (`verifyMicrodepositsForPayment`).
  { ...changes('/verify_microdeposits', PARAMS.verify, verify), publishable: true },
];

/** The nested parameters that Stripe checks. */
const INSIDE = {
  payment_method_options: methodOptions,
  shipping: orEmptyString(shipping),
} as const;

/**
 * Refuses an operation that the caller may not call, and parameters that the gateway does not know.
 */
export function check(
  { publishable, rules }: Operation,
  { caller, raw, context }: ApiRequest,
): void {
  if (caller.publishable && !publishable) throw problems.secretKeyRequired();
  if (!context.dialect.strict) return;
  const wooshpayOnly = WOOSHPAY_ONLY.filter((name) => raw[name] !== undefined);
  const unknown = [...unknownNames(rules, raw), ...wooshpayOnly];
  if (unknown.length > 0) throw problems.unknown(unknown);
  readParams(INSIDE, raw);
}
