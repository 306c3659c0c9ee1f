import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scan } from '../testing/scanner.ts';
import { barcodeOf } from './barcodes.ts';

const BOLETO = '23793381286000782713695000063305975520000370000';
const BOLETO_DIGITS = '23799755200003700003381260007827139500006330';

/** The modules as a picture, two pixels to a module. */
function pictureOf(modules: string) {
  const width = modules.length * 2;
  const height = 40;
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let at = 0; at < width * height; at++) {
    if (modules[Math.floor((at % width) / 2)] === '1') data.fill(0, at * 4, at * 4 + 3);
  }
  return { data, width, height };
}

async function read(method: string, number: string): Promise<string[]> {
  return scan(pictureOf(barcodeOf(method, number) ?? ''), ['Code128', 'ITF']);
}

it('writes an OXXO reference as Code 128, which a scanner reads back', async () => {
  const numbers = fc.string({
    minLength: 8,
    maxLength: 40,
    unit: fc.constantFrom(...'0123456789'),
  });
  await fc.assert(
    fc.asyncProperty(numbers, async (number) => {
      expect(await read('oxxo', number)).toEqual([`Code128 ${number}`]);
    }),
    { numRuns: 50 },
  );
});

it('writes the digits of a boleto interleaved, which a scanner reads back', async () => {
  expect(await read('boleto', BOLETO)).toEqual([`ITF ${BOLETO_DIGITS}`]);
});

it.each([
  ['oxxo', '12345678901234657890123456789012'],
  ['boleto', BOLETO],
])('has ten light modules on each side: %s', (method, number) => {
  expect(barcodeOf(method, number)).toMatch(/^0{10}1.*10{10}$/);
});

it.each([
  ['a number that is too short', 'oxxo', '1234567'],
  ['a number that is too long for a screen', 'oxxo', '1'.repeat(41)],
  ['a number with letters', 'oxxo', '1234567890AB'],
  ['a boleto whose check digits are wrong', 'boleto', BOLETO.replace('2', '3')],
  ['a method that has no barcode', 'konbini', '12345678901234'],
  ['a method that is named as what every object has', 'constructor', '12345678901234'],
])('has none for %s', (_, method, number) => {
  expect(barcodeOf(method, number)).toBeNull();
});
