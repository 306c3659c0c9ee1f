import type { Folded } from './normalizeInput.ts';

/** Weights of a check digit: 2 to 9 from the right, over and over; a CPF counts on to 11. */
const weights = (length: number, highest: number) =>
  Array.from({ length }, (_, i) => 2 + ((length - 1 - i) % (highest - 1)));

function checkDigit(characters: string, highest: number): number {
  const factors = weights(characters.length, highest);
  const sum = factors.reduce((total, by, i) => total + by * (characters.charCodeAt(i) - 48), 0);
  const rest = sum % 11;
  return rest < 2 ? 0 : 11 - rest;
}

function isChecked(value: string, highest: number): boolean {
  const body = value.slice(0, -2);
  const first = checkDigit(body, highest);
  return value === `${body}${first}${checkDigit(`${body}${first}`, highest)}`;
}

/** The characters of a CPF or CNPJ whose check digits agree. */
function checked(entered: string): string | null {
  const value = entered.replace(/[ ./-]/g, '');
  if (!/^(\d{11}|[\dA-Za-z]{12}\d{2})$/.test(value) || /^(.)\1*$/.test(value)) return null;
  const whole = value.toUpperCase();
  return isChecked(whole, whole.length === 11 ? 12 : 9) ? whole : null;
}

/**
 * A Brazilian CPF (11 digits) or CNPJ (14 characters; letters too since July 2026, Receita Federal,
 * Instrução Normativa 2.229), with or without its punctuation and its name.
 * @returns its characters alone, or null where the check digits do not agree.
 */
export function readTaxId(entered: Folded): string | null {
  // A CNPJ may begin with these letters itself.
  return checked(entered) ?? checked(entered.replace(/^(CPF|CNPJ)(\/MF)?( n[.o]*)?[ :]*/i, ''));
}
