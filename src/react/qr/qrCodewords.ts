import { errorCorrection, generatorOf } from './reedSolomon.ts';

/** Blocks of level M, by version from 1 on (ISO/IEC 18004, table 9). */
const BLOCKS = [
  1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26,
  28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
];

/** Codewords for error correction in each of these blocks; from version 22 on 28. */
const CORRECTION = [
  10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26,
];

/** The number of the mode that takes a text as it is. */
const BYTE_MODE = 4;

export interface QrCodewords {
  readonly version: number;
  /** In the order in which they are placed: a codeword of each block in turn. */
  readonly codewords: Uint8Array;
}

/** The codewords of a text in the smallest version that holds it; null where none does. */
export function qrCodewords(text: string): QrCodewords | null {
  const bytes = new TextEncoder().encode(text);
  for (let version = 1; version <= BLOCKS.length; version++) {
    const blocks = BLOCKS[version - 1] as number;
    const correction = CORRECTION[version - 1] ?? 28;
    const capacity = codewordsIn(version) - blocks * correction;
    // Mode and terminator have half a byte each, the length has one, from version 10 on two.
    if (bytes.length + (version < 10 ? 2 : 3) <= capacity) {
      const data = dataCodewords(bytes, version, capacity);
      return { version, codewords: interleave(data, blocks, correction) };
    }
  }
  return null;
}

/** What finder, timing and alignment patterns, format and version leave of a symbol, in bytes. */
function codewordsIn(version: number): number {
  const size = version * 4 + 17;
  const centers = Math.floor(version / 7) + 2;
  const alignment = version > 1 ? 25 * centers ** 2 - 10 * centers - 55 : 0;
  return (size * (size - 2) - 191 - alignment - (version > 6 ? 36 : 0)) >> 3;
}

/** Mode, length, text and terminator, each half a byte late since the mode has but half; padding. */
function dataCodewords(bytes: Uint8Array, version: number, capacity: number): Uint8Array {
  const data = new Uint8Array(capacity);
  let at = 0;
  let last = BYTE_MODE;
  const put = (byte: number) => {
    data[at++] = (last << 4) | (byte >> 4);
    last = byte;
  };
  if (version > 9) put(bytes.length >> 8);
  put(bytes.length & 255);
  bytes.forEach(put);
  put(0);
  for (let padding = 0xec; at < capacity; padding ^= 0xec ^ 0x11) data[at++] = padding;
  return data;
}

/** Cuts data into blocks, of which the last may be one longer; error correction comes after. */
function interleave(data: Uint8Array, blocks: number, correction: number): Uint8Array {
  const codewords = new Uint8Array(data.length + blocks * correction);
  const generator = generatorOf(correction);
  const length = Math.floor(data.length / blocks);
  const short = blocks - (data.length % blocks);
  let start = 0;
  for (let block = 0; block < blocks; block++) {
    const bytes = data.subarray(start, start + length + (block < short ? 0 : 1));
    start += bytes.length;
    bytes.forEach((byte, at) => {
      codewords[at * blocks + block - (at < length ? 0 : short)] = byte;
    });
    errorCorrection(bytes, generator).forEach((byte, at) => {
      codewords[data.length + at * blocks + block] = byte;
    });
  }
  return codewords;
}
