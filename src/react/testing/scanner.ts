import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';

const WASM = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');

prepareZXingModule({ overrides: { wasmBinary: readFileSync(WASM).buffer as ArrayBuffer } });

interface Pixels {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** What a scanner reads in a picture: each code as its kind and its text. */
export async function scan(
  pixels: Pixels,
  formats: NonNullable<ReaderOptions['formats']>,
): Promise<string[]> {
  const found = await readBarcodes({ ...pixels, colorSpace: 'srgb' } as ImageData, { formats });
  return found.map(({ format, text }) => `${format} ${text}`);
}
