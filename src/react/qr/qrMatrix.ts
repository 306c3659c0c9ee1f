import { qrCodewords } from './qrCodewords.ts';
import { bestOf, masksOf, planeOf } from './qrMask.ts';

/** Level M with masks 0 to 7, as they are drawn (ISO/IEC 18004, table C.1). */
const FORMATS = [0x5412, 0x5125, 0x5e7c, 0x5b4b, 0x45f9, 0x40ce, 0x4f97, 0x4aa0];

/** Rings of a pattern from its center on. */
const FINDER = [1, 1, 0, 1, 0];
const ALIGNMENT = [1, 0, 1];

/** A module that takes data. */
const FREE = 2;

export interface QrMatrix {
  readonly size: number;
  readonly stride: number;
  /** The modules row by row, 1 for dark; after each row come zeros that are none. */
  readonly bits: string;
}

export function qrMatrix(text: string): QrMatrix | null {
  const code = qrCodewords(text);
  if (!code) return null;
  const { version, codewords } = code;
  const size = version * 4 + 17;
  const stride = ((size >> 5) + 1) << 5;
  const length = stride * (size + 1);
  const modules = new Uint8Array(length);
  const set = (x: number, y: number, value: number) => {
    modules[y * stride + x] = value;
  };
  const setBoth = (x: number, y: number, value: number) => {
    set(x, y, value);
    set(y, x, value);
  };
  const draw = (x: number, y: number, rings: readonly number[]) => {
    const r = rings.length - 1;
    for (let dy = -r; dy <= r; dy++) {
      for (let dx = -r; dx <= r; dx++) {
        set(x + dx, y + dy, rings[Math.max(Math.abs(dx), Math.abs(dy))] as number);
      }
    }
  };
  const setFormat = (format: number) => {
    for (let at = 0; at < 15; at++) {
      const bit = (format >> at) & 1;
      set(8, at < 6 ? at : at < 8 ? at + 1 : size - 15 + at, bit);
      set(at < 8 ? size - 1 - at : at < 9 ? 7 : 14 - at, 8, bit);
    }
  };
  for (let y = 0; y < size; y++) modules.fill(FREE, y * stride, y * stride + size);
  for (let at = 0; at < size; at++) setBoth(6, at, 1 - (at % 2));
  const centers = alignmentCenters(version);
  for (const x of centers) {
    for (const y of centers) {
      if (Math.min(x, y) > 6 || Math.max(x, y) < size - 7) draw(x, y, ALIGNMENT);
    }
  }
  draw(3, 3, FINDER);
  draw(size - 4, 3, FINDER);
  draw(3, size - 4, FINDER);
  setFormat(0);
  set(8, size - 8, 1);
  if (version > 6) {
    let bits = version;
    for (let at = 0; at < 12; at++) bits = (bits << 1) ^ ((bits >> 11) * 0x1f25);
    bits |= version << 12;
    for (let at = 0; at < 18; at++) {
      setBoth(Math.floor(at / 3), (at % 3) + size - 11, (bits >> at) & 1);
    }
  }
  const free = modules.join('').replaceAll('1', '0').replaceAll('2', '1');
  let at = 0;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right--;
    for (let step = 0; step < size; step++) {
      const y = (right + 1) & 2 ? step : size - 1 - step;
      for (let x = right; x > right - 2; x--) {
        const module = y * stride + x;
        if (modules[module] !== FREE) continue;
        modules[module] = ((codewords[at >> 3] ?? 0) >> (~at & 7)) & 1;
        at++;
      }
    }
  }
  const row = '1'.repeat(size).padEnd(stride, '0');
  const all = planeOf(row.repeat(size).padEnd(length, '0').repeat(8));
  const unmasked = FORMATS.map((format) => {
    setFormat(format);
    return modules.join('');
  });
  const dark = planeOf(unmasked.join('')) ^ (masksOf(stride, length) & planeOf(free.repeat(8)));
  const best = bestOf({ size, stride, length, dark, light: all ^ dark });
  return { size, stride, bits: best.toString(2) };
}

/** Centers of the alignment patterns in each direction (ISO/IEC 18004, annex E). */
function alignmentCenters(version: number): number[] {
  if (version === 1) return [];
  const gaps = Math.floor(version / 7) + 1;
  const last = version * 4 + 10;
  const step = version === 32 ? 26 : Math.ceil((last - 6) / gaps / 2) * 2;
  return Array.from({ length: gaps + 1 }, (_, at) => (at ? last - (gaps - at) * step : 6));
}
