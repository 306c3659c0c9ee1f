import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type Answer, createWorld, PAID, QR } from '../testing/world.ts';
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
    const world = createWorld(QR);
    await world.advance();
    world.trigger(reason);
    expect(world.reads).toHaveLength(2);
  });

  it('read once a second, however many there are, and once more after the last', async () => {
    const world = createWorld(QR);
    await world.advance();
    for (let i = 0; i < 400; i++) {
      world.trigger(reason);
      await world.advance(10);
    }
    // The first read of all, and those at 0, 1, 2, 3 and 4 s.
    expect(world.reads.length).toBeLessThanOrEqual(6);
    expect(world.reads.length).toBeGreaterThanOrEqual(5);
    world.answerWith(PAID);
    world.trigger(reason);
    await world.advance(1_001);
    expect(world.states.at(-1)).toBe('succeeded');
  });
});

it('lets a script that calls refresh in a loop read no more often', async () => {
  const world = createWorld(QR);
  await world.advance();
  for (let i = 0; i < 100; i++) {
    for (let j = 0; j < 50; j++) world.checkout.refetch();
    await world.advance(20);
  }
  expect(world.reads.length).toBeLessThanOrEqual(4);
});

it('reads at once for who asks a second after the last trigger, whatever polling does', async () => {
  const world = createWorld(QR);
  await world.advance(20_000);
  world.trigger('update');
  await world.advance(1_000);
  const { length } = world.reads;
  world.trigger('user');
  expect(world.reads).toHaveLength(length + 1);
});

it('lets a slow gateway answer, though triggers come without end', async () => {
  const world = createWorld(QR);
  await world.advance();
  // Slower than a trigger is old when the next one may give it up.
  world.answerWith({ after: 4_000, gives: PAID });
  for (let i = 0; i < 300 && world.states.at(-1) !== 'succeeded'; i++) {
    world.trigger('return');
    await world.advance(50);
  }
  expect(world.states).toEqual(['action:qr', 'succeeded']);
});

it('settles all who have asked when the kept read has answered, and none before', async () => {
  const world = createWorld(QR);
  await world.advance();
  const settled = vi.fn();
  const refetch = () => Promise.resolve(world.checkout.refetch() as unknown).then(settled);
  void refetch();
  await world.advance();
  expect(settled).toHaveBeenCalledTimes(1);
  void refetch();
  void refetch();
  await world.advance(900);
  expect(settled).toHaveBeenCalledTimes(1);
  await world.advance(110);
  expect(settled).toHaveBeenCalledTimes(3);
});

it('reads no more for a trigger that is queued when the gateway wants to be left alone', async () => {
  const world = createWorld(QR);
  await world.advance();
  world.answerWith({ http: 429, headers: { 'retry-after': '30' } });
  world.trigger('update');
  world.trigger('update');
  await world.advance(20_000);
  expect(world.reads).toHaveLength(2);
});

it('forgets what was kept when the checkout ends', async () => {
  const world = createWorld(QR);
  await world.advance();
  world.trigger('update');
  await world.advance();
  world.trigger('update');
  world.checkout.destroy();
  await world.advance(10_000);
  expect(world.reads).toHaveLength(2);
  expect(vi.getTimerCount()).toBe(0);
});

it('reads seldom enough and after each trigger, in whatever order they come', async () => {
  const wakeUp = fc.record({
    reason: fc.constantFrom<RefetchReason>(...REASONS),
    times: fc.integer({ min: 1, max: 5 }),
    after: fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 2_500 })),
  });
  const gateway = fc.constantFrom<Answer>(
    QR,
    { after: 300, gives: QR },
    { after: 1_500, gives: QR },
    { after: 6_000, gives: QR },
    { http: 500 },
    { http: 403 },
    'offline',
  );
  await fc.assert(
    fc.asyncProperty(
      gateway,
      fc.array(wakeUp, { minLength: 1, maxLength: 25 }),
      async (answer, wakeUps) => {
        const world = createWorld(QR);
        const start = Date.now();
        await world.advance();
        world.answerWith(answer);
        let last = 0;
        for (const { reason, times, after } of wakeUps) {
          for (let i = 0; i < times; i++) world.trigger(reason);
          last = Date.now() - start;
          await world.advance(after);
        }
        await world.advance(8_000);
        expect(busiest(world.reads, 1_000)).toBeLessThanOrEqual(3);
        expect(busiest(world.reads, 5_000)).toBeLessThanOrEqual(11);
        // Begun after the last trigger, or under way and young when it came.
        expect(Math.max(...world.reads.map(({ at }) => at))).toBeGreaterThan(last - 1_000);
        world.answerWith(PAID);
        world.trigger('return');
        await world.advance(8_000);
        expect(world.states.at(-1)).toBe('succeeded');
        world.checkout.destroy();
        vi.useRealTimers();
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
