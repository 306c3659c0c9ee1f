import type { DialectName } from '../base/dialectName.ts';
import type { JsonObject } from '../base/json.ts';
import type { Units } from './units.ts';

/** Money of a charge that goes back to the customer: amounts in minor units, times in milliseconds. */
export interface Refund {
  readonly id: string;
  readonly dialect: DialectName;
  /** The connected account that it belongs to; null for the platform's. */
  readonly account: string | null;
  readonly created: number;
  readonly charge: string;
  readonly paymentIntent: string;
  readonly currency: string;
  readonly amount: number;
  readonly status: 'canceled' | 'failed' | 'pending' | 'requires_action' | 'succeeded';
  readonly reason: string | null;
  readonly failureReason: string | null;
  readonly metadata: Readonly<Record<string, string>>;
}

/** A refund as both gateways show it. */
export function presentRefund(refund: Refund, { currency, time }: Units): JsonObject {
  return {
    id: refund.id,
    object: 'refund',
    amount: refund.amount,
    balance_transaction: null,
    charge: refund.charge,
    created: time(refund.created),
    currency: currency(refund.currency),
    metadata: refund.metadata,
    payment_intent: refund.paymentIntent,
    reason: refund.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: refund.status,
    transfer_reversal: null,
    ...(refund.failureReason !== null && { failure_reason: refund.failureReason }),
  };
}
