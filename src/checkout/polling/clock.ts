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

export interface GatewayClock {
  /** Call it with each answer when it arrives. */
  readonly record: (intent: PaymentIntent) => void;
  readonly read: () => GatewayTime;
}

/** Two clocks drift apart by milliseconds, which is no change worth a new state. */
const DRIFT_MS = 1_000;

export function createGatewayClock(): GatewayClock {
  let named = 0;
  let recordedAt = 0;
  let skew = 0;
  const least = () => (named ? named + monotonic() - recordedAt : 0);
  return {
    record({ createdAt }) {
      // A gateway that names no time leaves the device's word of now, which later ones are held against.
      const time = createdAt || (named ? 0 : Date.now());
      if (time <= least()) return;
      named = time;
      recordedAt = monotonic();
    },
    read() {
      const behind = Math.max(0, least() - Date.now());
      if (Math.abs(behind - skew) >= DRIFT_MS) skew = behind;
      return { now: Date.now() + skew, skew, named, least: least() };
    },
  };
}
