import { problems } from '../errors/errors.ts';
import type { Charge } from '../payment/charge.ts';
import type { PaymentMethod } from '../payment/intent.ts';
import {
  ENDING_DELAY,
  INSTRUCTIONS_LAST,
  REFERENCE_DELAY,
  type Refund,
} from '../payment/refund.ts';

/** How a refund begins, and what time will do to it. */
type RefundStart = Pick<Refund, 'instructionsEmail' | 'next' | 'pendingReason' | 'status'>;

const SUCCEEDED: RefundStart = {
  status: 'succeeded',
  pendingReason: null,
  instructionsEmail: null,
  next: null,
};

/** The test cards whose refunds take time, and all others (docs.stripe.com/testing#refunds). */
function cardStart(card: PaymentMethod['behaviour'], now: number): RefundStart {
  const kind = card?.kind === 'approve' ? card.refund : undefined;
  const end = now + ENDING_DELAY;
  if (kind === 'fails later') return { ...SUCCEEDED, next: { at: end, ending: 'fail' } };
  if (kind === undefined) {
    return { ...SUCCEEDED, next: { at: now + REFERENCE_DELAY, ending: 'reference' } };
  }
  const next = { at: end, ending: 'succeed' } as const;
  return { ...SUCCEEDED, status: 'pending', pendingReason: 'processing', next };
}

/**
 * "For payment methods without native refund support (for example, Konbini, PromptPay)" the customer
 * names a bank account (stripe 23.1.0, `Refund.instructions_email`).
 */
const BY_EMAIL: readonly (string | undefined)[] = ['konbini', 'promptpay'];

function byEmail(type: string, email: unknown): RefundStart {
  if (typeof email !== 'string') throw problems.needsInstructionsEmail(type);
  return { ...SUCCEEDED, status: 'requires_action', instructionsEmail: email };
}

function emailStart(method: PaymentMethod, email: string | undefined, now: number): RefundStart {
  const start = byEmail(method.type, email ?? method.billingDetails?.email);
  return { ...start, next: { at: now + INSTRUCTIONS_LAST, ending: 'expire' } };
}

/** How the refund of a customer's cash begins: it waits until they name an account. */
export const cashRefundStart = (email: unknown): RefundStart => byEmail('a cash balance', email);

/** How the refund of a charge begins. WooshPay documents nothing of it. */
export function refundStart(
  { dialect, paymentMethod: method }: Charge,
  email: string | undefined,
  now: number,
): RefundStart {
  if (dialect !== 'stripe' || !method) return SUCCEEDED;
  if (BY_EMAIL.includes(method.type)) return emailStart(method, email, now);
  return method.type === 'card' ? cardStart(method.behaviour, now) : SUCCEEDED;
}
