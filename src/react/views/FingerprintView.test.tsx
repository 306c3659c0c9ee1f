import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { intent, intentWithAction } from '../../checkout/testing/createTestCheckout.ts';
import { passTime } from '../testing/clock.ts';
import { blockFrames, onlyFrame } from '../testing/frames.ts';
import { heading, linkTo, openCheckout } from '../testing/openCheckout.tsx';

const url = 'https://acs.example/ddc?id=1';
const STEP = intentWithAction('ddc_redirect', { url });
const WAY_OUT = 'Continue on the bank’s page';

it('collects the device’s data in a frame that nobody sees', async () => {
  await openCheckout(STEP);
  const frame = onlyFrame();
  expect(frame.getAttribute('src')).toBe(url);
  expect(frame.getAttribute('aria-hidden')).toBe('true');
  expect(frame.tabIndex).toBe(-1);
  expect(screen.queryByRole('link')).toBeNull();
});

it('offers the bank’s page after ten seconds, and keeps the frame running', async () => {
  await openCheckout(STEP);
  const frame = onlyFrame();
  await passTime(9_900);
  expect(screen.queryByRole('link')).toBeNull();
  await passTime(100);
  expect(linkTo(WAY_OUT)).toMatchObject({ href: url, target: '_top' });
  expect(screen.getByText('Your bank is taking its time.')).toBeTruthy();
  expect(heading()).toBe('Checking with your bank');
  expect(onlyFrame()).toBe(frame);
});

it('offers the bank’s page at once where the shop’s own policy blocks the frame', async () => {
  await openCheckout(STEP);
  blockFrames({ blockedURI: url });
  expect(linkTo(WAY_OUT).href).toBe(url);
});

it('goes on reading beside it', async () => {
  const { reads, root, setAnswer } = await openCheckout(STEP);
  setAnswer(intent({ status: 'processing' }));
  await passTime(2_000);
  expect(reads.length).toBeGreaterThan(1);
  expect(root.dataset.phase).toBe('processing');
});

it('counts its ten seconds anew for another page', async () => {
  const { answerNext } = await openCheckout(STEP);
  await passTime(9_000);
  await answerNext(intentWithAction('ddc_redirect', { url: `${url}2` }));
  await passTime(9_000);
  expect(screen.queryByRole('link')).toBeNull();
});
