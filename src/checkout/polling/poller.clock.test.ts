import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  createTestCheckout,
  describeState,
  intentWithAction,
  type Json,
  PAID,
  QR,
} from '../testing/createTestCheckout.ts';

const NOW = 1_800_000_000;
const MINUTE = 60_000;

/** The kinds of steps that have an end, each of which ends at a time of the gateway's. */
const ENDING: readonly (readonly [string, string, (at: number) => Json])[] = [
  [
    'a code',
    'qr',
    (at) => intentWithAction('pix_display_qr_code', { data: '000201', expires_at: at }),
  ],
  [
    'a voucher',
    'voucher',
    (at) => intentWithAction('oxxo_display_details', { number: '1', expires_after: at }),
  ],
  ['an approval', 'await', (at) => intentWithAction('upi_await_notification', { expires_at: at })],
];

const PIX = (at: number) =>
  intentWithAction('pix_display_qr_code', { data: '000201', expires_at: at });

interface Case {
  /** By how much the device's clock is ahead of the gateway's, in milliseconds. */
  readonly fast?: number;
  /** How long ago the payment was created, in seconds. */
  readonly age?: number;
}

/** A page that opens at a time of the gateway's that the device may know wrongly. */
async function openWithClock(json: Json, { fast = 0, age = 2 }: Case = {}) {
  const answer = { ...json, created: NOW - age };
  const harness = createTestCheckout(answer);
  vi.setSystemTime(NOW * 1000 + fast);
  await harness.advance();
  /** What is left by the countdown, in whole seconds; null where there is none. */
  const secondsLeft = () => {
    const state = harness.checkout.getState();
    if (state.phase !== 'action' || state.endsAt === null) return null;
    return Math.round((state.endsAt - Date.now()) / 1000);
  };
  const overdue = () => {
    const state = harness.checkout.getState();
    return state.phase === 'action' && state.overdue;
  };
  return {
    ...harness,
    secondsLeft,
    overdue,
    setClock: (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds),
  };
}

describe.each(ENDING)('%s', (_, kind, intentExpiringAt) => {
  const step = `action:${kind}`;

  it.each([2, 20, 60, 24 * 60, 365 * 24 * 60])(
    'is shown as long as the gateway calls it open, on a device that is %i minutes fast',
    async (minutes) => {
      const { advance, states, secondsLeft, answerWith } = await openWithClock(
        intentExpiringAt(NOW + 600),
        {
          fast: minutes * MINUTE,
        },
      );
      await advance(9 * MINUTE);
      expect(states).toEqual(states.map(() => step));
      if (minutes > 10) expect(secondsLeft()).toBeNull();
      answerWith(PAID);
      await advance(MINUTE);
      expect(states.at(-1)).toBe('succeeded');
    },
  );

  it.each([2, 20, 24 * 60, 20 * 365 * 24 * 60])(
    'is counted down by the gateway’s time on a device that is %i minutes slow, and is over with it',
    async (minutes) => {
      const { advance, states, secondsLeft } = await openWithClock(intentExpiringAt(NOW + 600), {
        fast: -minutes * MINUTE,
      });
      // A payment made two seconds ago.
      expect(secondsLeft()).toBe(602);
      await advance(9 * MINUTE);
      expect(secondsLeft()).toBe(62);
      expect(states).toEqual([step]);
      await advance(63_000);
      expect(states.at(-1)).toBe(`${step} expired`);
    },
  );

  it.each([
    ['forward', 20 * MINUTE],
    ['forward by a year', 365 * 24 * 60 * MINUTE],
    ['back', -20 * MINUTE],
    ['back to 2001', -25 * 365 * 24 * 60 * MINUTE],
  ])('stays, and is read on, where the clock is set %s', async (_, milliseconds) => {
    const { advance, states, reads, setClock, answerWith } = await openWithClock(
      intentExpiringAt(NOW + 600),
    );
    await advance(30_000);
    setClock(milliseconds);
    const { length } = reads;
    await advance(4 * MINUTE);
    expect(states).toEqual(states.map(() => step));
    expect(reads.length).toBeGreaterThan(length + 2);
    answerWith(PAID);
    await advance(MINUTE);
    expect(states.at(-1)).toBe('succeeded');
  });

  it('expires in the end where a gateway leaves it open, whatever the clock says', async () => {
    for (const fast of [0, 20 * MINUTE, -20 * MINUTE]) {
      const { advance, states, checkout } = await openWithClock(intentExpiringAt(NOW + 600), {
        fast,
      });
      await advance(10 * MINUTE + 62_000);
      expect(states.at(-1)).toMatch(`${step} expired`);
      checkout.destroy();
      vi.useRealTimers();
    }
  });
});

it('goes on counting where the clock is set back', async () => {
  const { advance, secondsLeft, setClock } = await openWithClock(PIX(NOW + 600), { age: 0 });
  await advance(2 * MINUTE);
  setClock(-60 * MINUTE);
  await advance(20_000);
  expect(secondsLeft()).toBe(460);
});

