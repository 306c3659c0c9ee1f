import fc from 'fast-check';
import jsqr from 'jsqr';
import decode from 'qr/decode.js';
import { create } from 'qrcode';
import { expect, it } from 'vitest';
import { qrPath } from './qrPath.ts';

const RUN = /M(\d+) (\d+)h(\d+)v1H(\d+)z/y;

/** What a scanner sees: the path read back into its modules, 1 for dark. */
function read({ size, path }: { readonly size: number; readonly path: string }): string[] {
  const rows = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  RUN.lastIndex = 0;
  while (RUN.lastIndex < path.length) {
    const [x = 0, y = 0, width = 0, back = 0] = (RUN.exec(path) ?? []).slice(1).map(Number);
    if (width === 0 || back !== x) throw new Error('The path holds something else than runs.');
    for (let i = x; i < x + width; i++) (rows[y] as number[])[i] = 1;
  }
  return rows.map((row) => row.join(''));
}

/** The library's own matrix, drawn with nothing of ours, and four light modules on each side. */
function known(text: string): string[] {
  const { size, data } = create([{ data: Buffer.from(text), mode: 'byte' }], {
    errorCorrectionLevel: 'M',
  }).modules;
  const side = '0'.repeat(4);
  const blank = Array.from({ length: 4 }, () => '0'.repeat(size + 8));
  const rows = Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (_, x) => (data[y * size + x] ? 1 : 0)).join(''),
  );
  return [...blank, ...rows.map((row) => side + row + side), ...blank];
}

const drawn = (text: string) => {
  const code = qrPath(text);
  return code && read(code);
};

it.each([
  'weixin://wxpay/bizpayurl?pr=mZkmQ3h',
  'HTTPS://EXAMPLE.TEST/ONLY-CAPITALS-AND-DIGITS-0123456789',
  '0123456789012345678901234567890123456789',
  'https://qr.example/支付?betrag=20,99 €',
])('draws %s as the library would, with a quiet zone of four', (text) => {
  expect(drawn(text)).toEqual(known(text));
});

it('draws any text as the library would', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 300, unit: 'grapheme' }), (text) => {
      expect(drawn(text)).toEqual(known(text));
    }),
    { numRuns: 60 },
  );
});

/** A picture of a code, two pixels to a module. */
function picture(rows: readonly string[]) {
  const scale = 2;
  const side = rows.length * scale;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let at = 0; at < side * side; at++) {
    const row = rows[Math.floor(at / side / scale)];
    if (row?.[Math.floor((at % side) / scale)] === '1') data.fill(0, at * 4, at * 4 + 3);
  }
  return { data, width: side, height: side };
}

/** Five hundred lengths from one byte to all that fit, most of them short as payments' are. */
it('draws texts of all lengths as two decoders and the library read them', () => {
  const lengths = Array.from({ length: 500 }, (_, at) => 1 + Math.floor(2330 * (at / 499) ** 6));
  const [texts = []] = fc.sample(
    fc.tuple(
      ...lengths.map((bytes) =>
        fc.string({ minLength: bytes, maxLength: bytes, unit: 'grapheme-ascii' }),
      ),
    ),
    1,
  );
  for (const [at, ascii] of texts.entries()) {
    // Every second text has characters of more than one byte.
    const text = at % 2 ? ascii.replace(/[A-Z]../g, '支') : ascii;
    const rows = drawn(text) ?? [];
    expect(rows).toEqual(known(text));
    const { data, width, height } = picture(rows);
    expect(jsqr(data, width, height, { inversionAttempts: 'dontInvert' })?.data).toBe(text);
    expect(decode({ data, width, height })).toBe(text);
  }
});

/** Version 40 with error correction M holds 2,331 bytes (ISO/IEC 18004, table 7). */
it.each([
  [2331, 177 + 8],
  [2332, undefined],
])('takes %d bytes as the standard does', (bytes, size) => {
  expect(qrPath('x'.repeat(bytes))?.size).toBe(size);
});
