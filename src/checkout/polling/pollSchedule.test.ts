import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backoff, type PollPhase, scheduledDelay } from './pollSchedule.ts';

const seeds = fc.string({ minLength: 1 });

/** When reads fall, in milliseconds after the first answer, until patience ends or `until`. */
function reads(wait: PollPhase, seed: string, until: number): number[] {
  const times: number[] = [];
  for (let at = 0, count = 1; ; count++) {
    const gap = scheduledDelay(wait, count, seed);
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
      const gap = scheduledDelay('redirect', count, seed) ?? 0;
      expect(gap).toBeGreaterThanOrEqual(1_600);
      expect(gap).toBeLessThanOrEqual(2_400);
      expect(scheduledDelay('redirect', count, seed)).toBe(gap);
    }),
  );
  const firsts = new Set(fc.sample(seeds, 200).map((seed) => scheduledDelay('redirect', 1, seed)));
  expect(firsts.size).toBeGreaterThan(100);
});

const MINUTES = 60_000;
const PATIENCE: Record<PollPhase, readonly [minutes: number, atMost: number]> = {
  qr: [25, 45],
  redirect: [20, 45],
  app: [20, 45],
  'wechat-jsapi': [20, 45],
  challenge: [20, 45],
  fingerprint: [20, 45],
  sdk: [20, 45],
  unsupported: [20, 45],
  await: [20, 45],
  // Paid at a till or a bank, but a page that is left open need not be asked for ever.
  voucher: [90, 180],
  'bank-transfer': [90, 180],
  processing: [25, 45],
  payable: [15, 45],
  failed: [15, 45],
};
const WAITS = Object.keys(PATIENCE) as PollPhase[];

it.each(WAITS)('waits for %s a good while, and not for ever', (wait) => {
  const [atLeast, atMost] = PATIENCE[wait];
  fc.assert(
    fc.property(seeds, (seed) => {
      const last = reads(wait, seed, Number.POSITIVE_INFINITY).at(-1) ?? 0;
      expect(last).toBeGreaterThan(atLeast * MINUTES);
      expect(last).toBeLessThan(atMost * MINUTES);
    }),
  );
});

it.each(WAITS)('never reads faster than once a second for %s', (wait) => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const times = reads(wait, seed, Number.POSITIVE_INFINITY);
      const gaps = times.map((at, i) => at - (times[i - 1] ?? 0));
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(960);
    }),
  );
});

it.each(['voucher', 'bank-transfer'] as const)('is in no hurry about a %s', (wait) => {
  fc.assert(
    fc.property(seeds, (seed) => {
      expect(reads(wait, seed, MINUTES).length).toBeLessThanOrEqual(7);
      expect(reads(wait, seed, 60 * MINUTES).length).toBeLessThanOrEqual(80);
      // A customer who pays in the bank's app on another device still sees it soon.
      expect(reads(wait, seed, 10_000).length).toBeGreaterThanOrEqual(1);
    }),
  );
});

it('is in a hurry about an approval, which takes a minute at most', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      expect(reads('await', seed, MINUTES).length).toBeGreaterThanOrEqual(24);
    }),
  );
});

it('doubles the wait after each failure, up to half a minute', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 1, max: 40 }), (seed, failures) => {
      const expectedDelay = Math.min(1_000 * 2 ** (failures - 1), 30_000);
      expect(Math.abs(backoff(failures, seed) / expectedDelay - 1)).toBeLessThanOrEqual(0.201);
    }),
  );
});
