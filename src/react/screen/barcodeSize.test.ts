import { expect, it } from 'vitest';
import { barcodeSize } from './barcodeSize.ts';

/** An OXXO reference of 32 digits, and a boleto. */
const OXXO = 231;
const BOLETO = 425;

it.each([
  ['fills a column by whole modules', OXXO, 300, 1, 231, false],
  ['uses the finer pixels of a phone', OXXO, 310, 3, (231 * 4) / 3, false],
  ['stands on its side where it is too long', BOLETO, 300, 3, 425, true],
  ['stands on its side on a desktop, too', BOLETO, 364, 1, 425, true],
  ['lies in a wide column', BOLETO, 430, 2, 425, false],
  ['has whole pixels on a screen of 1.5 pixels', BOLETO, 364, 1.5, (425 * 2) / 1.5, true],
  ['is no poster', 66, 364, 1, 132, false],
])('%s', (_, modules, width, ratio, length, isTurned) => {
  expect(barcodeSize(modules, width, ratio)).toEqual({ length, isTurned });
});
