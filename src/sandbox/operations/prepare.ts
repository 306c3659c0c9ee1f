import type { JsonObject } from '../base/json.ts';
import { lookup } from '../base/lookup.ts';
import { problems } from '../errors/errors.ts';
import type { Intent } from '../payment/intent.ts';
import type { IntentKind } from '../payment/intentKind.ts';
import { type AttemptParams, ECHOED, EXCLUSIVE } from '../request/params.ts';
import { SETUP_ECHOED } from '../request/setupParams.ts';
import { isOwnedBy, type RequestContext } from '../world/context.ts';
import type { TokenParams } from './confirmationToken.ts';
import { checkAllowed, checkOwner, paymentMethodOf } from './paymentMethod.ts';

const STORED: Readonly<Record<IntentKind, object>> = {
  payment: ECHOED,
  setup: { ...SETUP_ECHOED, mandate_data: null },
};

/** The parameters that are only stored and shown. */
export function extrasOf(params: JsonObject, kind: IntentKind): JsonObject {
  const names = STORED[kind];
  return Object.fromEntries(Object.entries(params).filter(([name]) => Object.hasOwn(names, name)));
}

/** What is stored and shown after a request. A transfer keeps its destination. */
export function extrasAfter({ extras, kind }: Intent, params: JsonObject): JsonObject {
  const next = { ...extras, ...extrasOf(params, kind) };
  const { transfer_data: transfer } = next;
  if (!transfer) return next;
  const merged = { ...(extras.transfer_data as JsonObject | null), ...(transfer as JsonObject) };
  return { ...next, transfer_data: merged };
}

/** The list under both of its names: Stripe renamed it in 2026-09-30.endive. */
export function typesOf(
  params: Pick<AttemptParams, 'allowed_payment_method_types' | 'payment_method_types'>,
): readonly string[] | undefined {
  return params.allowed_payment_method_types ?? params.payment_method_types;
}

const TYPE_LISTS = [
  'payment_method_types',
  'allowed_payment_method_types',
  'excluded_payment_method_types',
] as const;

/** Throws for a type that the gateway does not have. */
function checkTypes(params: AttemptParams, { dialect }: RequestContext): void {
  if (dialect.otherTypes === null) return;
  const known = [...Object.keys(dialect.methods), ...dialect.otherTypes];
  for (const name of TYPE_LISTS) {
    const unknown = params[name]?.find((type) => !known.includes(type));
    if (unknown !== undefined) throw problems.typeUnknown(unknown, name);
  }
  const options = Object.keys(params.payment_method_options ?? {});
  const strange = options.filter((type) => !known.includes(type));
  if (strange.length > 0) {
    throw problems.unknown(strange.map((type) => `payment_method_options[${type}]`));
  }
}

/** `automatic_payment_methods[enabled]=false` excludes no other parameter. */
const isOff = (value: unknown) => String((value as JsonObject | undefined)?.enabled) === 'false';

/** Throws for parameters that exclude each other. */
function checkExclusive(params: JsonObject): void {
  const both = EXCLUSIVE.find(([one, other]) => {
    return params[one] !== undefined && params[other] !== undefined && !isOff(params[one]);
  });
  if (both) throw problems.exclusive(both);
}

/** The customer that a request names; throws if there is no such customer. */
export function customerOf(id: string | undefined, context: RequestContext): string | null {
  if (id === undefined) return null;
  const customer = context.store.customer(id);
  if (customer && !customer.deleted && isOwnedBy(context)(customer)) return id;
  throw problems.noCustomer(id);
}

/**
 * Throws where a list names a customer that never was: the reference of a parameter is 400, as with
 * the other parameters of recorded answers. What a deleted one has paid is still listed ("in order to
 * be able to track their history", docs.stripe.com/api/customers/delete).
 */
export function checkListed(id: string | undefined, context: RequestContext): void {
  const customer = id === undefined ? undefined : context.store.customer(id);
  if (id !== undefined && !(customer && isOwnedBy(context)(customer)))
    throw problems.noCustomer(id);
}

/** The options after a request: an empty value removes those of a type. */
function mergeOptions(
  stored: JsonObject,
  changes: AttemptParams['payment_method_options'] = {},
): JsonObject {
  const merged = Object.entries(changes).map(([type, options]) => [
    type,
    options && { ...(stored[type] as JsonObject | undefined), ...options },
  ]);
  const all = Object.entries({ ...stored, ...Object.fromEntries(merged) });
  return Object.fromEntries(all.filter(([, options]) => options !== null));
}

/** Options for one attempt, neither stored nor shown. At Stripe only a confirm may have them. */
const SINGLE_USE: Readonly<Record<string, readonly string[]>> = { blik: ['code'], card: ['cvc'] };

const isSingleUse = (type: string, option: string) =>
  lookup(SINGLE_USE, type)?.includes(option) ?? false;

/** The intent without options for one attempt. */
export function withoutSingleUse(intent: Intent): Intent {
  const stored = Object.entries(intent.paymentMethodOptions).map(([type, options]) => [
    type,
    Object.fromEntries(
      Object.entries(options as JsonObject).filter(([option]) => !isSingleUse(type, option)),
    ),
  ]);
  return { ...intent, paymentMethodOptions: Object.fromEntries(stored) };
}

/** Throws where a request without a confirm has options for one attempt. */
export function checkSingleUse(
  { payment_method_options: byType = {} }: Pick<AttemptParams, 'payment_method_options'>,
  kind: IntentKind,
): void {
  for (const [type, options] of Object.entries(byType)) {
    const option = Object.keys(options ?? {}).find((each) => isSingleUse(type, each));
    if (option) throw problems.confirmOnly(`payment_method_options[${type}][${option}]`, kind);
  }
}

/** The intent with a request's parameters for its next attempt. Nothing is tried yet. */
export function prepare(
  intent: Intent,
  params: AttemptParams & Pick<TokenParams, 'preview'>,
  context: RequestContext,
): Intent {
  checkExclusive(params);
  checkTypes(params, context);
  const brought = paymentMethodOf(params, context);
  if (brought?.spent) throw problems.methodSpent();
  const prepared: Intent = {
    ...intent,
    allowedTypes: typesOf(params) ?? intent.allowedTypes,
    excludedTypes: params.excluded_payment_method_types ?? intent.excludedTypes,
    captureMethod: params.capture_method ?? intent.captureMethod,
    paymentMethod: brought ?? (params.payment_method === null ? null : intent.paymentMethod),
    paymentMethodOptions: mergeOptions(intent.paymentMethodOptions, params.payment_method_options),
    approved: brought ? false : intent.approved,
    extras: extrasAfter(intent, params),
  };
  if (brought) checkAllowed(prepared, brought);
  if (prepared.paymentMethod) checkOwner(prepared, prepared.paymentMethod);
  return prepared;
}
