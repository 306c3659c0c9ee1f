import type { DialectName } from '../base/dialectName.ts';
import type { JsonObject } from '../base/json.ts';
import { lookup } from '../base/lookup.ts';
import { problems } from '../errors/errors.ts';

const billing = (...names: string[]) => names.map((name) => `billing_details[${name}]`);
const address = (...lines: string[]) => lines.map((line) => `billing_details[address][${line}]`);
const details = (type: string, ...names: string[]) => names.map((name) => `${type}[${name}]`);

type RequiredFields = Readonly<Record<string, readonly string[]>>;

/**
 * The fields that Stripe requires of a payment method. Source: what is not optional in the types of
 * @stripe/stripe-js 10.2.1 (`CreatePaymentMethod…Data`), and its guide to each method. The names
 * are those of its errors: without `payment_method_data` in front.
 */
const STRIPE: RequiredFields = {
  acss_debit: [
    ...billing('name', 'email'),
    ...details('acss_debit', 'account_number', 'institution_number', 'transit_number'),
  ],
  afterpay_clearpay: [
    ...billing('name', 'email'),
    ...address('line1', 'city', 'postal_code', 'country'),
  ],
  au_becs_debit: [
    ...billing('name', 'email'),
    ...details('au_becs_debit', 'bsb_number', 'account_number'),
  ],
  bacs_debit: [
    ...billing('name', 'email'),
    ...address('line1', 'city', 'postal_code', 'country'),
    ...details('bacs_debit', 'sort_code', 'account_number'),
  ],
  bancontact: billing('name'),
  billie: billing('email'),
  bizum: billing('phone'),
  boleto: [
    ...billing('name', 'email'),
    ...address('line1', 'city', 'state', 'postal_code', 'country'),
    ...details('boleto', 'tax_id'),
  ],
  eps: billing('name'),
  fpx: details('fpx', 'bank'),
  giropay: billing('name'),
  klarna: [...billing('email'), ...address('country')],
  konbini: billing('name', 'email'),
  mb_way: billing('phone'),
  multibanco: billing('email'),
  nz_bank_account: [
    ...billing('name', 'email'),
    ...details('nz_bank_account', 'bank_code', 'branch_code', 'account_number', 'suffix'),
  ],
  oxxo: billing('name', 'email'),
  p24: billing('email'),
  promptpay: billing('email'),
  sepa_debit: [...billing('name', 'email'), ...details('sepa_debit', 'iban')],
  sofort: details('sofort', 'country'),
  us_bank_account: billing('name'),
};

const payer = [...billing('name', 'email'), ...address('country')];

/**
 * What WooshPay's pages say has to be collected: wooshpay.com/docs, "PayNow" and "Bank transfer in
 * United Kingdom"; docs.guanglian.co/5413632m0; docs.wooshpay.com/7196715m0.
 */
const WOOSHPAY: RequiredFields = {
  bank_transfer_eu: payer,
  bank_transfer_uk: payer,
  mobile_money: details('mobile_money', 'phone_number', 'provider_code'),
  paynow: payer,
  upi: billing('email'),
};

const REQUIRED: Readonly<Record<DialectName, RequiredFields>> = {
  stripe: STRIPE,
  wooshpay: WOOSHPAY,
};

/** The fields without which a type is refused, as paths: `billing_details[name]`, `fpx[bank]`. */
export const requiredFieldsOf = (dialect: DialectName, type: string): readonly string[] =>
  lookup(REQUIRED[dialect], type) ?? [];

const isEmpty = (value: unknown) => (value ?? '') === '';

/** The value at a path such as `billing_details[address][line1]`. */
function valueAt(data: JsonObject, path: string): unknown {
  const names = path.replaceAll(']', '').split('[');
  return names.reduce<unknown>(
    (part, name) => (part as JsonObject | null | undefined)?.[name],
    data,
  );
}

/** OXXO prints first and last names, "at least two characters each" (its guide). */
function checkTwoNames(name: unknown): void {
  if (/^\S{2,}(\s+\S+)*\s+\S{2,}$/.test(String(name).trim())) return;
  throw problems.invalid(
    'OXXO requires a first and a last name, each of at least 2 characters.',
    'payment_method_invalid_parameter',
    'billing_details[name]',
  );
}

/**
 * Throws for the first missing field. `data` has the billing details and the type's own details.
 */
export function checkRequiredFields(dialect: DialectName, type: string, data: JsonObject): void {
  const missing = requiredFieldsOf(dialect, type).find((path) => isEmpty(valueAt(data, path)));
  if (missing) throw problems.missing(missing);
  if (dialect === 'stripe' && type === 'oxxo') {
    checkTwoNames(valueAt(data, 'billing_details[name]'));
  }
}

/** Sample billing details with everything that any method requires. */
export const SAMPLE_BILLING = {
  name: 'Jenny Rosen',
  email: 'jenny@example.com',
  phone: '+351912345678',
  address: {
    line1: 'Avenida Paulista 1',
    city: 'São Paulo',
    state: 'SP',
    postal_code: '01310100',
    country: 'BR',
  },
} as const;

/** Sample details by type. */
export const SAMPLE_DETAILS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // Account numbers are Stripe's test values.
  acss_debit: {
    account_number: '000123456789',
    institution_number: '000',
    transit_number: '11000',
  },
  au_becs_debit: { account_number: '000123456', bsb_number: '000000' },
  bacs_debit: { account_number: '00012345', sort_code: '108800' },
  boleto: { tax_id: '00000000000' },
  fpx: { bank: 'maybank2u' },
  mobile_money: { phone_number: '256777000001', provider_code: 'mtn_ug' },
  nz_bank_account: {
    account_number: '0000010',
    bank_code: '11',
    branch_code: '0000',
    suffix: '000',
  },
  sepa_debit: { iban: 'DE89370400440532013000' },
  sofort: { country: 'DE' },
  us_bank_account: {
    account_holder_type: 'individual',
    account_number: '000123456789',
    routing_number: '110000000',
  },
};

/** Sample options by type. */
export const SAMPLE_OPTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  blik: { code: '123456' },
};
