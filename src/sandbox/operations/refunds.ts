import type { DialectName } from '../base/dialectName.ts';

import { problems } from '../errors/errors.ts';
import { type Charge, refundableOf } from '../payment/charge.ts';
import { feeRefundOf, type Refund } from '../payment/refund.ts';
import { checkSize } from '../request/bounds.ts';
import {
  boolean,
  email,
  filled,
  integer,
  mergeMetadata,
  metadata,
  oneOf,
  type Read,
  text,
} from '../request/readers.ts';
import { isOwnedBy, newObjectId, type RequestContext } from '../world/context.ts';
import { currencyOf } from './amounts.ts';
import { balanceOf, saveRefund } from './balance.ts';
import { chargeById, paymentNamed } from './charges.ts';
import { customerOf } from './prepare.ts';
import { cashRefundStart, refundStart } from './refundStart.ts';

/** The refund with that id, if it belongs to the gateway and the account of a request. */
export function refundById(id: string, context: RequestContext): Refund | undefined {
  const refund = context.store.refund(id);
  return refund && isOwnedBy(context)(refund) ? refund : undefined;
}

/** The parameters of a new refund (stripe 23.1.0, `RefundCreateParams`). */
export const REFUND_PARAMS = {
  amount: integer,
  charge: filled,
  currency: text,
  customer: filled,
  instructions_email: email,
  metadata,
  origin: oneOf('customer_balance'),
  payment_intent: filled,
  reason: text,
  refund_application_fee: boolean,
  reverse_transfer: boolean,
} as const;

export type RefundParams = Read<typeof REFUND_PARAMS>;

function chargeOfIntent(id: string, context: RequestContext): Charge {
  const intent = paymentNamed(id, context);
  const charge =
    intent.latestCharge === null ? undefined : chargeById(intent.latestCharge, context);
  if (!charge) throw problems.notCharged(id);
  return charge;
}

function chargeNamed(id: string, context: RequestContext): Charge {
  const charge = chargeById(id, context);
  if (!charge) throw problems.noCharge(id);
  return charge;
}

/** The charge that a request names, by itself or by its payment. */
function chargeToRefund(params: RefundParams, context: RequestContext): Charge {
  const { charge: id, payment_intent: intent } = params;
  if (id !== undefined) {
    const charge = chargeNamed(id, context);
    if (intent === undefined || intent === charge.paymentIntent) return charge;
    throw problems.notOfIntent(id, intent);
  }
  if (intent === undefined) throw problems.nothingToRefund();
  return chargeOfIntent(intent, context);
}

/** Authorized, and neither captured nor released. */
const isHeld = ({ amount, amountCaptured, amountReleased, status }: Charge) =>
  status === 'succeeded' && amountCaptured === 0 && amountReleased < amount;

function checkRefundable(charge: Charge): void {
  if (isHeld(charge)) throw problems.cancelIntent(charge);
  if (charge.status !== 'succeeded' || charge.capturedAt === null) {
    throw problems.notCharged(charge.paymentIntent);
  }
  if (refundableOf(charge) === 0) throw problems.alreadyRefunded(charge);
}

/** What is asked for, or all that is left. */
function amountOf({ amount }: RefundParams, charge: Charge): number {
  const most = refundableOf(charge);
  if (amount === undefined) return most;
  if (amount < 1) throw problems.refundTooSmall();
  if (amount > most) throw problems.refundTooLarge(amount, most, charge.currency);
  return amount;
}

const STRIPE_REASONS = ['duplicate', 'fraudulent', 'requested_by_customer'] as const;

/** WooshPay's list has one more (clawhub.ai/wp-ai-dev/wooshpay). */
const REASONS: Readonly<Record<DialectName, readonly string[]>> = {
  stripe: STRIPE_REASONS,
  wooshpay: [...STRIPE_REASONS, 'requested_by_merchant'],
};

function reasonOf({ reason }: RefundParams, { dialect }: RequestContext): string | null {
  const reasons = REASONS[dialect.name];
  if (reason !== undefined && !reasons.includes(reason)) throw problems.refundReason(reasons);
  return reason ?? null;
}

/** What goes back with the money: a part of the application fee, and the transfer. */
function connectPart(params: RefundParams, charge: Charge, amount: number) {
  const { application_fee_amount: fee, transfer_data: transfer } = charge.extras;
  const refundsFee = params.refund_application_fee ?? false;
  const reversesTransfer = params.reverse_transfer ?? false;
  if (refundsFee && !fee) throw problems.noApplicationFee(charge);
  if (reversesTransfer && !transfer) throw problems.noTransfer(charge);
  return { applicationFee: refundsFee ? feeRefundOf(charge, amount) : 0, reversesTransfer };
}

/** What every refund has at first. */
function begun(params: RefundParams, context: RequestContext) {
  const { account, dialect, now } = context;
  return {
    id: newObjectId('re', context),
    dialect: dialect.name,
    account,
    created: now(),
    reason: reasonOf(params, context),
    failureReason: null,
    endedAt: null,
    reference: null,
    isReversal: false,
    metadata: mergeMetadata({}, params.metadata),
  };
}

/** Refunds a charge, all of it or `amount`. */
function refundCharge(params: RefundParams, context: RequestContext): Refund {
  const charge = chargeToRefund(params, context);
  const first = begun(params, context);
  checkRefundable(charge);
  const amount = amountOf(params, charge);
  return {
    ...first,
    charge: charge.id,
    paymentIntent: charge.paymentIntent,
    customer: charge.customer,
    paymentMethod: charge.paymentMethod?.id ?? null,
    methodType: charge.paymentMethod?.type ?? '',
    currency: charge.currency,
    amount,
    ...connectPart(params, charge, amount),
    ...refundStart(charge, params.instructions_email, first.created),
  };
}

/** The customer of a refund of cash, and what goes back to them. */
function cashToReturn(params: RefundParams, context: RequestContext) {
  const { amount, currency: code, customer: id } = params;
  const missing = (['customer', 'amount', 'currency'] as const).find((name) => !params[name]);
  if (id === undefined || amount === undefined || code === undefined) {
    throw problems.missing(missing ?? 'customer');
  }
  const customer = context.store.customer(customerOf(id, context) ?? '');
  const currency = currencyOf(code);
  const balance = balanceOf(customer, currency);
  if (amount < 1) throw problems.refundTooSmall();
  if (amount > balance) throw problems.balanceTooSmall(balance, currency);
  return { amount, currency, customer: id, email: customer?.extras.email };
}

/** Returns money of a customer's cash balance to their bank account. */
function refundCash(params: RefundParams, context: RequestContext): Refund {
  const { email: stored, ...money } = cashToReturn(params, context);
  return {
    ...begun(params, context),
    ...money,
    charge: null,
    paymentIntent: null,
    paymentMethod: null,
    methodType: '',
    applicationFee: 0,
    reversesTransfer: false,
    ...cashRefundStart(params.instructions_email ?? stored),
  };
}

/** Makes a refund: of a charge, or of money that a customer has sent and no payment has taken. */
export function createRefund(params: RefundParams, context: RequestContext): Refund {
  const refund = params.origin ? refundCash(params, context) : refundCharge(params, context);
  return saveRefund(checkSize(refund), context);
}
