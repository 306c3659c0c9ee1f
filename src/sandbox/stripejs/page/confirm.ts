/** Confirms an intent, carries out what it asks for, and answers as Stripe.js does. */
import { isRecord } from '../../../intent/index.ts';
import type { JsonObject } from '../../base/json.ts';
import type { IntentKind } from '../../payment/intentKind.ts';
import { KIND_NAMES } from '../../payment/intentKind.ts';
import type { ApiAnswer } from '../api.ts';
import type { Place } from '../messages.ts';
import { type IntentRef, intentOf } from './clientSecret.ts';
import { type Result, type StripeContext, send } from './context.ts';
import { splitElement } from './create.ts';
import { type ElementParts, partsOf } from './element.ts';
import { groupOf, paymentElementOf } from './elements.ts';
import { misuse } from './integrationError.ts';
import { carryOut, retrieveIntent } from './nextAction.ts';

const RESULT_NAMES: Readonly<Record<IntentKind, string>> = {
  payment: 'paymentIntent',
  setup: 'setupIntent',
};

const object = (value: unknown): JsonObject => (isRecord(value) ? value : {});

/** The error of an attempt that has failed; null where it has not. */
function attemptError({ kind }: IntentRef, intent: JsonObject): JsonObject | null {
  const last = kind === 'setup' ? intent.last_setup_error : intent.last_payment_error;
  if (intent.status !== 'requires_payment_method' || !isRecord(last)) return null;
  return { ...last, [KIND_NAMES[kind].object]: intent };
}

/** `{ paymentIntent }`, `{ setupIntent }` or `{ error }`. */
function outcome(ref: IntentRef, answer: ApiAnswer): Result {
  if (!answer.ok) return { error: answer.error };
  const error = attemptError(ref, answer.body);
  return error ? { error } : { [RESULT_NAMES[ref.kind]]: answer.body };
}

interface Attempt {
  readonly params: JsonObject;
  readonly element: ElementParts | null;
  readonly place: Place;
}

const attempt = (
  context: StripeContext,
  { clientSecret, path }: IntentRef,
  { element, params, place }: Attempt,
): Promise<ApiAnswer> =>
  send(context, {
    path: `${path}/confirm`,
    params: { ...params, client_secret: clientSecret, use_stripe_sdk: true },
    element,
    place,
  });

/** Confirms, and has the customer do what comes next, unless the page does that itself. */
async function confirmIntent(
  context: StripeContext,
  ref: IntentRef,
  wanted: Attempt,
  handleActions: boolean,
): Promise<Result> {
  const answer = await attempt(context, ref, wanted);
  if (!answer.ok || !handleActions) return outcome(ref, answer);
  return outcome(ref, await carryOut(context, ref, answer.body));
}

/** `payment_method_options.card.cvc` may be an Element. */
function withCvc({ params }: Attempt): Attempt | null {
  const options = object(params.payment_method_options);
  const { cvc, ...card } = object(options.card);
  const element = partsOf(cvc);
  if (!element) return null;
  if (element.type !== 'cardCvc')
    misuse('payment_method_options.card.cvc takes the Element "cardCvc".');
  return {
    params: { ...params, payment_method_options: { ...options, card } },
    element,
    place: 'cvc',
  };
}

/** The parameters of `confirmCardPayment` and its like. */
function methodAttempt(caller: string, type: string, data: JsonObject): Attempt {
  const { payment_method: method, save_payment_method, ...params } = data;
  const saved = save_payment_method === true ? { setup_future_usage: 'off_session' } : {};
  const common = { ...saved, ...params };
  if (method === undefined || typeof method === 'string') {
    const plain: Attempt = {
      params: { ...common, payment_method: method },
      element: null,
      place: 'data',
    };
    return withCvc(plain) ?? plain;
  }
  if (!isRecord(method))
    return misuse(`stripe.${caller}: \`payment_method\` is an id or an object.`);
  const { data: details, element } = splitElement(caller, type, method);
  return {
    params: { ...common, payment_method_data: { ...details, type } },
    element,
    place: 'data',
  };
}

/** `stripe.confirmCardPayment(clientSecret, data, options)`, and its like for other types. */
export async function confirmWithMethod(
  context: StripeContext,
  { caller, kind, type }: { caller: string; kind: IntentKind; type: string },
  secret: unknown,
  data: unknown,
  options: unknown,
): Promise<Result> {
  const ref = intentOf(caller, secret, kind);
  const wanted = methodAttempt(caller, type, object(data));
  return confirmIntent(context, ref, wanted, object(options).handleActions !== false);
}

