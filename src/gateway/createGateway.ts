import {
  intentIdOf,
  type PaymentIntent,
  PaymentIntentError,
  parseIntent,
} from '../intent/index.ts';
import { readAnswer } from './answer.ts';
import type { Dialect } from './dialect.ts';
import { GatewayError } from './gatewayError.ts';
import { withTimeout } from './request.ts';
import { stripe } from './stripe.ts';
import { tell } from './tell.ts';
import { wooshpay } from './wooshpay.ts';

const DIALECTS = { stripe, wooshpay } satisfies Record<string, Dialect>;

/** The gateways whose answers are understood. */
export type GatewayName = keyof typeof DIALECTS;

/** What a read is given. */
export interface RetrieveOptions {
  /** Ends the read; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Has the payment method shown whole, with its type; WooshPay documents no way to ask for that. */
  readonly expand?: boolean;
}

/** Which gateway, with which key; and ways round the browser for what it does not allow. */
export interface GatewayOptions {
  readonly gateway: GatewayName;
  /** `pk_test_…` or `pk_live_…`. Never a secret key. */
  readonly publishableKey: string;
  /** Instead of the gateway's own address, for a proxy or a sandbox; without `/v1`. */
  readonly apiBase?: string;
  /** Instead of the global `fetch`. */
  readonly fetch?: (input: string, init?: RequestInit) => Promise<Response>;
  /**
   * Reads the PaymentIntent through the merchant's own server instead, for gateways that browsers
   * may not ask. Resolves with the gateway's JSON as it came.
   */
  readonly retrieve?: (
    clientSecret: string,
    options: { readonly signal: AbortSignal },
  ) => Promise<unknown>;
  /**
   * Confirms through the merchant's own server instead. Resolves with the gateway's JSON as it came;
   * a decline's error too. `idempotencyKey` is to be passed on: it is the same for every repeat.
   */
  readonly confirm?: (
    clientSecret: string,
    params: ConfirmParams,
    options: { readonly signal: AbortSignal; readonly idempotencyKey: string },
  ) => Promise<unknown>;
}

/** A value of a request, as JSON has them. */
export type Param =
  | string
  | number
  | boolean
  | readonly Param[]
  | { readonly [name: string]: Param };

/**
 * The parameters of `POST /v1/payment_intents/{id}/confirm`, under the API's own names; those that a
 * publishable key may send.
 */
export interface ConfirmParams {
  readonly payment_method?: string;
  readonly payment_method_data?: { readonly [name: string]: Param };
  readonly payment_method_options?: { readonly [name: string]: Param };
  readonly return_url?: string;
  /** Once it is set, a publishable key may only widen it from `on_session`. */
  readonly setup_future_usage?: 'on_session' | 'off_session';
  readonly [name: string]: Param | undefined;
}

/** One gateway, as one merchant may read it from a browser. */
export interface Gateway {
  readonly name: GatewayName;
  /** Where requests go. */
  readonly address: string;
  readonly publishableKey: string;
  /** Functions that it was given, for what else goes to this gateway (`confirmPaymentIntent`). */
  readonly given?: Pick<GatewayOptions, 'confirm' | 'fetch'>;
  /**
   * Reads a PaymentIntent.
   * @throws {GatewayError} and nothing else, unless the signal ended the read.
   */
  readonly retrieve: (clientSecret: string, options?: RetrieveOptions) => Promise<PaymentIntent>;
}

/**
 * A client for PaymentIntents with a publishable key.
 * @throws {TypeError} on a misuse: an unknown gateway, or a key that is not a publishable one.
 */
export function createGateway(options: GatewayOptions): Gateway {
  const dialect = checkedDialect(options);
  const address = addressOf(dialect, options);
  const read = heard(options.retrieve ?? overHttp(dialect, address, options), address, options);
  return {
    name: options.gateway,
    address,
    publishableKey: options.publishableKey,
    given: options,
    retrieve: async (clientSecret, { signal, expand } = {}) => {
      const id = idIn(clientSecret);
      const answer = await withTimeout(
        (own) => read(clientSecret, { signal: own, expand }),
        signal,
      );
      return checkedIntent(answer, id);
    },
  };
}

const CAUSES =
  'Not running, offline, another path, CORS, CSP (connect-src), http: on an https: page, a blocker? The browser’s own message may tell.';

/** Addresses that have answered: what is lost later is the customer's connection. */
const reached = new Set<string>();

/**
 * Tells the developer at the first failure; the customer is told when it has lasted. Browsers keep
 * from a page why a request has failed, so the line has the causes that there may be.
 */
