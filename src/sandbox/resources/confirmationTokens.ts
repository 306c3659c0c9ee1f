import { newId } from '../base/ids.ts';
import { problems } from '../errors/errors.ts';
import { methodById, newMethod } from '../operations/paymentMethod.ts';
import { type ConfirmationToken, presentConfirmationToken } from '../payment/confirmationToken.ts';
import type { PaymentMethod } from '../payment/intent.ts';
import { shipping } from '../request/billing.ts';
import { checkSize } from '../request/bounds.ts';
import { filled, matching, object, oneOf, type Read, readParams } from '../request/readers.ts';
import { returnUrl } from '../request/urls.ts';
import { isOwnedBy, type RequestContext } from '../world/context.ts';
import type { ResourceRequest, Route } from './resource.ts';

/** Twelve hours, as in the sample of Stripe's API reference. Milliseconds. */
const LIFETIME = 12 * 3600 * 1000;

/** The names of stripe 23.1.0, `TestHelpers.ConfirmationTokenCreateParams`. */
const CREATE = {
  payment_method: filled,
  payment_method_data: object,
  payment_method_options: matching({ card: object }),
  return_url: returnUrl,
  setup_future_usage: oneOf('off_session', 'on_session'),
  shipping,
} as const;

type CreateParams = Read<typeof CREATE>;

/** An entered payment method stays out of the list of PaymentMethods until a confirm. */
function methodOf(params: CreateParams, context: RequestContext): PaymentMethod | null {
  const { payment_method: id, payment_method_data: data } = params;
  if (id !== undefined && data) {
    throw problems.exclusive(['payment_method', 'payment_method_data']);
  }
  if (data) return newMethod(data, context, 'payment_method_data');
  return id === undefined ? null : methodById(id, context);
}

const show = (token: ConfirmationToken, { dialect }: RequestContext) =>
  presentConfirmationToken(token, dialect.time);

function create({ raw, context }: ResourceRequest): object {
  const params = readParams(CREATE, raw);
  const { account, dialect, now, random, store } = context;
  const token = checkSize<ConfirmationToken>({
    id: newId('ctoken', dialect.name, random),
    dialect: dialect.name,
    account,
    created: now(),
    expiresAt: now() + LIFETIME,
    paymentMethod: methodOf(params, context),
    paymentMethodOptions: params.payment_method_options ?? null,
    returnUrl: params.return_url ?? null,
    setupFutureUsage: params.setup_future_usage ?? null,
    shipping: params.shipping ?? null,
    usedBy: null,
  });
  store.tokens.set(token.id, token);
  return show(token, context);
}

function retrieve({ path, context }: ResourceRequest): object {
  const { id = '' } = path;
  const token = context.store.tokens.get(id);
  if (!token || !isOwnedBy(context)(token)) throw problems.noSuch('confirmationtoken', id);
  return show(token, context);
}

const ALL = '/confirmation_tokens';

/** ConfirmationTokens: what Stripe's script collects before there is an intent. */
export const CONFIRMATION_TOKEN_ROUTES: readonly Route[] = [
  { method: 'POST', path: `/test_helpers${ALL}`, rules: CREATE, run: create },
  // Not in Stripe's API reference. Stripe.js sends it for `createConfirmationToken`, with the same
  // names and more of its own, which are not taken here.
  { method: 'POST', path: ALL, rules: CREATE, publishable: true, run: create },
  { method: 'GET', path: `${ALL}/:id`, rules: {}, run: retrieve },
];
