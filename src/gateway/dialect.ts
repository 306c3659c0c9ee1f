import type { PaymentIntent } from '../intent/index.ts';
import type { GatewayErrorKind } from './gatewayError.ts';
import type { IntentJson } from './intentJson.ts';
import type { ConfirmParams } from './params.ts';

/**
 * One gateway: where it is, what it is sent, and what its answers mean. Paystep has two (`stripe`,
 * `wooshpay`); a merchant may pass their own for another gateway with PaymentIntents.
 */
export interface Dialect extends DialectReads {
  /** What a confirm sends with a publishable key. */
  readonly confirm: (call: ConfirmCall) => GatewayRequest;
}

/** The half of a {@link Dialect} that reads. */
export interface DialectReads {
  /** Letters and digits. Every PaymentIntent that is read from it has this name as its `gateway`. */
  readonly name: string;
  /** The URL of its API, without `/v1`. */
  readonly baseUrl: string;
  /** The same for test keys (`pk_test_…`), if that is another host. */
  readonly testBaseUrl?: string;
  /**
   * The id of the PaymentIntent or SetupIntent that a client secret opens, or null where it is no client
   * secret.
   * @default Stripe's form: `pi_123` of `pi_123_secret_456`
   */
  readonly intentId?: (clientSecret: string) => string | null;
  /** What a read sends with a publishable key. */
  readonly retrieve: (call: RetrieveCall) => GatewayRequest;
  /**
   * Gives an answer's JSON, of either call, the names of Stripe's API; or makes a whole
   * {@link PaymentIntent} of it. Its `object` (`setup_intent`), or its `kind` (`setup`), says where it is a
   * SetupIntent; without either it is a PaymentIntent. What it throws counts as an answer that is neither.
   * @default the answer as it is, for those in Stripe's or WooshPay's form
   */
  readonly parse?: (answer: unknown) => IntentJson | PaymentIntent;
  /**
   * What an answer says where it is a refusal; null where it is none. Called with the JSON of each
   * answer that is no success, and of all that your own `confirm` resolves with.
   * @default Stripe's form: `error.code`, `error.param`, `error.payment_intent`
   */
  readonly parseError?: (answer: unknown) => Refusal | null;
}

/** What a refusal says, read from its JSON; all of it optional. */
export interface Refusal {
  /** The gateway's word for it, for the console: letters, digits, dots and underscores. */
  readonly code?: string | null | undefined;
  /** The parameter that is wrong, named as in `params`: `payment_method_data[billing_details][email]`. */
  readonly param?: string | null | undefined;
  /** The JSON of the payment as it is now, for `parse`; its last failure tells the customer why. */
  readonly intent?: unknown;
  /**
   * Whether an attempt was made and has failed; a request that was merely wrong is none.
   * @default whether the HTTP status is 402
   */
  readonly isDecline?: boolean | undefined;
  /** @default by the HTTP status; `rejected` through your own server, which passes on none */
  readonly kind?: GatewayErrorKind | undefined;
}

/** What a {@link Dialect} makes the request of a read from. */
export interface RetrieveCall {
  readonly publishableKey: string;
  readonly clientSecret: string;
  /** The id of the PaymentIntent or SetupIntent. */
  readonly id: string;
  /** The connected account whose PaymentIntent it is, where the options name one. */
  readonly account?: string | undefined;
  /** Whether the payment method is wanted as an object, with its type, in place of its id. */
  readonly expand: boolean;
}

/** What a {@link Dialect} makes the request of a confirm from. */
export interface ConfirmCall extends Omit<RetrieveCall, 'expand'> {
  readonly params: ConfirmParams;
  /** The same for every repeat of one attempt. */
  readonly idempotencyKey: string;
}

/** An HTTP request, without the gateway's base URL. */
export interface GatewayRequest {
  /**
   * @default `/v1/payment_intents/{id}` for a read, with `/confirm` for a confirm; `/v1/setup_intents/{id}`
   * where the id begins with `seti_`
   */
  readonly path?: string;
  /** @default GET for a read, POST for a confirm */
  readonly method?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}
