import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { intentWithAction, type Json, PAID } from '../../checkout/testing/createTestCheckout.ts';
import { NOW, passTime, stopClock } from '../testing/clock.ts';
import { type Options, openCheckout } from '../testing/openCheckout.tsx';
import { freezePage, hidePage, showPage } from '../testing/page.ts';
import { formatDate } from '../words/format.ts';

const code = (seconds: number) =>
  intentWithAction('wechat_pay_display_qr_code', {
    data: 'weixin://x',
    expires_at: NOW / 1000 + seconds,
  });

const timer = () => screen.queryByRole('timer');
const words = () => timer()?.textContent;
const ending = () => timer()?.dataset.ending !== undefined;

/** A code that lasts so many seconds, from the moment at which it is on screen. */
async function openFor(seconds: number, options?: Options) {
  return openCheckout(code(seconds), { locale: 'en-GB', ...options });
}

it('counts each second down by the clock on the wall', async () => {
  await openFor(300);
  expect(words()).toBe('Expires in 5:00');
  await passTime(998);
  expect(words()).toBe('Expires in 5:00');
  const seen = new Set<string | undefined | null>();
  for (let second = 0; second < 299; second++) {
    await passTime(1_000);
    seen.add(words());
  }
  expect([...seen].slice(0, 3)).toEqual(['Expires in 4:59', 'Expires in 4:58', 'Expires in 4:57']);
  expect([...seen].at(-1)).toBe('Expires in 0:01');
  expect(seen.size).toBe(299);
});

it.each([
  [3_600, 'Expires in 1:00:00'],
  [3_661, 'Expires in 1:01:01'],
  [59, 'Expires in 0:59'],
  [86_400, 'Expires in 24:00:00'],
])('writes %i seconds as digits', async (seconds, text) => {
  await openFor(seconds);
  expect(words()).toBe(text);
});

it('tells a date where there is more than a day, and a time after that', async () => {
  await openFor(86_402);
  expect(words()).toBe(`Valid until ${formatDate(NOW + 86_402_000, 'en-GB')}`);
  await passTime(3_000);
  expect(words()).toBe('Expires in 23:59:59');
});

it('writes the date in the browser’s own language where the shop’s is none', async () => {
  await openFor(200_000, { locale: 'no such language' });
  expect(words()).toMatch(/^Valid until .*20\d\d/);
});

it('is not read out at every second, and warns in the last half minute', async () => {
  await openFor(31);
  expect(timer()?.closest('[role=status], [aria-live]')).toBeNull();
  expect(ending()).toBe(false);
  await passTime(2_000);
  expect(words()).toBe('Expires in 0:29');
  expect(ending()).toBe(true);
});

it('is right at once when the page comes back from where no timer ran', async () => {
  await openFor(300);
  hidePage();
  freezePage(120_000);
  expect(words()).toBe('Expires in 5:00');
  showPage();
  expect(words()).toBe('Expires in 3:00');
  await passTime(1_000);
  expect(words()).toBe('Expires in 2:59');
});

it('begins anew with a code that lasts longer', async () => {
  const { answerNext } = await openFor(60);
  await passTime(30_000);
  await answerNext(code(600));
  expect(words()).toBe('Expires in 9:30');
});

it.each([
  ['the gateway names no end', {}],
  ['the gateway’s end is none', { expires_at: null }],
])('says nothing where %s', async (_, more: Json) => {
  await openCheckout(
    intentWithAction('wechat_pay_display_qr_code', { data: 'weixin://x', ...more }),
  );
  await passTime(60_000);
  expect(timer()).toBeNull();
});

it('takes one last look at the very second, before the code is veiled', async () => {
  const { reads, setAnswer } = await openFor(60);
  await passTime(59_900);
  const before = reads.length;
  setAnswer({ after: 500, gives: code(60) });
  await passTime(200);
  expect(reads).toHaveLength(before + 1);
  expect(screen.getByRole('img')).toBeTruthy();
  expect(screen.queryByText('This code has expired')).toBeNull();
  await passTime(500);
  expect(screen.getByText('This code has expired').closest('[role=alert]')).toBeTruthy();
  expect(timer()).toBeNull();
  expect(screen.queryByRole('img')).toBeNull();
});

it('shows the payment that came in the last second', async () => {
  const { root, setAnswer } = await openFor(60);
  await passTime(59_900);
  setAnswer(PAID);
  await passTime(200);
  expect(root.dataset.phase).toBe('succeeded');
});

it('asks the shop for a new code, and counts for that', async () => {
  const page = await openFor(60, { onRetry: () => page.setAnswer(code(660)) });
  await passTime(60_100);
  await page.click('Get a new code');
  await passTime();
  expect(words()).toBe('Expires in 10:00');
  expect(screen.getByRole('img')).toBeTruthy();
});

it('runs no timer after the checkout is gone', async () => {
  const { unmount } = await openFor(60);
  unmount();
  await passTime(10);
  expect(vi.getTimerCount()).toBe(0);
});

describe('a device whose clock is wrong', () => {
  const created = { created: NOW / 1000 };

  it('counts down by the gateway’s time where it is slow', async () => {
    stopClock();
    vi.setSystemTime(NOW - 20 * 60_000);
    await openCheckout({ ...code(300), ...created }, { locale: 'en-GB' });
    expect(words()).toBe('Expires in 5:00');
    await passTime(1_000);
    expect(words()).toBe('Expires in 4:59');
  });

  it('dates what lasts for days by the gateway’s time, too', async () => {
    stopClock();
    vi.setSystemTime(NOW - 86_400_000);
    await openCheckout({ ...code(200_000), ...created }, { locale: 'en-GB' });
    expect(words()).toBe(`Valid until ${formatDate(NOW + 200_000_000, 'en-GB')}`);
  });

  it('shows the code without a countdown where it is fast, and offers another', async () => {
    stopClock();
    vi.setSystemTime(NOW + 20 * 60_000);
    const onRetry = vi.fn();
    const page = await openCheckout({ ...code(300), ...created }, { onRetry: onRetry });
    expect(timer()).toBeNull();
    expect(screen.getByRole('img')).toBeTruthy();
    expect(screen.queryByText('This code has expired')).toBeNull();
    await page.click('Get a new code');
    expect(onRetry).toHaveBeenCalledTimes(1);
    await passTime(290_000);
    expect(screen.queryByText('This code has expired')).toBeNull();
    await passTime(30_000);
    expect(screen.getByText('This code has expired')).toBeTruthy();
    expect(onRetry).toHaveBeenCalledTimes(1);
  });

  it('says nothing of another code where nobody can make one', async () => {
    stopClock();
    vi.setSystemTime(NOW + 20 * 60_000);
    await openCheckout({ ...code(300), ...created });
    expect(screen.getByRole('img')).toBeTruthy();
    expect(screen.queryByText(/If your app says/)).toBeNull();
  });

  it('takes the countdown away while a clock that is set calls the code over', async () => {
    const { root } = await openCheckout({ ...code(300), ...created });
    await passTime(30_000);
    vi.setSystemTime(NOW + 60 * 60_000);
    await passTime(20_000);
    expect(timer()).toBeNull();
    expect(root.dataset.phase).toBe('action');
    vi.setSystemTime(NOW + 50_000);
    await passTime(20_000);
    expect(words()).toBe('Expires in 3:50');
  });
});
