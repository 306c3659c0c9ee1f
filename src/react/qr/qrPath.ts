import { qrMatrix } from './qrMatrix.ts';

/** Light modules around the code, as the standard wants them; scanners miss a code without. */
const QUIET = 4;

export interface QrPath {
  /** Side of the whole picture in modules, with its quiet zone. */
  readonly size: number;
  /** The dark modules as one SVG path: a run of them is one rectangle, so no seams show. */
  readonly path: string;
}

/** Draws a text as a QR code, error correction M; null where it is too long for any code. */
export function qrPath(text: string): QrPath | null {
  const matrix = qrMatrix(text);
  if (!matrix) return null;
  const { bits, size, stride } = matrix;
  let path = '';
  let end = 0;
  for (let start = 0; start >= 0; start = bits.indexOf('1', end)) {
    end = bits.indexOf('0', start);
    const x = (start % stride) + QUIET;
    path += `M${x} ${Math.floor(start / stride) + QUIET}h${end - start}v1H${x}z`;
  }
  return { size: size + 2 * QUIET, path };
}
