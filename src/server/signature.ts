/** Why a webhook is not taken for the gateway's; null where it is. */
export type SignatureProblem = string | null;

export interface SignatureCheck {
  /** The header with the signature, as the gateway calls it. */
  readonly header: string;
  readonly secrets: readonly string[];
  /** How far the signature's time may be from now. Seconds. */
  readonly tolerance: number;
}

/** Both gateways send one signature for each secret; more than a few are somebody's attempts. */
const MOST_SIGNATURES = 20;

const utf8 = new TextEncoder();

/** `t=…,v1=…,v1=…`; other schemes (`v0` of Stripe's test events) are ignored. */
function parseHeader(value: string): { readonly time: string; readonly signatures: string[] } {
  const pairs = value.split(',').map((part) => part.trim().split('='));
  const valuesOf = (name: string) =>
    pairs.flatMap(([key, text]) => (key === name && text ? [text.toLowerCase()] : []));
  const [time = ''] = valuesOf('t');
  return { time, signatures: valuesOf('v1').slice(0, MOST_SIGNATURES) };
}

/** As long as the longest is, so that how long it takes tells nothing of where they differ. */
function isEqual(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}

const hex = (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The body as bytes: text that was decoded and encoded again may be another. */
function signedBytes(time: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = utf8.encode(`${time}.`);
  const bytes = new Uint8Array(head.length + body.length);
  bytes.set(head);
  bytes.set(body, head.length);
  return bytes;
}

async function sign(secret: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', utf8.encode(secret), algorithm, false, ['sign']);
  return hex(await crypto.subtle.sign('HMAC', key, bytes));
}

/** The time is looked at last: whoever has no secret learns nothing of the clock. */
function timeProblem(time: string, { tolerance }: SignatureCheck): SignatureProblem {
  const age = Math.floor(Date.now() / 1000) - Number(time);
  if (Math.abs(age) <= tolerance) return null;
  const when = age > 0 ? `${age} s old` : `${-age} s in the future`;
  return `The signature is ${when}, and ${tolerance} s are allowed. Set this server's clock, or send the event again.`;
}

/**
 * Checks `Stripe-Signature` (docs.stripe.com/webhooks#verify-manually; stripe 23.1.0,
 * `Webhooks.js`) or `Wooshpay-Signature` (docs.wooshpay.com/doc-2653815), which has the same form:
 * the time in seconds, and an HMAC-SHA256 in hex of `{time}.{body}` under the endpoint's secret.
 * Any of several secrets will do, as while one is replaced.
 */
export async function checkSignature(
  value: string | null,
  body: Uint8Array,
  check: SignatureCheck,
): Promise<SignatureProblem> {
  if (!value) return `There is no header ${check.header}, so this is no webhook of the gateway's.`;
  const { time, signatures } = parseHeader(value);
  if (!/^\d{1,12}$/.test(time) || signatures.length === 0)
    return `${check.header} is not of the form t=…,v1=….`;
  const bytes = signedBytes(time, body);
  const expected = await Promise.all(check.secrets.map((secret) => sign(secret, bytes)));
  const isSigned = expected.some((each) => signatures.some((other) => isEqual(each, other)));
  if (isSigned) return timeProblem(time, check);
  return `No signature in ${check.header} is that of this body. Either signingSecret is not this endpoint's (each endpoint has its own, and test and live mode differ), or the body was changed on its way (parsed and written anew).`;
}
