import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hashSynchronously } from './testing/browser.ts';
import type { PageModules } from './testing/randomPayments/page.ts';
import { runPayment } from './testing/randomPayments/runPayment.ts';
import {
  describeBroken,
  describeCounts,
  runPayments,
  type Summary,
} from './testing/randomPayments/runPayments.ts';
import { FAULT_NAMES } from './testing/randomPayments/weather.ts';

// `npm run test:random` runs them all, and `SEED=7 COUNT=1 npm run test:random` one with its trace.
const isLong = process.env.npm_lifecycle_event === 'test:random';
const FIRST = Number(process.env.SEED ?? 1);
const COUNT = Number(process.env.COUNT ?? (isLong ? 20_000 : 1_000));

/** The modules of a new page, as a browser loads them. */
async function loadPage(): Promise<PageModules> {
  vi.resetModules();
  return import('./createCheckout.ts');
}

const { stackTraceLimit } = Error;
let pages: readonly [PageModules, PageModules];
let summary: Summary;

beforeAll(async () => {
  hashSynchronously();
  vi.spyOn(crypto.subtle, 'digest').mockImplementation(async (_, data) => data as ArrayBuffer);
  // The network fails a hundred thousand times, and nobody reads where.
  if (COUNT > 1) Error.stackTraceLimit = 0;
  pages = [await loadPage(), await loadPage()];
});

afterAll(() => {
  Error.stackTraceLimit = stackTraceLimit;
  vi.restoreAllMocks();
});

describe('random payments in virtual time', () => {
  it('lose nothing, show nothing false, do nothing twice, and nothing after the end', {
    timeout: 3_600_000,
  }, async () => {
    summary = await runPayments(FIRST, COUNT, pages);
    if (COUNT === 1) console.info(summary.lines.join('\n'));
    if (isLong) console.info(describeCounts(summary));
    expect(describeBroken(summary)).toBe('');
  });

  it.runIf(COUNT >= 1_000)('meet every fault of the network, phase and outcome', () => {
    const kinds: Readonly<Record<string, readonly string[]>> = {
      read: ['fine', 'offline', ...FAULT_NAMES],
      // Most requests are reads; of the confirms in a short run only the most frequent faults are sure.
      confirm: ['fine', 'dropped', 'silent', 'answer lost', 'request delayed', 'duplicated'],
      phase:
        'loading payable action processing succeeded authorized canceled failed unavailable'.split(
          ' ',
        ),
      kind: ['payment', 'setup'],
      connection: ['live', 'retrying', 'paused'],
      outcome: ['succeeded', 'authorized', 'failed', 'canceled'],
      confirmed: ['updated', 'rejected', 'unknown'],
    };
    const names = Object.entries(kinds).flatMap(([kind, list]) =>
      list.map((name) => `${kind}: ${name}`),
    );
    expect(names.filter((name) => !summary.counts.has(name))).toEqual([]);
  });

  it('are the same for the same seed', async () => {
    const [first, second] = [await runPayment(FIRST, pages), await runPayment(FIRST, pages)];
    expect(second.lines).toEqual(first.lines);
    expect(first.lines.length).toBeGreaterThan(5);
  });
});
