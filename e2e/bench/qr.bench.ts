import type { Browser, Page } from '@playwright/test';
import { test } from '../support/base.ts';
import { type Site, serveSite } from './site.ts';

/** A mid-range phone on a slow network: 150 ms, 1.6 Mbit/s, a quarter of this machine's speed. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 2e5, uploadThroughput: 93_750 };
const ROUNDS = Number(process.env.ROUNDS ?? 9);
const TRIALS = Number(process.env.TRIALS ?? 20);

const CANDIDATES = ['floor', 'paystep', 'paystep with initial-intent'] as const;
type Candidate = (typeof CANDIDATES)[number];

interface Intent {
  readonly id: string;
  readonly client_secret: string;
}

let site: Site;
test.beforeAll(async () => {
  site = await serveSite();
});
test.afterAll(() => site.close());

const AUTH = { authorization: `Bearer sk_test_bench` };

async function createIntent(): Promise<Intent> {
  const body = new URLSearchParams({
    amount: '2099',
    currency: 'cny',
    confirm: 'true',
    'payment_method_data[type]': 'wechat_pay',
    return_url: site.origin,
  });
  const response = await fetch(`${site.origin}/v1/payment_intents`, {
    method: 'POST',
    headers: AUTH,
    body,
  });
  return response.json();
}

async function openCandidate(page: Page, candidate: Candidate, intent: Intent): Promise<void> {
  const [name = ''] = candidate.split(' ');
  const query = new URLSearchParams({ api: site.origin, secret: intent.client_secret });
  if (candidate !== name) query.set('intent', JSON.stringify(intent));
  await page.goto(`${site.origin}/${name}.html?${query}`, { waitUntil: 'commit' });
}

const median = (numbers: readonly number[]) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

interface Paint {
  readonly ms: number;
  readonly kB: number;
  readonly longest: number;
}

/** Milliseconds from the start of the page to the frame that shows the code. */
async function paint(browser: Browser, candidate: Candidate): Promise<Paint> {
  const context = await browser.newContext({ viewport: { width: 420, height: 860 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  let bytes = 0;
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', SLOW);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(watchPaint);
  await openCandidate(page, candidate, await createIntent());
  await page.waitForFunction(() => 'painted' in window);
  const { painted, longest } = await page.evaluate(() => {
    const marks = window as unknown as { painted: number; longest: number };
    return { painted: marks.painted, longest: marks.longest };
  });
  await context.close();
  return { ms: painted, kB: bytes / 1000, longest };
}

function watchPaint() {
  const marks = window as unknown as { painted?: number; longest: number };
  marks.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      if (marks.painted === undefined) marks.longest = Math.max(marks.longest, duration);
    }
  }).observe({ type: 'longtask', buffered: true });
  const checkPaint = () => {
    const root = document.querySelector('paystep-checkout')?.shadowRoot ?? document;
    if ((root.querySelector('svg path[d]')?.getAttribute('d')?.length ?? 0) < 300) {
      requestAnimationFrame(checkPaint);
      return;
    }
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      marks.painted = performance.now();
    };
    channel.port2.postMessage(0);
  };
  requestAnimationFrame(checkPaint);
}

test('time, bytes and tasks until the code is on screen', async ({ browser }) => {
  const runs: Record<Candidate, Paint[]> = {
    floor: [],
    paystep: [],
    'paystep with initial-intent': [],
  };
  for (let round = -1; round < ROUNDS; round++) {
    for (const candidate of CANDIDATES) {
      const run = await paint(browser, candidate);
      if (round >= 0) runs[candidate].push(run);
    }
  }
  const floor = median(runs.floor.map(({ ms }) => ms));
  for (const candidate of CANDIDATES) {
    const ms = median(runs[candidate].map((run) => run.ms));
    const kB = median(runs[candidate].map((run) => run.kB));
    const longest = median(runs[candidate].map((run) => run.longest));
    console.log(
      `${candidate}: ${(ms / floor).toFixed(2)} x the bare page (${ms.toFixed(0)} ms), ${kB.toFixed(1)} kB, longest task ${longest.toFixed(0)} ms`,
    );
  }
});

test('reads in the first minute, and time from settled to callback', async ({ browser }) => {
  const delays = await Promise.all(
    Array.from({ length: TRIALS }, async () => {
      const page = await (await browser.newContext()).newPage();
      const settledInPage = new Promise<number>((resolve) =>
        page.exposeFunction('settled', resolve),
      );
      const intent = await createIntent();
      await openCandidate(page, 'paystep', intent);
      await page.locator('svg.ps-qr').waitFor();
      await new Promise((done) => setTimeout(done, 5_000 + Math.random() * 25_000));
      const settledAt = Date.now();
      await fetch(`${site.origin}/sandbox/intents/${intent.id}/simulate`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ outcome: 'succeed' }),
      });
      const delay = (await settledInPage) - settledAt;
      await page.context().close();
      return delay;
    }),
  );
  const page = await browser.newPage();
  const intent = await createIntent();
  await openCandidate(page, 'paystep', intent);
  await page.locator('svg.ps-qr').waitFor();
  const reads = async () =>
    (await (await fetch(`${site.origin}/sandbox/intents/${intent.id}`)).json()).reads;
  const before = await reads();
  await new Promise((done) => setTimeout(done, 60_000));
  console.log(`reads in the first minute: ${(await reads()) - before}`);
  console.log(
    `settled to callback: ${median(delays)} ms (median of ${TRIALS}, settled 5 to 30 s after the code)`,
  );
});
