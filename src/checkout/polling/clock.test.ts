import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type PaymentIntent, parseIntent } from '../../intent/index.ts';
import {
  adjustSkew,
  type GatewayTime,
  gatewayTime,
  isOver,
  monotonic,
  NEW_CLOCK,
  recordTime,
  untilOver,
} from './clock.ts';

const NOW = 1_800_000_000_000;
const MINUTE = 60_000;
const END = NOW + 10 * MINUTE;

beforeEach(() => vi.useFakeTimers({ now: NOW }));
afterEach(() => vi.useRealTimers());

/** What is known at a moment: the device's clock, and what the gateway has named at least. */
const at = (now: number, least: number, named = NOW): GatewayTime => ({
  now: NOW + now,
  skew: 0,
  named,
  least: NOW + least,
});

describe('a step that ends in ten minutes', () => {
  it.each<[string, GatewayTime, boolean, number]>([
    ['a new payment, a clock that is right', at(0, 0), false, 10 * MINUTE],
    ['the same at the end', at(10 * MINUTE, 10 * MINUTE), true, Infinity],
    ['seen a few seconds after it was made', at(10 * MINUTE, 10 * MINUTE - 5_000), true, Infinity],
    ['a clock that is 20 minutes fast', at(20 * MINUTE, 0), false, 10 * MINUTE],
    [
      'the same a second before the end',
      at(30 * MINUTE - 1_000, 10 * MINUTE - 1_000),
      false,
      1_000,
    ],
    ['the same at the end', at(30 * MINUTE, 10 * MINUTE), true, Infinity],
    ['a payment made days ago', at(10 * MINUTE, -3 * 1440 * MINUTE), false, 4330 * MINUTE],
    ['a created after the end', at(10 * MINUTE, 60 * MINUTE, END + 1), false, Infinity],
    ['no answer yet', at(20 * MINUTE, -NOW, 0), false, NOW + 10 * MINUTE],
  ])('is looked at in time: %s', (_, time, over, next) => {
    expect([isOver(END, time), untilOver(END, time)]).toEqual([over, next]);
  });
});

/** A clock that lives on, by the clocks of the test. */
function createGatewayClock() {
  let clock = NEW_CLOCK;
  const now = () => ({ monotonic: monotonic(), date: Date.now() });
  return {
    record(intent: PaymentIntent) {
      clock = recordTime(clock, intent, now());
    },
    read() {
      clock = adjustSkew(clock, now());
      return gatewayTime(clock, now());
    },
  };
}

describe('the gateway’s time', () => {
  const made = (secondsAgo: number) =>
    parseIntent({ id: 'pi_1', status: 'x', created: NOW / 1000 - secondsAgo });
  const unmade = parseIntent({ id: 'pi_1', status: 'x' });

  it('is the device’s time before the first answer', () => {
    expect(createGatewayClock().read()).toEqual({ now: NOW, skew: 0, named: 0, least: 0 });
  });

  it.each([
    ['is right', 0, 0],
    ['is 20 minutes fast', 20 * MINUTE, 0],
    ['is 20 minutes slow', -20 * MINUTE, 20 * MINUTE],
    ['has lost its battery', 946_684_800_000 - NOW, NOW - 946_684_800_000],
  ])('is at least that of a new payment, where the device’s clock %s', (_, off, skew) => {
    vi.setSystemTime(NOW + off);
    const clock = createGatewayClock();
    clock.record(made(0));
    expect(clock.read()).toMatchObject({ now: NOW + off + skew, skew, named: NOW, least: NOW });
    vi.advanceTimersByTime(5 * MINUTE);
    expect(clock.read()).toMatchObject({ skew, named: NOW, least: NOW + 5 * MINUTE });
  });

  it.each([
    ['forward', 60 * MINUTE, 0],
    ['back', -60 * MINUTE, 60 * MINUTE],
  ])('stays at least what it was where the device’s clock is set %s', (_, milliseconds, skew) => {
    const clock = createGatewayClock();
    clock.record(made(0));
    vi.advanceTimersByTime(MINUTE);
    vi.setSystemTime(Date.now() + milliseconds);
    expect(clock.read()).toMatchObject({ skew, least: NOW + MINUTE });
  });

  it('counts from the first answer on, not anew from each', () => {
    const clock = createGatewayClock();
    for (let minute = 0; minute < 5; minute++) {
      clock.record(made(30));
      vi.advanceTimersByTime(MINUTE);
    }
    expect(clock.read().least).toBe(NOW - 30_000 + 5 * MINUTE);
  });

  it.each([
    ['names none', unmade],
    ['names 1970', parseIntent({ id: 'pi_1', status: 'x', created: 0 })],
  ])('is the device’s time at the first answer, where the gateway %s', (_, intent) => {
    const clock = createGatewayClock();
    clock.record(intent);
    vi.advanceTimersByTime(MINUTE);
    vi.setSystemTime(NOW - 60 * MINUTE);
    clock.record(intent);
    expect(clock.read()).toMatchObject({ named: NOW, least: NOW + MINUTE, now: NOW + MINUTE });
  });

  it('takes no drift of milliseconds for a change', () => {
    const clock = createGatewayClock();
    clock.record(made(0));
    for (const milliseconds of [-300, -900, -1, -999]) {
      vi.setSystemTime(NOW + milliseconds);
      expect(clock.read().skew).toBe(0);
    }
  });
});

describe('the monotonic clock', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it('goes on with the device’s clock where there is no other, but not back', () => {
    vi.stubGlobal('performance', undefined);
    const start = monotonic();
    vi.advanceTimersByTime(5_000);
    expect(monotonic() - start).toBe(5_000);
    vi.setSystemTime(NOW - 60 * MINUTE);
    expect(monotonic() - start).toBe(5_000);
    vi.advanceTimersByTime(5_000);
    expect(monotonic() - start).toBe(10_000);
  });

  it('does not heed that the device’s clock is set', () => {
    const start = monotonic();
    vi.setSystemTime(NOW + 60 * MINUTE);
    vi.advanceTimersByTime(5_000);
    expect(monotonic() - start).toBe(5_000);
  });
});
