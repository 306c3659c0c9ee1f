import type { ConfirmParams } from '../../gateway/index.ts';
import type { PaymentIntent } from '../../intent/index.ts';
import type { Payment } from '../openPayment.ts';
import { attemptOf } from './attempt.ts';
import { isAnswered, isPersistent } from './attemptLog.ts';
import { keyPrefix } from './attemptStore.ts';

/** What a customer has agreed to, and how the payment looked then. */
export interface AttemptInput {
  readonly shown: PaymentIntent;
  readonly params: ConfirmParams;
  readonly payment: Pick<Payment, 'use'>;
}

/**
 * The key of an attempt: the same for every repeat of it, also from another tab, another browser or after
 * a reload, and another for the next one. It is a hash of what was seen and entered under the client
 * secret, which is long and random: nobody finds out a short code from a key by trying all. What makes
 * two attempts that look the same two is the count of those that were answered.
 */
export async function idempotencyKey({ shown, params, payment }: AttemptInput): Promise<string> {
  // With the step's own values: a code that has run out is followed by another of the same kind.
  const content = [attemptOf(shown), shown.nextAction?.payload, params];
  // Where nothing can be kept, what was tried after a failure is not known to the next page.
  const pageNonce = isPersistent() || !shown.lastPaymentError ? '' : noncePerPage();
  for (let count = 0; ; count += 1) {
    const text = JSON.stringify([...content, pageNonce, count]);
    const key = keyPrefix(shown.id) + (await payment.use((_, secret) => digest(secret, text)));
    if (!isAnswered(key)) return key;
  }
}

/** The half of SHA-256; a key may have 255 characters. */
const BYTES = 16;

const hex = (bytes: Uint8Array) =>
  Array.from(bytes.subarray(0, BYTES), (byte) => byte.toString(16).padStart(2, '0')).join('');

const random = () => hex(crypto.getRandomValues(new Uint8Array(BYTES)));

let page = '';

function noncePerPage(): string {
  page ||= random();
  return page;
}

/** Where nothing can be hashed: a random text for each, as long as the page lives. */
const randomDigests = new Map<string, string>();

/** HMAC-SHA-256. Browsers have it for https and localhost alone (secure contexts). */
async function digest(secret: string, text: string): Promise<string> {
  const { subtle } = crypto as Partial<Crypto>;
  if (!subtle) {
    const value = randomDigests.get(text) ?? random();
    randomDigests.set(text, value);
    return value;
  }
  const bytes = (value: string) => new TextEncoder().encode(value);
  const hash = { name: 'HMAC', hash: 'SHA-256' };
  const key = await subtle.importKey('raw', bytes(secret), hash, false, ['sign']);
  return hex(new Uint8Array(await subtle.sign('HMAC', key, bytes(text))));
}
