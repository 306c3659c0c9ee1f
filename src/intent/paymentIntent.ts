import { isRecord, milliseconds, parseJson, text, wholeNumber } from './json.ts';
import { type IntentKind, kindOfId } from './kind.ts';
import { type NextAction, parseNextAction } from './nextAction.ts';
import { type IntentStatus, statusNamed } from './status.ts';

/** Why the last attempt failed, in the gateway's codes. `message` is the gateway's English. */
export interface PaymentFailure {
  readonly code: string | null;
  readonly declineCode: string | null;
  /** What the issuer advises: `do_not_try_again`, `try_again_later`, `confirm_card_data`. */
  readonly adviceCode: string | null;
  readonly message: string | null;
  /** The type of the payment method that failed (`card`, `gcash`), where the gateway sends it. */
  readonly method: string | null;
  /** The payment method's id: a new one for each attempt with newly entered values. */
  readonly methodId: string | null;
  /**
   * The charge that was declined, or the SetupAttempt of a SetupIntent: a new one for each attempt that
   * reached the bank.
   */
  readonly chargeId: string | null;
}

/** The payment method of a payment: as much as its owner needs to recognize it. */
export interface PaymentMethodInfo {
  readonly id: string | null;
  /** Null where a gateway shows the method only by its id. */
  readonly type: string | null;
  /** The last digits of a card or account. */
  readonly last4: string | null;
}

/**
 * A PaymentIntent or a SetupIntent as Paystep knows it, whichever gateway it came from; `kind` tells
 * which. Only `id`, `kind` and `status` are sure: a publishable key sees a subset of the fields, and
 * absent ones are null. A SetupIntent has no amount and no currency, its `usage` is
 * {@link PaymentIntent.setupFutureUsage}, and its `last_setup_error` is
 * {@link PaymentIntent.lastPaymentError}.
 * The client secret is left out on purpose; URLs in `nextAction` may still carry one.
 */
export interface PaymentIntent {
  readonly id: string;
  /** `setup` for a SetupIntent: a payment method is saved for later, and nothing is paid. */
  readonly kind: IntentKind;
  /** The name of the gateway that it was read from (`stripe`); null from a bare `parseIntent`. */
  readonly gateway: string | null;
  /** One of the seven statuses, or one that is not known yet. A SetupIntent has no `requires_capture`. */
  readonly status: IntentStatus | (string & {});
  /** In the currency's smallest unit, as the gateway counts it. */
  readonly amount: number | null;
  /** ISO 4217, lower case. */
  readonly currency: string | null;
  readonly description: string | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number | null;
  readonly livemode: boolean | null;
  readonly captureMethod: string | null;
  readonly confirmationMethod: 'automatic' | 'manual';
  readonly paymentMethodTypes: readonly string[];
  readonly paymentMethod: PaymentMethodInfo | null;
  readonly setupFutureUsage: string | null;
  readonly nextAction: NextAction | null;
  readonly lastPaymentError: PaymentFailure | null;
  readonly cancellationReason: string | null;
  readonly returnUrl: string | null;
}

/** The value is not a PaymentIntent or a SetupIntent; `field` names what is wrong, as a dotted path. */
export class PaymentIntentError extends Error {
  override readonly name = 'PaymentIntentError';
  constructor(
    readonly field: string,
    problem: string,
  ) {
    super(`Not a PaymentIntent or SetupIntent: ${field} ${problem}.`);
  }
}

/**
 * Turns a gateway's answer into a {@link PaymentIntent}. This is the only place that knows how the
 * two gateways' answers differ from their documents, and what older versions of Stripe's API call
 * the same.
 *
 * @throws {PaymentIntentError} where `id` or `status` is missing or the object is something else.
 * A field that is merely odd becomes null: a wrong description must not keep a customer from paying.
 *
 * @example
 * ```ts
 * const intent = parseIntent({ id: 'pi_1', status: 'succeeded', amount: 2099, currency: 'CNY' });
 * intent.kind; // 'payment'
 * intent.currency; // 'cny'
 * intent.nextAction; // null
 * ```
 */
export function parseIntent(input: unknown): PaymentIntent {
  if (!isRecord(input)) throw new PaymentIntentError('the value', 'is not an object');
  const id = required(input, 'id');
  const kind = kindOf(input.object, id);
  // Nothing is paid for a SetupIntent.
  const { amount, currency }: Record<string, unknown> = kind === 'setup' ? {} : input;
  return {
    id,
    kind,
    gateway: null,
    status: statusNamed(required(input, 'status')),
    amount: wholeNumber(amount),
    currency: text(currency)?.toLowerCase() ?? null,
    description: text(input.description),
    createdAt: milliseconds(input.created),
    livemode: typeof input.livemode === 'boolean' ? input.livemode : null,
    captureMethod: text(input.capture_method),
    confirmationMethod: MANUAL.test(text(input.confirmation_method) ?? '') ? 'manual' : 'automatic',
    paymentMethodTypes: texts(input.payment_method_types ?? input.allowed_source_types),
    paymentMethod: paymentMethod(input.payment_method ?? input.source),
    setupFutureUsage: text(input.setup_future_usage ?? input.usage),
    nextAction: parseNextAction(input.next_action ?? input.next_source_action),
    lastPaymentError: failure(
      input.last_payment_error ?? input.last_setup_error,
      input.latest_attempt,
    ),
    cancellationReason: text(input.cancellation_reason),
    returnUrl: text(input.return_url),
  };
}

const OBJECT = /^(payment|setup)_intent$/;

/** An object without a type is what its id begins with. The ids of other gateways say nothing. */
function kindOf(object: unknown, id: string): IntentKind {
  const byId = kindOfId(id);
  const [, kind] = OBJECT.exec(text(object ?? `${byId}_intent`) ?? '') ?? [];
  if (!kind || (kind !== byId && /^(pi|seti)_/.test(id))) {
    throw new PaymentIntentError('object', `is not "${byId}_intent"`);
  }
  return kind as IntentKind;
}

/** The second is its name in Stripe's first versions, where `automatic` was `publishable`. */
const MANUAL = /^(manual|secret)$/i;

function required(input: Record<string, unknown>, field: string): string {
  const value = text(input[field]);
  if (value === null) throw new PaymentIntentError(field, 'is not a non-empty string');
  return value;
}

function texts(value: unknown): string[] {
  const list = parseJson(value);
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}

function failure(value: unknown, attempt: unknown): PaymentFailure | null {
  const error = parseJson(value);
  if (!isRecord(error)) return null;
  const { code, decline_code, advice_code, message, charge = attempt } = error;
  const method = paymentMethod(error.payment_method ?? error.source);
  return {
    code: text(code),
    declineCode: text(decline_code),
    adviceCode: text(advice_code),
    message: text(message),
    method: method?.type ?? null,
    methodId: method?.id ?? null,
    chargeId: text(isRecord(charge) ? charge.id : charge),
  };
}

/**
 * An id, or the method itself: in an error, and in an answer that expands it. A card of Stripe's
 * older kind has its digits at the top, and no type.
 */
function paymentMethod(value: unknown): PaymentMethodInfo | null {
  if (!isRecord(value)) return text(value) ? { id: text(value), type: null, last4: null } : null;
  const type = text(value.type) ?? (value.object === 'card' ? 'card' : null);
  const details = type && isRecord(value[type]) ? value[type] : value;
  return { id: text(value.id), type, last4: text(details.last4) };
}
