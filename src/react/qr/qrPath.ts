import { create } from 'qrcode/lib/core/qrcode.js';

/** Light modules around the code, as the standard wants them; scanners miss a code without. */
const QUIET = 4;

/** Byte mode takes the text as it is; mixed modes save little and trouble some bank apps. */
const OPTIONS = { errorCorrectionLevel: 'M' } as const;

export interface QrPath {
  /** Side of the whole picture in modules, with its quiet zone. */
  readonly size: number;
  /** The dark modules as one SVG path: a run of them is one rectangle, so no seams show. */
  readonly path: string;
}

/** Draws a text as a QR code, error correction M; null where it is too long for any code. */
export function qrPath(text: string): QrPath | null {
  try {
    const { size, data } = create([{ data: text, mode: 'byte' }], OPTIONS).modules;
    let path = '';
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        const start = x;
        while (x < size && data[y * size + x]) x++;
        if (x > start) path += `M${start + QUIET} ${y + QUIET}h${x - start}v1H${start + QUIET}z`;
      }
    }
    return { size: size + 2 * QUIET, path };
  } catch {
    return null;
  }
}
