import type { Page } from '@playwright/test';
import type { Site } from './site.ts';

/** A page to measure: `floor` is what a shop could do by hand at least. */
export interface Candidate {
  readonly title: string;
  readonly page: 'floor' | 'paystep';
  /** What the customer is to see first. */
  readonly shows: 'code' | 'form';
  readonly hasInitialIntent?: boolean;
}

export const FLOOR: Candidate = { title: 'bare page', page: 'floor', shows: 'code' };
export const CODE: Candidate = { title: 'code', page: 'paystep', shows: 'code' };

export const CANDIDATES: readonly Candidate[] = [
  FLOOR,
  CODE,
  { ...CODE, title: 'code, initial-intent', hasInitialIntent: true },
  { title: 'form', page: 'paystep', shows: 'form' },
];

export interface Intent {
  readonly id: string;
  readonly client_secret: string;
}

const AUTH = { authorization: 'Bearer sk_test_bench' };

/** A PaymentIntent as the shop's server makes it: confirmed for a code, open for a form. */
export async function createIntent(site: Site, shows: Candidate['shows']): Promise<Intent> {
  const fields = {
    code: {
      amount: '2099',
      currency: 'cny',
      confirm: 'true',
      'payment_method_data[type]': 'wechat_pay',
      return_url: site.origin,
    },
    form: {
      amount: '2099',
      currency: 'eur',
      'payment_method_types[0]': 'wechat_pay',
      'payment_method_types[1]': 'alipay',
      'payment_method_types[2]': 'ideal',
    },
  };
  const body = new URLSearchParams(fields[shows]);
  const init = { method: 'POST', headers: AUTH, body };
  const response = await fetch(`${site.origin}/v1/payment_intents`, init);
  if (!response.ok) throw new Error(`create: ${response.status} ${await response.text()}`);
  return response.json();
}

export async function openCandidate(
  page: Page,
  site: Site,
  candidate: Candidate,
  intent: Intent,
): Promise<void> {
  const query = new URLSearchParams({ api: site.origin, secret: intent.client_secret });
  if (candidate.hasInitialIntent) query.set('intent', JSON.stringify(intent));
  if (candidate.shows === 'form') query.set('return', `${site.origin}/paystep.html`);
  await page.goto(`${site.origin}/${candidate.page}.html?${query}`, { waitUntil: 'commit' });
}

/** What a page has measured of itself by the time that the customer can use it. */
export interface Marks {
  /** Milliseconds from the start of the page to the frame that shows it. */
  readonly shownAt: number;
  /** The longest task, 0 where none took 50 ms, and the cumulative layout shift. */
  readonly longest: number;
  readonly shift: number;
}

/** Runs in the page, before any of its scripts. */
export function watchFirstScreen(shows: Candidate['shows']): void {
  const marks = { shownAt: 0, longest: 0, shift: 0 };
  Object.assign(window, { marks });
  const observe = (type: string, take: (entry: PerformanceEntry & { value?: number }) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
    });
  observe('longtask', ({ startTime, duration }) => {
    if (!marks.shownAt || startTime < marks.shownAt)
      marks.longest = Math.max(marks.longest, duration);
  });
  observe('layout-shift', ({ value = 0 }) => {
    marks.shift += value;
  });
  const isShown = () => {
    const root = document.querySelector('paystep-checkout')?.shadowRoot ?? document;
    if (shows === 'form')
      return root.querySelector('input[type=radio]') && root.querySelector('button');
    return (root.querySelector('svg path:last-child')?.getAttribute('d')?.length ?? 0) > 300;
  };
  const check = () => {
    if (!isShown()) return requestAnimationFrame(check);
    // A task of its own after the frame that shows it.
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      marks.shownAt = performance.now();
    };
    channel.port2.postMessage(0);
  };
  requestAnimationFrame(check);
}

export const median = (numbers: readonly number[]) => percentile(numbers, 0.5);

export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
