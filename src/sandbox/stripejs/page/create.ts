/** What is made of the entered card: a PaymentMethod, a token, a ConfirmationToken. */
import { isRecord } from '../../../intent/index.ts';
import type { JsonObject } from '../../base/json.ts';
import { checkCardElement, type Result, resultOf, type StripeContext, send } from './context.ts';
import { type ElementParts, partsOf } from './element.ts';
import { groupOf, paymentElementOf } from './elements.ts';
import { misuse } from './integrationError.ts';

const object = (value: unknown): JsonObject => (isRecord(value) ? value : {});

/** `{ elements, params }`: the Payment Element's. */
async function fromElements(
  context: StripeContext,
  { elements, params }: JsonObject,
): Promise<Result> {
  const caller = 'createPaymentMethod';
  const element = paymentElementOf(caller, groupOf(caller, elements));
  return resultOf(
    await send(context, {
      path: 'payment_methods',
      params: object(params),
      element,
      place: 'method',
    }),
    'paymentMethod',
  );
}

/** The Element in `data[type]`, and the data without it. */
export function splitElement(
  caller: string,
  type: string,
  data: JsonObject,
): { readonly element: ElementParts | null; readonly data: JsonObject } {
  const { [type]: details, ...others } = data;
  const element = partsOf(details);
  if (!element) return { element: null, data };
  return { element: checkCardElement(caller, element), data: others };
}

/**
 * `createPaymentMethod(data)`, and with three arguments as before 2019.
 *
 * @throws IntegrationError for what no such call takes
 */
export async function createPaymentMethod(
  context: StripeContext,
  first: unknown,
  second?: unknown,
  third?: unknown,
): Promise<Result> {
  const isOld = typeof first === 'string';
  const params = isOld ? { type: first, [first]: second, ...object(third) } : object(first);
  if ('elements' in params) return fromElements(context, params);
  const { type } = params;
  if (typeof type !== 'string') {
    return misuse('stripe.createPaymentMethod needs { type, … } or { elements }.');
  }
  const { data, element } = splitElement('createPaymentMethod', type, params);
  if (type === 'card' && element === null && !isRecord(data.card)) {
    return misuse('stripe.createPaymentMethod needs a card: an Element, or { token }.');
  }
  return resultOf(
    await send(context, { path: 'payment_methods', params: data, element, place: 'method' }),
    'paymentMethod',
  );
}

/**
 * `createToken(cardElement, data)`.
 *
 * @throws IntegrationError for tokens of anything but a card
 */
export async function createToken(
  context: StripeContext,
  first: unknown,
  data?: unknown,
): Promise<Result> {
  const element = partsOf(first);
  if (!element) {
    return misuse('stripe.createToken: the stand-in makes tokens of an Element with a card only.');
  }
  checkCardElement('createToken', element);
  const { currency: _, ...card } = object(data);
  return resultOf(
    await send(context, { path: 'tokens', params: { card }, element, place: 'token' }),
    'token',
  );
}

/**
 * `createConfirmationToken({ elements, params })`, or with the id of a payment method.
 *
 * @throws IntegrationError where `elements.submit()` has to come first
 */
export async function createConfirmationToken(
  context: StripeContext,
  options: unknown,
): Promise<Result> {
  const { elements, params, payment_method } = object(options);
  const caller = 'createConfirmationToken';
  const path = 'confirmation_tokens';
  if (elements === undefined) {
    if (typeof payment_method !== 'string') {
      return misuse(`stripe.${caller} needs { elements }, or { payment_method: "pm_…" }.`);
    }
    const answer = await send(context, {
      path,
      params: { ...object(params), payment_method },
      element: null,
      place: 'data',
    });
    return resultOf(answer, 'confirmationToken');
  }
  const group = groupOf(caller, elements);
  const element = paymentElementOf(caller, group);
  const { setupFutureUsage } = group.options();
  const all = { setup_future_usage: setupFutureUsage, ...object(params) };
  const answer = await send(context, { path, params: all, element, place: 'data' });
  return resultOf(answer, 'confirmationToken');
}
