import type { DialectName } from './dialectName.ts';
import { type Random, seededRandom } from './random.ts';

const DIGITS = '0123456789';
const ALPHANUMERICS = `${DIGITS}ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz`;

function pick(random: Random, alphabet: string, length: number): string {
  const letter = () => alphabet.charAt(Math.floor(random() * alphabet.length));
  return Array.from({ length }, letter).join('');
}

/**
 * The part after the prefix, as in `pi_3MtwBwLkdIwHu7ix28a3tqPa` (Stripe's API reference) and
 * `pi_1604012360740110336` (WooshPay's).
 */
const TAILS: Record<DialectName, (random: Random) => string> = {
  stripe: (random) => `3${pick(random, ALPHANUMERICS, 23)}`,
  wooshpay: (random) => `16${pick(random, DIGITS, 17)}`,
};

/** A new id such as `pi_…`, `pm_…` or `ch_…` in the gateway's own form. */
export function newId(prefix: string, dialect: DialectName, random: Random): string {
  return `${prefix}_${TAILS[dialect](random)}`;
}

/** `{id}_secret_{24 or 25 alphanumerics}`; the last part never holds an underscore. */
export function newClientSecret(id: string, dialect: DialectName, random: Random): string {
  return `${id}_secret_${pick(random, ALPHANUMERICS, dialect === 'stripe' ? 25 : 24)}`;
}

/** An id for one request, as in the `Request-Id` header. */
export function newRequestId(random: Random): string {
  return `req_${pick(random, ALPHANUMERICS, 14)}`;
}

/** Spreads a text over 32 bits. */
const hashOf = (text: string): number =>
  [...text].reduce((hash, each) => Math.imul(hash ^ each.charCodeAt(0), 16777619), 5381);

/** Digits that are the same for the same text, such as a bank's number of a charge. */
export function digitsOf(text: string, length: number): string {
  return pick(seededRandom(hashOf(text)), DIGITS, length);
}

/**
 * 16 alphanumerics that are the same for the same text. Whoever guesses the text can confirm the
 * guess, so only public texts get one: the numbers of test cards.
 */
export function fingerprintOf(text: string): string {
  return pick(seededRandom(hashOf(text)), ALPHANUMERICS, 16);
}

/**
 * A webhook's signing secret. WooshPay's reference shows this length; Stripe's has the same form.
 */
export function newSigningSecret(random: Random): string {
  return `whsec_${pick(random, ALPHANUMERICS, 32)}`;
}
