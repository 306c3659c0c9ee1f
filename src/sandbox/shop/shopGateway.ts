import qs from 'qs';
import type { DialectName } from '../base/dialectName.ts';
import type { JsonObject } from '../base/json.ts';

type Fetch = (request: Request) => Promise<Response>;

/** What the shop's server keeps of a new intent. */
export interface ShopIntent {
  readonly id: string;
  readonly clientSecret: string;
}

const SECRET_KEY = 'sk_test_paystepdemo';

/** The key that the shop puts into its pages. */
export const PUBLISHABLE_KEY = 'pk_test_paystepdemo';

interface CallFormat {
  readonly authorization: string;
  readonly contentType: string;
  encode(params: JsonObject): string;
}

/** How a merchant's server calls each gateway. */
const CALL_FORMATS: Readonly<Record<DialectName, CallFormat>> = {
  stripe: {
    authorization: `Bearer ${SECRET_KEY}`,
    contentType: 'application/x-www-form-urlencoded',
    encode: (params) => qs.stringify(params),
  },
  wooshpay: {
    authorization: `Basic ${btoa(`${SECRET_KEY}:`)}`,
    contentType: 'application/json',
    encode: (params) => JSON.stringify(params),
  },
};

interface Answer {
  readonly id?: string;
  readonly client_secret?: string;
  readonly error?: {
    readonly message: string;
    readonly param?: string;
    readonly payment_intent?: Answer;
    readonly setup_intent?: Answer;
  };
}

/** The gateway's error message, where no intent was created. */
export class ShopError extends Error {
  override readonly name = 'ShopError';
}

/** The message, after the parameter that it is about where it does not name it. */
function refusalOf({ error }: Answer): string {
  if (!error) return 'The gateway said nothing.';
  const { message, param } = error;
  return param && !message.toLowerCase().includes(param) ? `${param}: ${message}` : message;
}

/** One call of a gateway. */
interface GatewayCall {
  readonly gateway: DialectName;
  /** Stripe Connect: the account that the call is for. */
  readonly account: string | undefined;
  readonly url: string;
  readonly params: JsonObject;
}

/** Sends a request with the secret key. A declined payment is a payment, too. */
export async function callGateway(
  fetch: Fetch,
  { account, gateway, params, url }: GatewayCall,
): Promise<ShopIntent> {
  const { authorization, contentType, encode } = CALL_FORMATS[gateway];
  const headers = {
    authorization,
    'content-type': contentType,
    ...(account !== undefined && { 'stripe-account': account }),
  };
  const request = new Request(url, { method: 'POST', headers, body: encode(params) });
  const answer = (await (await fetch(request)).json()) as Answer;
  const { id, client_secret: clientSecret } =
    answer.error?.payment_intent ?? answer.error?.setup_intent ?? answer;
  if (!id || !clientSecret) throw new ShopError(refusalOf(answer));
  return { id, clientSecret };
}
