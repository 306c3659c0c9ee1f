import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { intentWithAction, PAID } from '../../checkout/testing/createTestCheckout.ts';
import { passTime } from '../testing/clock.ts';
import { heading, linkTo, type Options, openCheckout } from '../testing/openCheckout.tsx';

const url = 'https://wallet.example/pay?token=42';
const REDIRECT = intentWithAction('gcash_handle_redirect', { url });
const OTHER = intentWithAction('gcash_handle_redirect', { url: `${url}2` });
const REFUSED = 'The shop could not prepare this step. Please try again.';

beforeEach(() => {
  sessionStorage.clear();
  history.replaceState(null, '', '/checkout');
});

/** A shop that saves the order before the customer leaves, and takes its time. */
function createShop() {
  const asked: unknown[] = [];
  const ends: { resolve: () => void; reject: (error: Error) => void }[] = [];
  return {
    asked,
    beforeRedirect: (step: unknown) =>
      new Promise<void>((resolve, reject) => {
        asked.push(step);
        ends.push({ resolve, reject });
      }),
    /** It answers the question that was asked first, and has no answer yet. */
    async agree() {
      ends.shift()?.resolve();
      await passTime();
    },
    async refuse() {
      ends.shift()?.reject(new Error('Out of stock'));
      await passTime();
    },
  };
}

async function openShop(options: Options = {}) {
  const shop = createShop();
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const leave = vi.spyOn(location, 'assign').mockImplementation(() => {});
  const page = await openCheckout(REDIRECT, { beforeRedirect: shop.beforeRedirect, ...options });
  await passTime();
  return { ...page, ...shop, log, leave };
}

it.each([{ strict: false }, { strict: true }])(
  'asks the shop once, and leaves by itself when it agrees (%o)',
  async (options) => {
    const { asked, leave, agree, change } = await openShop(options);
    await change({ beforeRedirect: () => Promise.reject(new Error('Too late')) });
    await passTime(4_000);
    expect(heading()).toBe('Taking you to GCash…');
    await passTime(30_000);
    expect(asked).toEqual([{ kind: 'redirect', url, method: 'gcash' }]);
    expect(leave).not.toHaveBeenCalled();
    await agree();
    expect(leave.mock.calls).toEqual([[url]]);
    await passTime(30_000);
    expect(leave).toHaveBeenCalledOnce();
  },
);

it('offers no way around the shop while it is asked', async () => {
  await openShop();
  expect(heading()).toBe('Taking you to GCash…');
  expect(screen.queryByRole('link')).toBeNull();
});

it('lets who insists go where the shop never answers, and asks it no second time', async () => {
  const { asked, leave, tap } = await openShop();
  await passTime(5_000);
  expect(heading()).toBe('Pay with GCash');
  expect(leave).not.toHaveBeenCalled();
  expect(await tap('Continue to GCash')).toBe(false);
  await passTime();
  expect(leave.mock.calls).toEqual([[url]]);
  expect(asked).toHaveLength(1);
  await passTime(5_000);
  expect(linkTo('Continue to GCash').href).toBe(url);
});

it('gives a way on where the page does not go, though the shop has agreed', async () => {
  const { leave, agree, tap, asked } = await openShop();
  await passTime(4_000);
  await agree();
  await passTime(4_900);
  expect(heading()).toBe('Taking you to GCash…');
  await passTime(200);
  await tap('Continue to GCash');
  await agree();
  expect(leave.mock.calls).toEqual([[url], [url]]);
  expect(asked).toHaveLength(2);
});

it('asks again by the next tap where the shop has thrown at once', async () => {
  const beforeRedirect = vi.fn(() => {
    throw new Error('Out of stock');
  });
  const { tap, leave } = await openShop({ beforeRedirect });
  await passTime(10_000);
  await tap('Continue to GCash');
  await passTime(10_000);
  expect(beforeRedirect).toHaveBeenCalledTimes(2);
  expect(leave).not.toHaveBeenCalled();
  expect(screen.getByText(REFUSED)).toBeTruthy();
});

it('keeps the customer here where the shop refuses, says so to customer and developer', async () => {
  const { leave, refuse, log } = await openShop();
  await refuse();
  await passTime(60_000);
  expect(leave).not.toHaveBeenCalled();
  expect(heading()).toBe('Pay with GCash');
  expect(screen.getByText(REFUSED)).toBeTruthy();
  expect(log.mock.calls).toEqual([
    ['Paystep: beforeRedirect failed, so the customer stays here.', new Error('Out of stock')],
  ]);
});

it('keeps the customer here where the shop’s handler throws at once', async () => {
  const beforeRedirect = () => {
    throw new Error('No.');
  };
  const { leave } = await openShop({ beforeRedirect });
  expect(leave).not.toHaveBeenCalled();
  expect(screen.getByText(REFUSED)).toBeTruthy();
});

it('asks again by a tap after a refusal, and leaves when the shop agrees', async () => {
  const { asked, leave, refuse, agree, tap } = await openShop();
  await refuse();
  expect(await tap('Continue to GCash')).toBe(false);
  expect(asked).toHaveLength(2);
  expect(heading()).toBe('Taking you to GCash…');
  expect(leave).not.toHaveBeenCalled();
  await agree();
  expect(leave.mock.calls).toEqual([[url]]);
});

it('asks by a tap where the shop wants a button', async () => {
  const { asked, leave, agree, tap } = await openShop({ redirect: 'button' });
  expect(asked).toEqual([]);
  expect(await tap('Continue to GCash')).toBe(false);
  expect([asked.length, leave.mock.calls.length]).toEqual([1, 0]);
  await agree();
  expect(leave.mock.calls).toEqual([[url]]);
});

it('follows a plain link where the shop does not want to be asked', async () => {
  const leave = vi.spyOn(location, 'assign').mockImplementation(() => {});
  const { tap } = await openCheckout(REDIRECT, { redirect: 'button' });
  expect(await tap('Continue to GCash')).toBe(true);
  expect(leave).not.toHaveBeenCalled();
});

it('leaves the whole window where the shop is in a frame', async () => {
  vi.stubGlobal('top', {});
  const openSpy = vi.spyOn(window, 'open').mockReturnValue(null);
  const { asked, leave, agree, tap } = await openShop();
  expect(asked).toEqual([]);
  await tap('Continue to GCash');
  await agree();
  expect(openSpy.mock.calls).toEqual([[url, '_top']]);
  expect(leave).not.toHaveBeenCalled();
});

it.each<[string, (page: Awaited<ReturnType<typeof openShop>>) => unknown]>([
  ['the payment has come', ({ answerNext }) => answerNext(PAID)],
  ['another attempt has begun', ({ answerNext }) => answerNext(OTHER)],
  ['the checkout is gone', ({ unmount }) => unmount()],
])('goes nowhere on a word of the shop’s that comes after %s', async (_, happen) => {
  const page = await openShop();
  await happen(page);
  await page.agree();
  expect(page.leave).not.toHaveBeenCalled();
});

it('offers the button again on a page that comes back while it was leaving', async () => {
  const { agree, leave } = await openShop();
  await agree();
  expect(heading()).toBe('Taking you to GCash…');
  fireEvent(window, Object.assign(new Event('pageshow'), { persisted: true }));
  expect(heading()).toBe('Pay with GCash');
  expect(linkTo('Continue to GCash').href).toBe(url);
  expect(leave).toHaveBeenCalledOnce();
});

it('does not count a refused departure as one', async () => {
  const { refuse, unmount } = await openShop();
  await refuse();
  unmount();
  const { asked } = await openShop();
  expect(asked).toHaveLength(1);
});
