import { digitsOf, fingerprintOf } from '../base/ids.ts';
import type { JsonObject } from '../base/json.ts';
import { APPLICATION, chargeTransactionId } from './balanceTransaction.ts';
import { type Charge, isFullyRefunded, returnedOf } from './charge.ts';
import type { PaymentMethod } from './intent.ts';
import { presentBilling, presentShipping } from './present.ts';
import { presentChargedCard } from './presentChargedCard.ts';
import type { Units } from './units.ts';

function methodDetails(charge: Charge, method: PaymentMethod, units: Units): JsonObject {
  const isCard = method.type === 'card';
  const details = isCard ? presentChargedCard(charge, method, units) : method.details;
  return { [method.type]: details, type: method.type };
}

/** The test card with an elevated risk, by its fingerprint (docs.stripe.com/testing). */
const ELEVATED_RISK = fingerprintOf('4000000000009235');

/** Radar scores cards from 0 to 100; from 65 the risk is elevated, from 75 it is highest. */
const RISKS = {
  normal: [0, 65],
  elevated: [65, 10],
  highest: [75, 25],
} as const;

/** Blocked before it gets to the bank, as the test card for Radar is. */
const isBlocked = ({ error }: Charge) => error?.declineCode === 'fraudulent';

function riskLevel(charge: Charge): keyof typeof RISKS {
  if (isBlocked(charge)) return 'highest';
  return charge.paymentMethod?.details.fingerprint === ELEVATED_RISK ? 'elevated' : 'normal';
}

function risk(charge: Charge): JsonObject {
  if (charge.paymentMethod?.type !== 'card') return { risk_level: 'not_assessed' };
  const level = riskLevel(charge);
  const [least, span] = RISKS[level];
  return { risk_level: level, risk_score: least + (Number(digitsOf(charge.id, 4)) % span) };
}

const GONE_WELL = {
  network_status: 'approved_by_network',
  reason: null,
  seller_message: 'Payment complete.',
  type: 'authorized',
};

/** The texts are Stripe's, as recorded (github.com/pay-rails/pay; docs.stripe.com/declines). */
function sellerMessage(code: string | null): string {
  return code === null || code === 'generic_decline'
    ? 'The bank did not return any further details with this decline.'
    : `The bank returned the decline code \`${code}\`.`;
}

const BLOCKED = {
  network_status: 'not_sent_to_network',
  reason: 'highest_risk_level',
  seller_message: 'Stripe blocked this payment as too risky.',
  type: 'blocked',
};

function resultOf(charge: Charge): JsonObject {
  const { error, status } = charge;
  if (status !== 'failed') return GONE_WELL;
  if (isBlocked(charge)) return BLOCKED;
  const reason = error?.declineCode ?? error?.code ?? null;
  return {
    network_status: 'declined_by_network',
    reason,
    seller_message: sellerMessage(reason),
    type: 'issuer_declined',
  };
}

/** The account's statement descriptor. */
const DESCRIPTOR = 'PAYSTEP SANDBOX';

/** At most 22 characters stand on a statement. A card's suffix follows the prefix. */
function statementDescriptor({ extras, paymentMethod }: Charge): string | null {
  if (paymentMethod?.type !== 'card') return null;
  const suffix = extras.statement_descriptor_suffix ?? extras.statement_descriptor;
  return (suffix ? `PAYSTEP* ${suffix}` : DESCRIPTOR).slice(0, 22);
}

/** The transfer and the fee come with the money (docs.stripe.com/connect/destination-charges). */
const captured = ({ capturedAt, status }: Charge) => status === 'succeeded' && capturedAt !== null;

function connectFields(charge: Charge): JsonObject {
  const { account, extras, id, paymentIntent } = charge;
  const { application_fee_amount: fee = null, transfer_data: data = null } = extras;
  const transfer = data as JsonObject | null;
  const hasFee = fee !== null && captured(charge);
  return {
    application: account === null ? null : APPLICATION,
    application_fee: hasFee ? id.replace(/^ch_/, 'fee_') : null,
    application_fee_amount: fee,
    destination: transfer?.destination ?? null,
    on_behalf_of: extras.on_behalf_of ?? null,
    source_transfer: null,
    ...(transfer && captured(charge) && { transfer: id.replace(/^ch_/, 'tr_') }),
    transfer_data: transfer && { amount: null, ...transfer },
    transfer_group: extras.transfer_group ?? (transfer ? `group_${paymentIntent}` : null),
  };
}

/** The fields that only Stripe documents, by recorded answers and stripe 23.1.0, `Charges.d.ts`. */
function stripeFields(charge: Charge): JsonObject {
  const { error, extras, id, origin, status } = charge;
  return {
    balance_transaction: chargeTransactionId(charge),
    calculated_statement_descriptor: statementDescriptor(charge),
    dispute: null,
    disputed: false,
    failure_balance_transaction: null,
    fraud_details: extras.fraud_details ?? {},
    order: null,
    outcome: {
      advice_code: error?.adviceCode ?? null,
      network_advice_code: null,
      network_decline_code: error?.networkDeclineCode ?? null,
      ...resultOf(charge),
      ...risk(charge),
    },
    radar_options: {},
    receipt_email: extras.receipt_email ?? null,
    receipt_number: null,
    receipt_url: status === 'succeeded' ? `${origin}/sandbox/receipts/${id}` : null,
    review: null,
    shipping: presentShipping(extras.shipping),
    source: null,
    statement_descriptor: extras.statement_descriptor ?? null,
    statement_descriptor_suffix: extras.statement_descriptor_suffix ?? null,
    ...connectFields(charge),
  };
}

/** A charge as both gateways show it. */
export function presentCharge(charge: Charge, units: Units): JsonObject {
  const { error, paymentMethod: method } = charge;
  return {
    id: charge.id,
    object: 'charge',
    amount: charge.amount,
    amount_captured: charge.amountCaptured,
    amount_refunded: returnedOf(charge),
    billing_details: presentBilling(method?.billingDetails),
    captured: charge.amountCaptured > 0,
    created: units.time(charge.created),
    currency: units.currency(charge.currency),
    customer: charge.customer,
    description: charge.extras.description ?? null,
    failure_code: error?.code ?? null,
    failure_message: error?.message ?? null,
    livemode: false,
    metadata: charge.metadata,
    outcome: resultOf(charge),
    paid: charge.status === 'succeeded',
    payment_intent: charge.paymentIntent,
    payment_method: method?.id ?? null,
    payment_method_details: method ? methodDetails(charge, method, units) : null,
    refunded: isFullyRefunded(charge),
    status: charge.status,
    ...(charge.dialect === 'stripe' && stripeFields(charge)),
  };
}
