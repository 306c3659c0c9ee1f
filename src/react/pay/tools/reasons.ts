import type { PaymentFailure } from '../../../intent/index.ts';
import type { Messages } from '../../../locales/index.ts';

type Reason = Exclude<keyof Messages['failed'], 'title'>;

/**
 * What the customer is told, by the gateway's `decline_code` and `code` (Stripe's lists of both).
 * What is not here is `other`; a stolen card or a suspicion is a decline like any other, since whoever
 * holds the card must not learn of it.
 */
const CODES: Readonly<Record<Reason, string>> = {
  declined: `card_declined generic_decline do_not_honor do_not_try_again call_issuer no_action_taken
    not_permitted transaction_not_allowed revocation_of_all_authorizations revocation_of_authorization
    stop_payment_order service_not_allowed security_violation fraudulent lost_card stolen_card
    pickup_card restricted_card merchant_blacklist testmode_decline highest_risk_level
    payment_method_provider_decline partner_generic_decline bank_account_declined
    refer_to_customer`,
  funds: 'insufficient_funds',
  limit: `card_velocity_exceeded withdrawal_count_limit_exceeded card_decline_rate_limit_exceeded
    charge_exceeds_transaction_limit charge_exceeds_source_limit payment_limit_exceeded`,
  authentication: `authentication_required authentication_failure
    payment_intent_authentication_failure setup_intent_authentication_failure approve_with_id incorrect_pin invalid_pin
    offline_pin_required online_or_offline_pin_required pin_try_exceeded authentication_not_handled
    mobile_device_authentication_required`,
  canceled: 'payment_method_customer_decline customer_declined',
  // BLIK's, since 2026-09-30.endive.
  code: 'code_invalid code_expired',
  expired: `payment_intent_payment_attempt_expired setup_intent_setup_attempt_expired
    payment_method_provider_timeout`,
  busy: `processing_error issuer_not_available try_again_later reenter_transaction
    three_d_secure_authentication_upstream_error`,
  unsupported: `card_not_supported currency_not_supported payment_method_currency_mismatch
    invalid_amount invalid_card_type payment_method_not_available payment_method_unsupported_type
    payment_intent_incompatible_payment_method sepa_unsupported_account payment_method_restricted setup_intent_mobile_wallet_unsupported
    payment_method_unactivated amount_too_large amount_too_small country_unsupported`,
  expiredCard: 'expired_card expired_payment_method',
  number: 'incorrect_number invalid_number',
  expiry: 'invalid_expiry_month invalid_expiry_year',
  securityCode: 'incorrect_cvc invalid_cvc',
  address: 'incorrect_zip incorrect_postal_code incorrect_address postal_code_invalid',
  account: `invalid_account account_closed account_invalid account_number_invalid no_account
    bank_account_restricted bank_account_unusable debit_not_authorized
    new_account_information_available routing_number_invalid bank_account_unverified
    bank_account_verification_failed payment_method_bank_account_blocked`,
  other: 'payment_intent_payment_attempt_failed setup_attempt_failed duplicate_transaction',
};

const REASONS = new Map(
  Object.entries(CODES).flatMap(([reason, codes]) =>
    codes.split(/\s+/).map((code) => [code, reason as Reason] as const),
  ),
);

/**
 * Why it failed, in the customer's words; the decline code says more than the code. A BLIK code that
 * no bank knows is a wrong parameter to Stripe (docs.stripe.com/payments/blik), before 2026-09-30.endive
 * with no decline code of its own.
 */
export function reasonOf({ declineCode, code, method }: PaymentFailure): Reason {
  if (method === 'blik' && code === 'payment_method_invalid_parameter') return 'code';
  return REASONS.get(declineCode ?? '') ?? REASONS.get(code ?? '') ?? 'other';
}

/** Codes after which the same card or account is declined again (docs.stripe.com/declines/codes). */
const FINAL: ReadonlySet<string | null> = new Set(
  `do_not_try_again fraudulent highest_risk_level lost_card merchant_blacklist pickup_card restricted_card
  revocation_of_all_authorizations revocation_of_authorization security_violation service_not_allowed
  stolen_card stop_payment_order transaction_not_allowed`.split(/\s+/),
);

/**
 * Whether the same again is of no use. What the issuer advises, where it does, counts more than the code
 * (docs.stripe.com/declines/card#retrying-issuer-declines).
 */
export function isFinal(failure: PaymentFailure): boolean {
  const { adviceCode, declineCode, code } = failure;
  if (adviceCode) return adviceCode === 'do_not_try_again';
  return FINAL.has(declineCode) || FINAL.has(code) || reasonOf(failure) === 'unsupported';
}
