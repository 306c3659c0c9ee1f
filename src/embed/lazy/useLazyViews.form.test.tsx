import { screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { en as m } from '../../locales/index.ts';
import { passTime } from '../../react/testing/clock.ts';
import { heading } from '../../react/testing/openCheckout.tsx';
import { declined, field, isWrong, unpaid } from '../../react/testing/unpaid.tsx';
import { holdFiles } from '../testing/holdFiles.ts';
import { mockScriptTag, openScriptTag } from '../testing/openScriptTag.ts';

const f = m.pay.fields;
const FAILED = declined(['alipay', 'blik'], 'alipay', 1, { decline_code: 'insufficient_funds' });
const RETURNING = { returnUrl: 'https://shop.example/return' };

beforeEach(mockScriptTag);

/** The form is there, what comes after it is still on its way. */
async function openForm(...args: Parameters<typeof openScriptTag>) {
  const release = holdFiles();
  const page = await openScriptTag(...args);
  await page.arriveForm();
  return {
    ...page,
    async arrive(): Promise<void> {
      await page.arrive();
      release();
      await passTime();
    },
  };
}

it('shows a payment that has failed when the reason is there, too', async () => {
  const { arrive } = await openForm(FAILED, RETURNING);
  expect(heading()).toBe(m.loading);
  await arrive();
  expect(heading()).toBe(m.failed.title);
  expect(screen.getByText(m.failed.funds)).toBeTruthy();
});

it('asks for the reasons and the form at once', async () => {
  const { wish, wished } = await openScriptTag(FAILED, RETURNING);
  await wish(2);
  expect(wished().sort()).toEqual(['paystep-form.js?v=1.2.3', 'paystep-steps.js?v=1.2.3']);
});

it('shows a payment that has failed without its reason where that cannot be had, and tries again', async () => {
  const { wish, arrive, arriveForm, click, sent } = await openScriptTag(FAILED, RETURNING);
  await wish(2);
  await arriveForm();
  expect(heading()).toBe(m.failed.title);
  expect(screen.getByText(m.failed.other)).toBeTruthy();
  await click(m.tryAgain);
  await wish(3);
  expect(heading()).toBe(m.failed.title);
  expect(screen.getByText(m.loadFailed)).toBeTruthy();
  expect(sent).toEqual([]);
  await arrive();
  // Nothing moves under the customer's finger.
  expect(screen.getByText(m.failed.other)).toBeTruthy();
  await click(m.tryAgain);
  await passTime();
  expect(sent).toMatchObject([{ 'payment_method_data[type]': 'alipay' }]);
});

it('opens the list from a payment that has failed without its reason', async () => {
  const { wish, arriveForm, click } = await openScriptTag(FAILED, RETURNING);
  await wish(2);
  await arriveForm();
  await click(m.pay.another);
  expect(heading()).toBe(m.pay.title);
});

it('checks at a press, when what checks is there, and keeps what is entered meanwhile', async () => {
  const { arrive, click, user, sent } = await openForm(unpaid(['konbini']));
  await user.type(field(f.name), 'Ana');
  await user.tab();
  expect(document.activeElement).toBe(field(f.email));
  await click(m.pay.voucher);
  expect(screen.getByRole('button', { name: m.pay.busy })).toBeTruthy();
  await user.clear(field(f.name));
  await user.type(field(f.name), 'Bea');
  expect(isWrong(f.email)).toBe(false);
  await arrive();
  expect(screen.getByRole('button', { name: m.pay.voucher })).toBeTruthy();
  expect(isWrong(f.name)).toBe(false);
  expect(isWrong(f.email)).toBe(true);
  expect(screen.getByText(m.pay.wrong.email)).toBeTruthy();
  expect(document.activeElement).toBe(field(f.email));
  expect(field(f.name).value).toBe('Bea');
  expect(sent).toEqual([]);
});

it('leaves the focus and what is entered where they are when what checks arrives', async () => {
  const { arrive, user } = await openForm(unpaid(['konbini']));
  await user.type(field(f.name), 'An');
  const input = document.activeElement;
  await arrive();
  await user.keyboard('a');
  expect(document.activeElement).toBe(input);
  expect(field(f.name).value).toBe('Ana');
});

it('sends once what was entered at the press, when what sends it is there', async () => {
  const { arrive, click, user, sent } = await openForm(unpaid(['konbini']));
  await user.type(field(f.name), 'Ana');
  await user.type(field(f.email), 'ana@example.com');
  await click(m.pay.voucher);
  await click(m.pay.busy);
  expect(sent).toEqual([]);
  await arrive();
  await passTime();
  expect(sent).toMatchObject([{ 'payment_method_data[billing_details][name]': 'Ana' }]);
});

it('sends nothing where the amount has changed while the press has waited', async () => {
  const { answerNext, arrive, click, sent } = await openForm(unpaid(['wechat_pay']));
  await click(m.pay.code);
  await answerNext(unpaid(['wechat_pay'], { amount: 5000 }));
  await arrive();
  expect(screen.getByText(m.pay.changed)).toBeTruthy();
  expect(sent).toEqual([]);
  await click(m.pay.code);
  await passTime();
  expect(sent).toHaveLength(1);
});

it('asks the shop for no payment method when its customer has gone meanwhile', async () => {
  const createPaymentMethod = vi.fn(async () => 'pm_1');
  const { arrive, click, unmount } = await openForm(unpaid(['card']), { createPaymentMethod });
  await click(/Pay/);
  unmount();
  await arrive();
  expect(createPaymentMethod).not.toHaveBeenCalled();
});

it.each([
  ['fpx', f.bank, 'maybank2u'],
  ['klarna', f.country, 'SE'],
])('has the list of %s filled when it is there', async (type, label, value) => {
  const { arrive, user } = await openForm(unpaid([type]), RETURNING);
  const list = screen.getByLabelText<HTMLSelectElement>(label);
  expect(list.disabled).toBe(true);
  expect([...list.options].map(({ text }) => text)).toEqual([m.pay.choose]);
  await arrive();
  expect(list.disabled).toBe(false);
  await user.selectOptions(list, value);
  expect(list.value).toBe(value);
});
