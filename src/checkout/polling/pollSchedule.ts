import type { StepKind } from '../../step/index.ts';
import { checksum } from '../checksum.ts';

/** What is waited for; each has its own schedule. */
export type PollPhase = StepKind | 'payable' | 'processing' | 'failed';

/** A number of reads, and the milliseconds from the last answer to each of them. */
type PollStage = readonly [reads: number, delay: number];

const MINUTES = 60_000;
const FAST: readonly PollStage[] = [
  [20, 2_000],
  [20, 5_000],
  [Math.ceil((20 * MINUTES) / 15_000), 15_000],
];
// Paid at a till or a bank, hours or days later; a page that stays open shows it all the same.
const SLOW: readonly PollStage[] = [
  [4, 8_000],
  [20, 30_000],
  [120, MINUTES],
];

/**
 * How often to read, by what is waited for. After the last stage the poller pauses.
 *
 * A code needs a human who finds a phone: nobody pays in the first seconds, most do between the
 * 5th and the 30th, so that is where the reads are. The first minute costs 24 of them after the first
 * answer: a Stripe account may make 25 a second in all, which at one read a second is 25 waiting customers.
 */
const POLL_SCHEDULE: Readonly<Record<PollPhase, readonly PollStage[]>> = {
  qr: [
    [1, 5_900],
    [22, 1_080],
    [2, 17_000],
    [30, 12_000],
    [Math.ceil((25 * MINUTES) / 20_000), 20_000],
  ],
  redirect: FAST,
  app: FAST,
  'wechat-jsapi': FAST,
  challenge: FAST,
  fingerprint: [[20, 1_500], ...FAST],
  sdk: FAST,
  unsupported: FAST,
  // An approval takes a minute at most (BLIK).
  await: [[30, 2_000], ...FAST],
  voucher: SLOW,
  'bank-transfer': SLOW,
  // Settling takes seconds for a card; nothing is to be done meanwhile. Debits are as slow as vouchers.
  processing: [
    [15, 2_000],
    [24, 5_000],
    [Math.ceil((30 * MINUTES) / 30_000), 30_000],
  ],
  // A failed attempt is over, but another tab, the merchant's server or a late bank may do better.
  failed: [[40, 30_000]],
  // Only the merchant's server can move it on.
  payable: [
    [10, 3_000],
    [Math.ceil((20 * MINUTES) / 15_000), 15_000],
  ],
};

/** How much a gap may differ from its figure: so that customers spread, and none waits much longer. */
const GAP_JITTER = 0.1;
/** After an outage all customers begin to back off at the same time. */
const BACKOFF_JITTER = 0.2;

/**
 * Milliseconds from one answer to the next read, or null where patience ends.
 *
 * @param reads answers so far in this wait.
 * @param seed spreads customers apart: the same seed and count always give the same gap, so that
 * a re-render does not start a new wait.
 */
export function scheduledDelay(wait: PollPhase, reads: number, seed: string): number | null {
  let left = Math.max(0, reads - 1);
  for (const [count, delay] of POLL_SCHEDULE[wait]) {
    if (left < count) return Math.round(delay * jitter(GAP_JITTER, seed, reads));
    left -= count;
  }
  return null;
}

const BACKOFF_MS = 1_000;
const BACKOFF_LIMIT_MS = 30_000;

/** Milliseconds to wait after so many failures in a row: 1 s, 2 s, 4 s … 30 s. */
export function backoff(failures: number, seed: string): number {
  const delay = Math.min(BACKOFF_MS * 2 ** (failures - 1), BACKOFF_LIMIT_MS);
  return Math.round(delay * jitter(BACKOFF_JITTER, seed, failures));
}

/** A factor in 1 ± ratio, evenly spread over seeds and counts. */
function jitter(ratio: number, seed: string, count: number): number {
  return 1 + ratio * ((2 * checksum(`${seed}:${count}`)) / 0xffffffff - 1);
}
