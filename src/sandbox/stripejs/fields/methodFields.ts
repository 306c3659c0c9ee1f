/** What the Payment Element asks for beside a card, by type. */
import { lookup } from '../../base/lookup.ts';
import { requiredFieldsOf } from '../../methods/requiredFields.ts';
import { STRIPE_BANKS } from '../../methods/stripeBanks.ts';

export interface MethodField {
  /** Where it goes: `billing_details[address][city]`, `fpx[bank]`. */
  readonly path: string;
  readonly label: string;
  readonly autocomplete: string;
  /** The values to choose from, where there are some. */
  readonly choices: readonly (readonly [value: string, label: string])[] | null;
}

/** Goes to `payment_method_options` in place of `payment_method_data`. */
export const BLIK_CODE = 'options[blik][code]';

const LABELS: Readonly<Record<string, string>> = {
  'billing_details[name]': 'Full name',
  'billing_details[email]': 'Email',
  'billing_details[phone]': 'Phone number',
  'billing_details[address][line1]': 'Address',
  'billing_details[address][city]': 'City',
  'billing_details[address][state]': 'State',
  'billing_details[address][postal_code]': 'Postal code',
  'billing_details[address][country]': 'Country',
  'sepa_debit[iban]': 'IBAN',
  'boleto[tax_id]': 'CPF or CNPJ',
  'au_becs_debit[bsb_number]': 'BSB',
  [BLIK_CODE]: 'BLIK code',
};

const AUTOCOMPLETE: Readonly<Record<string, string>> = {
  'billing_details[name]': 'name',
  'billing_details[email]': 'email',
  'billing_details[phone]': 'tel',
  'billing_details[address][line1]': 'address-line1',
  'billing_details[address][city]': 'address-level2',
  'billing_details[address][state]': 'address-level1',
  'billing_details[address][postal_code]': 'postal-code',
  'billing_details[address][country]': 'country',
};

/** Countries in which the methods that ask for one are offered. */
const COUNTRIES = `AT AU BE BR CA CH CZ DE DK EE ES FI FR GB GR HU IE IT JP LT LU LV MX MY NL NO NZ
  PL PT RO SE SG SI SK TH US`.split(/\s+/);

/** `maybank2u` as "Maybank2u", `account_number` as "Account number". */
function titleOf(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const lastOf = (path: string) => /([^[\]]+)\]$/.exec(path)?.[1] ?? path;

function countries(codes: readonly string[]): MethodField['choices'] {
  const names = new Intl.DisplayNames('en', { type: 'region' });
  return codes.map((code) => [code, names.of(code) ?? code] as const);
}

const banks = (names: readonly string[]): MethodField['choices'] =>
  names.map((name) => [name, titleOf(name)] as const);

const CHOICES: Readonly<Record<string, () => MethodField['choices']>> = {
  'billing_details[address][country]': () => countries(COUNTRIES),
  'fpx[bank]': () => banks(STRIPE_BANKS.fpx),
  'sofort[country]': () => countries(['AT', 'BE', 'DE', 'ES', 'IT', 'NL']),
};

const fieldOf = (path: string): MethodField => ({
  path,
  label: lookup(LABELS, path) ?? titleOf(lastOf(path)),
  autocomplete: lookup(AUTOCOMPLETE, path) ?? 'off',
  choices: lookup(CHOICES, path)?.() ?? null,
});

/** The fields that a type needs: those without which the sandbox refuses it. */
export function methodFields(type: string): readonly MethodField[] {
  const paths = type === 'blik' ? [BLIK_CODE] : requiredFieldsOf('stripe', type);
  return paths.map(fieldOf);
}

/** Names that are not just the type with capitals. */
const NAMES: Readonly<Record<string, string>> = {
  acss_debit: 'Pre-authorized debit',
  afterpay_clearpay: 'Afterpay',
  au_becs_debit: 'BECS Direct Debit',
  bacs_debit: 'Bacs Direct Debit',
  blik: 'BLIK',
  cashapp: 'Cash App Pay',
  customer_balance: 'Bank transfer',
  eps: 'EPS',
  fpx: 'FPX',
  grabpay: 'GrabPay',
  ideal: 'iDEAL',
  kr_card: 'Korean card',
  mb_way: 'MB WAY',
  mobilepay: 'MobilePay',
  oxxo: 'OXXO',
  p24: 'Przelewy24',
  pay_by_bank: 'Pay by Bank',
  paynow: 'PayNow',
  paypal: 'PayPal',
  paypay: 'PayPay',
  payto: 'PayTo',
  promptpay: 'PromptPay',
  sepa_debit: 'SEPA Direct Debit',
  sequra: 'seQura',
  twint: 'TWINT',
  upi: 'UPI',
  us_bank_account: 'US bank account',
  wechat_pay: 'WeChat Pay',
};

/** A type's name, as the list shows it. */
export const methodName = (type: string): string =>
  lookup(NAMES, type) ??
  type.replaceAll(/(^|_)([a-z])/g, (_, gap, letter) => (gap && ' ') + letter.toUpperCase());
