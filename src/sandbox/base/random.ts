/** A number from 0 to below 1. */
export type Random = () => number;

/** Many at once: to ask the platform for each one takes longer than all else that a call does. */
const words = new Uint32Array(256);
let used = words.length;

/** A number from 0 to below 1 that cannot be guessed: sandbox secrets may cross a shared network. */
export const secureRandom: Random = () => {
  if (used === words.length) {
    crypto.getRandomValues(words);
    used = 0;
  }
  const word = words[used] ?? 0;
  words[used] = 0;
  used += 1;
  return word / 2 ** 32;
};

/**
 * Numbers that are the same for the same seed (mulberry32), so that tests repeat. Whoever knows the
 * seed knows the secrets.
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A source of chance for each purpose. So with a seed, payments get the same ids however often they
 * are read, and the same calls fail whatever the webhooks do.
 */
export interface RandomStreams {
  readonly ids: Random;
  readonly requests: Random;
  readonly faults: Random;
  readonly webhooks: Random;
}

export interface RandomOptions {
  /** A whole number: the same ids, secrets and faults for the same calls. */
  readonly seed?: number;
  /** Chance, from 0 to below 1, instead of a seed. Defaults to the platform's secure source. */
  readonly random?: Random;
}

export function randomStreams({ seed, random = secureRandom }: RandomOptions): RandomStreams {
  const stream = (at: number) => (seed === undefined ? random : seededRandom(seed * 4 + at));
  return { ids: stream(0), requests: stream(1), faults: stream(2), webhooks: stream(3) };
}
