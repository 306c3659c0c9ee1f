import type { GatewayError } from '../gateway/index.ts';
import { backoff, gapAfter, type Wait } from './rhythm.ts';
import { type CheckoutState, expiryOf } from './state.ts';

/** While nobody looks, or a hint stream is open, reads are only a safety net. */
const SLOW_MS = 15_000;
/** After so long unseen nothing is read until somebody is back. */
const ABANDONED_MS = 5 * 60_000;

export interface PaceFacts {
  readonly state: CheckoutState;
  /** Answers since this wait began. */
  readonly reads: number;
  /** Reads that failed in a row. */
  readonly failures: number;
  /** How long the page has been hidden, in milliseconds; null while it can be seen. */
  readonly hiddenFor: number | null;
  /** A hint stream is open. */
  readonly hinted: boolean;
  readonly seed: string;
  readonly now: number;
}

/** Milliseconds until the next read, or null for none until something wakes the watch. Pure. */
export function nextRead(facts: PaceFacts): number | null {
  const { state, failures, hiddenFor, seed, now } = facts;
  if (state.error && !state.error.transient) return null;
  if (hiddenFor !== null && hiddenFor >= ABANDONED_MS) return null;
  if (failures > 0) return retryGap(state.error, failures, seed, now);
  const wait = waitOf(state);
  const gap = wait && gapAfter(wait, facts.reads, seed);
  if (gap === null) return null;
  const calm = facts.hinted || hiddenFor !== null ? Math.max(gap, SLOW_MS) : gap;
  return Math.min(calm, untilExpiry(state, now));
}

/** What is waited for, or null where nothing is. */
export function waitOf(state: CheckoutState): Wait | null {
  switch (state.phase) {
    case 'action': {
      const { step } = state;
      // What has a date (a bank's notice, micro-deposits) takes days.
      const isLong = step.kind === 'await' && (step.at !== null || step.awaited !== 'approval');
      return isLong ? 'voucher' : step.kind;
    }
    case 'payable':
    case 'processing':
    case 'failed':
      return state.phase;
    default:
      return null;
  }
}

/** Milliseconds until a failed read may be tried again; the gateway's own word counts most. */
export function retryGap(
  error: GatewayError | null,
  failures: number,
  seed: string,
  now: number,
): number {
  return Math.max((error?.retryAt ?? now) - now, backoff(failures, seed));
}

/** The last read before a step is veiled is due at the very second. */
export function untilExpiry(state: CheckoutState, now: number): number {
  const at = state.phase === 'action' ? expiryOf(state.step) : null;
  return at !== null && at > now ? at - now : Number.POSITIVE_INFINITY;
}
