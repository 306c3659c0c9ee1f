import fc from 'fast-check';
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

/** Version 40 with error correction M holds 2,331 bytes (ISO/IEC 18004, table 7). */
it.each([
  [2331, 177 + 8],
  [2332, undefined],
])('takes %d bytes as the standard does', (bytes, size) => {
  expect(qrPath('x'.repeat(bytes))?.size).toBe(size);
});
