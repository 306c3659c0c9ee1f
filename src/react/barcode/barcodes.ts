/**
 * The barcodes of vouchers. Loaded where one is shown: nothing else needs the library, and without
 * it the number is still there to be typed. From the library come its encoders alone.
 */

import CODE128 from 'jsbarcode/src/barcodes/CODE128/CODE128_AUTO.js';
import ITF from 'jsbarcode/src/barcodes/ITF/ITF.js';
import { boletoDigits } from './boletoDigits.ts';

/** Light modules on each side, as both standards want them (ISO/IEC 15417, 16390). */
const QUIET = '0'.repeat(10);

export interface Barcode {
  /** From left to right, quiet zones included: 1 for a dark module, 0 for a light one. */
  readonly modules: string;
  /** How wide a module is on paper, in millimetres. */
  readonly paperModule: number;
}

/**
 * The barcode that a till reads for a voucher's number. Null for a method without one and for a
 * number that cannot be right.
 */
export function barcodeOf(method: string, number: string): Barcode | null {
  if (method === 'oxxo') return oxxo(number);
  return method === 'boleto' ? boleto(number) : null;
}

/**
 * The reference as Code 128 (https://developerhub.ppro.com/global-api/docs/oxxo). OXXO does not
 * publish its check digit, which differs by gateway, so any digits are taken.
 */
function oxxo(number: string): Barcode | null {
  if (!/^\d{8,40}$/.test(number)) return null;
  return { modules: drawn(new CODE128(number, {})), paperModule: 0.33 };
}

/** Interleaved 2 of 5, whose 405 modules FEBRABAN wants to be 103 mm wide. */
function boleto(number: string): Barcode | null {
  const digits = boletoDigits(number);
  return digits ? { modules: drawn(new ITF(digits, {})), paperModule: 0.254 } : null;
}

const drawn = (encoder: { encode(): { data: string } }) =>
  `${QUIET}${encoder.encode().data}${QUIET}`;
