/**
 * The modules that each mask turns over: six columns, row by row, again and again
 * (ISO/IEC 18004, table 10).
 */
const MASKS = [
  ['101010', '010101'],
  ['111111', '000000'],
  ['100100'],
  ['100100', '001001', '010010'],
  ['111000', '111000', '000111', '000111'],
  ['111111', '100000', '100100', '101010', '100100', '100000'],
  ['111111', '111000', '110110', '101010', '101101', '100011'],
  ['101010', '000111', '100011', '010101', '111000', '011100'],
];

/** All eight symbols at once, one after the other: a bit is a module. */
export interface Symbols {
  /** Modules on each side of a symbol. */
  readonly size: number;
  /** Bits from one row to the next, and from one symbol to the next. */
  readonly stride: number;
  readonly length: number;
  readonly dark: bigint;
  readonly light: bigint;
}

export const planeOf = (bits: string) => BigInt(`0b${bits}`);

/** The eight masks, over symbols of that length. */
export const masksOf = (stride: number, length: number) =>
  planeOf(
    MASKS.map((rows) =>
      rows
        .map((row) => row.repeat(stride).slice(0, stride))
        .join('')
        .repeat(stride)
        .slice(0, length),
    ).join(''),
  );

/** Adds the bits of each 32 up. */
function createCounter(all: bigint): (plane: bigint) => bigint {
  const steps = [1n, 2n, 4n, 8n, 16n].map((width) => [width, all / ((1n << width) + 1n)] as const);
  return (plane) =>
    steps.reduce((sums, [width, low]) => (sums & low) + ((sums >> width) & low), plane);
}

/**
 * Points for what scanners mistake (ISO/IEC 18004, 7.8.3): runs of five and more, blocks of four,
 * what looks like a finder pattern. A shift by one lays each module on its neighbour, by a row on
 * the one below. What is neither dark nor light ends each row and each symbol.
 */
function pointsOf({ dark, light, stride }: Symbols, count: (plane: bigint) => bigint): bigint {
  let points = 0n;
  let blocks = -1n;
  for (const step of [1n, BigInt(stride)]) {
    const next = (plane: bigint, by: bigint) => plane >> (step * by);
    const pairs = (dark & next(dark, 1n)) | (light & next(light, 1n));
    const triples = pairs & next(pairs, 1n);
    const fives = triples & next(triples, 2n);
    const ends = dark & next(light & next(dark, 1n), 1n);
    const finders = ends & next(dark, 3n) & next(ends, 4n);
    const lights = light & next(light, 1n);
    const fours = lights & next(lights, 2n);
    points += count(fives) + 2n * count(fives & ~next(fives, 1n));
    points += 40n * count((finders & next(fours, 7n)) | (fours & next(finders, 4n)));
    blocks &= pairs & next(blocks, 1n);
  }
  return points + 3n * count(blocks);
}

/** The symbol with the fewest points; one of them for each twentieth that is dark beyond a half. */
export function bestOf(symbols: Symbols): bigint {
  const { dark, size, length } = symbols;
  const count = createCounter((1n << BigInt(8 * length)) - 1n);
  const points = pointsOf(symbols, count);
  const darks = count(dark);
  const symbolOf = (plane: bigint, at: number) =>
    BigInt.asUintN(length, plane >> BigInt(at * length));
  const total = (sums: bigint, at: number) => Number(symbolOf(sums, at) % 0xffffffffn);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let at = 7; at >= 0; at--) {
    const balance = Math.ceil((total(darks, at) * 20) / size ** 2) - 10;
    const sum = total(points, at) + 10 * Math.abs(balance);
    if (sum < least) {
      least = sum;
      best = at;
    }
  }
  return symbolOf(dark, best);
}
