/** What is typed into the fields of a card: brands, grouping, and what is wrong. Pure. */

export type CardField = 'number' | 'expiry' | 'cvc' | 'postalCode';

export type CardBrand =
  | 'visa'
  | 'mastercard'
  | 'amex'
  | 'discover'
  | 'diners'
  | 'jcb'
  | 'unionpay'
  | 'unknown';

/** What is entered, as it stands in the fields. */
export interface CardValues extends Readonly<Partial<Record<CardField, string>>> {
  /** The brand, where the number is in another frame. */
  readonly brand?: CardBrand;
}

/** A validation error, with Stripe's code (docs.stripe.com/js, "Error object"). */
export interface FieldProblem {
  readonly code: string;
  readonly message: string;
  /** Whether more typing may still mend it. */
  readonly incomplete: boolean;
}

interface BrandRow {
  readonly brand: CardBrand;
  /** The first digits of its numbers (ISO/IEC 7812, as each network publishes its ranges). */
  readonly starts: RegExp;
  readonly groups: readonly number[];
  readonly cvc: number;
}

const FOURS = [4, 4, 4, 4] as const;

const BRANDS: readonly BrandRow[] = [
  { brand: 'visa', starts: /^4/, groups: FOURS, cvc: 3 },
  {
    brand: 'mastercard',
    starts: /^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/,
    groups: FOURS,
    cvc: 3,
  },
  { brand: 'amex', starts: /^3[47]/, groups: [4, 6, 5], cvc: 4 },
  { brand: 'discover', starts: /^(6011|64[4-9]|65)/, groups: FOURS, cvc: 3 },
  { brand: 'diners', starts: /^(36|38|39|30[0-5])/, groups: [4, 6, 4], cvc: 3 },
  { brand: 'jcb', starts: /^35(2[89]|[3-8])/, groups: FOURS, cvc: 3 },
  { brand: 'unionpay', starts: /^(62|81)/, groups: [4, 4, 4, 4, 3], cvc: 3 },
];

const UNKNOWN: BrandRow = { brand: 'unknown', starts: /^/, groups: FOURS, cvc: 4 };

const digitsOf = (text: string) => text.replaceAll(/\D/g, '');

const rowOf = (number: string) =>
  BRANDS.find(({ starts }) => starts.test(digitsOf(number))) ?? UNKNOWN;

const lengthOf = ({ groups }: BrandRow) => groups.reduce((sum, size) => sum + size, 0);

/** UnionPay's numbers have 16 to 19 digits, some Diners cards 16. */
const isLongEnough = (row: BrandRow, length: number) =>
  length >= (row.brand === 'unionpay' ? 16 : lengthOf(row));

/** The brand of a card, also by the first digits of its number. */
export const brandOf = ({ brand, number = '' }: CardValues): CardBrand =>
  brand ?? rowOf(number).brand;

const cvcLength = (values: CardValues) =>
  BRANDS.find(({ brand }) => brand === brandOf(values))?.cvc ?? UNKNOWN.cvc;

/** The check digit of a card number (ISO/IEC 7812-1, annex B). */
function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function formatNumber(text: string): string {
  const row = rowOf(text);
  const longest = row.brand === 'diners' ? 16 : lengthOf(row);
  const digits = digitsOf(text).slice(0, longest);
  const groups = digits.length > lengthOf(row) ? FOURS : row.groups;
  let at = 0;
  const parts = groups.map((size) => {
    at += size;
    return digits.slice(at - size, at);
  });
  return parts.filter(Boolean).join(' ');
}

/** `1234`, `12/34`, `12/2034` and `4` + `27` as `MM / YY`. */
function formatExpiry(text: string, isDeleting: boolean): string {
  const typed = digitsOf(text);
  const needsZero = /^[2-9]/.test(typed) || /^1[3-9]/.test(typed) || /^1\s*\//.test(text.trim());
  const digits = needsZero ? `0${typed}` : typed;
  const month = digits.slice(0, 2);
  const year = /^20\d\d$/.test(digits.slice(2)) ? digits.slice(4) : digits.slice(2, 4);
  const isOpen = year === '' && (month.length < 2 || isDeleting);
  return isOpen ? month : `${month} / ${year}`;
}

