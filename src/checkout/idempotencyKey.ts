import type { ConfirmParams } from '../gateway/index.ts';
import type { PaymentIntent } from '../intent/index.ts';
import { attemptOf } from './attempt.ts';
import { checksum } from './checksum.ts';

/** Attempts that the gateway has answered, by PaymentIntent, since this page was opened. */
const answered = new Map<string, number>();

export function countAnswer(id: string): void {
  answered.set(id, (answered.get(id) ?? 0) + 1);
}

/**
 * The same for every repeat of one attempt, also from another tab or after a reload; another for
 * the next one. Nothing is stored for it: it follows from what the customer saw and has entered.
 */
export function idempotencyKey(seen: PaymentIntent, params: ConfirmParams): string {
  // With the step's own values: a code that has run out is followed by another of the same kind.
  const { id, nextAction } = seen;
  const said = JSON.stringify([attemptOf(seen), nextAction, params, answered.get(id) ?? 0]);
  const digest = [said, `.${said}`].map((text) => checksum(text).toString(36));
  return `paystep-${id}-${digest.join('')}`;
}
