import { attemptOf, type ConfirmResult } from '../../../checkout/index.ts';
import { isRecord, type PaymentIntent } from '../../../intent/index.ts';
import type { Messages } from '../../../locales/index.ts';
import { type FieldName, fieldForParam, type Offer } from '../../../method/index.ts';

/** Why the customer is still here: fields to mend, or a text to read. */
export type Problem =
  | { readonly kind: 'fields'; readonly fields: readonly FieldName[] }
  | { readonly kind: 'text'; readonly text: string };

/** What came of a confirm that has left the customer where they were. */
export function problemOf(
  result: Exclude<ConfirmResult, { readonly kind: 'updated' }>,
  offer: Offer | null,
  m: Messages,
): Problem {
  if (result.kind === 'amount_changed') return { kind: 'text', text: m.pay.changed };
  console.error(`Paystep: the payment could not be confirmed. ${result.error.message}`);
  if (result.kind === 'unknown') return { kind: 'text', text: m.pay.unanswered };
  const need = offer && result.param ? fieldForParam(result.param, offer.method) : undefined;
  return need ? { kind: 'fields', fields: [need.field] } : { kind: 'text', text: m.pay.refused };
}

/**
 * What has changed between a press and the file that it had to wait for; null for nothing. The
 * customer has agreed to what was `shown`, so what is there `now` has to be looked at first.
 */
export function problemOfChange(
  shown: PaymentIntent,
  now: PaymentIntent | null,
  m: Messages,
): Problem | null {
  if (!now || attemptOf(now) !== attemptOf(shown)) return { kind: 'fields', fields: [] };
  const isSame = now.amount === shown.amount && now.currency === shown.currency;
  return isSame ? null : { kind: 'text', text: m.pay.changed };
}

/** What `confirm` has thrown in place of a result: none of it is for the customer. */
export function problemOfConfirmError(error: unknown, m: Messages): Problem {
  console.error('Paystep: confirm failed.', error);
  return { kind: 'text', text: m.pay.unanswered };
}

/** Mistakes in a program, whose messages are for those who wrote it. */
const BUGS = [TypeError, ReferenceError, RangeError, SyntaxError];

/** What the merchant's own code has to say to the customer; Stripe's errors are plain objects. */
export function problemOfError(error: unknown, fallbackText: string): Problem {
  const isBug = BUGS.some((kind) => error instanceof kind);
  const message = isRecord(error) && !isBug ? error.message : null;
  if (typeof message === 'string') return { kind: 'text', text: message };
  console.error('Paystep: no payment method could be made.', error);
  return { kind: 'text', text: fallbackText };
}