/** What a field shows for what was typed or pasted. */
export function formatField(
  field: CardField,
  text: string,
  { values = {}, isDeleting = false }: { values?: CardValues; isDeleting?: boolean } = {},
): string {
  switch (field) {
    case 'number':
      return formatNumber(text);
    case 'expiry':
      return formatExpiry(text, isDeleting);
    case 'cvc':
      return digitsOf(text).slice(0, cvcLength(values));
    case 'postalCode':
      return text.slice(0, 10);
    default:
      return field satisfies never;
  }
}

/** Where the caret goes in the new text: behind as many digits as before. */
export function caretIn(formatted: string, text: string, caret: number): number {
  if (caret >= text.length) return formatted.length;
  let left = digitsOf(text.slice(0, caret)).length;
  let at = 0;
  for (; at < formatted.length && left > 0; at++) if (/\d/.test(formatted[at] ?? '')) left--;
  return at;
}

const incomplete = (code: string, message: string): FieldProblem => ({
  code,
  message,
  incomplete: true,
});

const invalid = (code: string, message: string): FieldProblem => ({
  code,
  message,
  incomplete: false,
});

function problemOfNumber(text: string): FieldProblem | null {
  const digits = digitsOf(text);
  if (!isLongEnough(rowOf(digits), digits.length)) {
    return incomplete('incomplete_number', 'Your card number is incomplete.');
  }
  return hasCheckDigit(digits) ? null : invalid('invalid_number', 'Your card number is invalid.');
}

interface Expiry {
  readonly month: number;
  readonly year: number;
}

/** The month and the year of `MM / YY`; null while it is incomplete. */
function expiryOf(text: string): Expiry | null {
  const [, month, year] = /^(\d\d) \/ (\d\d)$/.exec(text) ?? [];
  if (month === undefined || year === undefined) return null;
  return { month: Number(month), year: 2000 + Number(year) };
}

function problemOfExpiry(text: string, now: Date): FieldProblem | null {
  const expiry = expiryOf(text);
  if (expiry === null) {
    return incomplete('incomplete_expiry', "Your card's expiration date is incomplete.");
  }
  if (expiry.month === 0) {
    return invalid('invalid_expiry_month', "Your card's expiration date is invalid.");
  }
  const years = expiry.year - now.getFullYear();
  if (years < 0) {
    return invalid('invalid_expiry_year_past', "Your card's expiration year is in the past.");
  }
  if (years > 50) return invalid('invalid_expiry_year', "Your card's expiration year is invalid.");
  if (years === 0 && expiry.month <= now.getMonth()) {
    return invalid('invalid_expiry_month_past', "Your card's expiration date is in the past.");
  }
  return null;
}

function problemOfCvc(text: string, values: CardValues): FieldProblem | null {
  const needed = brandOf(values) === 'unknown' ? 3 : cvcLength(values);
  return text.length >= needed
    ? null
    : incomplete('incomplete_cvc', "Your card's security code is incomplete.");
}

/**
 * What is wrong with a field, or null. A postal code may be left out: the sandbox checks none, and
 * at Stripe it depends on the card's country whether one is asked for.
 *
 * @param now the month in which a card must not have expired
 */
export function problemOf(field: CardField, values: CardValues, now: Date): FieldProblem | null {
  const text = values[field] ?? '';
  switch (field) {
    case 'number':
      return problemOfNumber(text);
    case 'expiry':
      return problemOfExpiry(text, now);
    case 'cvc':
      return problemOfCvc(text, values);
    case 'postalCode':
      return null;
    default:
      return field satisfies never;
  }
}

/** Whether nothing more fits into a field that is right, so that the next one may take the focus. */
export function isFull(field: CardField, values: CardValues, now: Date): boolean {
  if (field === 'postalCode' || problemOf(field, values, now) !== null) return false;
  if (field === 'cvc') return (values.cvc ?? '').length === cvcLength(values);
  return field === 'expiry' || brandOf(values) !== 'unionpay';
}

/** What a request says of the card: the names of Stripe's API. */
export function cardParams(values: CardValues): Readonly<Record<string, string>> {
  const expiry = expiryOf(values.expiry ?? '');
  return {
    ...(values.number && { number: digitsOf(values.number) }),
    ...(expiry && { exp_month: String(expiry.month), exp_year: String(expiry.year) }),
    ...(values.cvc && { cvc: values.cvc }),
  };
}
