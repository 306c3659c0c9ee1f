import {
  intentIdOf,
  type PaymentIntent,
  PaymentIntentError,
  parseIntent,
} from '../intent/index.ts';
import { readAnswer } from './answer.ts';
import type { DialectReads, GatewayRequest, RetrieveCall } from './dialect.ts';
import type { Gateway, GatewayName, GatewayOptions } from './gateway.ts';
import { GatewayError } from './gatewayError.ts';
import { withTimeout } from './request.ts';
import { send } from './send.ts';
import { stripeReads } from './stripe.ts';
import { tell } from './tell.ts';
import { wooshpayReads } from './wooshpay.ts';

const KNOWN: Readonly<Record<GatewayName, DialectReads>> = {
  stripe: stripeReads,
  wooshpay: wooshpayReads,
};

/** A gateway that reads, with what a confirm needs of it too; see `withConfirm`. */
export interface Connection extends Omit<Gateway, 'confirm'> {
  readonly dialect: DialectReads;
  readonly options: GatewayOptions;
  /** The parts of each call. Throws {@link GatewayError} where the client secret is none. */
  readonly callOf: (clientSecret: string) => Credentials;
  readonly send: (path: string, request: GatewayRequest, signal: AbortSignal) => Promise<Response>;
  /** The PaymentIntent that was asked for. Throws {@link GatewayError} where the answer is another thing. */
  readonly intentFrom: (answer: unknown, id: string) => PaymentIntent;
}

type Credentials = Pick<RetrieveCall, 'publishableKey' | 'clientSecret' | 'id'>;

/**
 * The half of a gateway that the script tag's first file has: it reads.
 * @throws {TypeError} on a misuse: an unknown gateway, or a key that is not a publishable one.
 */
export function connect(options: GatewayOptions): Connection {
  const dialect = checkedDialect(options);
  const { publishableKey = '' } = options;
  const { name, intentId = intentIdOf, parse: parseAnswer = parseIntent } = dialect;
  const baseUrl = baseUrlOf(dialect, options);
  const connection: Connection = {
    name,
    baseUrl,
    publishableKey,
    dialect,
    options,
    intentId,
    parse: (answer) => ({ ...parseAnswer(answer), gateway: name }),
    callOf: (clientSecret) => ({ publishableKey, clientSecret, id: idOf(intentId, clientSecret) }),
    send: (path, request, signal) =>
      send(baseUrl + (request.path ?? path), request, options, signal),
    intentFrom: (answer, id) => checkedIntent(connection, answer, id),
    async retrieve(clientSecret, { signal, expand = false } = {}) {
      const { id } = connection.callOf(clientSecret);
      const answer = await withTimeout(
        (ended) => read(clientSecret, { signal: ended, expand }),
        signal,
      );
      return connection.intentFrom(answer, id);
    },
  };
  const read = warning(options.retrieve ?? reading(connection), connection);
  return connection;
}

type Read = NonNullable<GatewayOptions['retrieve']>;

/** A read by the gateway's own API. */
function reading({ dialect, callOf, send }: Connection): Read {
  return async (clientSecret, { signal, expand }) => {
    const call = callOf(clientSecret);
    const request = dialect.retrieve({ ...call, expand });
    return readAnswer(await send(`/v1/payment_intents/${call.id}`, request, signal), Date.now());
  };
}

const CAUSES =
  'Not running, offline, another path, CORS, CSP (connect-src), http: on an https: page, a blocker? The browser’s own message may tell.';

/** URLs that have answered: what is lost later is the customer's connection. */
const reached = new Set<string>();

/**
 * Warns the developer at the first failure; the customer is told when it has lasted. Browsers keep
 * from a page why a request has failed, so the line has the causes that there may be.
 */
function warning(read: Read, { baseUrl, intentId, options: { retrieve } }: Connection): Read {
  return async (clientSecret, options) => {
    try {
      const answer = await read(clientSecret, options);
      reached.add(baseUrl);
      return answer;
    } catch (error) {
      if (error instanceof GatewayError) reached.add(baseUrl);
      else if (!options.signal.aborted && !reached.has(baseUrl)) {
        const where = retrieve ? 'by your retrieve()' : shownUrl(baseUrl, intentId(clientSecret));
        tell(`the gateway could not be reached ${where}. ${CAUSES}`);
      }
      throw error;
    }
  };
}

/** Without what a URL may hold for itself alone: a name and a password, a query. */
function shownUrl(baseUrl: string, id: string | null): string {
  const url = `${baseUrl}/v1/payment_intents/${id}`;
  return `at ${url.replace(/\/\/[^/]*@/, '//').replace(/[?#].*/, '')}`;
}

function checkedDialect({ gateway, publishableKey = '', retrieve }: GatewayOptions): DialectReads {
  const isOwn = typeof gateway === 'object' && gateway !== null;
  if (!isOwn && !Object.hasOwn(KNOWN, gateway)) {
    throw new TypeError(
      `Paystep: the gateway is missing or unknown. Give one of: ${Object.keys(KNOWN).join(', ')}.`,
    );
  }
  if (/^[sr]k_/.test(publishableKey)) {
    throw new TypeError(
      'Paystep: a secret key was given as publishable key. It must never reach a browser: revoke it at the gateway and give the key that begins with "pk_".',
    );
  }
  // The merchant's own server has a key of its own; and who knows the keys of another gateway?
  const isNeeded = !isOwn && (!retrieve || Boolean(publishableKey));
  if (isNeeded && !/^pk_\w+$/.test(publishableKey)) {
    throw new TypeError(
      'Paystep: the publishable key is missing or malformed. Give the key that begins with "pk_test_" or "pk_live_", without quotes or spaces.',
    );
  }
  return isOwn ? gateway : KNOWN[gateway];
}

function baseUrlOf(
  dialect: DialectReads,
  { apiBase, publishableKey = '' }: GatewayOptions,
): string {
  if (apiBase) return apiBase.replace(/\/+$/, '').replace(/\/v1$/, '');
  const { baseUrl, testBaseUrl = baseUrl } = dialect;
  return publishableKey.startsWith('pk_test_') ? testBaseUrl : baseUrl;
}

function idOf(intentId: Gateway['intentId'], clientSecret: string): string {
  const id = intentId(clientSecret);
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

function checkedIntent({ parse }: Connection, answer: unknown, id: string): PaymentIntent {
  try {
    const intent = parse(answer);
    if (intent.id === id) return intent;
  } catch (error) {
    if (!(error instanceof PaymentIntentError)) throw error;
    throw new GatewayError('malformed', { detail: error.message });
  }
  throw new GatewayError('malformed', {
    detail: 'It is another PaymentIntent than the one asked for.',
  });
}
