import { SETUP_TYPES, STRIPE_SETUP_TYPES } from '../dialect/setupIntent.ts';
import { problems } from '../errors/errors.ts';
import { after, type Intent } from '../payment/intent.ts';
import { cancel } from '../payment/outcome.ts';
import type { Event } from '../payment/status.ts';
import { mergeMetadata, type Read, readParams } from '../request/readers.ts';
import { SETUP_PARAMS, WOOSHPAY_CONFIRM_ONLY } from '../request/setupParams.ts';
import { newObjectId, newSecretOf, type RequestContext } from '../world/context.ts';
import { checkSetupInBrowser } from './browser.ts';
import { confirm } from './confirm.ts';
import { checkConnect } from './connect.ts';
import { automaticMethodsOf, NOTHING_YET } from './create.ts';
import { giveUp } from './giveUp.ts';
import { verify } from './microdeposits.ts';
import { type ApiRequest, type Operation, operationsOn, retrieve } from './operation.ts';
import { checkSingleUse, customerOf, extrasOf, prepare, typesOf } from './prepare.ts';

type CreateParams = Read<typeof SETUP_PARAMS.create>;
type UpdateParams = Read<typeof SETUP_PARAMS.update>;
type ConfirmParams = Read<typeof SETUP_PARAMS.confirm>;

/** Parameters of an attempt, which a create may have with `confirm` only (Stripe's API reference). */
const CONFIRM_ONLY = ['confirmation_token', 'mandate_data', 'return_url'] as const;

function checkUnconfirmed(params: CreateParams): void {
  if (params.confirm) return;
  const name = CONFIRM_ONLY.find((each) => (params[each] ?? undefined) !== undefined);
  if (name) throw problems.onlyWithConfirm(name);
  checkSingleUse(params, 'setup');
}

/** Throws for a type that cannot be set up. WooshPay documents all of its types for a confirm. */
function checkSetupTypes(params: CreateParams | UpdateParams, { dialect }: RequestContext): void {
  const other = typesOf(params)?.find((type) => !STRIPE_SETUP_TYPES.includes(type));
  const known = other === undefined || !(other in dialect.methods);
  if (dialect.name !== 'stripe' || known) return;
  throw problems.notForSetup(other, 'payment_method_types', STRIPE_SETUP_TYPES);
}

/** "It cannot be set to true when setting up a PaymentMethod for a Customer" (stripe 23.1.0). */
function checkSelf({ customer, extras }: Intent): void {
  if (customer === null || extras.attach_to_self !== true) return;
  throw problems.exclusive(['attach_to_self', 'customer']);
}

/** "If not provided, this value defaults to off_session" (Stripe's API reference). */
const USAGE = 'off_session';

/** As with its PaymentIntents, a create in one step names the type by the method's data. */
function wooshpayTypes({ payment_method_data: data }: CreateParams): readonly string[] {
  return typeof data?.type === 'string' ? [data.type] : SETUP_TYPES.wooshpay;
}

function draft(params: CreateParams, context: RequestContext): Intent {
  checkUnconfirmed(params);
  checkSetupTypes(params, context);
  const { account, dialect } = context;
  const id = newObjectId('seti', context);
  return {
    ...NOTHING_YET,
    ...dialect.defaults,
    allowedTypes: dialect.name === 'wooshpay' ? wooshpayTypes(params) : null,
    amount: 0,
    currency: '',
    id,
    kind: 'setup',
    dialect: dialect.name,
    account,
    clientSecret: newSecretOf(id, context),
    created: context.now(),
    origin: context.origin,
    captureMethod: 'automatic',
    confirmationMethod: 'automatic',
    customer: customerOf(params.customer, context),
    automaticPaymentMethods: automaticMethodsOf(params),
    metadata: mergeMetadata({}, params.metadata),
    extras: { ...extrasOf(params, 'setup'), usage: params.usage ?? USAGE },
    style: null,
  };
}

