import { bankTransfer } from './bankTransfer.ts';
import { blik } from './blik.ts';
import {
  approves,
  awaitsApproval,
  choices,
  type PlanInput,
  type Planner,
  processes,
  redirects,
  requiresAction,
} from './plan.ts';
import { stripeCard } from './stripeCards.ts';
import { stripeCodes } from './stripeCodes.ts';
import { stripeVouchers } from './stripeVouchers.ts';

const MINUTE = 60;
const DAY = 24 * 3600;

const bank = redirects('bank');
const wallet = redirects('wallet');

/** Small deposits, with a code or of two amounts, verify the customer's account. */
const verifies = (microdeposit_type: 'descriptor_code' | 'amounts'): Planner =>
  requiresAction('microdeposits', 'verify_with_microdeposits', (input) => ({
    arrival_date: Math.floor(input.now / 1000) + 2 * DAY,
    hosted_verification_url: input.page('microdeposits'),
    microdeposit_type,
  }));

const verifiesByCode = verifies('descriptor_code');

/**
 * A debit. `[us_bank_account][verification_method]=microdeposits` verifies the account first, and
 * `[us_bank_account][sandbox_action]=verify_with_amounts` does so by two amounts, the older way.
 */
const usBankAccount = choices(
  (input: PlanInput) =>
    (input.options.verification_method === 'microdeposits' ? verifiesByCode : processes)(input),
  { verify_with_amounts: verifies('amounts') },
);

/** The payment methods of the Stripe dialect and the next action that each one brings. */
export const stripeMethods: Readonly<Record<string, Planner>> = {
  card: stripeCard,
  ...stripeCodes,
  ...stripeVouchers,
  customer_balance: bankTransfer,

  alipay: requiresAction('wallet', 'alipay_handle_redirect', (input) => ({
    native_data: null,
    native_url: null,
    return_url: input.requireReturnUrl(),
    url: input.page('wallet'),
  })),
  affirm: wallet,
  afterpay_clearpay: wallet,
  alma: wallet,
  amazon_pay: wallet,
  bancontact: bank,
  billie: wallet,
  crypto: wallet,
  eps: bank,
  fpx: bank,
  giropay: bank,
  grabpay: wallet,
  ideal: bank,
  kakao_pay: wallet,
  kr_card: bank,
  mobilepay: wallet,
  naver_pay: wallet,
  p24: bank,
  pay_by_bank: bank,
  payco: wallet,
  paypal: wallet,
  paypay: wallet,
  revolut_pay: wallet,
  samsung_pay: wallet,
  satispay: wallet,
  scalapay: wallet,
  sequra: wallet,
  sofort: bank,
  sunbit: wallet,
  twint: wallet,
  wero: bank,
  zip: wallet,

  blik,
  // The SDKs know these two. Their names in the API are not public, so these are stand-ins. Minutes
  // as on Android.
  mb_way: awaitsApproval(4 * MINUTE, 'mb_way_await_authorization'),
  bizum: awaitsApproval(70 * MINUTE, 'await_authorization'),
  // The same of PayTo's agreement, which the customer gives in their bank's app.
  payto: requiresAction('none', 'payto_await_authorization', () => ({})),

  // Stripe's wallet has checked the card already.
  link: approves,

  acss_debit: processes,
  au_becs_debit: processes,
  bacs_debit: processes,
  nz_bank_account: processes,
  sepa_debit: processes,
  us_bank_account: usBankAccount,

  // No gateway has it: it shows what a checkout does with an unknown type.
  sandbox_mystery: requiresAction('none', 'carrier_pigeon', () => ({})),
};
