import type { JsonObject } from '../base/json.ts';
import { problems } from '../errors/errors.ts';
import type { ConfirmationToken } from '../payment/confirmationToken.ts';
import type { Intent, PaymentMethod } from '../payment/intent.ts';
import type { ConfirmParams } from '../request/params.ts';
import { isOwnedBy, type RequestContext } from '../world/context.ts';

/** The token that a request names, if it can still be used; null where it names none. */
export function tokenOf(id: string | undefined, context: RequestContext): ConfirmationToken | null {
  if (id === undefined) return null;
  const token = context.store.tokens.get(id);
  if (!token || !isOwnedBy(context)(token)) throw problems.noConfirmationToken(id);
  if (token.usedBy !== null) throw problems.tokenUsed(id, token.usedBy);
  if (token.expiresAt <= context.now()) throw problems.tokenExpired(id);
  return token;
}

/** Parameters of an attempt, and the payment method of a token. */
export interface TokenParams extends ConfirmParams {
  readonly preview?: PaymentMethod;
}

/** What a token says of a payment, and a SetupIntent has no place for. */
const paymentParams = ({ setupFutureUsage, shipping }: ConfirmationToken): JsonObject => ({
  ...(setupFutureUsage !== null && { setup_future_usage: setupFutureUsage }),
  ...(shipping && { shipping }),
});

/** An entered payment method, or the id of one that exists already. */
function methodParams(token: ConfirmationToken, context: RequestContext): TokenParams {
  const { paymentMethod: method } = token;
  if (method === null) return {};
  return context.store.paymentMethod(method.id)
    ? { payment_method: method.id }
    : { preview: method };
}

/**
 * The parameters of a request and of its token. "If the provided ConfirmationToken contains
 * properties that are also being provided in this request […] then the values in this request will
 * take precedence" (Stripe's API reference).
 */
export function withToken(
  params: ConfirmParams,
  token: ConfirmationToken,
  { kind }: Intent,
  context: RequestContext,
): TokenParams {
  const { payment_method: id, payment_method_data: data } = params;
  return {
    use_stripe_sdk: true,
    ...(token.returnUrl !== null && { return_url: token.returnUrl }),
    ...(kind === 'payment' && paymentParams(token)),
    ...(id === undefined && data === undefined && methodParams(token, context)),
    ...params,
    payment_method_options: {
      ...(token.paymentMethodOptions as ConfirmParams['payment_method_options']),
      ...params.payment_method_options,
    },
  };
}

/** Marks a token as used by an intent. */
export function spendToken(
  token: ConfirmationToken | null,
  { id }: Intent,
  { store }: RequestContext,
): void {
  if (token) store.tokens.set(token.id, { ...token, usedBy: id });
}
