import type { PaymentIntent } from '../intent/index.ts';
import type { Dialect } from './dialect.ts';
import type { ConfirmParams } from './params.ts';

/** The gateways that Paystep knows by name. */
export type GatewayName = 'stripe' | 'wooshpay';

/** Options of a read. */
export interface RetrieveOptions {
  /** Ends the read; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Asks for the payment method as an object, with its type, in place of its id. @default false */
  readonly expand?: boolean | undefined;
}

/** What makes a confirm safe to repeat, and to give up. */
export interface ConfirmOptions {
  /** The same for every repeat of one attempt: the gateway then answers again what it has answered. */
  readonly idempotencyKey: string;
  /** Ends the wait; whether the gateway has confirmed is then not known. */
  readonly signal?: AbortSignal | undefined;
}

/** Ways round the browser, for what a gateway does not allow it. */
export interface Transport {
  /** Instead of the gateway's own URL, for a proxy or a sandbox; without `/v1`. May be a path. */
  readonly apiBase?: string | undefined;
  /** Instead of the global `fetch`. */
  readonly fetch?: ((input: string, init?: RequestInit) => Promise<Response>) | undefined;
  /**
   * Reads the PaymentIntent through the merchant's own server instead, for gateways that browsers
   * may not ask. Resolves with the gateway's JSON as it came. `expand` is true where the payment
   * method is wanted as an object (`expand[]=payment_method`); a server that does not know it may
   * leave it out. `account` is that of the options. Whatever it rejects with counts as a lost
   * connection, except a `GatewayError`.
   */
  readonly retrieve?:
    | ((
        clientSecret: string,
        options: {
          readonly signal: AbortSignal;
          readonly expand: boolean;
          readonly account?: string | undefined;
        },
      ) => Promise<unknown>)
    | undefined;
  /**
   * Confirms through the merchant's own server instead. Resolves with the gateway's JSON as it came;
   * a decline's error too. `idempotencyKey` is to be passed on: it is the same for every repeat.
   */
  readonly confirm?:
    | ((
        clientSecret: string,
        params: ConfirmParams,
        options: {
          readonly signal: AbortSignal;
          readonly idempotencyKey: string;
          readonly account?: string | undefined;
        },
      ) => Promise<unknown>)
    | undefined;
}

/** Which gateway, with which key, and how it is reached. */
export interface GatewayOptions extends Transport {
  /** The name of a gateway that Paystep knows, or a {@link Dialect} of your own. */
  readonly gateway: GatewayName | Dialect;
  /**
   * `pk_test_…` or `pk_live_…`. Never a secret key. May be missing where `retrieve` reads through the
   * merchant's server, and be anything where the gateway is a {@link Dialect} of your own.
   */
  readonly publishableKey?: string | undefined;
  /**
   * Stripe Connect: `acct_…`, the connected account that a direct charge was created on; the
   * publishable key is the platform's (https://docs.stripe.com/connect/direct-charges). WooshPay has
   * no such accounts and is not sent it; a {@link Dialect} of your own gets it with each call.
   */
  readonly account?: string | undefined;
}

/** One gateway, as one merchant may ask it from a browser. */
export interface Gateway {
  /** `stripe`, `wooshpay`, or the name of your own {@link Dialect}. */
  readonly name: string;
  /** The URL that requests go to, without `/v1`. */
  readonly baseUrl: string;
  readonly publishableKey: string;
  /** The connected account whose PaymentIntents it reads, where there is one. */
  readonly account?: string | undefined;
  /** The id of the PaymentIntent that a client secret opens, or null where it is no client secret. */
  readonly intentId: (clientSecret: string) => string | null;
  /**
   * Makes a {@link PaymentIntent} of this gateway's JSON.
   * @throws {PaymentIntentError} where it is something else.
   */
  readonly parse: (answer: unknown) => PaymentIntent;
  /**
   * Reads a PaymentIntent. Gives up after 10 s.
   * @throws {GatewayError} and nothing else, unless the signal ended the read.
   */
  readonly retrieve: (clientSecret: string, options?: RetrieveOptions) => Promise<PaymentIntent>;
  /**
   * Confirms a PaymentIntent. Gives up after 30 s.
   * @throws {ConfirmError} where the gateway refuses, a declined payment included.
   * @throws {GatewayError} where it could not be asked: it may have confirmed all the same. Read first,
   * then repeat with the same key (`createCheckout().confirm` does).
   */
  readonly confirm: (
    clientSecret: string,
    params: ConfirmParams,
    options: ConfirmOptions,
  ) => Promise<PaymentIntent>;
}