it('counts anew where a clock that was wrong is set right', async () => {
  const { advance, secondsLeft, overdue, setClock } = await openWithClock(PIX(NOW + 600), {
    fast: 20 * MINUTE,
  });
  await advance(MINUTE);
  expect([secondsLeft(), overdue()]).toEqual([null, true]);
  setClock(-20 * MINUTE);
  await advance(20_000);
  expect([secondsLeft(), overdue()]).toEqual([520, false]);
});

it('shows neither expired nor a countdown where only the device’s clock has passed the end', async () => {
  const { states, secondsLeft, overdue } = await openWithClock(PIX(NOW + 600), {
    fast: 20 * MINUTE,
  });
  expect([states, secondsLeft(), overdue()]).toEqual([['action:qr'], null, true]);
});

it('shows a new code just as the one before, on a clock that is fast', async () => {
  const { advance, answerWith, states, checkout, secondsLeft } = await openWithClock(
    PIX(NOW + 60),
    {
      fast: 20 * MINUTE,
    },
  );
  await advance(50_000);
  for (let attempt = 1; attempt <= 3; attempt++) {
    answerWith({ ...PIX(NOW + 600 + attempt), created: NOW - 2 });
    checkout.refetch();
    await advance(10_000);
    expect(secondsLeft()).toBeNull();
  }
  expect(new Set(states)).toEqual(new Set(['action:qr']));
});

it('is not expired for a device that slept past the end before the gateway says so', async () => {
  const { states, secondsLeft, setClock, hidePage, showPage, advance, answerWith } =
    await openWithClock(PIX(NOW + 600));
  hidePage();
  // While a device sleeps, its monotonic clock may stand still.
  setClock(60 * MINUTE);
  showPage();
  await advance();
  expect([new Set(states), secondsLeft()]).toEqual([new Set(['action:qr']), null]);
  answerWith({
    id: 'pi_1',
    status: 'requires_payment_method',
    last_payment_error: { code: 'expired' },
  });
  await advance(3_000);
  expect(states.at(-1)).toBe('failed');
});

it('waits two minutes at most for Retry-After, though the clock is set back meanwhile', async () => {
  const { advance, answerWith, reads, states, setClock } = await openWithClock(QR);
  answerWith({ http: 429, headers: { 'retry-after': '60' } });
  await advance(7_000);
  setClock(-60 * MINUTE);
  const { length } = reads;
  answerWith(PAID);
  await advance(50_000);
  expect(reads).toHaveLength(length);
  await advance(11_000);
  expect(states.at(-1)).toBe('succeeded');
});

it('does not read before Retry-After for a page that is hidden and shown', async () => {
  const { advance, answerWith, reads, hidePage } = await openWithClock(QR);
  answerWith({ http: 429, headers: { 'retry-after': '60' } });
  await advance(7_000);
  const { length } = reads;
  await advance(40_000);
  hidePage();
  await advance(10_000);
  expect(reads).toHaveLength(length);
});

it('paints no countdown that cannot be right before the gateway has answered', async () => {
  const harness = createTestCheckout('silence', { initialIntent: PIX(NOW - 60) });
  expect(harness.checkout.getState()).toMatchObject({
    expired: false,
    overdue: false,
    endsAt: null,
  });
});

it('never calls a code over that is valid, nor leaves a dead one for ever, whatever the clocks do', async () => {
  const jump = fc.record({
    after: fc.integer({ min: 0, max: 5 * MINUTE }),
    by: fc.integer({ min: -90 * MINUTE, max: 90 * MINUTE }),
  });
  const scenario = fc.record({
    fast: fc.oneof(
      fc.constant(0),
      fc.integer({ min: -90 * MINUTE, max: 90 * MINUTE }),
      fc.integer({ min: -(2 ** 40), max: 2 ** 40 }),
    ),
    age: fc.integer({ min: 0, max: 900 }),
    lasts: fc.integer({ min: 10, max: 900 }),
    jumps: fc.array(jump, { maxLength: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(scenario, async ({ fast, age, lasts: lifetime, jumps }) => {
      const { advance, secondsLeft, setClock, checkout } = await openWithClock(
        PIX(NOW + lifetime),
        { fast, age },
      );
      const start = performance.now();
      const gatewayNow = () => NOW * 1000 + performance.now() - start;
      const end = (NOW + lifetime) * 1000;
      const checkState = () => {
        const description = describeState(checkout.getState());
        if (gatewayNow() < end - 30_000) expect(description).not.toContain('expired');
        // A countdown ends no later than `created` allows, and none begins that is over.
        if (secondsLeft() !== null) expect(secondsLeft()).toBeLessThanOrEqual(lifetime + age + 1);
        return description;
      };
      const advanceAndCheck = async (ms: number) => {
        for (let elapsed = 0; elapsed < ms; elapsed += 20_000) {
          await advance(20_000);
          checkState();
        }
      };
      for (const { after, by: milliseconds } of jumps) {
        await advanceAndCheck(after);
        setClock(milliseconds);
      }
      await advanceAndCheck((lifetime + age) * 1000 + MINUTE);
      expect(checkState()).toContain('expired');
      checkout.destroy();
      vi.useRealTimers();
    }),
    { numRuns: 25 },
  );
}, 60_000);
