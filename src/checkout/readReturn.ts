import { intentIdOf } from '../intent/index.ts';

/** What a gateway put into the address of the return page. */
export interface ReturnParams {
  readonly intentId: string | null;
  readonly clientSecret: string | null;
  /** The gateway's `redirect_status`: a hint at most, never an outcome. */
  readonly redirectStatus: string | null;
  /** The same address without the secret, for `history.replaceState`. */
  readonly cleanUrl: string;
  /** The same without anything of the gateway's: the return address of another attempt. */
  readonly bareUrl: string;
}

/** Names under which a client secret comes back; only the first is documented. */
const SECRET_PARAMS = ['payment_intent_client_secret', 'client_secret'];

/** Reads the address of a return page. Pure: give it `location.href`, then put `cleanUrl` there. */
export function readReturn(url: string | URL): ReturnParams {
  const address = new URL(url);
  const params = address.searchParams;
  const secret =
    SECRET_PARAMS.map((name) => params.get(name)).find((value) => value && intentIdOf(value)) ??
    null;
  const intentId = params.get('payment_intent') ?? (secret && intentIdOf(secret));
  const redirectStatus = params.get('redirect_status');
  const found = SECRET_PARAMS.filter((name) => params.has(name));
  for (const name of found) params.delete(name);
  // An address without a secret stays as it is, to the letter: it may be signed.
  const cleanUrl = found.length > 0 ? address.href : String(url);
  for (const name of ['payment_intent', 'redirect_status']) params.delete(name);
  return { intentId, clientSecret: secret, redirectStatus, cleanUrl, bareUrl: address.href };
}
