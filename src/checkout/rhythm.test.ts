import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backoff, gapAfter } from './rhythm.ts';

const seeds = fc.string({ minLength: 1 });

/** When reads fall, in milliseconds after the first answer, until patience ends or `until`. */
function reads(wait: Parameters<typeof gapAfter>[0], seed: string, until: number): number[] {
  const times: number[] = [];
  for (let at = 0, count = 1; ; count++) {
    const gap = gapAfter(wait, count, seed);
    if (gap === null) return times;
    at += gap;
    if (at > until) return times;
    times.push(at);
  }
}

it('reads a code at most 24 times in its first minute, for nearly everybody', () => {
  const counts = fc.sample(seeds, 2_000).map((seed) => reads('qr', seed, 60_000).length);
  expect(counts.filter((count) => count > 24).length).toBeLessThan(40);
  expect(Math.max(...counts)).toBeLessThanOrEqual(25);
});

it('spends them where people pay: twenty between the 4th and the 31st second', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const busy = reads('qr', seed, 31_500).filter((at) => at >= 4_000);
      expect(busy.length).toBeGreaterThanOrEqual(20);
    }),
  );
});

it('spreads customers by a fifth at most, and the same one always the same', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 1, max: 20 }), (seed, count) => {
      const gap = gapAfter('redirect', count, seed) ?? 0;
      expect(gap).toBeGreaterThanOrEqual(1_600);
      expect(gap).toBeLessThanOrEqual(2_400);
      expect(gapAfter('redirect', count, seed)).toBe(gap);
    }),
  );
  const firsts = new Set(fc.sample(seeds, 200).map((seed) => gapAfter('redirect', 1, seed)));
  expect(firsts.size).toBeGreaterThan(100);
});

it('ends every wait after a while', () => {
  for (const wait of ['qr', 'redirect', 'processing', 'payable'] as const) {
    const times = reads(wait, 'pi_1', Number.POSITIVE_INFINITY);
    expect(times.at(-1)).toBeGreaterThan(15 * 60_000);
    expect(times.at(-1)).toBeLessThan(60 * 60_000);
  }
});

it('doubles the wait after each failure, up to half a minute', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 1, max: 40 }), (seed, failures) => {
      const wanted = Math.min(1_000 * 2 ** (failures - 1), 30_000);
      expect(Math.abs(backoff(failures, seed) / wanted - 1)).toBeLessThanOrEqual(0.201);
    }),
  );
});
