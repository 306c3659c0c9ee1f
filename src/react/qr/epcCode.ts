import type { BankTransferStep, DetailName } from '../../step/index.ts';

/** Cents, as far as the standard goes: 0.01 to 999999999.99 (EPC069-12, AT-04). */
const MOST_CENTS = 99_999_999_999;
/** What version 13 holds with error correction M, the largest that the standard allows. */
const MOST_BYTES = 331;

/** Letters of any script and what is written between them: no line break, nothing unseen. */
const NAME = /^[\p{L}\p{M}\p{N}\p{P}+ ]+$/u;
/** What every bank hands on unchanged (EPC217-08); another character could lose the payment. */
const REFERENCE = /^[A-Za-z0-9/?:().,'+ -]+$/;
const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;
const BIC = /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/;
/** A creditor reference (ISO 11649). */
const RF = /^RF\d{2}[A-Z0-9]{1,21}$/;

/**
 * The text of the code that a European bank's app scans to fill in a SEPA transfer, version 002 of
 * the European Payments Council's guidelines (EPC069-12). Null for a transfer that it cannot hold
 * or that lacks a part: a code with a gap would lose the payment.
 *
 * @example
 * ```ts
 * epcCode(step); // 'BCD\n002\n1\nSCT\nCOBADEFFXXX\nTea & Co\nDE89…\nEUR20.99\n\n\nK7M2PX4QRT'
 * ```
 */
export function epcCode({ groups, reference, amount, currency }: BankTransferStep): string | null {
  const details = groups.find(({ name }) => name === 'iban')?.details ?? [];
  const detail = (name: DetailName) =>
    plain(details.find((each) => each.name === name)?.value ?? '');
  const name = detail('account_holder_name');
  const iban = compact(detail('iban'));
  const bic = compact(detail('bic'));
  const purpose = remittance(plain(reference ?? ''));
  const isPayable = currency === 'eur' && amount !== null && amount > 0 && amount <= MOST_CENTS;
  if (!isPayable || !isName(name) || !IBAN.test(iban) || !hasCheckDigits(iban) || !purpose)
    return null;
  const lines = ['BCD', '002', '1', 'SCT', BIC.test(bic) ? bic : '', name, iban];
  // The line between is a code for the kind of payment, which no gateway gives.
  const text = [...lines, `EUR${decimal(amount)}`, '', ...purpose].join('\n');
  return new TextEncoder().encode(text).length <= MOST_BYTES ? text : null;
}

/** The last lines: a reference with check digits has one of its own, and the other ends the text. */
function remittance(reference: string): readonly string[] | null {
  const structured = compact(reference);
  if (RF.test(structured) && hasCheckDigits(structured)) return [structured];
  return REFERENCE.test(reference) && reference.length <= 140 ? ['', reference] : null;
}

const isName = (name: string) => NAME.test(name) && [...name].length <= 70;

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
const compact = (text: string) => text.replace(/ /g, '').toUpperCase();

function decimal(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

/** By modulo 97 over letters as numbers from 10 on, the first four characters last (ISO 7064). */
function hasCheckDigits(text: string): boolean {
  const digits = [...text.slice(4), ...text.slice(0, 4)].map((each) => parseInt(each, 36)).join('');
  return [...digits].reduce((remainder, digit) => (remainder * 10 + Number(digit)) % 97, 0) === 1;
}
