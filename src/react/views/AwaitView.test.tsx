import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { intentWithAction, type Json, PAID } from '../../checkout/testing/createTestCheckout.ts';
import { NOW, passTime } from '../testing/clock.ts';
import { heading, linkTo, type Options, openCheckout } from '../testing/openCheckout.tsx';
import { formatDate, formatDay } from '../words/format.ts';

const AT = NOW / 1000 + 2 * 86_400;
const hosted_verification_url = 'https://payments.example/microdeposit/1';

const openStep = (type: string, payload: Json = {}, options?: Options) =>
  openCheckout(intentWithAction(type, payload), { locale: 'en', ...options });

const DAY = formatDay(AT * 1000, 'en');
const MOMENT = formatDate(AT * 1000, 'en');

it.each([
  ['blik_authorize', 'Open your bank’s app on your phone and approve the payment.'],
  ['upi_await_notification', 'Open your bank’s app on your phone and approve the payment.'],
  ['mb_way_await_authorization', 'Open your MB WAY app on your phone and approve the payment.'],
  ['bizum_await_authorization', 'Open your bank’s app on your phone and approve the payment.'],
  ['await_authorization', 'Open your bank’s app on your phone and approve the payment.'],
])('sends the customer of %s to the app, and waits', async (type, text) => {
  const { root } = await openStep(type);
  expect(root.dataset.step).toBe('await');
  expect(heading()).toBe('Approve the payment');
  expect(screen.getByText(text)).toBeTruthy();
  expect(screen.getByText(/No message there\? Open the app yourself/)).toBeTruthy();
  expect(screen.getByText('Waiting for your payment…')).toBeTruthy();
  expect(screen.queryByRole('timer')).toBeNull();
  expect(screen.queryByText(/^Approve it before/)).toBeNull();
});

it('reads often enough to see an approval within seconds', async () => {
  const { setAnswer, root } = await openStep('blik_authorize');
  await passTime(20_000);
  setAnswer(PAID);
  await passTime(3_000);
  expect(root.dataset.phase).toBe('succeeded');
});

it('reads at once when asked to', async () => {
  const { click, reads } = await openStep('blik_authorize');
  await click('Check again');
  expect(reads).toHaveLength(2);
});

it.each([
  ['with', { onRetry: () => {} }, 1],
  ['without', {}, 0],
])('says when the time to approve has run out, %s another try', async (_, options, ways) => {
  const { click, reads } = await openStep(
    'blik_authorize',
    { expires_at: NOW / 1000 + 60 },
    options,
  );
  expect(screen.getByRole('timer').textContent).toBe('Expires in 1:00');
  await passTime(60_100);
  expect(heading()).toBe('The time to approve has run out');
  expect(screen.queryByText('Waiting for your payment…')).toBeNull();
  expect(screen.queryAllByRole('button', { name: 'Try again' })).toHaveLength(ways);
  const before = reads.length;
  await click('Check again');
  expect(reads).toHaveLength(before + 1);
});

it('says of a card whose bank only gives notice that nothing is to be done', async () => {
  await openStep('card_await_notification', {
    charge_attempt_at: AT,
    customer_approval_required: false,
  });
  expect(heading()).toBe('Your bank will let you know');
  expect(
    screen.getByText(`The payment will be taken on ${DAY}. There is nothing more to do.`),
  ).toBeTruthy();
});

it('gives no day of the charge where the gateway gives none', async () => {
  await openStep('card_await_notification');
  expect(screen.getByText(/The payment will be taken in a day or two\./)).toBeTruthy();
});

it('says of a card that needs an approval where, and until when', async () => {
  await openStep('card_await_notification', {
    charge_attempt_at: AT,
    customer_approval_required: true,
  });
  expect(heading()).toBe('Approve the payment');
  expect(screen.getByText(/Your bank sends you a message/)).toBeTruthy();
  expect(screen.getByText(`Approve it before ${MOMENT}.`)).toBeTruthy();
});

it.each([
  ['amounts', /Two small amounts will arrive/, 'Enter the amounts'],
  ['descriptor_code', /has a code that begins with SM/, 'Enter the code'],
])('asks for small deposits by their %s, on the gateway’s page', async (type, text, label) => {
  const deposits = { hosted_verification_url, microdeposit_type: type };
  await openStep('verify_with_microdeposits', { ...deposits, arrival_date: AT });
  expect(heading()).toBe('Verify your bank account');
  expect(screen.getByText(text).textContent).toContain(`by ${DAY}.`);
  expect(linkTo(label)).toMatchObject({ href: hosted_verification_url, target: '_blank' });
});

it('gives no day of the deposits where the gateway gives none', async () => {
  const deposits = { hosted_verification_url, microdeposit_type: 'amounts' };
  await openStep('verify_with_microdeposits', deposits);
  expect(screen.getByText(/will arrive in your account in a day or two/)).toBeTruthy();
});