/** Creates a SetupIntent and, with `confirm`, makes its first attempt. */
function create(params: CreateParams, context: RequestContext): Intent {
  const drafted = checkConnect(draft(params, context), context);
  checkSelf(drafted);
  if (params.confirm) return confirm(drafted, params, context);
  const prepared = prepare(drafted, params, context);
  return prepared.paymentMethod ? (after(prepared, 'attach') ?? prepared) : prepared;
}

const ATTACHING = ['payment_method', 'payment_method_data'] as const;

/** What may not change once it is set up. */
const REVISING = [
  'customer',
  'payment_method_types',
  'allowed_payment_method_types',
  'excluded_payment_method_types',
  'payment_method_options',
] as const;

/** The event of an update, and the parameter to name where the event is not allowed. */
function eventOf(params: UpdateParams): readonly [event: Event, name: string] {
  const isSent = (name: keyof UpdateParams) => params[name] !== undefined;
  if (ATTACHING.some(isSent)) return ['attach', 'payment_method'];
  const revised = REVISING.find(isSent);
  return revised ? ['revise', revised] : ['edit', 'metadata'];
}

/** The SetupIntent with a request's customer and metadata. */
function revised(intent: Intent, params: UpdateParams | ConfirmParams, context: RequestContext) {
  const { customer } = params;
  return {
    ...intent,
    customer: customer === undefined ? intent.customer : customerOf(customer, context),
    metadata: mergeMetadata(intent.metadata, params.metadata),
  };
}

/** Updates a SetupIntent. As with a payment, that clears an earlier error, unless it is canceled. */
function update(intent: Intent, params: UpdateParams, context: RequestContext): Intent {
  checkSingleUse(params, 'setup');
  checkSetupTypes(params, context);
  const [event, name] = eventOf(params);
  if (after(intent, event) === null) throw problems.cannotUpdate(name, event, intent);
  const next = prepare(revised(intent, params, context), params, context);
  checkSelf(next);
  const lastError = intent.status === 'canceled' ? intent.lastError : null;
  return after({ ...next, lastError }, event) ?? intent;
}

function confirmOne(request: ApiRequest): Intent {
  const { caller, context, raw } = request;
  const intent = retrieve('setup', request);
  if (caller.publishable) checkSetupInBrowser(raw, context.dialect);
  const params = readParams(SETUP_PARAMS.confirm, raw);
  return confirm(revised(intent, params, context), params, context);
}

function cancelOne(
  intent: Intent,
  { cancellation_reason: reason }: Read<typeof SETUP_PARAMS.cancel>,
  context: RequestContext,
): Intent {
  const canceled = cancel(intent, reason ?? null, context);
  if (!canceled) throw problems.cannotCancel(intent);
  return canceled;
}

const { changes, reads } = operationsOn('setup');

/** The operations on one SetupIntent, a row each. */
export const SETUP_INTENT_OPERATIONS: readonly Operation[] = [
  {
    kind: 'setup',
    method: 'POST',
    path: '/setup_intents',
    rules: SETUP_PARAMS.create,
    publishable: false,
    run: ({ raw, context }) => create(readParams(SETUP_PARAMS.create, raw), context),
  },
  reads(SETUP_PARAMS.retrieve),
  changes('', SETUP_PARAMS.update, update),
  {
    kind: 'setup',
    method: 'POST',
    path: '/setup_intents/:id/confirm',
    rules: SETUP_PARAMS.confirm,
    publishable: true,
    wooshpayOnly: WOOSHPAY_CONFIRM_ONLY,
    run: confirmOne,
  },
  changes('/cancel', SETUP_PARAMS.cancel, cancelOne),
  { ...changes('/source_cancel', SETUP_PARAMS.giveUp, giveUp), publishable: true, givesUp: true },
  // Stripe.js calls it from the browser (`verifyMicrodepositsForSetup`).
  { ...changes('/verify_microdeposits', SETUP_PARAMS.verify, verify), publishable: true },
];
