import type { DialectName } from '../base/dialectName.ts';
import type { JsonObject } from '../base/json.ts';
import type { PaymentMethod } from './intent.ts';
import { presentPaymentMethod, presentShipping } from './present.ts';

/** What a customer has entered, for one confirm of a PaymentIntent or a SetupIntent. */
export interface ConfirmationToken {
  readonly id: string;
  readonly dialect: DialectName;
  /** The connected account that it belongs to; null for the platform's. */
  readonly account: string | null;
  /** Milliseconds. */
  readonly created: number;
  readonly expiresAt: number;
  /** What becomes the payment method of the intent; not stored as one before. */
  readonly paymentMethod: PaymentMethod | null;
  readonly paymentMethodOptions: JsonObject | null;
  readonly returnUrl: string | null;
  readonly setupFutureUsage: string | null;
  readonly shipping: JsonObject | null;
  /** The intent that was confirmed with it. */
  readonly usedBy: string | null;
}

/** The payment method as it will be: it has no id and no time yet. */
function preview(method: PaymentMethod): JsonObject {
  const {
    created: _created,
    id: _id,
    livemode: _livemode,
    metadata: _metadata,
    object: _object,
    ...shown
  } = presentPaymentMethod(method, 0);
  return shown;
}

const idIfOf = (prefix: string, id: string | null) => (id?.startsWith(prefix) ? id : null);

/** A ConfirmationToken as Stripe shows it. */
export function presentConfirmationToken(
  token: ConfirmationToken,
  time: (milliseconds: number) => number,
): JsonObject {
  return {
    id: token.id,
    object: 'confirmation_token',
    created: time(token.created),
    expires_at: time(token.expiresAt),
    livemode: false,
    mandate_data: null,
    metadata: null,
    payment_intent: idIfOf('pi_', token.usedBy),
    payment_method_options: token.paymentMethodOptions,
    payment_method_preview: token.paymentMethod && preview(token.paymentMethod),
    return_url: token.returnUrl,
    setup_future_usage: token.setupFutureUsage,
    setup_intent: idIfOf('seti_', token.usedBy),
    shipping: presentShipping(token.shipping),
    // "Defaults to true on ConfirmationToken" (Stripe's API reference).
    use_stripe_sdk: true,
  };
}
