import { qrCodewords } from './qrCodewords.ts';
import { bestOf, masksOf, planeOf } from './qrMask.ts';
import { createGrid, drawFormat, FREE, type Grid } from './qrPatterns.ts';

/** Level M with masks 0 to 7, as they are drawn (ISO/IEC 18004, table C.1). */
const FORMATS = [0x5412, 0x5125, 0x5e7c, 0x5b4b, 0x45f9, 0x40ce, 0x4f97, 0x4aa0];

export interface QrMatrix {
  readonly size: number;
  /** From one row to the next. */
  readonly stride: number;
  /** The modules row by row, 1 for dark; after each row come zeros that are none. */
  readonly bits: string;
}

/** The code of a text in bytes with error correction M; null where it is too long for any. */
export function qrMatrix(text: string): QrMatrix | null {
  const code = qrCodewords(text);
  if (!code) return null;
  const grid = createGrid(code.version);
  const { size, stride, modules } = grid;
  drawFormat(grid, 0);
  const free = modules.join('').replace(/1/g, '0').replace(/2/g, '1');
  placeData(grid, code.codewords);
  const row = '1'.repeat(size).padEnd(stride, '0');
  const all = planeOf(row.repeat(size).padEnd(modules.length, '0').repeat(8));
  const masks = masksOf(stride, modules.length) & planeOf(free.repeat(8));
  const dark = planeOf(FORMATS.map((format) => withFormat(grid, format)).join('')) ^ masks;
  const best = bestOf({ size, stride, length: modules.length, dark, light: all ^ dark });
  return { size, stride, bits: best.toString(2) };
}

function withFormat(grid: Grid, format: number): string {
  drawFormat(grid, format);
  return grid.modules.join('');
}

/** Up and down in columns of two, from the right, past the timing pattern (ISO/IEC 18004, 7.7.3). */
function placeData({ size, stride, modules }: Grid, codewords: Uint8Array): void {
  let at = 0;
  for (let column = size - 1; column > 0; column -= 2) {
    if (column === 6) column--;
    for (let step = 0; step < size; step++) {
      const y = (column + 1) & 2 ? step : size - 1 - step;
      for (let x = column; x > column - 2; x--) {
        const module = y * stride + x;
        if (modules[module] !== FREE) continue;
        modules[module] = ((codewords[at >> 3] ?? 0) >> (~at & 7)) & 1;
        at++;
      }
    }
  }
}
