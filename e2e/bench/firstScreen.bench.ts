import type { Browser, CDPSession } from '@playwright/test';
import { test } from '../support/base.ts';
import {
  CANDIDATES,
  type Candidate,
  createIntent,
  FLOOR,
  type Marks,
  median,
  openCandidate,
  watchFirstScreen,
} from './candidates.ts';
import { type Site, serveSite } from './site.ts';

/** A mid-range phone on a slow network: 150 ms, 1.6 Mbit/s, a quarter of this machine's speed. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 2e5, uploadThroughput: 93_750 };
const ROUNDS = Number(process.env.ROUNDS ?? 9);

const PROFILES = ['slow phone', 'this machine'] as const;
type Profile = (typeof PROFILES)[number];

interface FirstScreen extends Marks {
  readonly kB: number;
  /** Milliseconds of JavaScript by the sampling profiler; 0 where it did not run. */
  readonly script: number;
}

let site: Site;
test.beforeAll(async () => {
  site = await serveSite();
});
test.afterAll(() => site.close());

/** Milliseconds in functions, until somebody stops it. */
async function profileScript(cdp: CDPSession): Promise<() => Promise<number>> {
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 200 });
  await cdp.send('Profiler.start');
  return async () => {
    const { profile } = await cdp.send('Profiler.stop');
    const { nodes, samples = [], timeDeltas = [] } = profile;
    const idle = /^\((idle|program|root)\)$/;
    const outside = new Set(
      nodes.filter(({ callFrame }) => idle.test(callFrame.functionName)).map(({ id }) => id),
    );
    const inside = timeDeltas.filter((_, at) => !outside.has(samples[at] ?? 0));
    return inside.reduce((sum, delta) => sum + delta, 0) / 1000;
  };
}

async function measure(
  browser: Browser,
  candidate: Candidate,
  profile: Profile,
  isProfiled: boolean,
): Promise<FirstScreen> {
  const context = await browser.newContext({ viewport: { width: 420, height: 860 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  let bytes = 0;
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await cdp.send('Network.enable');
  if (profile === 'slow phone') {
    await cdp.send('Network.emulateNetworkConditions', SLOW);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  }
  const intent = await createIntent(site, candidate.shows);
  await page.addInitScript(watchFirstScreen, candidate.shows);
  const stop = isProfiled ? await profileScript(cdp) : async () => 0;
  await openCandidate(page, site, candidate, intent);
  await page.waitForFunction(() => (window as unknown as { marks?: Marks }).marks?.shownAt);
  const kB = bytes / 1000;
  const script = await stop();
  const marks = await page.evaluate(() => (window as unknown as { marks: Marks }).marks);
  await context.close();
  return { ...marks, kB, script };
}

/** Interleaved, after a round that warms up, so that all meet the same machine. */
async function measureAll(browser: Browser, profile: Profile, isProfiled: boolean) {
  const runs = new Map(CANDIDATES.map((candidate) => [candidate, [] as FirstScreen[]]));
  for (let round = -1; round < ROUNDS; round++) {
    for (const candidate of CANDIDATES) {
      const run = await measure(browser, candidate, profile, isProfiled);
      if (round >= 0) runs.get(candidate)?.push(run);
    }
  }
  return (candidate: Candidate, value: keyof FirstScreen) =>
    median((runs.get(candidate) ?? []).map((run) => run[value]));
}

/** One text, so that nothing comes between its lines. */
function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  console.log(`\n\n${lines.join('\n')}\n`);
}

for (const profile of PROFILES) {
  test(`bytes and time until the first screen, ${profile}`, async ({ browser }) => {
    const measured = await measureAll(browser, profile, false);
    const head = [profile, 'x bare page', 'ms', 'kB', 'longest task, ms', 'layout shift'];
    const rows = CANDIDATES.map((candidate) => {
      const ms = measured(candidate, 'shownAt');
      return [
        candidate.title,
        (ms / measured(FLOOR, 'shownAt')).toFixed(2),
        ms.toFixed(0),
        measured(candidate, 'kB').toFixed(1),
        measured(candidate, 'longest').toFixed(0),
        measured(candidate, 'shift').toFixed(3),
      ];
    });
    printTable(head, rows);
  });
}

test('JavaScript until the first screen, by the profiler', async ({ browser }) => {
  const measured = await measureAll(browser, 'slow phone', true);
  const rows = CANDIDATES.map((candidate) => {
    const ms = measured(candidate, 'script');
    return [candidate.title, (ms / measured(FLOOR, 'script')).toFixed(2), ms.toFixed(0)];
  });
  printTable(['JavaScript', 'x bare page', 'ms at a quarter of the speed'], rows);
});
