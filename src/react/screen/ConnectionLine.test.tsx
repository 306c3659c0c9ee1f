import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { intent, PAID, QR } from '../../checkout/testing/createTestCheckout.ts';
import { passTime } from '../testing/clock.ts';
import { heading, openCheckout } from '../testing/openCheckout.tsx';

const LOST = 'Connection lost. Reconnecting…';
const PAUSED = 'We stopped checking for your payment.';
const HOURS = 3 * 3_600_000;

it('keeps the code on screen while the connection is lost, and says so', async () => {
  const { answerNext } = await openCheckout(QR);
  const code = screen.getByRole('img');
  expect(screen.queryByText(LOST)).toBeNull();
  await answerNext('offline');
  await passTime(60_000);
  expect(screen.getByRole('img')).toBe(code);
  expect(screen.getByText(LOST).closest('[role=status]')).toBeTruthy();
});

it('takes its word back with the next answer', async () => {
  const { answerNext } = await openCheckout(QR);
  await answerNext('offline');
  await answerNext(QR);
  expect(screen.queryByText(LOST)).toBeNull();
});

it('says after some tries that the gateway is out of reach, and goes on trying', async () => {
  const { root, reads, setAnswer } = await openCheckout('offline');
  expect(heading()).toBe('Loading your payment…');
  await passTime(20_000);
  expect(root.dataset.phase).toBe('unavailable');
  expect(screen.getByText(/cannot be reached. We keep trying/)).toBeTruthy();
  expect(screen.queryByText(LOST)).toBeNull();
  const before = reads.length;
  setAnswer(PAID);
  await passTime(40_000);
  expect(reads.length).toBeGreaterThan(before);
  expect(root.dataset.phase).toBe('succeeded');
});

it.each([
  ['a code', QR],
  ['an outcome far away', intent({ status: 'processing' })],
])('pauses with a button, never with a failure, after hours of %s', async (_, answer) => {
  const { root, reads, click } = await openCheckout(answer);
  const { phase } = root.dataset;
  await passTime(HOURS);
  expect(root.dataset.phase).toBe(phase);
  expect(screen.getByText(PAUSED)).toBeTruthy();
  expect(screen.queryByText(/Waiting for your payment/)).toBeNull();
  const before = reads.length;
  await click('Check again');
  await passTime();
  expect(reads).toHaveLength(before + 1);
  expect(screen.queryByText(PAUSED)).toBeNull();
});

it('says nothing of the poller once the payment has ended', async () => {
  await openCheckout(PAID);
  await passTime(HOURS);
  expect(screen.queryByText(PAUSED)).toBeNull();
});
