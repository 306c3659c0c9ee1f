import { afterEach, expect, it, vi } from 'vitest';
import { secureRandom, seededRandom } from './random.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const many = (random: () => number) => Array.from({ length: 2000 }, random);

it.each([
  ['secure', secureRandom],
  ['seeded', seededRandom(7)],
])('spreads %s numbers from 0 to below 1, hardly one twice', (_, random) => {
  const numbers = many(random);
  expect(new Set(numbers).size).toBeGreaterThan(numbers.length - 3);
  expect(numbers.every((each) => each >= 0 && each < 1)).toBe(true);
  const mean = numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
  expect(mean).toBeGreaterThan(0.45);
  expect(mean).toBeLessThan(0.55);
});

it('asks the platform for many secure numbers at once', () => {
  const asked = vi.spyOn(crypto, 'getRandomValues');
  many(secureRandom);
  expect(asked.mock.calls.length).toBeLessThan(10);
  expect(asked.mock.calls.length).toBeGreaterThan(6);
});

it('repeats seeded numbers for the same seed', () => {
  expect(many(seededRandom(7))).toEqual(many(seededRandom(7)));
  expect(many(seededRandom(7))).not.toEqual(many(seededRandom(8)));
});
