import type { JsonObject } from '../base/json.ts';
import { lookup } from '../base/lookup.ts';
import { failureTransactionId, refundTransactionId } from './balanceTransaction.ts';
import { INSTRUCTIONS_LAST, type Refund } from './refund.ts';
import type { Units } from './units.ts';

/** Where the money goes that is not sent back as it came (stripe 23.1.0, `Refunds.d.ts`). */
const OTHER_DESTINATIONS: Readonly<Record<string, string>> = {
  customer_balance: 'customer_cash_balance',
  konbini: 'jp_bank_transfer',
  promptpay: 'th_bank_transfer',
  revolut_pay: 'revolut',
};

/** The destinations that have no details, by the same types. */
const WITHOUT_DETAILS: readonly string[] = `
  affirm alipay alma amazon_pay cashapp customer_cash_balance eps giropay grabpay paynow pix revolut
  scalapay sofort twint wechat_pay zip`
  .trim()
  .split(/\s+/);

/** Those with the bank's number of the refund. */
const WITH_REFERENCE: readonly string[] = `
  afterpay_clearpay blik jp_bank_transfer klarna mb_way multibanco p24 paypal swish th_bank_transfer`
  .trim()
  .split(/\s+/);

function cardDestination({ isReversal, reference }: Refund): JsonObject {
  if (isReversal) return { type: 'reversal' };
  return {
    ...(reference !== null && { reference }),
    reference_status: reference === null ? 'pending' : 'available',
    reference_type: 'acquirer_reference_number',
    type: 'refund',
  };
}

/** The details of a destination; null for types that Stripe describes nowhere. */
function detailsOf(type: string, refund: Refund): JsonObject | null {
  if (type === 'card') return cardDestination(refund);
  if (WITHOUT_DETAILS.includes(type)) return {};
  return WITH_REFERENCE.includes(type) ? { reference: null, reference_status: 'pending' } : null;
}

function destination(refund: Refund): JsonObject {
  const type = lookup(OTHER_DESTINATIONS, refund.methodType) ?? refund.methodType;
  const details = detailsOf(type, refund);
  return details ? { destination_details: { [type]: details, type } } : {};
}

/** The customer has an e-mail that asks for a bank account. */
function nextAction(refund: Refund, { time }: Units): JsonObject {
  const { created, instructionsEmail, status } = refund;
  if (status !== 'requires_action') return {};
  const email = { email_sent_at: time(created), email_sent_to: instructionsEmail };
  const details = { email_sent: email, expires_at: time(created + INSTRUCTIONS_LAST) };
  return { next_action: { type: 'display_details', display_details: details } };
}

/** Those of the named fields that have a value: Stripe leaves the others out. */
const present = (fields: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

/** A refund as both gateways show it. */
export function presentRefund(refund: Refund, units: Units): JsonObject {
  const common = {
    id: refund.id,
    object: 'refund',
    amount: refund.amount,
    balance_transaction: refundTransactionId(refund),
    charge: refund.charge,
    created: units.time(refund.created),
    currency: units.currency(refund.currency),
    metadata: refund.metadata,
    payment_intent: refund.paymentIntent,
    reason: refund.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: refund.status,
    transfer_reversal: refund.reversesTransfer ? refund.id.replace(/^re_/, 'trr_') : null,
    ...present({ failure_reason: refund.failureReason }),
  };
  return refund.dialect === 'stripe' ? { ...common, ...stripeFields(refund, units) } : common;
}

/** The fields that only Stripe documents (stripe 23.1.0, `Refunds.d.ts`). */
const stripeFields = (refund: Refund, units: Units): JsonObject => ({
  customer: refund.customer,
  customer_account: null,
  payment_method: refund.paymentMethod,
  ...destination(refund),
  ...present({
    failure_balance_transaction: failureTransactionId(refund),
    instructions_email: refund.instructionsEmail,
    pending_reason: refund.pendingReason,
  }),
  ...nextAction(refund, units),
});
