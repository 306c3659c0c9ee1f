import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createTestCheckout, type GatewayAnswer, PAID, QR } from '../testing/createTestCheckout.ts';
import type { RefetchReason } from './triggers.ts';

const REASONS = ['visible', 'restored', 'online', 'return', 'update', 'user'] as const;

/** How many reads begin in the busiest stretch of so many milliseconds. */
function busiest(reads: readonly { readonly at: number }[], ms: number): number {
  const within = ({ at: from }: { readonly at: number }) =>
    reads.filter(({ at }) => at >= from && at < from + ms).length;
  return Math.max(...reads.map(within));
}

describe.each(REASONS)('triggers by %s', (reason) => {
  it('read at once', async () => {
    const harness = createTestCheckout(QR);
    await harness.advance();
    harness.trigger(reason);
    expect(harness.reads).toHaveLength(2);
  });

  it('read once a second, however many there are, and once more after the last', async () => {
    const harness = createTestCheckout(QR);
    await harness.advance();
    for (let i = 0; i < 400; i++) {
      harness.trigger(reason);
      await harness.advance(10);
    }
    // The first read of all, and those at 0, 1, 2, 3 and 4 s.
    expect(harness.reads.length).toBeLessThanOrEqual(6);
    expect(harness.reads.length).toBeGreaterThanOrEqual(5);
    harness.answerWith(PAID);
    harness.trigger(reason);
    await harness.advance(1_001);
    expect(harness.states.at(-1)).toBe('succeeded');
  });
});

it('lets a script that calls refresh in a loop read no more often', async () => {
  const harness = createTestCheckout(QR);
  await harness.advance();
  for (let i = 0; i < 100; i++) {
    for (let j = 0; j < 50; j++) harness.checkout.refetch();
    await harness.advance(20);
  }
  expect(harness.reads.length).toBeLessThanOrEqual(4);
});

it('reads at once for a trigger a second after the last one, whatever polling does', async () => {
  const harness = createTestCheckout(QR);
  await harness.advance(20_000);
  harness.trigger('update');
  await harness.advance(1_000);
  const { length } = harness.reads;
  harness.trigger('user');
  expect(harness.reads).toHaveLength(length + 1);
});

it('lets a slow gateway answer, though triggers come without end', async () => {
  const harness = createTestCheckout(QR);
  await harness.advance();
  // Slower than a trigger is old when the next one may give it up.
  harness.answerWith({ after: 4_000, body: PAID });
  for (let i = 0; i < 300 && harness.states.at(-1) !== 'succeeded'; i++) {
    harness.trigger('return');
    await harness.advance(50);
  }
  expect(harness.states).toEqual(['action:qr', 'succeeded']);
});

it('settles all queued refetches when the queued read has answered, and none before', async () => {
  const harness = createTestCheckout(QR);
  await harness.advance();
  const settled = vi.fn();
  const refetch = () => Promise.resolve(harness.checkout.refetch() as unknown).then(settled);
  void refetch();
  await harness.advance();
  expect(settled).toHaveBeenCalledTimes(1);
  void refetch();
  void refetch();
  await harness.advance(900);
  expect(settled).toHaveBeenCalledTimes(1);
  await harness.advance(110);
  expect(settled).toHaveBeenCalledTimes(3);
});

it('drops a queued trigger when the gateway sends Retry-After', async () => {
  const harness = createTestCheckout(QR);
  await harness.advance();
  harness.answerWith({ http: 429, headers: { 'retry-after': '30' } });
  harness.trigger('update');
  harness.trigger('update');
  await harness.advance(20_000);
  expect(harness.reads).toHaveLength(2);
});

it('drops a queued trigger when the checkout ends', async () => {
  const harness = createTestCheckout(QR);
  await harness.advance();
  harness.trigger('update');
  await harness.advance();
  harness.trigger('update');
  harness.checkout.destroy();
  await harness.advance(10_000);
  expect(harness.reads).toHaveLength(2);
  expect(vi.getTimerCount()).toBe(0);
});

it('reads seldom enough and after each trigger, in whatever order they come', async () => {
  const trigger = fc.record({
    reason: fc.constantFrom<RefetchReason>(...REASONS),
    times: fc.integer({ min: 1, max: 5 }),
    after: fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 2_500 })),
  });
  const gateway = fc.constantFrom<GatewayAnswer>(
    QR,
    { after: 300, body: QR },
    { after: 1_500, body: QR },
    { after: 6_000, body: QR },
    { http: 500 },
    { http: 403 },
    'offline',
  );
  await fc.assert(
    fc.asyncProperty(
      gateway,
      fc.array(trigger, { minLength: 1, maxLength: 25 }),
      async (answer, triggers) => {
        const harness = createTestCheckout(QR);
        const start = Date.now();
        await harness.advance();
        harness.answerWith(answer);
        let last = 0;
        for (const { reason, times, after } of triggers) {
          for (let i = 0; i < times; i++) harness.trigger(reason);
          last = Date.now() - start;
          await harness.advance(after);
        }
        await harness.advance(8_000);
        expect(busiest(harness.reads, 1_000)).toBeLessThanOrEqual(3);
        expect(busiest(harness.reads, 5_000)).toBeLessThanOrEqual(11);
        // Begun after the last trigger, or under way and young when it came.
        expect(Math.max(...harness.reads.map(({ at }) => at))).toBeGreaterThan(last - 1_000);
        harness.answerWith(PAID);
        harness.trigger('return');
        await harness.advance(8_000);
        expect(harness.states.at(-1)).toBe('succeeded');
        harness.checkout.destroy();
        vi.useRealTimers();
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
