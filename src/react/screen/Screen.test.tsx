import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { intent, intentWithAction, PAID } from '../../checkout/testing/createTestCheckout.ts';
import { passTime } from '../testing/clock.ts';
import { openCheckout } from '../testing/openCheckout.tsx';

const NOT_YET = 'No payment has come in yet. We keep looking.';
const APP = intentWithAction('wechat_pay_redirect_to_web', { url: 'https://wallet.example/pay' });

const button = (name: string) => screen.queryByRole('button', { name });

it('says that it looks while the gateway is asked, and then that nothing has come', async () => {
  const { click, setAnswer } = await openCheckout(APP);
  expect(screen.queryByText(NOT_YET)).toBeNull();
  setAnswer({ after: 300, gives: APP });
  await click('I have paid');
  expect(button('Checking…')?.getAttribute('aria-disabled')).toBe('true');
  expect(button('I have paid')).toBeNull();
  expect(screen.queryByText(NOT_YET)).toBeNull();
  await passTime(300);
  expect(button('I have paid')?.getAttribute('aria-disabled')).toBe('false');
  expect(screen.getByText(NOT_YET).getAttribute('role')).toBe('status');
});

it('makes no second read for an impatient customer', async () => {
  const { click, setAnswer, reads } = await openCheckout(APP);
  setAnswer({ after: 900, gives: APP });
  await click('I have paid');
  await click('Checking…');
  await click('Checking…');
  await passTime(1_000);
  expect(reads).toHaveLength(2);
});

it('reads again for each question that has been answered', async () => {
  const { click, reads } = await openCheckout(APP);
  await click('I have paid');
  await click('I have paid');
  // The second is answered a second after the first.
  expect(reads).toHaveLength(2);
  await passTime(1_000);
  expect(reads).toHaveLength(3);
});

it('does not tell a customer whose connection is lost that nothing has come', async () => {
  const { click, setAnswer } = await openCheckout(APP);
  setAnswer('offline');
  await click('I have paid');
  expect(button('I have paid')).toBeTruthy();
  expect(screen.queryByText(NOT_YET)).toBeNull();
  await passTime(1_200);
  expect(screen.getByText(/Connection lost/)).toBeTruthy();
});

it('is gone once the payment has come', async () => {
  const { click, setAnswer, root } = await openCheckout(APP);
  setAnswer(PAID);
  await click('I have paid');
  expect(root.dataset.phase).toBe('succeeded');
  expect(screen.queryByText(NOT_YET)).toBeNull();
});

it('ends where the gateway gives the next step', async () => {
  const { click, setAnswer } = await openCheckout(APP);
  setAnswer(intent({ status: 'processing' }));
  await click('I have paid');
  expect(screen.queryByRole('button')).toBeNull();
});
