import qs from 'qs';
import type { DialectName } from '../base/dialectName.ts';
import type { JsonObject } from '../base/json.ts';

type Fetch = (request: Request) => Promise<Response>;

/** What the shop's server keeps of a new PaymentIntent. */
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
  readonly error?: { readonly message: string; readonly payment_intent?: Answer };
}

/** The gateway's error message, where no payment was created. */
export class ShopError extends Error {
  override readonly name = 'ShopError';
}

/** Sends a request with the secret key. A declined payment is a payment, too. */
export async function callGateway(
  fetch: Fetch,
  gateway: DialectName,
  url: string,
  params: JsonObject,
): Promise<ShopIntent> {
  const { authorization, contentType, encode } = CALL_FORMATS[gateway];
  const headers = { authorization, 'content-type': contentType };
  const request = new Request(url, { method: 'POST', headers, body: encode(params) });
  const answer = (await (await fetch(request)).json()) as Answer;
  const { id, client_secret: clientSecret } = answer.error?.payment_intent ?? answer;
  if (!id || !clientSecret)
    throw new ShopError(answer.error?.message ?? 'The gateway said nothing.');
  return { id, clientSecret };
}
