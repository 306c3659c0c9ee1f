const utf8 = (text: string) => new TextEncoder().encode(text);

const hex = (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

async function hmac(secret: string, text: string): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', utf8(secret), algorithm, false, ['sign']);
  return hex(await crypto.subtle.sign('HMAC', key, utf8(text)));
}

/**
 * The value of `Stripe-Signature` (stripe 23.1.0, `Webhooks.js`) and, in the same form, of
 * `Wooshpay-Signature` (docs.wooshpay.com/doc-2653815). It uses Web Crypto, which service workers
 * have, too.
 */
export async function signatureOf(
  secret: string,
  payload: string,
  seconds: number,
): Promise<string> {
  return `t=${seconds},v1=${await hmac(secret, `${seconds}.${payload}`)}`;
}
