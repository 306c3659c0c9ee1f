import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { intent, intentWithAction } from '../../checkout/testing/createTestCheckout.ts';
import { passTime } from '../testing/clock.ts';
import { blockFrames, onlyFrame } from '../testing/frames.ts';
import { linkTo, type Options, openCheckout } from '../testing/openCheckout.tsx';

const url = 'https://acs.example/challenge?id=1';
const STEP = intentWithAction('challenge_redirect', {
  url,
  return_url: 'https://shop.example/back',
});
const WAY_OUT = 'Continue on the bank’s page';

async function openChallenge(options?: Options) {
  const showModal = vi.spyOn(HTMLDialogElement.prototype, 'showModal');
  const page = await openCheckout(STEP, options);
  const dialog = screen.getByRole<HTMLDialogElement>('dialog', { hidden: true });
  return { ...page, showModal, dialog };
}

/** What a browser does for the Escape key; the DOM of the tests does not. */
function pressEscape(dialog: HTMLDialogElement): void {
  if (fireEvent(dialog, new Event('cancel', { cancelable: true }))) dialog.close();
}

it.each([{ strict: false }, { strict: true }])(
  'opens the bank’s page in a modal dialog at once (%o)',
  async (options) => {
    const { dialog, showModal } = await openChallenge(options);
    expect(showModal).toHaveBeenCalledOnce();
    expect(dialog.open).toBe(true);
    expect(dialog.contains(onlyFrame())).toBe(true);
    expect(screen.getByRole('dialog', { name: 'Confirm with your bank' })).toBe(dialog);
    expect(onlyFrame().getAttribute('src')).toBe(url);
  },
);

const wayOut = (dialog: HTMLElement) =>
  within(dialog).queryByRole<HTMLAnchorElement>('link', { name: WAY_OUT });

it('leads nobody away for whom all is well: the first eight seconds belong to the bank', async () => {
  const { dialog } = await openChallenge();
  fireEvent.load(onlyFrame());
  await passTime(7_900);
  expect(wayOut(dialog)).toBeNull();
  expect(within(dialog).getByRole('status').textContent).toBe('');
});

it.each([
  ['quietly, beside a page that has loaded', true, 'Trouble with this page?'],
  [
    'plainly, for a frame in which nothing has loaded',
    false,
    'Your bank’s page is not responding.',
  ],
])('offers the bank’s own page after eight seconds %s', async (_, isLoaded, words) => {
  const { dialog } = await openChallenge();
  const frame = onlyFrame();
  if (isLoaded) fireEvent.load(frame);
  await passTime(8_000);
  const link = wayOut(dialog);
  expect(link).toMatchObject({ href: url, target: '_top' });
  expect(link?.classList.contains('ps-quiet')).toBe(isLoaded);
  expect(within(dialog).getByText(words).closest('[role=status]')).toBeTruthy();
  expect(onlyFrame()).toBe(frame);
  expect(dialog.open).toBe(true);
});

it('takes its word back where the bank’s page loads late', async () => {
  const { dialog } = await openChallenge();
  await passTime(9_000);
  fireEvent.load(onlyFrame());
  expect(within(dialog).getByText('Trouble with this page?')).toBeTruthy();
  expect(wayOut(dialog)?.classList.contains('ps-quiet')).toBe(true);
});

it('counts anew for another challenge', async () => {
  const { dialog, answerNext } = await openChallenge();
  await passTime(7_000);
  await answerNext(intentWithAction('challenge_redirect', { url: `${url}2` }));
  await passTime(2_000);
  expect(dialog.isConnected).toBe(false);
  expect(screen.queryByRole('link', { name: WAY_OUT })).toBeNull();
});

it.each<[string, (page: Awaited<ReturnType<typeof openChallenge>>) => unknown]>([
  ['Cancel', ({ click }) => click('Cancel')],
  ['Escape', ({ dialog }) => pressEscape(dialog)],
])('says after %s that the payment is not finished, and goes on where it was', async (_, leave) => {
  const page = await openChallenge();
  const frame = onlyFrame();
  await leave(page);
  await passTime();
  expect(page.dialog.open).toBe(false);
  expect(screen.getByText(/The payment is not finished/)).toBeTruthy();
  expect(screen.getAllByRole('link', { name: WAY_OUT }).length).toBeGreaterThan(0);
  await page.click('Continue');
  expect(page.dialog.open).toBe(true);
  expect(page.showModal).toHaveBeenCalledTimes(2);
  expect(onlyFrame()).toBe(frame);
  expect(screen.queryByText(/The payment is not finished/)).toBeNull();
});

it('keeps the frame over renders, whatever else changes', async () => {
  const { change, answerNext } = await openChallenge();
  const frame = onlyFrame();
  await change({ className: 'other', onChange: () => {} });
  await answerNext('offline');
  expect(onlyFrame()).toBe(frame);
});

it('leads to the bank’s page at once where the shop’s own policy blocks the frame', async () => {
  const { dialog } = await openChallenge();
  expect(screen.queryByRole('link')).toBeNull();
  blockFrames({ blockedURI: url });
  await passTime();
  expect(dialog.open).toBe(false);
  expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull();
  expect(linkTo(WAY_OUT)).toMatchObject({ href: url, target: '_top', className: 'ps-button' });
});

describe('a checkout that nobody sees', () => {
  const sight = (isSeen: boolean) =>
    vi.spyOn(Element.prototype, 'checkVisibility').mockReturnValue(isSeen);

  it('loads the bank’s page at once, and opens no dialog before it is seen', async () => {
    const seen = sight(false);
    const { dialog, showModal } = await openChallenge();
    const frame = onlyFrame();
    await passTime(60_000);
    expect(showModal).not.toHaveBeenCalled();
    expect(frame.getAttribute('src')).toBe(url);
    seen.mockReturnValue(true);
    await passTime(500);
    expect(dialog.open).toBe(true);
    expect(onlyFrame()).toBe(frame);
  });

  it('closes its dialog, which is no word of the customer’s, and opens it again', async () => {
    const { dialog, showModal } = await openChallenge();
    const frame = onlyFrame();
    const seen = sight(false);
    await passTime(500);
    expect(dialog.open).toBe(false);
    expect(screen.queryByText(/The payment is not finished/)).toBeNull();
    seen.mockReturnValue(true);
    await passTime(500);
    expect(dialog.open).toBe(true);
    expect(showModal).toHaveBeenCalledTimes(2);
    expect(onlyFrame()).toBe(frame);
  });

  it('leaves a dialog closed that the customer has closed', async () => {
    const page = await openChallenge();
    await page.click('Cancel');
    const seen = sight(false);
    await passTime(500);
    seen.mockReturnValue(true);
    await passTime(500);
    expect(page.dialog.open).toBe(false);
    await page.click('Continue');
    expect(page.dialog.open).toBe(true);
  });
});

it('takes the dialog away once the payment has come', async () => {
  const { answerNext } = await openChallenge();
  await answerNext(intent({ status: 'succeeded' }));
  expect(screen.queryByRole('dialog', { hidden: true })).toBeNull();
});