/** The intent's id, secret and end, as Stripe adds them to the `return_url`. */
function returnUrlFor(
  { clientSecret, id, kind }: IntentRef,
  intent: JsonObject,
  url: string,
): string {
  const { object: name } = KIND_NAMES[kind];
  const target = new URL(url, location.href);
  const { status } = intent;
  const end = status === 'requires_capture' ? 'succeeded' : status;
  target.searchParams.set(name, id);
  target.searchParams.set(`${name}_client_secret`, clientSecret);
  target.searchParams.set('redirect_status', end === 'requires_action' ? 'pending' : String(end));
  return target.href;
}

/** The intent of `confirmPayment` and `confirmSetup`: named, or that of the group. */
function intentIn(
  caller: string,
  kind: IntentKind,
  { clientSecret, elements }: JsonObject,
): IntentRef {
  if (clientSecret === undefined && elements !== undefined) {
    const { intent } = groupOf(caller, elements);
    if (intent) return intentOf(caller, intent.clientSecret, kind);
  }
  return intentOf(caller, clientSecret, kind);
}

function attemptOf(caller: string, { confirmParams, elements }: JsonObject): Attempt {
  const params = object(confirmParams);
  const isNamed = params.payment_method !== undefined || params.confirmation_token !== undefined;
  const element =
    elements === undefined || isNamed ? null : paymentElementOf(caller, groupOf(caller, elements));
  return { params, element, place: 'data' };
}

/** `stripe.confirmPayment(options)` and `stripe.confirmSetup(options)`. */
export async function confirmAny(
  context: StripeContext,
  kind: IntentKind,
  options: unknown,
): Promise<Result> {
  const caller = kind === 'setup' ? 'confirmSetup' : 'confirmPayment';
  const call = object(options);
  const ref = intentIn(caller, kind, call);
  const { return_url: returnUrl } = object(call.confirmParams);
  const always = call.redirect !== 'if_required';
  if (always && typeof returnUrl !== 'string') {
    return misuse(
      `stripe.${caller} needs confirmParams.return_url, where the customer goes at the end; or redirect: "if_required".`,
    );
  }
  const result = await confirmIntent(context, ref, attemptOf(caller, call), true);
  const intent = result[RESULT_NAMES[kind] as keyof Result] as JsonObject | undefined;
  if (!always || intent === undefined || typeof returnUrl !== 'string') return result;
  context.leave(returnUrlFor(ref, intent, returnUrl));
  return new Promise<never>(() => {});
}

/** `stripe.retrievePaymentIntent(clientSecret)` and `stripe.retrieveSetupIntent(clientSecret)`. */
export async function retrieve(
  context: StripeContext,
  kind: IntentKind,
  secret: unknown,
): Promise<Result> {
  const caller = kind === 'setup' ? 'retrieveSetupIntent' : 'retrievePaymentIntent';
  const ref = intentOf(caller, secret, kind);
  const answer = await retrieveIntent(context, ref);
  return answer.ok ? { [RESULT_NAMES[kind]]: answer.body } : { error: answer.error };
}

/** Reads an intent and does what it asks for. */
async function handle(context: StripeContext, ref: IntentRef): Promise<Result> {
  const answer = await retrieveIntent(context, ref);
  if (!answer.ok) return { error: answer.error };
  if (answer.body.status !== 'requires_action') return { [RESULT_NAMES[ref.kind]]: answer.body };
  return outcome(ref, await carryOut(context, ref, answer.body));
}

/** `stripe.handleNextAction({ clientSecret })`. */
export const handleNextAction = async (context: StripeContext, options: unknown): Promise<Result> =>
  handle(context, intentOf('handleNextAction', object(options).clientSecret, null));

/** `stripe.handleCardAction(clientSecret)`, of a PaymentIntent that the server confirms again. */
export async function handleCardAction(context: StripeContext, secret: unknown): Promise<Result> {
  const ref = intentOf('handleCardAction', secret, 'payment');
  const answer = await retrieveIntent(context, ref);
  if (!answer.ok) return { error: answer.error };
  if (answer.body.status === 'requires_action') return handle(context, ref);
  return {
    error: {
      type: 'invalid_request_error',
      code: 'payment_intent_unexpected_state',
      message: `stripe.handleCardAction: the PaymentIntent asks for no action; it is ${answer.body.status}.`,
      payment_intent: answer.body,
    },
  };
}

/** `stripe.verifyMicrodepositsForPayment(clientSecret, data)`, and for a setup. */
export async function verifyMicrodeposits(
  context: StripeContext,
  kind: IntentKind,
  secret: unknown,
  data: unknown,
): Promise<Result> {
  const caller = kind === 'setup' ? 'verifyMicrodepositsForSetup' : 'verifyMicrodepositsForPayment';
  const ref = intentOf(caller, secret, kind);
  const answer = await send(context, {
    path: `${ref.path}/verify_microdeposits`,
    params: { ...object(data), client_secret: ref.clientSecret },
    element: null,
    place: 'data',
  });
  return outcome(ref, answer);
}
