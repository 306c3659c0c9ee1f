import * as v from 'valibot';
import { isRecord, parseJson } from './json.ts';
import { type NextAction, parseNextAction } from './nextAction.ts';
import type { IntentStatus } from './status.ts';

/** Why the last attempt failed, in the gateway's codes. `message` is the gateway's English. */
export interface PaymentFailure {
  readonly code: string | null;
  readonly declineCode: string | null;
  readonly message: string | null;
}

/**
 * A PaymentIntent as Paystep knows it, whichever gateway it came from. Only `id` and `status` are
 * sure: a publishable key sees a subset of the fields, and absent ones are null.
 * The client secret is left out on purpose, so that a state can be logged.
 */
export interface PaymentIntent {
  readonly id: string;
  /** One of the seven statuses, or one that is not known yet. */
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
  readonly nextAction: NextAction | null;
  readonly lastPaymentError: PaymentFailure | null;
  readonly cancellationReason: string | null;
  readonly returnUrl: string | null;
}

/** The value is not a PaymentIntent; `field` names what is wrong, as a dotted path. */
export class PaymentIntentError extends Error {
  override readonly name = 'PaymentIntentError';
  constructor(
    readonly field: string,
    problem: string,
  ) {
    super(`Not a PaymentIntent: ${field} ${problem}.`);
  }
}

/** A field that may be odd or absent: what is no use is null, and nothing is refused for it. */
const field = <T>(read: (value: unknown) => T) => v.pipe(v.unknown(), v.transform(read));

const text = field((value) => (typeof value === 'string' && value !== '' ? value : null));
const flag = field((value) => (typeof value === 'boolean' ? value : null));
const amount = field(wholeNumber);

/** Seconds by the documents, milliseconds in WooshPay's answers: 1e11 s would be the year 5138. */
const time = field((value) => {
  const n = wholeNumber(value);
  return n === null || n > 1e11 ? n : n * 1000;
});

const texts = field((value) => {
  const list = parseJson(value);
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
});

const failure = field((value): PaymentFailure | null => {
  const error = parseJson(value);
  if (!isRecord(error)) return null;
  const word = (key: string) => (typeof error[key] === 'string' ? error[key] : null);
  return { code: word('code'), declineCode: word('decline_code'), message: word('message') };
});

function wholeNumber(value: unknown): number | null {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : null;
}

const schema = v.pipe(
  v.object({
    object: v.optional(v.literal('payment_intent'), 'payment_intent'),
    id: v.pipe(v.string(), v.nonEmpty()),
    status: v.pipe(v.string(), v.nonEmpty()),
    amount,
    currency: text,
    description: text,
    created: time,
    livemode: flag,
    capture_method: text,
    confirmation_method: text,
    payment_method_types: texts,
    next_action: field(parseNextAction),
    last_payment_error: failure,
    cancellation_reason: text,
    return_url: text,
  }),
  v.transform(
    (wire): PaymentIntent => ({
      id: wire.id,
      status: wire.status,
      amount: wire.amount,
      currency: wire.currency?.toLowerCase() ?? null,
      description: wire.description,
      createdAt: wire.created,
      livemode: wire.livemode,
      captureMethod: wire.capture_method,
      confirmationMethod: wire.confirmation_method === 'manual' ? 'manual' : 'automatic',
      paymentMethodTypes: wire.payment_method_types,
      nextAction: wire.next_action,
      lastPaymentError: wire.last_payment_error,
      cancellationReason: wire.cancellation_reason,
      returnUrl: wire.return_url,
    }),
  ),
);

/**
 * Turns a gateway's answer into a {@link PaymentIntent}. This is the only place that knows how the
 * two gateways' answers differ from their documents.
 *
 * @throws {PaymentIntentError} where `id` or `status` is missing or the object is something else.
 * A field that is merely odd becomes null: a wrong description must not keep a customer from paying.
 */
export function parsePaymentIntent(input: unknown): PaymentIntent {
  if (!isRecord(input)) throw new PaymentIntentError('the value', 'is not an object');
  // An absent key is for us the same as null; the schema then has one case, not two.
  const parsed = v.safeParse(schema, { ...ABSENT, ...input });
  if (parsed.success) return parsed.output;
  const field = String(parsed.issues[0].path?.[0]?.key ?? 'the value');
  throw new PaymentIntentError(field, PROBLEMS[field] ?? 'is not valid');
}

const PROBLEMS: Record<string, string> = {
  object: 'is not "payment_intent"',
  id: 'is not a non-empty string',
  status: 'is not a non-empty string',
};

const ABSENT = Object.fromEntries(
  Object.keys(schema.pipe[0].entries)
    .filter((key) => key !== 'object')
    .map((key) => [key, null]),
);
