import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { intent, intentWithAction } from '../../checkout/testing/createTestCheckout.ts';
import { passTime } from '../testing/clock.ts';
import { linkTo, openCheckout } from '../testing/openCheckout.tsx';

const url = 'https://wallet.example/pay';
const REDIRECT = intentWithAction('gcash_handle_redirect', { url });

/** The name is another one each time. */
const EMPTY = ['', expect.stringMatching(/^paystep-popup-\w+$/), 'popup,width=480,height=720'];

/** An empty window, as it is when it has just been opened. */
function emptyWindow() {
  const location = { href: 'about:blank', replace: vi.fn() };
  return { close: vi.fn(), closed: false, opener: window as Window | null, location };
}

/** A shop that pays in a window of its own, after the customer's tap. */
async function openWindow(popup: ReturnType<typeof emptyWindow> | null = emptyWindow()) {
  const openSpy = vi.spyOn(window, 'open').mockReturnValue(popup as never);
  const leave = vi.spyOn(location, 'assign').mockImplementation(() => {});
  const page = await openCheckout(REDIRECT, {
    redirect: 'popup',
    returnUrl: 'https://shop.example/back',
  });
  expect(openSpy).not.toHaveBeenCalled();
  await page.click('Continue to GCash');
  return { ...page, popup, leave, openSpy };
}

it('opens the wallet in a window of its own by a tap, and stays', async () => {
  const { openSpy, popup, leave } = await openWindow();
  expect(openSpy.mock.calls).toEqual([EMPTY]);
  expect(popup?.location.replace.mock.calls).toEqual([[url]]);
  expect(leave).not.toHaveBeenCalled();
  expect(screen.getByText('Finish the payment in the window that has opened.')).toBeTruthy();
});

it('cuts the window’s opener before the wallet’s page comes into it', async () => {
  const popup = emptyWindow();
  const openers: unknown[] = [];
  popup.location.replace.mockImplementation(() => openers.push(popup.opener));
  await openWindow(popup);
  expect(openers).toEqual([null]);
});

it('opens another window by another tap, and closes the first where it may', async () => {
  const { click, openSpy, popup } = await openWindow();
  await click('Open the window again');
  expect(openSpy.mock.calls).toEqual([EMPTY, EMPTY]);
  expect(openSpy.mock.calls[0]?.[1]).not.toBe(openSpy.mock.calls[1]?.[1]);
  expect(popup?.close).toHaveBeenCalled();
});

it('leaves the wallet’s page alone, which browsers would not close', async () => {
  const { click, popup } = await openWindow();
  if (!popup) throw new Error('There is no window.');
  Object.defineProperty(popup.location, 'href', {
    get() {
      throw new DOMException('Blocked', 'SecurityError');
    },
  });
  await click('Open the window again');
  expect(popup.close).not.toHaveBeenCalled();
});

it('reads each time that the customer closes the window, once', async () => {
  const popup = emptyWindow();
  const { reads, click } = await openWindow(popup);
  await passTime(500);
  expect(reads).toHaveLength(1);
  popup.closed = true;
  await passTime(1_000);
  expect(reads).toHaveLength(2);
  popup.closed = false;
  await click('Open the window again');
  await passTime(500);
  expect(reads).toHaveLength(2);
  popup.closed = true;
  await passTime(500);
  expect(reads).toHaveLength(3);
});

it('looks for nobody’s window any more after the payment has come', async () => {
  const { answerNext } = await openWindow();
  await answerNext(intent({ status: 'succeeded' }));
  await passTime(10);
  expect(vi.getTimerCount()).toBe(0);
});

describe('a shop that wants to be asked before', () => {
  /** The window of the tap, and a shop that answers when the test says so. */
  async function ask(blocked = false) {
    const popup = emptyWindow();
    const openSpy = vi.spyOn(window, 'open').mockReturnValue((blocked ? null : popup) as never);
    const leave = vi.spyOn(location, 'assign').mockImplementation(() => {});
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    let end = { agree: () => {}, refuse: () => {} };
    const beforeRedirect = () =>
      new Promise<void>((agree, reject) => {
        end = { agree, refuse: () => reject(new Error('Out of stock')) };
      });
    const page = await openCheckout(REDIRECT, { redirect: 'popup', beforeRedirect });
    await page.click('Continue to GCash');
    const settle = async (answer: 'agree' | 'refuse') => {
      end[answer]();
      await passTime();
    };
    return { ...page, popup, openSpy, leave, log, settle };
  }

  it('opens an empty window by the tap, and shows the wallet in it when the shop agrees', async () => {
    const { openSpy, popup, leave, settle } = await ask();
    expect(openSpy.mock.calls).toEqual([EMPTY]);
    await passTime(10_000);
    expect(popup.location.replace).not.toHaveBeenCalled();
    await settle('agree');
    expect(popup.location.replace.mock.calls).toEqual([[url]]);
    expect(leave).not.toHaveBeenCalled();
    expect(screen.getByText('Finish the payment in the window that has opened.')).toBeTruthy();
  });

  it('closes the empty window where the shop refuses, and says so', async () => {
    const { popup, log, settle, click, openSpy } = await ask();
    await settle('refuse');
    expect(popup.close).toHaveBeenCalled();
    expect(popup.location.replace).not.toHaveBeenCalled();
    expect(screen.getByText(/The shop could not prepare this step/)).toBeTruthy();
    expect(log).toHaveBeenCalledWith(expect.stringContaining('beforeRedirect'), expect.any(Error));
    await click('Continue to GCash');
    await settle('agree');
    expect(openSpy).toHaveBeenCalledTimes(2);
    expect(popup.location.replace.mock.calls).toEqual([[url]]);
  });

  it.each([
    ['agree', [[url]]],
    ['refuse', []],
  ] as const)(
    'waits for the shop to %s where the browser blocks the window, too',
    async (...word) => {
      const [answer, departures] = word;
      const { leave, settle } = await ask(true);
      expect(leave).not.toHaveBeenCalled();
      await settle(answer);
      expect(leave.mock.calls).toEqual(departures);
    },
  );

  it('shows nothing in the window where the payment has come meanwhile', async () => {
    const { popup, answerNext, settle } = await ask();
    await answerNext(intent({ status: 'succeeded' }));
    expect(popup.close).toHaveBeenCalled();
    await settle('agree');
    expect(popup.location.replace).not.toHaveBeenCalled();
  });
});

it('offers a link where the browser blocks the window of a shop in a frame', async () => {
  vi.stubGlobal('top', {});
  const { leave } = await openWindow(null);
  expect(leave).not.toHaveBeenCalled();
  expect(linkTo('Continue to GCash')).toMatchObject({ href: url, target: '_top' });
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
  const { popup, answerNext } = await openWindow();
  expect(popup?.close).not.toHaveBeenCalled();
  await answerNext(intent({ status: 'succeeded' }));
  expect(popup?.close).toHaveBeenCalled();
});
