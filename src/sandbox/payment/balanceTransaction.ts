import { decimalsOf } from '../../intent/index.ts';
import type { DialectName } from '../base/dialectName.ts';
import type { JsonObject } from '../base/json.ts';
import type { Charge } from './charge.ts';
import type { Refund } from './refund.ts';
import type { Units } from './units.ts';

/**
 * A change of the merchant's balance: amounts in minor units, times in milliseconds. None is stored,
 * since charges and refunds tell all of it.
 */
export interface BalanceTransaction {
  readonly id: string;
  readonly dialect: DialectName;
  /** The connected account that it belongs to; null for the platform's. */
  readonly account: string | null;
  readonly created: number;
  readonly availableAt: number;
  /** Negative where money leaves the balance. */
  readonly amount: number;
  readonly currency: string;
  readonly description: string | null;
  readonly fees: readonly Fee[];
  readonly category: 'charge' | 'refund' | 'refund_failure';
  /** The charge or the refund. */
  readonly source: string;
  readonly type: 'charge' | 'payment' | 'payment_refund' | 'refund' | 'refund_failure';
}

interface Fee {
  readonly amount: number;
  readonly description: string;
  readonly type: 'application_fee' | 'stripe_fee';
}

/** The platform's application. An account charges through it (docs.stripe.com/connect/direct-charges). */
export const APPLICATION = 'ca_sandbox';

/** Ids that share what follows the prefix: `ch_3Mtw…` has `txn_3Mtw…`. */
const transactionId = (source: string) => source.replace(/^[a-z]+_/, 'txn_');

/** A refund that came back has two transactions. */
const failureId = (source: string) => `${transactionId(source)}F`;

/** The transaction of what a charge has captured; null before. */
export const chargeTransactionId = ({ capturedAt, id, status }: Charge): string | null =>
  status === 'succeeded' && capturedAt !== null ? transactionId(id) : null;

/** Money of a cash balance is not in the merchant's, and a reversal moves none. */
const movesMoney = ({ charge, isReversal }: Refund) => charge !== null && !isReversal;

export const refundTransactionId = (refund: Refund): string | null =>
  movesMoney(refund) ? transactionId(refund.id) : null;

/** The transaction that brings the money of a failed or canceled refund back. */
export const failureTransactionId = (refund: Refund): string | null =>
  movesMoney(refund) && refund.endedAt !== null ? failureId(refund.id) : null;

/** 2.9 % and 30 cents (stripe.com/pricing), rounded as in recorded answers: 25.00 USD cost 1.03. */
function processingFee(amount: number, currency: string): number {
  const fixed = 0.3 * 10 ** decimalsOf(currency);
  return Math.round((amount * 29) / 1000 + fixed);
}

/** Only a direct charge has the application's fee beside Stripe's (docs.stripe.com/connect/charges). */
function applicationFeeOf({ account, extras }: Charge): number {
  const { application_fee_amount: fee } = extras;
  return account !== null && typeof fee === 'number' ? fee : 0;
}

const applicationFee = (amount: number): Fee[] =>
  amount === 0 ? [] : [{ amount, description: 'Application fee', type: 'application_fee' }];

const DAY = 24 * 3600 * 1000;

/** Midnight after seven days, as in recorded answers of a new account. */
const availableAt = (created: number) => (Math.floor(created / DAY) + 7) * DAY;

const isCard = (type: string | undefined) => type === 'card';

const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null);

/** The transaction of a charge; null where it has captured nothing. */
export function chargeTransaction(charge: Charge): BalanceTransaction | null {
  const { account, amountCaptured: amount, capturedAt, currency, dialect, extras } = charge;
  const id = chargeTransactionId(charge);
  if (id === null || capturedAt === null) return null;
  const stripeFee: Fee = {
    amount: processingFee(amount, currency),
    description: 'Stripe processing fees',
    type: 'stripe_fee',
  };
  return {
    id,
    dialect,
    account,
    created: capturedAt,
    availableAt: availableAt(capturedAt),
    amount,
    currency,
    description: textOrNull(extras.description),
    fees: [stripeFee, ...applicationFee(applicationFeeOf(charge))],
    category: 'charge',
    source: charge.id,
    type: isCard(charge.paymentMethod?.type) ? 'charge' : 'payment',
  };
}

const refundCommon = ({ account, currency, dialect, id }: Refund) =>
  ({ account, currency, dialect, source: id }) as const;

/** "Refunds use your available Stripe balance" (docs.stripe.com/refunds), so they count at once. */
function refundTransaction(refund: Refund, charge: Charge | undefined): BalanceTransaction | null {
  const id = refundTransactionId(refund);
  if (id === null) return null;
  const description = textOrNull(charge?.extras.description);
  return {
    ...refundCommon(refund),
    id,
    created: refund.created,
    availableAt: refund.created,
    amount: -refund.amount,
    description: `REFUND FOR CHARGE${description === null ? '' : ` (${description})`}`,
    fees: refund.account === null ? [] : applicationFee(-refund.applicationFee),
    category: 'refund',
    type: isCard(refund.methodType) ? 'refund' : 'payment_refund',
  };
}

function failureTransaction(refund: Refund): BalanceTransaction | null {
  const id = failureTransactionId(refund);
  if (id === null || refund.endedAt === null) return null;
  return {
    ...refundCommon(refund),
    id,
    created: refund.endedAt,
    availableAt: refund.endedAt,
    amount: refund.amount,
    description: `REFUND FAILURE (${refund.id})`,
    fees: refund.account === null ? [] : applicationFee(refund.applicationFee),
    category: 'refund_failure',
    type: 'refund_failure',
  };
}

/** The transactions of a refund, oldest first. */
export const refundTransactions = (
  refund: Refund,
  charge: Charge | undefined,
): BalanceTransaction[] =>
  [refundTransaction(refund, charge), failureTransaction(refund)].filter((each) => each !== null);

/** The ids of the charges and of the refunds of which a transaction can be. */
export function sourcesOf(transaction: string): [charges: string[], refunds: string[]] {
  const tail = transaction.replace(/^txn_/, '');
  return [[`ch_${tail}`], [`re_${tail}`, `re_${tail.replace(/F$/, '')}`]];
}

const feeTag = (currency: string) => (fee: Fee) => ({
  amount: fee.amount,
  application: fee.type === 'application_fee' ? APPLICATION : null,
  currency,
  description: fee.description,
  type: fee.type,
});

/** A balance transaction as both gateways show it (stripe 23.1.0, `BalanceTransactions.d.ts`). */
export function presentTransaction(
  transaction: BalanceTransaction,
  units: Units,
  now: number,
): JsonObject {
  const { amount, fees } = transaction;
  const currency = units.currency(transaction.currency);
  const fee = fees.reduce((sum, each) => sum + each.amount, 0);
  return {
    id: transaction.id,
    object: 'balance_transaction',
    amount,
    available_on: units.time(transaction.availableAt),
    balance_type: 'payments',
    created: units.time(transaction.created),
    currency,
    description: transaction.description,
    exchange_rate: null,
    fee,
    fee_details: fees.map(feeTag(currency)),
    net: amount - fee,
    reporting_category: transaction.category,
    source: transaction.source,
    status: transaction.availableAt <= now ? 'available' : 'pending',
    type: transaction.type,
  };
}
