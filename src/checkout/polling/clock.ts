import type { PaymentIntent } from '../../intent/index.ts';

let last = 0;
let offset = 0;

/**
 * Milliseconds by a clock that nobody sets. It may stand still while the device sleeps, and never
 * goes back: also not where there is none but the device's, or where a page replaces it.
 */
export function monotonic(): number {
  const now = globalThis.performance?.now() ?? Date.now();
  offset = Math.max(offset, last - now);
  last = now + offset;
  return last;
}

/**
 * The gateway's time, as far as a page can know it. An answer's `Date` cannot be read across origins
 * (it is no CORS-safelisted response header of the Fetch standard), so what is known is:
 * - the device's clock, which may be wrong by minutes or years, and may be set while the page is open;
 * - `created`: the gateway's time is no earlier, so a device's clock before it is slow. What has
 *   passed since by the monotonic clock adds to it.
 */
export interface GatewayTime {
  /** The best guess: the device's clock, put forward where it is provably slow. */
  readonly now: number;
  /** By how much it is put forward. */
  readonly skew: number;
  /** What the gateway has named, and what its time is at least by now. */
  readonly named: number;
  readonly least: number;
}

/**
 * A PaymentIntent's first answer comes some time after its creation, so `least` lags behind. A
 * device's clock that is ahead of it by no more than this is believed.
 */
const LAG_MS = 30_000;

/**
 * Whether a step that ends at `at` is over, whatever the gateway calls it: gateways leave some in
 * `requires_action` for long after their end. A device's clock that is far ahead of what the gateway's
 * is at least may be fast, so it is not enough. A `created` after the end is no time to go by. Pure.
 */
export function isOver(at: number, { now, named, least }: GatewayTime): boolean {
  return now >= at && named < at && (least >= at || now - least <= LAG_MS);
}

/** Milliseconds until the device's clock says that a step is over, or else until it surely is. Pure. */
export function untilOver(at: number, time: GatewayTime): number {
  if (time.now < at) return at - time.now;
  return isOver(at, time) || time.named >= at ? Number.POSITIVE_INFINITY : at - time.least;
}

/** The time where nothing but a device's clock is known, which is believed. */
export function deviceTime(now: number): GatewayTime {
  return { now, skew: 0, named: 0, least: now };
}

/** A moment, by the monotonic clock and by the device's (`Date.now()`), in milliseconds. */
export interface Now {
  readonly monotonic: number;
  readonly date: number;
}

/** What the answers so far have taught of the gateway's time. */
export interface GatewayClock {
  /** The latest time that the gateway has named, and when it did so by the monotonic clock. */
  readonly named: number;
  readonly namedAt: number;
  /** By how much the device's clock is put forward. */
  readonly skew: number;
}

export const NEW_CLOCK: GatewayClock = { named: 0, namedAt: 0, skew: 0 };

/** Two clocks drift apart by milliseconds, which is no change worth a new state. */
const DRIFT_MS = 1_000;

const leastTime = ({ named, namedAt }: GatewayClock, now: Now) =>
  named ? named + now.monotonic - namedAt : 0;

/** Takes in an answer that arrives now. Pure. */
export function recordTime(clock: GatewayClock, intent: PaymentIntent, now: Now): GatewayClock {
  // A gateway that names no time leaves the device's word of now, which later ones are held against.
  const named = intent.createdAt || (clock.named ? 0 : now.date);
  return named > leastTime(clock, now) ? { ...clock, named, namedAt: now.monotonic } : clock;
}

/** Sets by how much the device's clock is slow now. Pure. */
export function adjustSkew(clock: GatewayClock, now: Now): GatewayClock {
  const skew = Math.max(0, leastTime(clock, now) - now.date);
  return Math.abs(skew - clock.skew) < DRIFT_MS ? clock : { ...clock, skew };
}

/** The gateway's time as far as it is known now. Pure. */
export function gatewayTime(clock: GatewayClock, now: Now): GatewayTime {
  const { named, skew } = clock;
  return { now: now.date + skew, skew, named, least: leastTime(clock, now) };
}
