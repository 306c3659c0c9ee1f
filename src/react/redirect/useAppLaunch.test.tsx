import { fireEvent, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { intentWithAction } from '../../checkout/testing/createTestCheckout.ts';
import { DEVICES } from '../../step/testing/devices.ts';
import { passTime } from '../testing/clock.ts';
import { linkTo, type Options, openCheckout, spoken } from '../testing/openCheckout.tsx';
import { focusPage, freezePage, hidePage, showPage } from '../testing/page.ts';

const STEP = intentWithAction('alipayplus_handle_redirect', {
  normalUrl: 'https://wallet.example/page',
  applinkUrl: 'https://wallet.example/app',
});
const STUCK = 'Did the app open?';
const BACK = /Have you paid in your wallet app\? We are looking for your payment/;
const BROWSER = /Open this page in your browser/;

/** A phone on which the customer has tapped the wallet's link. */
async function tapOpen(
  { device = DEVICES.iphone, ...options }: Options = {},
  words = 'Open your wallet app',
) {
  const leave = [
    vi.spyOn(location, 'assign'),
    vi.spyOn(location, 'replace'),
    vi.spyOn(window, 'open'),
  ];
  const page = await openCheckout(STEP, { device, ...options });
  focusPage(true);
  expect(await page.tap(words)).toBe(true);
  return {
    ...page,
    /** The ways in which the page itself has gone anywhere. */
    departures: () => leave.flatMap(({ mock }) => mock.calls),
  };
}

/** The wallet comes to the front a second after a tap, and the customer comes back from it. */
async function visitApp(ms = 20_000) {
  await passTime(1_000);
  hidePage();
  await passTime(ms);
  showPage();
  await passTime();
}

it('helps where the page is still in front after two and a half seconds', async () => {
  const { departures } = await tapOpen();
  await passTime(2_400);
  expect(screen.queryByText(STUCK)).toBeNull();
  await passTime(100);
  expect(screen.getByText(STUCK)).toBeTruthy();
  expect(spoken()).toContain(STUCK);
  expect(screen.getByText(/the app may not be on this phone/)).toBeTruthy();
  // In a browser proper there is no better one to go to.
  expect(screen.queryByText(BROWSER)).toBeNull();
  expect(linkTo('Continue in the browser').href).toBe('https://wallet.example/page');
  await passTime(60_000);
  expect(departures()).toEqual([]);
});

it('helps nobody who has not tapped', async () => {
  await openCheckout(STEP, { device: DEVICES.iphone });
  focusPage(true);
  await passTime(60_000);
  expect(screen.queryByText(STUCK)).toBeNull();
});

it.each([{ strict: false }, { strict: true }])(
  'asks on the way back whether it is paid, and helps nobody whose app has opened (%o)',
  async (options) => {
    const { departures, reads } = await tapOpen(options);
    const before = reads.length;
    await visitApp();
    expect(screen.queryByText(STUCK)).toBeNull();
    expect(screen.getByText(BACK)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'I have paid' }).className).not.toMatch(/quiet/);
    expect(linkTo('Pay again')).toMatchObject({ href: 'https://wallet.example/app' });
    expect(reads.length).toBeGreaterThan(before);
    await passTime(60_000);
    expect(departures()).toEqual([]);
  },
);

it('takes a page that was put away and brought back for a sign as well', async () => {
  await tapOpen();
  await passTime(1_000);
  fireEvent(window, new Event('pagehide'));
  await passTime(10_000);
  expect(screen.queryByText(STUCK)).toBeNull();
  fireEvent(window, Object.assign(new Event('pageshow'), { persisted: true }));
  await passTime();
  expect(screen.getByText(BACK)).toBeTruthy();
});

it('takes the page’s own load for no way back', async () => {
  await tapOpen();
  fireEvent(window, Object.assign(new Event('pageshow'), { persisted: false }));
  expect(screen.queryByText(BACK)).toBeNull();
  await passTime(2_500);
  expect(screen.getByText(STUCK)).toBeTruthy();
});

it('takes its help back where the app opens after all', async () => {
  await tapOpen();
  await passTime(2_500);
  expect(screen.getByText(STUCK)).toBeTruthy();
  await visitApp();
  expect(screen.queryByText(STUCK)).toBeNull();
  expect(screen.getByText(BACK)).toBeTruthy();
});

it('waits for a customer whom the browser asks whether to open the app', async () => {
  await tapOpen();
  focusPage(false);
  await passTime(30_000);
  expect(screen.queryByText(STUCK)).toBeNull();
  focusPage(true);
  await passTime(2_500);
  expect(screen.getByText(STUCK)).toBeTruthy();
});

it('takes a page that stood still for an app that was in front of it', async () => {
  await tapOpen();
  await passTime(500);
  freezePage(40_000);
  await passTime(2_000);
  expect(screen.queryByText(STUCK)).toBeNull();
  expect(screen.getByText(BACK)).toBeTruthy();
});

it('opens the app again by a tap, and watches that as well', async () => {
  const { tap } = await tapOpen();
  await visitApp();
  expect(await tap('Pay again')).toBe(true);
  expect(screen.queryByText(BACK)).toBeNull();
  await passTime(2_500);
  expect(screen.getByText(STUCK)).toBeTruthy();
});

it('asks the shop for another payment after two attempts', async () => {
  const onRetry = vi.fn();
  const { tap, click, reads } = await tapOpen({ onRetry: onRetry });
  await visitApp();
  await tap('Pay again');
  await visitApp();
  expect(screen.queryByRole('link')).toBeNull();
  const before = reads.length;
  await click('Pay again');
  // Reads that are asked for are a second apart.
  await passTime(1_000);
  expect(onRetry).toHaveBeenCalledOnce();
  expect(reads).toHaveLength(before + 1);
});

it('offers every way again after two attempts where the shop has no other payment', async () => {
  const { tap } = await tapOpen();
  await visitApp();
  expect(screen.getAllByRole('link')).toHaveLength(1);
  await tap('Pay again');
  await visitApp();
  expect(linkTo('Pay again').href).toBe('https://wallet.example/app');
  expect(linkTo('Continue in the browser').href).toBe('https://wallet.example/page');
});

it('leads out of an app that keeps its links to itself, with the page’s address', async () => {
  const { user } = await tapOpen({ device: DEVICES.instagram }, 'Continue to Alipay+');
  await passTime(2_500);
  expect(screen.getByText(STUCK)).toBeTruthy();
  expect(screen.getByText(BROWSER)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Copy the address of this page' }));
  expect(await navigator.clipboard.readText()).toBe(location.href);
});

it('forgets what it has seen for another payment’s link', async () => {
  const { answerNext } = await tapOpen();
  await passTime(2_500);
  await answerNext(
    intentWithAction('alipayplus_handle_redirect', { applinkUrl: 'https://wallet.example/2' }),
  );
  await passTime(60_000);
  expect(screen.queryByText(STUCK)).toBeNull();
  expect(linkTo('Open your wallet app').href).toBe('https://wallet.example/2');
});
