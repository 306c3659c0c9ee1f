import type { JsonObject } from '../base/json.ts';
import { lookup } from '../base/lookup.ts';
import { problems } from '../errors/errors.ts';
import {
  anything,
  matching,
  object,
  oneOf,
  type Reader,
  type Rules,
  text,
} from '../request/readers.ts';
import { STRIPE_BANKS } from './stripeBanks.ts';
import { brazilianTaxId } from './taxId.ts';

const HOLDERS = oneOf('company', 'individual');

/** `payment_method_data[type]` at Stripe. Other types have nothing there. */
const DETAILS: Readonly<Record<string, Rules>> = {
  acss_debit: { account_number: text, institution_number: text, transit_number: text },
  au_becs_debit: { account_number: text, bsb_number: text },
  bacs_debit: { account_number: text, sort_code: text },
  boleto: { tax_id: brazilianTaxId },
  card: {
    number: anything,
    exp_month: anything,
    exp_year: anything,
    cvc: anything,
    networks: matching({ preferred: text }),
    token: anything,
  },
  eps: { bank: oneOf(...STRIPE_BANKS.eps) },
  fpx: { account_holder_type: HOLDERS, bank: oneOf(...STRIPE_BANKS.fpx) },
  ideal: { bank: oneOf(...STRIPE_BANKS.ideal) },
  klarna: { dob: object },
  naver_pay: { funding: oneOf('card', 'points') },
  // Stripe's types of PaymentMethod data: by PayID, or by account.
  payto: { account_number: text, bsb_number: text, pay_id: text },
  nz_bank_account: {
    account_holder_name: text,
    account_number: text,
    bank_code: text,
    branch_code: text,
    reference: text,
    suffix: text,
  },
  p24: { bank: oneOf(...STRIPE_BANKS.p24) },
  sepa_debit: { iban: text },
  sofort: { country: oneOf('AT', 'BE', 'DE', 'ES', 'IT', 'NL') },
  // Only Stripe's mobile SDKs know `vpa`.
  upi: { mandate_options: object, vpa: text },
  us_bank_account: {
    account_holder_type: HOLDERS,
    account_number: text,
    account_type: oneOf('checking', 'savings'),
    financial_connections_account: text,
    routing_number: text,
  },
};

const MSISDN: Reader<string> = (value, name) => {
  const number = text(value, name);
  if (/^[1-9]\d{7,14}$/.test(number)) return number;
  throw problems.wrongKind(
    name,
    'a number with its country code and without "+", like 256777000001',
  );
};

/** The operators that WooshPay lists (docs.wooshpay.com/7196715m0). */
const PROVIDERS = oneOf(
  ...['mtn_cm', 'orange_cm', 'mtn_gh', 'vodafone_gh', 'airtel_gh', 'mpesa_ke', 'mtn_rw'],
  ...['airtel_rw', 'airtel_tz', 'tigo_tz', 'vodacom_tz', 'azampesa_tz', 'halopesa_tz'],
  ...['mtn_ug', 'airtel_ug'],
);

/** The same at WooshPay, which documents hardly any. */
export const wooshpayDetails = (type: string): Reader<JsonObject> =>
  type === 'mobile_money' ? matching({ phone_number: MSISDN, provider_code: PROVIDERS }) : object;

/** Reads `payment_method_data[type]`: refuses unknown names, and values that are not in a list. */
export const methodDetails = (type: string) => matching(lookup(DETAILS, type) ?? {});
