import type { Folded } from './normalizeInput.ts';

/** What people put between digits; all kinds of spaces and dashes are one kind by now. */
const BETWEEN = /[ ().\-/]/g;

/** `ext. 12`, `x12`, `#12`, and the parameters of a `tel:` URL (RFC 3966). */
const EXTENSION = /;.*$|[ ,]*(ext|extension|ramal|x|#)[.:]? *\d{1,6}$/i;

/** Where a number may be written without its country: these methods know one country only. */
const HOME: Readonly<Record<string, readonly [code: string, mobile: string]>> = {
  mb_way: ['351', '9\\d{8}'],
  bizum: ['34', '[67]\\d{8}'],
};

/** Country codes have one digit, two or three (ITU-T E.164, list of assigned codes). */
const COUNTRY = /^\+([17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;

/** Where a number begins with 0 also from abroad: Italy and its neighbours, and four of Africa. */
const KEEPS_ZERO = /^\+(39|37[89]|225|229|24[12])$/;

/** The mobile number of a method's own country, with or without its code and any zeros before. */
function national(digits: string, type: string): string | null {
  const [code, mobile] = HOME[type] ?? [];
  if (!code) return null;
  const number = new RegExp(`^(?:(?:\\+|00|0?011)0*${code}|0*(?:${code})?)0*(${mobile})$`);
  const [, found] = number.exec(digits) ?? [];
  return found ? `+${code}${found}` : null;
}

/** The 0 that is dialled only within a country is none of E.164: `+44 (0)20` is `+4420`. */
function withoutTrunkZero(digits: string): string {
  const [country = ''] = COUNTRY.exec(digits) ?? [];
  const rest = digits.slice(country.length);
  return country + (KEEPS_ZERO.test(country) ? rest : rest.replace(/^0+/, ''));
}

/** Groups of three digits; a single last one joins those before it. */
const inThrees = (digits: string) => digits.replace(/\d{3}(?=\d\d)/g, '$& ');

/**
 * A number in groups, its country first: `+351 912 345 678`. Countries group their numbers in many
 * ways, which would be a library of 28 kB (libphonenumber-js); three by three is how Portugal and
 * Spain write theirs, and legible for the others.
 * @returns null where nobody can tell where its country ends.
 */
export function groupPhone(digits: string, type: string): string | null {
  if (!/^\+?\d{0,15}$/.test(digits)) return null;
  const [country] = COUNTRY.exec(digits) ?? [];
  if (country) return `${country} ${inThrees(digits.slice(country.length))}`.trimEnd();
  if (digits.startsWith('+')) return digits;
  return HOME[type] && !digits.startsWith('0') ? inThrees(digits) : null;
}

/**
 * A telephone number in E.164, as the gateways want it; null where it is none.
 * @param type the payment method's; a number without a country is taken to be of the method's own.
 */
export function readPhone(entered: Folded, type: string): string | null {
  // A label before it: "tel:", "Mobile: ".
  const number = entered.replace(/^[^\d+(]+/, '').replace(EXTENSION, '');
  const digits = number.replace(BETWEEN, '');
  const whole = national(digits, type) ?? withoutTrunkZero(digits.replace(/^00/, '+'));
  return /^\+[1-9]\d{6,14}$/.test(whole) ? whole : null;
}
