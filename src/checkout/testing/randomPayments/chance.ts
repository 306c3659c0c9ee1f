import { seededRandom } from '../../../sandbox/base/random.ts';

/** Random choices, the same for the same seed. */
export interface Chance {
  /** True with this probability. */
  readonly isLikely: (probability: number) => boolean;
  /** A whole number of this range, both ends included. */
  readonly between: (min: number, max: number) => number;
  readonly pick: <T>(list: readonly [T, ...T[]]) => T;
  /** A name of the table, as often as its weight says. */
  readonly weighted: <Name extends string>(weights: Readonly<Record<Name, number>>) => Name;
}

export function createChance(seed: number): Chance {
  const random = seededRandom(seed);
  const between = (min: number, max: number) => min + Math.floor(random() * (max - min + 1));
  return {
    isLikely: (probability) => random() < probability,
    between,
    pick: ([first, ...others]) => [first, ...others][between(0, others.length)] ?? first,
    weighted(weights) {
      const names = Object.keys(weights) as (keyof typeof weights)[];
      let left = random() * names.reduce((sum, name) => sum + weights[name], 0);
      const found = names.find((name) => {
        left -= weights[name];
        return left < 0;
      });
      return found ?? (names.at(-1) as keyof typeof weights);
    },
  };
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** How long something takes, from moments to hours: the short spans more often than the long. */
export function anySpan(chance: Chance): number {
  const [min, max] = chance.pick([
    [0, SECOND],
    [SECOND, 20 * SECOND],
    [SECOND, 20 * SECOND],
    [20 * SECOND, 4 * MINUTE],
    [20 * SECOND, 4 * MINUTE],
    [4 * MINUTE, 9 * MINUTE],
    [4 * MINUTE, 9 * MINUTE],
    [MINUTE, 180 * MINUTE],
  ]);
  return chance.between(min, max);
}
