import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { asks, intent } from '../../checkout/testing/world.ts';
import { pass } from '../testing/clock.ts';
import { hear, type Word } from '../testing/frames.ts';
import { open } from '../testing/open.tsx';

const url = 'https://wallet.example/pay';
const REDIRECT = asks('gcash_handle_redirect', { url });

/** A shop that pays in a window of its own, after the customer's tap. */
async function openWindow(popup: { close: () => void } | null = { close: vi.fn() }) {
  const openSpy = vi.spyOn(window, 'open').mockReturnValue(popup as Window | null);
  const leave = vi.spyOn(location, 'assign').mockImplementation(() => {});
  const page = await open(REDIRECT, { redirect: 'popup', returnUrl: 'https://shop.example/back' });
  expect(openSpy).not.toHaveBeenCalled();
  await page.click('Continue to GCash');
  return { ...page, popup, leave, openSpy };
}

it('opens the wallet in a window of its own by a tap, and stays', async () => {
  const { openSpy, leave } = await openWindow();
  expect(openSpy.mock.calls).toEqual([[url, 'paystep-popup', 'popup,width=480,height=720']]);
  expect(leave).not.toHaveBeenCalled();
  expect(screen.getByText('Finish the payment in the window that has opened.')).toBeTruthy();
});

it('opens the window again by another tap', async () => {
  const { click, openSpy } = await openWindow();
  await click('Open the window again');
  expect(openSpy).toHaveBeenCalledTimes(2);
});

it('reads again by a tap', async () => {
  const { click, reads } = await openWindow();
  await click('I have paid');
  expect(reads).toHaveLength(2);
});

it('goes on in the same tab where the browser blocks the window', async () => {
  const { leave } = await openWindow(null);
  expect(leave.mock.calls).toEqual([[url]]);
});

it('closes the window once the payment has come', async () => {
  const { popup, turn } = await openWindow();
  expect(popup?.close).not.toHaveBeenCalled();
  await turn(intent({ status: 'succeeded' }));
  expect(popup?.close).toHaveBeenCalled();
});

it.each<[reads: number, who: string, word: (popup: unknown) => Word]>([
  [2, 'the window on the return page', (source) => ({ source })],
  [1, 'another window', () => ({ source: {} })],
  [1, 'nobody', () => ({ source: null })],
  [1, 'the window on another origin', (source) => ({ source, origin: 'https://wallet.example' })],
  [1, 'the window with other words', (source) => ({ source, data: { paystep: 'paid' } })],
])('makes %i reads after a message from %s', async (count, _, word) => {
  const { reads, popup } = await openWindow();
  hear({ origin: 'https://shop.example', ...word(popup) });
  await pass();
  expect(reads).toHaveLength(count);
});
