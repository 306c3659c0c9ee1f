import type { PageModules } from './page.ts';
import { type PaymentRun, runPayment } from './runPayment.ts';

/** A payment that broke a rule. */
interface BrokenRun extends PaymentRun {
  readonly seed: number;
}

export interface Summary {
  readonly broken: readonly BrokenRun[];
  /** The trace of the last payment. */
  readonly lines: readonly string[];
  /** How often everything occurred: `read: dropped`, `phase: action`. */
  readonly counts: ReadonlyMap<string, number>;
}

/** More broken payments than these tell nothing new. */
const ENOUGH = 8;

/** Runs the payments of these seeds one after another. */
export async function runPayments(
  first: number,
  count: number,
  pages: readonly [PageModules, PageModules],
): Promise<Summary> {
  const counts = new Map<string, number>();
  const broken: BrokenRun[] = [];
  let lines: readonly string[] = [];
  for (let seed = first; seed < first + count && broken.length < ENOUGH; seed += 1) {
    const run = await runPayment(seed, pages);
    lines = run.lines;
    for (const [name, more] of run.counts) counts.set(name, (counts.get(name) ?? 0) + more);
    if (run.violations.length > 0) broken.push({ ...run, seed });
  }
  return { broken, lines, counts };
}

/** What broke, and how to see it happen again. */
export function describeBroken({ broken }: Summary): string {
  return broken
    .map(
      ({ seed, violations }) =>
        `${violations.slice(0, 3).join('\n')}\n  SEED=${seed} COUNT=1 npm run test:random`,
    )
    .join('\n');
}

/** The counts as a table: a line for each kind of thing, its members by their frequency. */
export function describeCounts({ counts }: Summary): string {
  const kinds = new Map<string, [name: string, count: number][]>();
  for (const [key, count] of counts) {
    const [kind = '', name = ''] = key.split(': ');
    kinds.set(kind, [...(kinds.get(kind) ?? []), [name, count]]);
  }
  return [...kinds]
    .map(([kind, members]) => {
      const sorted = members.sort(([, a], [, b]) => b - a);
      return `${kind.padEnd(12)}${sorted.map(([name, count]) => `${name} ${count}`).join(' · ')}`;
    })
    .sort()
    .join('\n');
}
