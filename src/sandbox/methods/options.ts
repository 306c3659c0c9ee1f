import { lookup } from '../base/lookup.ts';
import {
  anything,
  matching,
  object,
  oneOf,
  orEmptyString,
  type Reader,
  type Rules,
} from '../request/readers.ts';

const IF_AVAILABLE = oneOf('if_available', 'never');

/**
 * `payment_method_options[type]` beside the common names. Values are checked where a typo would be
 * costly.
 */
const OPTIONS: Readonly<Record<string, Rules>> = {
  acss_debit: names('mandate_options target_date verification_method'),
  affirm: names('preferred_locale'),
  afterpay_clearpay: names('reference'),
  alipay: {},
  alma: {},
  amazon_pay: {},
  au_becs_debit: names('target_date'),
  bacs_debit: names('mandate_options target_date'),
  bancontact: names('preferred_language'),
  billie: names('company_details reference'),
  bizum: {},
  blik: names('code mandate_options'),
  boleto: names('expires_after_days'),
  card: {
    // Only Stripe.js sends `cvc`.
    ...names(
      'cvc cvc_token installments mandate_options moto network require_cvc_recollection setup_credential_usage statement_descriptor_suffix_kana statement_descriptor_suffix_kanji stored_credential_usage three_d_secure',
    ),
    request_extended_authorization: IF_AVAILABLE,
    request_incremental_authorization: IF_AVAILABLE,
    request_multicapture: IF_AVAILABLE,
    request_overcapture: IF_AVAILABLE,
    request_three_d_secure: oneOf('any', 'automatic', 'challenge'),
  },
  cashapp: {},
  crypto: {},
  customer_balance: names('bank_transfer funding_type'),
  eps: {},
  fpx: {},
  giropay: {},
  grabpay: {},
  ideal: {},
  kakao_pay: {},
  klarna: names('on_demand preferred_locale subscriptions'),
  konbini: names('confirmation_number expires_after_days expires_at product_description'),
  kr_card: {},
  link: names('persistent_token'),
  mb_way: {},
  mobilepay: {},
  multibanco: {},
  naver_pay: {},
  nz_bank_account: names('target_date'),
  oxxo: names('expires_after_days'),
  p24: names('tos_shown_and_accepted'),
  pay_by_bank: {},
  payco: {},
  paynow: {},
  paypal: names('preferred_locale reference risk_correlation_id'),
  paypay: {},
  payto: names('mandate_options'),
  pix: names('amount_includes_iof expires_at mandate_options'),
  promptpay: {},
  revolut_pay: {},
  samsung_pay: {},
  satispay: {},
  scalapay: {},
  sepa_debit: names('mandate_options target_date'),
  sequra: {},
  sofort: names('preferred_language'),
  sunbit: {},
  swish: names('reference'),
  twint: {},
  upi: names('mandate_options'),
  us_bank_account: names(
    'financial_connections mandate_options networks target_date transaction_purpose verification_method',
  ),
  wechat_pay: names('app_id client'),
  zip: {},
};

function names(list: string): Rules {
  return Object.fromEntries(list.split(' ').map((name) => [name, anything]));
}

/**
 * The names for every type. The last three are the sandbox's own; Stripe has
 * `expires_after_seconds` for Pix.
 */
const COMMON: Rules = {
  ...names('capture_method setup_future_usage'),
  ...names('expires_after_seconds sandbox_action sandbox_increment'),
};

/**
 * `payment_method_options` as Stripe takes them. The names are those of its Node SDK 23.1
 * (`PaymentIntentCreateParams`, `…Confirm…`, `…Update…`). A type without a row takes any.
 */
export const methodOptions: Reader<unknown> = (value, name) =>
  Object.entries(object(value, name)).map(([type, options]) => {
    const rules = lookup(OPTIONS, type);
    return (
      rules && orEmptyString(matching({ ...COMMON, ...rules }))(options ?? {}, `${name}[${type}]`)
    );
  });
