/**
 * The barcodes of vouchers. Loaded where one is shown: nothing else needs the library, and without
 * it the number is still there to be typed. From the library come its encoders alone.
 */

import CODE128 from 'jsbarcode/src/barcodes/CODE128/CODE128_AUTO.js';
import ITF from 'jsbarcode/src/barcodes/ITF/ITF.js';
import { boletoDigits } from './boletoDigits.ts';

/** Light modules on each side, as both standards want them (ISO/IEC 15417, 16390). */
const QUIET = '0'.repeat(10);

/**
 * The barcode that a till reads for a voucher's number, from left to right with its quiet zones: 1
 * for a dark module, 0 for a light one. Null for a method without one and for a number that cannot
 * be right.
 */
export function barcodeOf(method: string, number: string): string | null {
  if (method === 'oxxo') return oxxo(number);
  return method === 'boleto' ? boleto(number) : null;
}

/**
 * The reference as Code 128 (https://developerhub.ppro.com/global-api/docs/oxxo). OXXO does not
 * publish its check digit, which differs by gateway, so any digits are taken.
 */
const oxxo = (number: string) =>
  /^\d{8,40}$/.test(number) ? drawn(new CODE128(number, {})) : null;

/** Interleaved 2 of 5, as FEBRABAN has it for all boletos. */
function boleto(number: string): string | null {
  const digits = boletoDigits(number);
  return digits && drawn(new ITF(digits, {}));
}

const drawn = (encoder: { encode(): { data: string } }) =>
  `${QUIET}${encoder.encode().data}${QUIET}`;
