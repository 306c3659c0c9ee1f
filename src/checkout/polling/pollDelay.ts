import { LONGEST_PAUSE_MS } from '../../gateway/answer.ts';
import type { GatewayError } from '../../gateway/index.ts';
import { isDelayed } from '../delayed.ts';
import { type CheckoutState, expiryOf, isLikelyProxyError } from '../state.ts';
import { type GatewayTime, untilOver } from './clock.ts';
import { backoff, type PollPhase, scheduledDelay } from './pollSchedule.ts';

/** While nobody looks, or a stream of updates is open, reads are only a safety net. */
const SLOW_MS = 15_000;
/** After so long unseen nothing is read until somebody is back. */
const ABANDONED_MS = 5 * 60_000;

/** Answers in a row that are none, after which nothing is read until somebody asks: 20 minutes. */
const MAX_STRAY_FAILURES = 40;

export interface PollFacts {
  readonly state: CheckoutState;
  /** Answers since this wait began. */
  readonly reads: number;
  /** Reads that failed in a row, and why the last did. */
  readonly failures: number;
  readonly error: GatewayError | null;
  /** How long ago the last read ended, in milliseconds. */
  readonly elapsed: number;
  /** How long the gateway wants to be left alone from there on; 0 where it has not asked for that. */
  readonly pause: number;
  /** How long the page has been hidden, in milliseconds; null while it can be seen. */
  readonly hiddenFor: number | null;
  /** A stream of updates is open. */
  readonly hasUpdates: boolean;
  readonly seed: string;
  readonly time: GatewayTime;
}

/** Milliseconds until the next read, or null for none until a trigger asks for one. Pure. */
export function pollDelay(facts: PollFacts): number | null {
  const delay = delayFromLastRead(facts);
  if (delay === null) return null;
  // From the last answer on, so that whatever plans anew (a stream that flaps) delays nothing.
  const left = Math.max(0, delay - facts.elapsed);
  return facts.failures > 0 ? left : Math.min(left, untilExpiry(facts.state, facts.time));
}

/** Milliseconds from the end of the last read to the next. */
function delayFromLastRead(facts: PollFacts): number | null {
  const { state, failures, error, hiddenFor, seed } = facts;
  if (hiddenFor !== null && hiddenFor >= ABANDONED_MS) return null;
  // Before a first answer a refusal is the gateway's own.
  if (error?.transient === false && !('intent' in state)) return null;
  if (error && isLikelyProxyError(error) && failures >= MAX_STRAY_FAILURES) return null;
  if (failures > 0) return failureDelay(facts);
  const wait = waitOf(state);
  const delay = wait && scheduledDelay(wait, facts.reads, seed);
  if (delay === null) return null;
  return facts.hasUpdates || hiddenFor !== null ? Math.max(delay, SLOW_MS) : delay;
}

/** A stray answer among good ones (a firewall's, a proxy's) does not pass quickly, so these reads are slow. */
function failureDelay({ state, failures, error, pause, seed }: PollFacts): number {
  const isSlow = 'intent' in state && error && isLikelyProxyError(error);
  return Math.max(pause, backoff(failures, seed), isSlow ? SLOW_MS : 0);
}

/** Refetches are at least this far apart: another page may send messages without end. */
const REFETCH_MS = 1_000;
/**
 * A read younger than this is not given up for another; it will answer as fast. The next is given
 * twice as long, and so on: triggers without end must not keep a slow gateway from answering.
 */
const YOUNG_MS = 1_000;

export interface RefetchFacts {
  /** How long the read under way has taken; null where there is none. */
  readonly readingFor: number | null;
  /** Reads given up since the last that ended. */
  readonly givenUp: number;
  /** Milliseconds since the last refetch began. */
  readonly sinceRefetch: number;
}

/** Milliseconds until a queued refetch may begin; null for not before the read under way ends. Pure. */
export function untilRefetch({ readingFor, givenUp, sinceRefetch }: RefetchFacts): number | null {
  if (readingFor !== null && readingFor < YOUNG_MS * 2 ** givenUp) return null;
  return Math.max(0, REFETCH_MS - sinceRefetch);
}

/** What is waited for, or null where nothing is. */
export function waitOf(state: CheckoutState): PollPhase | null {
  switch (state.phase) {
    case 'action': {
      const { step } = state;
      // What has a date (a bank's notice, micro-deposits) takes days.
      const isLong = step.kind === 'await' && (step.at !== null || step.awaited !== 'approval');
      return isLong ? 'voucher' : step.kind;
    }
    case 'processing':
      // A debit takes as long as a voucher that is paid.
      return isDelayed(state.intent) ? 'voucher' : 'processing';
    case 'payable':
    case 'failed':
      return state.phase;
    default:
      return null;
  }
}

/** Milliseconds until a failed read may be tried again; the gateway's own word counts most. */
export function retryDelay(
  error: GatewayError | null,
  failures: number,
  seed: string,
  now: number,
): number {
  return Math.max(pauseAfter(error, now), backoff(failures, seed));
}

/**
 * How long a gateway wants to be left alone. A shop's own `retrieve` may name any time, and the
 * clock that it is held against may be set meanwhile.
 */
export function pauseAfter(error: GatewayError | null, now: number): number {
  const pause = (error?.retryAt ?? now) - now;
  return pause > 0 ? Math.min(pause, LONGEST_PAUSE_MS) : 0;
}

/** Milliseconds until a step ends: one more read is due at that very second. */
export function untilExpiry(state: CheckoutState, time: GatewayTime): number {
  const at = state.phase === 'action' ? expiryOf(state.step) : null;
  return at === null ? Number.POSITIVE_INFINITY : untilOver(at, time);
}
