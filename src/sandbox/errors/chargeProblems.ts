import { formatMoney } from '../../intent/index.ts';
import type { Charge } from '../payment/charge.ts';
import type { RefundStatus } from '../payment/refund.ts';
import { bad, refused } from './problem.ts';

const HOLDS = 'https://docs.stripe.com/payments/place-a-hold-on-a-payment-method';

const uncaptured = (intent: string, advice: string) =>
  bad(
    `This uncaptured Charge was created by a PaymentIntent (${intent}). ${advice} For more information, see ${HOLDS}`,
  );

/** Errors about charges and refunds. Codes and most texts are Stripe's, as public logs show them. */
export const chargeProblems = {
  /** Stripe's Charges API no longer takes cards unless an account asks for it. */
  chargesEnded: () =>
    bad(
      'Charges cannot be created directly: card tokens have reached their end of life in the Charges API. Create a PaymentIntent with confirm=true instead; its latest_charge is the charge. See https://docs.stripe.com/payments/payment-intents/migration',
    ),
  captureIntent: ({ paymentIntent }: Charge) =>
    uncaptured(paymentIntent, 'You must capture the PaymentIntent instead.'),
  alreadyCaptured: ({ id }: Charge) =>
    bad(`Charge ${id} has already been captured.`, 'charge_already_captured'),
  chargeHasCustomer: ({ customer, id }: Charge) =>
    bad(`Charge ${id} already has the customer ${customer}.`, undefined, 'customer'),
  transferGroupOfIntent: ({ paymentIntent }: Charge) =>
    bad(
      `This Charge was created by a PaymentIntent (${paymentIntent}). You must update the \`transfer_group\` on the PaymentIntent instead of updating the Charge directly.`,
      undefined,
      'transfer_group',
    ),

  nothingToRefund: () =>
    bad(
      'One of the following params should be provided for this request: payment_intent or charge.',
    ),
  notOfIntent: (charge: string, intent: string) =>
    bad(
      `The charge ${charge} does not belong to the PaymentIntent ${intent}. Send one of them.`,
      undefined,
      'charge',
    ),
  noCharge: (id: string) => refused(404, `No such charge: '${id}'`, 'resource_missing', 'id'),
  noChargeToList: (id: string) => bad(`No such charge: '${id}'`, 'resource_missing', 'charge'),
  noRefund: (id: string) => refused(404, `No such refund: '${id}'`, 'resource_missing', 'refund'),
  noPaymentIntent: (id: string) =>
    bad(`No such payment_intent: '${id}'`, 'resource_missing', 'payment_intent'),
  notCharged: (intent: string) =>
    bad(`This PaymentIntent (${intent}) does not have a successful charge to refund.`),
  cancelIntent: ({ paymentIntent }: Charge) =>
    uncaptured(
      paymentIntent,
      'You must cancel the PaymentIntent to reverse the authorization instead of refunding the Charge directly.',
    ),
  alreadyRefunded: ({ id }: Charge) =>
    bad(`Charge ${id} has already been refunded.`, 'charge_already_refunded'),
  refundTooSmall: () =>
    bad('This value must be greater than or equal to 1.', 'parameter_invalid_integer', 'amount'),
  refundTooLarge: (amount: number, most: number, currency: string) =>
    bad(
      `Refund amount (${formatMoney(amount, currency, 'en')}) is greater than unrefunded amount on charge (${formatMoney(most, currency, 'en')})`,
      undefined,
      'amount',
    ),
  refundReason: (reasons: readonly string[]) =>
    bad(
      `Invalid reason: must be one of ${reasons.slice(0, -1).join(', ')}, or ${reasons.at(-1)}`,
      undefined,
      'reason',
    ),
  noApplicationFee: ({ id }: Charge) =>
    bad(
      `The charge ${id} has no application fee, so none can be refunded.`,
      undefined,
      'refund_application_fee',
    ),
  noTransfer: ({ id }: Charge) =>
    bad(
      `The charge ${id} has no transfer, so none can be reversed.`,
      undefined,
      'reverse_transfer',
    ),
  needsInstructionsEmail: (type: string) =>
    bad(
      `A refund of ${type} asks the customer for a bank account by e-mail: send instructions_email, or give the payment method an e-mail address.`,
      'parameter_missing',
      'instructions_email',
    ),
  cannotCancelRefund: () => bad('Canceling this refund is unsupported.'),
  cannotExpireRefund: (status: RefundStatus) =>
    bad(`Only a refund that requires_action can expire; this one has a status of ${status}.`),
  cannotSimulateRefund: (outcome: string, status: RefundStatus) =>
    bad(`The sandbox cannot simulate '${outcome}' because the refund has a status of ${status}.`),
  noTransaction: (id: string) =>
    refused(404, `No such balance transaction: '${id}'`, 'resource_missing', 'id'),
} as const;
