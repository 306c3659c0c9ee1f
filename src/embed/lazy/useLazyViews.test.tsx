import { screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { intentWithAction, QR } from '../../checkout/testing/createTestCheckout.ts';
import { stepMessages } from '../../locales/index.ts';
import { NOW, passTime } from '../../react/testing/clock.ts';
import { heading, linkTo } from '../../react/testing/openCheckout.tsx';
import { unpaid } from '../../react/testing/unpaid.tsx';
import { DEVICES } from '../../step/testing/devices.ts';
import { mockScriptTag, openScriptTag } from '../testing/openScriptTag.ts';

const url = 'https://wallet.example/pay';
const FAILED = 'A part of this page could not be loaded.';
const VOUCHER = intentWithAction('oxxo_display_details', { number: '12345678' });
const PIX = intentWithAction('pix_display_qr_code', { data: '000201' });

beforeEach(mockScriptTag);

/** Long enough for an import to fail that should not have been begun. */
const waitInVain = () => vi.waitFor(() => Promise.reject(), { timeout: 200 }).catch(() => {});

it('loads nothing more for a code on a desktop', async () => {
  const { wished, root } = await openScriptTag(QR);
  await waitInVain();
  expect(root.dataset.step).toBe('qr');
  expect(wished()).toEqual([]);
});

it.each([
  ['a code on a phone', QR, { device: DEVICES.iphone }],
  ['a code whose text is taken, too', PIX, {}],
])('shows %s at once, and loads what goes beyond it, in vain or not', async (_, step, options) => {
  const { wish, wished, arrive, click } = await openScriptTag(step, options);
  expect(screen.getByRole('img')).toBeTruthy();
  await wish(1);
  expect(wished()).toEqual(['paystep-steps.js?v=1.2.3']);
  expect(screen.getByRole('img')).toBeTruthy();
  expect(screen.queryByText(FAILED)).toBeNull();
  await arrive();
  if (step === PIX) await click('Copy the code as text');
});

it('loads the other steps when one is there, once', async () => {
  const { change, wish, wished, root } = await openScriptTag(VOUCHER);
  expect(root.dataset.step).toBe('voucher');
  await change({ className: 'other' });
  await wish(1);
  await waitInVain();
  expect(wished()).toEqual(['paystep-steps.js?v=1.2.3']);
});

it('shows the step in its words and look when their file has arrived', async () => {
  const { arrive, wish } = await openScriptTag(VOUCHER);
  await wish(1);
  await arrive();
  expect(heading()).toBe('Pay with OXXO');
  expect(screen.getByText(/Show the voucher at any OXXO store/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Copy Number' })).toBeTruthy();
});

it('says that it could not be loaded, goes on reading, and tries again by a tap at another address', async () => {
  const { wish, wished, click, reads } = await openScriptTag(VOUCHER);
  await wish(1);
  expect(heading()).toBe(FAILED);
  expect(screen.queryByRole('link')).toBeNull();
  await click('Try again');
  await wish(2);
  // A browser keeps the failure of the first.
  expect(wished()).toEqual(['paystep-steps.js?v=1.2.3', 'paystep-steps.js?v=1.2.3&retry']);
  const before = reads.length;
  await click('Check again');
  expect(reads).toHaveLength(before + 1);
});

it('does not try again by itself', async () => {
  const { wish, wished, answerNext } = await openScriptTag(VOUCHER);
  await wish(1);
  await answerNext(intentWithAction('oxxo_display_details', { number: '2' }));
  await waitInVain();
  expect(wished()).toHaveLength(1);
});

it('takes no file of another version', async () => {
  const { wish } = await openScriptTag(VOUCHER);
  const lazy = await import('./useLazyViews.ts');
  await wish(1);
  const { stepViews } = await import('../../react/views/stepViews.ts');
  lazy.registerLazyViews('1.2.2', 'steps', stepViews, stepMessages, '');
  await passTime();
  expect(heading()).toBe(FAILED);
});

const FORM_URL = 'paystep-form.js?v=1.2.3';
const STEPS_URL = 'paystep-steps.js?v=1.2.3';

it('loads the form where the customer chooses, and what follows a press once it is on the screen', async () => {
  const { wish, wished, arriveForm } = await openScriptTag(unpaid(['wechat_pay']));
  await wish(1);
  await waitInVain();
  expect(wished()).toEqual([FORM_URL]);
  await arriveForm();
  expect(screen.getByRole('radio')).toBeTruthy();
  await passTime(300);
  await wish(2);
  expect(wished()).toEqual([FORM_URL, STEPS_URL]);
  // Whose loss nobody has to know of before a press.
  expect(screen.queryByText(FAILED)).toBeNull();
});

it('says in the console what keeps a method from the list, once the steps are there', async () => {
  const { arrive, arriveForm } = await openScriptTag(unpaid(['wechat_pay', 'twint']));
  const warned = () => vi.mocked(console.error).mock.calls.flat().join();
  await arriveForm();
  expect(warned()).not.toContain('twint cannot be offered');
  await arrive();
  expect(warned()).toContain('twint cannot be offered');
});

it('has an expired code tried again by the form’s means, or looked at without them', async () => {
  const expires_at = NOW / 1000 + 60;
  const step = intentWithAction('pix_display_qr_code', { data: '000201', expires_at });
  const payable = { ...step, payment_method_types: ['pix'] };
  const { arrive, arriveForm, wish, wished } = await openScriptTag(payable);
  await arrive();
  await passTime(61_000);
  await wish(2);
  expect(wished()).toEqual([STEPS_URL, FORM_URL]);
  expect(screen.getByText('This code has expired')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Check again' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Get a new code' })).toBeNull();
  await arriveForm();
  expect(screen.getByRole('button', { name: 'Get a new code' })).toBeTruthy();
});

it('leads to the step’s own page where the step has one', async () => {
  const step = intentWithAction('gcash_handle_redirect', { url });
  const { wish, arrive } = await openScriptTag(step, { redirect: 'button' });
  await wish(1);
  expect(heading()).toBe(FAILED);
  expect(linkTo('Continue to GCash')).toMatchObject({ href: url, target: '_top' });
  await arrive();
  expect(heading()).toBe('Pay with GCash');
});

it('asks the shop before it leads there', async () => {
  const leave = vi.spyOn(location, 'assign').mockImplementation(() => {});
  const beforeRedirect = vi.fn(() => Promise.resolve());
  const step = intentWithAction('gcash_handle_redirect', { url });
  const { wish, tap } = await openScriptTag(step, { redirect: 'button', beforeRedirect });
  await wish(1);
  expect(await tap('Continue to GCash')).toBe(false);
  await passTime();
  expect(beforeRedirect).toHaveBeenCalledOnce();
  expect(leave.mock.calls).toEqual([[url]]);
});

it.each([
  ['app', intentWithAction('alipay_handle_redirect', { url }), 'Continue to Alipay'],
  [
    'voucher',
    intentWithAction('oxxo_display_details', { hosted_voucher_url: url }),
    'Continue to OXXO',
  ],
  [
    'bank-transfer',
    intentWithAction('display_bank_transfer_instructions', { hosted_instructions_url: url }),
    'Continue to your bank',
  ],
])('leads to the page of a step of kind %s as well', async (kind, step, words) => {
  const { wish, root } = await openScriptTag(step, { device: DEVICES.iphone });
  await wish(1);
  expect(root.dataset.step).toBe(kind);
  expect(linkTo(words).href).toBe(url);
});

it('leaves by itself without another file', async () => {
  sessionStorage.clear();
  const leave = vi.spyOn(location, 'assign').mockImplementation(() => {});
  const { wished } = await openScriptTag(intentWithAction('gcash_handle_redirect', { url }));
  await passTime();
  await waitInVain();
  expect(leave.mock.calls).toEqual([[url]]);
  expect(wished()).toEqual([]);
});

it('adds a lazy file’s look to every element on the page', async () => {
  const { arrive } = await openScriptTag(VOUCHER);
  const { adoptStyles } = await import('../styles.ts');
  const [before, after] = [0, 1].map(() => {
    const host = document.body.appendChild(document.createElement('div'));
    return host.attachShadow({ mode: 'open' });
  }) as [ShadowRoot, ShadowRoot];
  const look = (root: ShadowRoot) =>
    [...(root.adoptedStyleSheets[0]?.cssRules ?? [])].map(({ cssText }) => cssText).join();
  adoptStyles(before);
  expect(look(before)).not.toContain('.lazy-look');
  await arrive();
  adoptStyles(after);
  for (const root of [before, after]) expect(look(root)).toContain('.lazy-look');
});
