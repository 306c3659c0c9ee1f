import { problems } from '../errors/errors.ts';
import { type Reader, text } from '../request/readers.ts';

/** Stripe's test values, which pass although they are nobody's (docs.stripe.com/payments/boleto). */
const TEST_VALUES = ['0'.repeat(11), '0'.repeat(14)];

/** The weights of the check digits, first for the first of them. */
const CPF = [
  [10, 9, 8, 7, 6, 5, 4, 3, 2],
  [11, 10, 9, 8, 7, 6, 5, 4, 3, 2],
];
const CNPJ = [
  [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2],
  [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2],
];

/** New companies have letters too, which count as their ASCII code less 48 (Receita Federal, 2026). */
const worth = (character: string) => character.charCodeAt(0) - 48;

function agrees(id: string, weights: readonly number[]): boolean {
  const sum = weights.reduce((total, weight, at) => total + weight * worth(id[at] ?? '0'), 0);
  const rest = sum % 11;
  return worth(id[weights.length] ?? '') === (rest < 2 ? 0 : 11 - rest);
}

function isTaxId(id: string): boolean {
  if (TEST_VALUES.includes(id)) return true;
  if (/^(.)\1*$/.test(id)) return false;
  if (/^\d{11}$/.test(id)) return CPF.every((weights) => agrees(id, weights));
  return /^[0-9A-Z]{12}\d{2}$/.test(id) && CNPJ.every((weights) => agrees(id, weights));
}

/** A Brazilian tax ID, of a person (CPF) or a company (CNPJ), with or without its marks. */
export const brazilianTaxId: Reader<string> = (value, name) => {
  const id = text(value, name).replace(/[\s./-]/g, '');
  if (isTaxId(id.toUpperCase())) return id;
  throw problems.invalid(
    'The tax ID is neither a CPF (11 digits) nor a CNPJ (14 characters), or its check digits are wrong.',
    'tax_id_invalid',
    name,
  );
};
