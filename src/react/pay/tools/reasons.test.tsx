import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en as m } from '../../../locales/index.ts';
import { isFinal, reasonOf } from './reasons.ts';

const UNTOLD = { adviceCode: null, message: null, methodId: null, chargeId: null };
const reason = (code: string | null, declineCode: string | null = null, method = 'card') =>
  reasonOf({ ...UNTOLD, code, declineCode, method });

/** Stripe's decline codes, as its documents list them, with what a customer can do about each. */
const DECLINES: Readonly<Record<string, string>> = {
  approve_with_id: 'authentication',
  authentication_not_handled: 'authentication',
  authentication_required: 'authentication',
  call_issuer: 'declined',
  card_not_supported: 'unsupported',
  card_velocity_exceeded: 'limit',
  currency_not_supported: 'unsupported',
  do_not_honor: 'declined',
  do_not_try_again: 'declined',
  duplicate_transaction: 'other',
  expired_card: 'expiredCard',
  fraudulent: 'declined',
  generic_decline: 'declined',
  incorrect_cvc: 'securityCode',
  incorrect_number: 'number',
  incorrect_pin: 'authentication',
  incorrect_zip: 'address',
  insufficient_funds: 'funds',
  invalid_account: 'account',
  invalid_amount: 'unsupported',
  invalid_cvc: 'securityCode',
  invalid_expiry_month: 'expiry',
  invalid_expiry_year: 'expiry',
  invalid_number: 'number',
  invalid_pin: 'authentication',
  issuer_not_available: 'busy',
  lost_card: 'declined',
  merchant_blacklist: 'declined',
  mobile_device_authentication_required: 'authentication',
  new_account_information_available: 'account',
  no_action_taken: 'declined',
  not_permitted: 'declined',
  offline_pin_required: 'authentication',
  online_or_offline_pin_required: 'authentication',
  pickup_card: 'declined',
  pin_try_exceeded: 'authentication',
  processing_error: 'busy',
  reenter_transaction: 'busy',
  restricted_card: 'declined',
  revocation_of_all_authorizations: 'declined',
  revocation_of_authorization: 'declined',
  security_violation: 'declined',
  service_not_allowed: 'declined',
  stolen_card: 'declined',
  stop_payment_order: 'declined',
  testmode_decline: 'declined',
  transaction_not_allowed: 'declined',
  try_again_later: 'busy',
  withdrawal_count_limit_exceeded: 'limit',
};

/** Codes without a decline code, of other methods than cards for the most part. */
const CODES: Readonly<Record<string, string>> = {
  account_closed: 'account',
  amount_too_large: 'unsupported',
  amount_too_small: 'unsupported',
  bank_account_declined: 'declined',
  bank_account_unusable: 'account',
  card_decline_rate_limit_exceeded: 'limit',
  card_declined: 'declined',
  charge_exceeds_transaction_limit: 'limit',
  debit_not_authorized: 'account',
  expired_payment_method: 'expiredCard',
  no_account: 'account',
  payment_intent_authentication_failure: 'authentication',
  payment_intent_payment_attempt_expired: 'expired',
  payment_intent_payment_attempt_failed: 'other',
  payment_method_currency_mismatch: 'unsupported',
  payment_method_customer_decline: 'canceled',
  payment_method_not_available: 'unsupported',
  payment_method_provider_decline: 'declined',
  payment_method_provider_timeout: 'expired',
  processing_error: 'busy',
  sepa_unsupported_account: 'unsupported',
};

const TYPES = readFileSync('node_modules/stripe/esm/resources/PaymentIntents.d.ts', 'utf8');
const KNOWN = /namespace LastPaymentError \{[\s\S]*?type Code = ([^;]+);/.exec(TYPES)?.[1] ?? '';

describe('the customer’s words for a failure', () => {
  it.each(Object.entries(DECLINES))('say for the decline code %s: %s', (declineCode, words) => {
    expect(reason('card_declined', declineCode)).toBe(words);
  });

  it.each(Object.entries(CODES))('say for the code %s: %s', (code, words) => {
    // A code that Stripe does not have would test nothing.
    expect(KNOWN).toContain(`'${code}'`);
    expect(reason(code)).toBe(words);
  });

  it.each([
    'lost_card',
    'stolen_card',
    'pickup_card',
    'restricted_card',
    'fraudulent',
    'merchant_blacklist',
    'security_violation',
  ])('are for %s what they are for any decline', (declineCode) => {
    expect(reason('card_declined', declineCode)).toBe(reason('card_declined', 'generic_decline'));
    expect(reason(declineCode)).toBe('declined');
  });

  it.each([
    [null, null],
    ['a_code_of_2031', null],
    ['toString', 'constructor'],
    ['__proto__', 'hasOwnProperty'],
    ['', ''],
  ])('are there for what nobody knows: %s, %s', (code, declineCode) => {
    expect(reason(code, declineCode)).toBe('other');
  });

  it('are those of the code where the decline code is new', () => {
    expect(reason('expired_card', 'a_code_of_2031')).toBe('expiredCard');
  });

  it.each([
    ['payment_method_invalid_parameter', 'code_invalid', 'code'],
    ['payment_method_invalid_parameter', 'code_expired', 'code'],
    ['payment_method_invalid_parameter', 'generic_decline', 'code'],
    ['payment_method_provider_decline', 'customer_declined', 'canceled'],
    ['payment_method_provider_decline', 'payment_limit_exceeded', 'limit'],
    ['payment_method_provider_decline', 'partner_generic_decline', 'declined'],
    ['payment_method_provider_decline', null, 'declined'],
    ['payment_method_provider_timeout', null, 'expired'],
  ])('say for %s with %s what went wrong with BLIK: %s', (code, declineCode, words) => {
    expect(reason(code, declineCode, 'blik')).toBe(words);
  });

  it('ask for another code of BLIK alone', () => {
    expect(reason('payment_method_invalid_parameter', null, 'card')).toBe('other');
  });

  it('say that nothing was charged where a bank has declined', () => {
    const reasons = [
      'declined',
      'funds',
      'limit',
      'authentication',
      'canceled',
      'expired',
    ] as const;
    for (const name of reasons) expect(m.failed[name]).toMatch(/not been charged/);
  });
});

describe('the same again', () => {
  const final = (code: string, declineCode: string | null, adviceCode: string | null = null) =>
    isFinal({ ...UNTOLD, code, declineCode, adviceCode, method: 'card' });

  it.each([
    'lost_card',
    'stolen_card',
    'pickup_card',
    'fraudulent',
    'do_not_try_again',
    'card_not_supported',
  ])('is of no use after %s', (code) => {
    expect(final('card_declined', code)).toBe(true);
    expect(final(code, null)).toBe(true);
  });

  it.each([
    'generic_decline',
    'insufficient_funds',
    'incorrect_cvc',
    'processing_error',
    'try_again_later',
    'x',
  ])('may be of use after %s', (code) => {
    expect(final('card_declined', code)).toBe(false);
  });

  it('is what the issuer advises, where it does', () => {
    expect(final('card_declined', 'generic_decline', 'do_not_try_again')).toBe(true);
    expect(final('card_declined', 'lost_card', 'try_again_later')).toBe(false);
    expect(final('expired_card', null, 'confirm_card_data')).toBe(false);
  });
});
