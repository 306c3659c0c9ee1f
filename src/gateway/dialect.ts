import type { PaymentIntent } from '../intent/index.ts';
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
   * The id of the PaymentIntent that a client secret opens, or null where it is no client secret.
   * @default Stripe's form: `pi_123` of `pi_123_secret_456`
   */
  readonly intentId?: (clientSecret: string) => string | null;
  /** What a read sends with a publishable key. */
  readonly retrieve: (call: RetrieveCall) => GatewayRequest;
  /**
   * Makes a {@link PaymentIntent} of an answer's JSON, of either call.
   * @default `parseIntent`, for answers in Stripe's or WooshPay's form
   */
  readonly parse?: (answer: unknown) => PaymentIntent;
}

/** What a {@link Dialect} makes the request of a read from. */
export interface RetrieveCall {
  readonly publishableKey: string;
  readonly clientSecret: string;
  /** The PaymentIntent's id. */
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
  /** @default `/v1/payment_intents/{id}` for a read, with `/confirm` for a confirm */
  readonly path?: string;
  /** @default GET for a read, POST for a confirm */
  readonly method?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}
