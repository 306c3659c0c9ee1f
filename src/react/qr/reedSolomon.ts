/** Powers of 2 in the field of 256 elements, where sums are XOR (ISO/IEC 18004, 7.5.2), twice. */
const POWERS: number[] = [];

/** The exponent of each power; 0 is none, and has none. */
const EXPONENTS: number[] = [];

for (let power = 1; POWERS.length < 510; power = (power << 1) ^ (power > 127 ? 0x11d : 0)) {
  EXPONENTS[power] = (POWERS.push(power) - 1) % 255;
}

/** The coefficients of (x - 1)(x - 2)(x - 4)… to that degree, without the first, as exponents. */
export function generatorOf(degree: number): number[] {
  const generator = [1];
  for (let root = 0; root < degree; root++) {
    for (let at = root + 1; at > 0; at--) {
      const exponent = (EXPONENTS[generator[at - 1] as number] as number) + root;
      generator[at] = (generator[at] ?? 0) ^ (POWERS[exponent] as number);
    }
  }
  return generator.slice(1).map((each) => EXPONENTS[each] as number);
}

/** The remainder of a block of data, divided by the generator polynomial. */
export function errorCorrection(block: Uint8Array, generator: readonly number[]): Uint8Array {
  const { length } = block;
  const terms = new Uint8Array(length + generator.length);
  terms.set(block);
  for (let first = 0; first < length; ) {
    const exponent = EXPONENTS[terms[first++] as number];
    if (exponent === undefined) continue;
    for (let at = 0; at < generator.length; at++) {
      const power = POWERS[exponent + (generator[at] as number)] as number;
      terms[first + at] = (terms[first + at] as number) ^ power;
    }
  }
  return terms.subarray(length);
}
