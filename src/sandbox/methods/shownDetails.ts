import type { JsonObject } from '../base/json.ts';
import { lookup } from '../base/lookup.ts';

/**
 * The details of other methods than cards that are shown: those of stripe 23.1.0, `PaymentMethod`. What
 * is not entered is null. Nothing else of an account is stored than its last digits and its bank's.
 */
const STRIPE_FIELDS: Readonly<Record<string, string>> = {
  acss_debit: 'bank_name fingerprint institution_number last4 transit_number',
  au_becs_debit: 'bsb_number fingerprint last4',
  bacs_debit: 'fingerprint last4 sort_code',
  boleto: 'tax_id',
  cashapp: 'buyer_id cashtag',
  eps: 'bank',
  fpx: 'account_holder_type bank',
  ideal: 'bank bic',
  klarna: 'dob',
  kr_card: 'brand last4',
  link: 'email',
  naver_pay: 'buyer_id funding',
  nz_bank_account: 'account_holder_name bank_code bank_name branch_code last4 suffix',
  p24: 'bank',
  paypal: 'country payer_email payer_id',
  payto: 'bsb_number last4 pay_id',
  sepa_debit: 'bank_code branch_code country fingerprint generated_from last4',
  sofort: 'country',
  upi: 'vpa',
  us_bank_account:
    'account_holder_type account_type bank_name financial_connections_account fingerprint last4 networks routing_number status_details',
};

/** As recorded of a test account (pay-rails/pay, test/vcr_cassettes). */
const BANK = { bank_name: 'STRIPE TEST BANK' } as const;

/** What Stripe itself adds; the defaults of an account are those of its API reference. */
const STRIPE_ADDS: Readonly<Record<string, JsonObject>> = {
  acss_debit: BANK,
  naver_pay: { funding: 'card' },
  nz_bank_account: BANK,
  sepa_debit: { generated_from: { charge: null, setup_attempt: null } },
  us_bank_account: { ...BANK, account_type: 'checking' },
};

/** What is shown at WooshPay: what was entered of these, and no more. */
const WOOSHPAY_FIELDS: Readonly<Record<string, string>> = {
  boleto: 'tax_id',
  eps: 'bank',
  fpx: 'account_holder_type bank',
  ideal: 'bank',
  klarna: 'dob',
  mobile_money: 'phone_number provider_code',
  naver_pay: 'funding',
  p24: 'bank',
  sofort: 'country',
  upi: 'vpa',
};

const namesIn = (fields: Readonly<Record<string, string>>, type: string): string[] =>
  lookup(fields, type)?.split(' ') ?? [];

const picked = (entered: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(entered).filter(([name]) => names.includes(name)));

/** Of an account's number, or of an IBAN, which begins with its country (ISO 13616). */
function accountFields({ account_number: number, iban }: JsonObject): JsonObject {
  const account = iban ?? number;
  return {
    ...(typeof account === 'string' && { last4: account.slice(-4) }),
    ...(typeof iban === 'string' && { country: iban.slice(0, 2).toUpperCase() }),
  };
}

/** The details of a method as Stripe stores and shows them. */
export function stripeDetails(type: string, entered: JsonObject): JsonObject {
  const names = namesIn(STRIPE_FIELDS, type);
  return {
    ...Object.fromEntries(names.map((name) => [name, null])),
    ...lookup(STRIPE_ADDS, type),
    ...picked(entered, names),
    ...picked(accountFields(entered), names),
  };
}

/** The same at WooshPay. */
export function wooshpayDetailsOf(type: string, entered: JsonObject): JsonObject {
  const { last4 } = accountFields(entered);
  return {
    ...picked(entered, namesIn(WOOSHPAY_FIELDS, type)),
    ...(last4 !== undefined && { last4 }),
  };
}
