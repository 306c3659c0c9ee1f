import type { JsonObject } from '../base/json.ts';
import { problems } from '../errors/errors.ts';
import { methodOptions } from '../methods/options.ts';
import type { Intent } from '../payment/intent.ts';
import { type IntentKind, KIND_NAMES } from '../payment/intentKind.ts';
import type { Caller } from '../request/auth.ts';
import { shipping } from '../request/billing.ts';
import { WOOSHPAY_ONLY } from '../request/params.ts';
import {
  orEmptyString,
  type Read,
  type Rules,
  readParams,
  unknownNames,
} from '../request/readers.ts';
import { isOwnedBy, type RequestContext } from '../world/context.ts';
import { setupOptions } from './setupOptions.ts';

/** A request to an operation. */
export interface ApiRequest {
  readonly context: RequestContext;
  readonly caller: Caller;
  readonly raw: JsonObject;
  readonly id: string;
}

/** An operation of the API: its path, who may call it, and the intent that it returns. */
export interface Operation {
  readonly kind: IntentKind;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly rules: Rules;
  readonly publishable: boolean;
  /** Whether it ends an attempt on purpose, so that the failed attempt is no error. */
  readonly givesUp?: true;
  /** Names in `rules` that Stripe does not know. */
  readonly wooshpayOnly?: readonly string[];
  run(request: ApiRequest): Intent;
}

/** The intent of a request, if the caller may know of it. */
function find(kind: IntentKind, { caller, id, raw, context }: ApiRequest): Intent {
  const stored = context.store.get(id);
  const intent = stored?.kind === kind && isOwnedBy(context)(stored) ? stored : undefined;
  if (caller.publishable) {
    if (raw.client_secret === undefined) throw problems.missing('client_secret');
    if (raw.client_secret !== intent?.clientSecret) throw problems.wrongClientSecret(kind);
  }
  if (!intent) throw problems.noIntent(id, kind);
  return intent;
}

/** Finds an intent. A client secret that is sent has to be correct, even with a secret key. */
export function retrieve(kind: IntentKind, request: ApiRequest): Intent {
  const intent = find(kind, request);
  const clientSecret = request.raw.client_secret;
  if (clientSecret !== undefined && clientSecret !== intent.clientSecret)
    throw problems.wrongClientSecret(kind);
  return intent;
}

type Change<R extends Rules> = (intent: Intent, params: Read<R>, context: RequestContext) => Intent;

/** The operations on one intent of a kind. */
export function operationsOn(kind: IntentKind) {
  const one = `${KIND_NAMES[kind].path}/:id`;
  return {
    /** Reads an intent. Browsers may. */
    reads: (rules: Rules): Operation => ({
      kind,
      method: 'GET',
      path: one,
      rules,
      publishable: true,
      run: (request) => retrieve(kind, request),
    }),
    /** Changes an intent. */
    changes: <R extends Rules>(path: string, rules: R, change: Change<R>): Operation => ({
      kind,
      method: 'POST',
      path: `${one}${path}`,
      rules,
      publishable: false,
      run: (request) =>
        change(retrieve(kind, request), readParams(rules, request.raw), request.context),
    }),
  };
}

/** The nested parameters that Stripe checks. */
const INSIDE: Readonly<Record<IntentKind, Rules>> = {
  payment: { payment_method_options: methodOptions, shipping: orEmptyString(shipping) },
  setup: { payment_method_options: setupOptions },
};

/**
 * Refuses an operation that the caller may not call, and parameters that the gateway does not know.
 */
export function check(
  { kind, publishable, rules, wooshpayOnly = WOOSHPAY_ONLY }: Operation,
  { caller, raw, context }: ApiRequest,
): void {
  if (caller.publishable && !publishable) throw problems.secretKeyRequired();
  if (!context.dialect.strict) return;
  const foreign = wooshpayOnly.filter((name) => raw[name] !== undefined);
  const unknown = [...unknownNames(rules, raw), ...foreign];
  if (unknown.length > 0) throw problems.unknown([...new Set(unknown)]);
  readParams(INSIDE[kind], raw);
}
