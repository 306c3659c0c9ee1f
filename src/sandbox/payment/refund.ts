import type { DialectName } from '../base/dialectName.ts';
import { digitsOf } from '../base/ids.ts';
import type { Charge } from './charge.ts';

export type RefundStatus = 'canceled' | 'failed' | 'pending' | 'requires_action' | 'succeeded';

/** Money that goes back to a customer: amounts in minor units, times in milliseconds. */
export interface Refund {
  readonly id: string;
  readonly dialect: DialectName;
  /** The connected account that it belongs to; null for the platform's. */
  readonly account: string | null;
  readonly created: number;
  /** Null for money of a cash balance, as is the payment. */
  readonly charge: string | null;
  readonly paymentIntent: string | null;
  readonly customer: string | null;
  readonly paymentMethod: string | null;
  /** The type of the payment method that is refunded. */
  readonly methodType: string;
  readonly currency: string;
  readonly amount: number;
  readonly status: RefundStatus;
  readonly reason: string | null;
  readonly failureReason: string | null;
  readonly pendingReason: string | null;
  /** When it failed or was canceled, so that the money came back. */
  readonly endedAt: number | null;
  /** The bank's number of a refund to a card. */
  readonly reference: string | null;
  /** Where the customer is asked for a bank account. */
  readonly instructionsEmail: string | null;
  /** The part of an authorization that is not captured: no money moves. */
  readonly isReversal: boolean;
  /** What of the application fee goes back with it. */
  readonly applicationFee: number;
  readonly reversesTransfer: boolean;
  readonly metadata: Readonly<Record<string, string>>;
  /** What time will do to it. */
  readonly next: RefundStep | null;
}

/** What happens to a refund at a time. */
interface RefundStep {
  readonly at: number;
  readonly ending: RefundEnding;
}

/** - `reference`: the bank has given a number. */
type RefundEnding = 'expire' | 'fail' | 'reference' | 'succeed';

/** What a test can have time do to a refund. */
export const REFUND_OUTCOMES = ['succeed', 'fail'] as const;

export type RefundOutcome = (typeof REFUND_OUTCOMES)[number];

const SECOND = 1000;

/** Within a second, by recordings of test mode. */
export const REFERENCE_DELAY = SECOND;

/** "Some time later" (docs.stripe.com/testing#refunds): long enough to be seen as it is before. */
export const ENDING_DELAY = 10 * SECOND;

/** How long a customer has to name a bank account. Stripe publishes no number; 45 days here. */
export const INSTRUCTIONS_LAST = 45 * 24 * 3600 * SECOND;

const ended = (refund: Refund, status: RefundStatus, reason: string, at: number): Refund => ({
  ...refund,
  status,
  failureReason: reason,
  pendingReason: null,
  endedAt: at,
  next: null,
});

const ENDINGS: Readonly<Record<RefundEnding, (refund: Refund, at: number) => Refund>> = {
  // The reason of the test card whose refund fails (docs.stripe.com/testing#refunds).
  fail: (refund, at) => ended(refund, 'failed', 'expired_or_canceled_card', at),
  // The customer has named no account in time.
  expire: (refund, at) => ended(refund, 'failed', 'unknown', at),
  succeed: (refund) => ({ ...refund, status: 'succeeded', pendingReason: null, next: null }),
  // Twelve digits, as in Stripe's example of a refund.
  reference: (refund) => ({ ...refund, reference: digitsOf(refund.id, 12), next: null }),
};

/** The refund after what time does to it. */
export const settled = (refund: Refund): Refund =>
  refund.next ? ENDINGS[refund.next.ending](refund, refund.next.at) : refund;

/** What never left comes not back, and neither does what went to the customer's cash balance. */
const canComeBack = ({ isReversal, methodType }: Refund) =>
  !isReversal && methodType !== 'customer_balance';

/** The refund after an outcome, or null where its status does not allow it. */
export function simulateRefund(refund: Refund, outcome: RefundOutcome, now: number): Refund | null {
  const waits = refund.status === 'pending' || refund.status === 'requires_action';
  const canFail = waits || (refund.status === 'succeeded' && canComeBack(refund));
  const isPossible = outcome === 'fail' ? canFail : waits;
  return isPossible ? ENDINGS[outcome](refund, now) : null;
}

/** A refund that waits for its customer, expired; null for others. */
export const expireRefund = (refund: Refund, now: number): Refund | null =>
  refund.status === 'requires_action' ? ENDINGS.expire(refund, now) : null;

/**
 * The refund after the merchant cancels it, or null where that is too late. The reason is that of
 * Stripe's example (docs.stripe.com/api/refunds/cancel).
 */
export function cancelRefund(refund: Refund, now: number): Refund | null {
  const waits = refund.status === 'pending' || refund.status === 'requires_action';
  return waits ? ended(refund, 'canceled', 'merchant_request', now) : null;
}

/** The amount of a refund in one of these statuses; 0 in others. */
const amountIn = (refund: Refund | undefined, ...statuses: readonly RefundStatus[]): number =>
  refund && statuses.includes(refund.status) ? refund.amount : 0;

/**
 * The charge after a change of one of its refunds. A pending one has given nothing back yet, but
 * cannot be refunded twice. What fails or is canceled can be.
 */
export function refundedCharge(charge: Charge, before: Refund | undefined, after: Refund): Charge {
  const change = (...statuses: readonly RefundStatus[]) =>
    amountIn(after, ...statuses) - amountIn(before, ...statuses);
  return {
    ...charge,
    amountRefunded: charge.amountRefunded + change('succeeded'),
    amountRefunding: charge.amountRefunding + change('pending', 'requires_action'),
  };
}

/** What of a charge's application fee goes back with a refund: the same part as of the charge. */
export function feeRefundOf(charge: Charge, amount: number): number {
  const { application_fee_amount: fee } = charge.extras;
  if (typeof fee !== 'number') return 0;
  const partOf = (refunded: number) => Math.round((fee * refunded) / charge.amountCaptured);
  const earlier = charge.amountRefunded + charge.amountRefunding;
  return partOf(earlier + amount) - partOf(earlier);
}

/**
 * The refund of what a charge has released: Stripe lists one for a canceled authorization
 * (github.com/woocommerce/woocommerce-gateway-stripe, `process_refund`). A charge has one at most.
 */
export function reversalOf(charge: Charge, reason: string | null, now: number): Refund {
  return {
    id: charge.id.replace(/^ch_/, 're_'),
    dialect: charge.dialect,
    account: charge.account,
    created: now,
    charge: charge.id,
    paymentIntent: charge.paymentIntent,
    customer: charge.customer,
    paymentMethod: charge.paymentMethod?.id ?? null,
    methodType: charge.paymentMethod?.type ?? '',
    currency: charge.currency,
    amount: charge.amountReleased,
    status: 'succeeded',
    reason,
    failureReason: null,
    pendingReason: null,
    endedAt: null,
    reference: null,
    instructionsEmail: null,
    isReversal: true,
    applicationFee: 0,
    reversesTransfer: false,
    metadata: {},
    next: null,
  };
}
