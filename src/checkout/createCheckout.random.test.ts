import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { hashSynchronously } from './testing/browser.ts';
import type { PageModules } from './testing/randomPayments/page.ts';
import { runPayment } from './testing/randomPayments/runPayment.ts';

const isLong = import.meta.env.MODE === 'random';
const FIRST = Number(process.env.SEED ?? 1);
const COUNT = Number(process.env.COUNT ?? (isLong ? 20_000 : 1_000));

async function loadPage(): Promise<PageModules> {
  vi.resetModules();
  return import('./createCheckout.ts');
}
let pages: readonly [PageModules, PageModules];
beforeAll(async () => {
  hashSynchronously();
  vi.spyOn(crypto.subtle, 'digest').mockImplementation(async (_, data) => data as ArrayBuffer);
  if (COUNT > 1) Error.stackTraceLimit = 0;
  pages = [await loadPage(), await loadPage()];
});
it('x', { timeout: 3_600_000 }, async () => {
  const counts = new Map<string, number>();
  let bad = 0;
  const cpu = process.cpuUsage();
  const start = performance.now();
  for (let seed = FIRST; seed < FIRST + COUNT; seed++) {
    const run = await runPayment(seed, pages);
    for (const [k, n] of run.counts) counts.set(k, (counts.get(k) ?? 0) + n);
    if (run.violations.length) { bad++; if (bad <= 40) console.log(seed, run.violations.slice(0, 3).join('\n')); if (COUNT === 1) console.log(run.lines.join('\n')); }
    else if (COUNT===1) console.log(run.lines.join('\n'));
  }
  console.log('cpu', process.cpuUsage(cpu).user / 1000 / COUNT); console.log('ms per payment', (performance.now() - start) / COUNT, 'bad', bad);
  console.log([...counts].sort().map(([k, n]) => `${k} ${n}`).join('\n'));
});
