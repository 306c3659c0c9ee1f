import { createHmac, timingSafeEqual } from 'node:crypto';

/** An older one may be a copy that somebody sends again. Seconds. */
const TOLERANCE = 300;

/** Checks `t=…,v1=…`: the time, and an HMAC-SHA256 of it and the body under the endpoint's secret. */
export function isSigned(body, signature, secret) {
  const { t, v1 = '' } = Object.fromEntries(signature.split(',').map((part) => part.split('=')));
  const isRecent = Math.abs(Date.now() / 1000 - Number(t)) <= TOLERANCE;
  const expected = createHmac('sha256', secret).update(`${t}.${body}`).digest();
  const given = Buffer.from(v1, 'hex');
  return isRecent && given.length === expected.length && timingSafeEqual(given, expected);
}
