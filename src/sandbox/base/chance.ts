import { type Random, secureRandom, seededRandom } from './ids.ts';

/**
 * Chance, by what it is for: with a seed the payments get the same ids however often somebody reads
 * them, and the same calls fail whatever the webhooks do.
 */
export interface Chance {
  readonly ids: Random;
  readonly requests: Random;
  readonly faults: Random;
  readonly webhooks: Random;
}

export interface ChanceOptions {
  /** A whole number: the same ids, secrets and faults for the same calls. */
  readonly seed?: number;
  /** Chance, from 0 to below 1, instead of a seed. Defaults to the platform's secure source. */
  readonly random?: Random;
}

export function chanceOf({ seed, random = secureRandom }: ChanceOptions): Chance {
  const stream = (at: number) => (seed === undefined ? random : seededRandom(seed * 4 + at));
  return { ids: stream(0), requests: stream(1), faults: stream(2), webhooks: stream(3) };
}
