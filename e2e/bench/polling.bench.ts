import type { Page } from '@playwright/test';
import { test } from '../support/base.ts';
import {
  CODE,
  createIntent,
  FLOOR,
  type Intent,
  median,
  openCandidate,
  percentile,
} from './candidates.ts';
import { type Site, serveSite } from './site.ts';

const TRIALS = Number(process.env.TRIALS ?? 20);
const CYCLES = Number(process.env.CYCLES ?? 50);

let site: Site;
test.beforeAll(async () => {
  site = await serveSite();
});
test.afterAll(() => site.close());

async function openCode(page: Page, candidate = CODE): Promise<Intent> {
  const intent = await createIntent(site, 'code');
  await openCandidate(page, site, candidate, intent);
  await page.locator('svg path').last().waitFor();
  return intent;
}

async function pay({ id }: Intent): Promise<void> {
  await fetch(`${site.origin}/sandbox/intents/${id}/simulate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ outcome: 'succeed' }),
  });
}

test('reads in the first minute, and time from settled to callback', async ({ browser }) => {
  const delays = await Promise.all(
    Array.from({ length: TRIALS }, async () => {
      const page = await (await browser.newContext()).newPage();
      const settled = new Promise<number>((resolve) => page.exposeFunction('settled', resolve));
      const intent = await openCode(page);
      await new Promise((done) => setTimeout(done, 5_000 + Math.random() * 25_000));
      const settledAt = Date.now();
      await pay(intent);
      const delay = (await settled) - settledAt;
      await page.context().close();
      return delay;
    }),
  );
  const page = await browser.newPage();
  const intent = await openCode(page);
  const reads = async () =>
    (await (await fetch(`${site.origin}/sandbox/intents/${intent.id}`)).json()).reads;
  const before = await reads();
  await new Promise((done) => setTimeout(done, 60_000));
  const count = (await reads()) - before;
  const ms = `median ${median(delays)} ms, 95 % within ${percentile(delays, 0.95)} ms`;
  console.log(
    `\n\nreads in the first minute after the code: ${count}\n` +
      `settled to callback: ${ms} (${TRIALS} codes, paid 5 to 30 s after they were shown)\n`,
  );
});

test(`heap that ${CYCLES} mounts and unmounts leave behind`, async ({ browser }) => {
  const lines: string[] = [];
  for (const candidate of [FLOOR, CODE]) {
    const page = await (await browser.newContext()).newPage();
    const cdp = await page.context().newCDPSession(page);
    await openCode(page, candidate);
    const usedBytes = async () => {
      for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
      return (await cdp.send('Runtime.getHeapUsage')).usedSize;
    };
    const cycle = (count: number) =>
      page.evaluate(async (times) => {
        const { remount } = window as unknown as { remount: () => Promise<void> };
        for (let i = 0; i < times; i++) await remount();
      }, count);
    await cycle(10);
    const before = await usedBytes();
    await cycle(CYCLES);
    const bytes = ((await usedBytes()) - before) / CYCLES;
    lines.push(`${candidate.title}: ${(bytes / 1000).toFixed(1)} kB stay of a mount and unmount`);
    await page.context().close();
  }
  console.log(`\n\n${lines.join('\n')}\n`);
});