function heard(read: Read, address: string, { retrieve }: GatewayOptions): Read {
  return async (clientSecret, options) => {
    try {
      const answer = await read(clientSecret, options);
      reached.add(address);
      return answer;
    } catch (error) {
      if (error instanceof GatewayError) reached.add(address);
      else if (!options.signal.aborted && !reached.has(address)) {
        const where = retrieve ? 'by your retrieve()' : unreached(address, clientSecret);
        tell(`the gateway could not be reached ${where}. ${CAUSES}`);
      }
      throw error;
    }
  };
}

function unreached(address: string, clientSecret: string): string {
  // Nothing that an address may hold for itself alone: a name and a password, a query.
  const url = `${address}/v1/payment_intents/${intentIdOf(clientSecret)}`;
  return `at ${url.replace(/\/\/[^/]*@/, '//').replace(/[?#].*/, '')}`;
}

type Read = (clientSecret: string, options: ReadOptions) => Promise<unknown>;

interface ReadOptions {
  readonly signal: AbortSignal;
  readonly expand?: boolean | undefined;
}

function overHttp(dialect: Dialect, address: string, options: GatewayOptions): Read {
  return async (clientSecret, { signal, expand }) => {
    const { query, headers } = dialect.retrieve({
      publishableKey: options.publishableKey,
      clientSecret,
    });
    const asked = { ...query, ...(expand && { 'expand[]': 'payment_method' }) };
    const url = `${address}/v1/payment_intents/${intentIdOf(clientSecret)}?${new URLSearchParams(asked)}`;
    // Wrapped, not referenced: a test or a monitor may replace the global later.
    const send = options.fetch ?? ((input, init) => fetch(input, init));
    const response = await send(url, { headers, signal, credentials: 'omit', cache: 'no-store' });
    return readAnswer(response, Date.now());
  };
}

function checkedDialect({ gateway, publishableKey, retrieve }: GatewayOptions): Dialect {
  if (!Object.hasOwn(DIALECTS, gateway)) {
    throw new TypeError(
      `Paystep: the gateway is missing or unknown. Give one of: ${Object.keys(DIALECTS).join(', ')}.`,
    );
  }
  if (/^[sr]k_/.test(publishableKey)) {
    throw new TypeError(
      'Paystep: a secret key was given as publishable key. It must never reach a browser: revoke it at the gateway and give the key that begins with "pk_".',
    );
  }
  // The merchant's own server has a key of its own.
  const isNeeded = !retrieve || Boolean(publishableKey);
  if (isNeeded && !/^pk_\w+$/.test(publishableKey)) {
    throw new TypeError(
      'Paystep: the publishable key is missing or malformed. Give the key that begins with "pk_test_" or "pk_live_", without quotes or spaces.',
    );
  }
  return DIALECTS[gateway];
}

function addressOf(dialect: Dialect, { apiBase, publishableKey }: GatewayOptions): string {
  if (apiBase) return apiBase.replace(/\/+$/, '').replace(/\/v1$/, '');
  return publishableKey.startsWith('pk_test_')
    ? (dialect.testAddress ?? dialect.address)
    : dialect.address;
}

/** The id that a client secret opens. Throws {@link GatewayError} where it is none. */
export function idIn(clientSecret: string): string {
  const id = intentIdOf(clientSecret);
  if (id) return id;
  throw new GatewayError('invalid-secret', { detail: secretHint(clientSecret) });
}

/** Says which mix-up it looks like; quotes nothing of the value. */
function secretHint(value: string): string {
  if (/^[prs]k_/.test(value))
    return "It looks like an API key; give the PaymentIntent's client_secret.";
  if (/^seti_/.test(value)) return 'It belongs to a SetupIntent; Paystep shows PaymentIntents.';
  if (/^pi_[^_]+$/.test(value)) return 'It looks like the id alone; give the whole client_secret.';
  return 'Give the PaymentIntent\'s client_secret: "pi_…_secret_…", without quotes or spaces.';
}

/** The PaymentIntent that was asked for. Throws {@link GatewayError} where the answer is another thing. */
export function checkedIntent(answer: unknown, id: string): PaymentIntent {
  try {
    const intent = parseIntent(answer);
    if (intent.id === id) return intent;
  } catch (error) {
    if (!(error instanceof PaymentIntentError)) throw error;
    throw new GatewayError('malformed', { detail: error.message });
  }
  throw new GatewayError('malformed', {
    detail: 'It is another PaymentIntent than the one asked for.',
  });
}
