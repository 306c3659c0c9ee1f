import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import {
  intent,
  intentWithAction,
  type Json,
  QR,
} from '../../checkout/testing/createTestCheckout.ts';
import { en as m } from '../../locales/index.ts';
import { NOW, passTime } from '../testing/clock.ts';
import { heading } from '../testing/openCheckout.tsx';
import { chosen, declined, field, openUnpaid } from '../testing/unpaid.tsx';

const f = m.pay.fields;
const KEEP = { setupFutureUsage: 'off_session', consent: 'Keep it' } as const;

describe('after a decline', () => {
  it('each attempt is told to the shop, also one that fails like the one before', async () => {
    const onFailure = vi.fn();
    const { click, decline, sent } = await openUnpaid(['alipay'], { onFailure });
    decline(declined(['alipay'], 'alipay', 1));
    await click(/Alipay/);
    await passTime();
    decline(declined(['alipay'], 'alipay', 2));
    await click(m.tryAgain);
    await passTime();
    expect(sent).toHaveLength(2);
    expect(onFailure.mock.calls.map(([{ outcome }]) => outcome)).toEqual(['failed', 'failed']);
  });

  it('trying again keeps the method for later, as was agreed', async () => {
    const { click, user, decline, sent } = await openUnpaid(['alipay'], KEEP);
    decline(declined(['alipay'], 'alipay'));
    await user.click(screen.getByRole('checkbox', { name: 'Keep it' }));
    await click(/Alipay/);
    await passTime();
    await click(m.tryAgain);
    await passTime();
    expect(sent.map((each) => each.setup_future_usage)).toEqual(['off_session', 'off_session']);
  });

  it('the tick is still there in the list', async () => {
    const types = ['alipay', 'konbini'];
    const { click, user, decline } = await openUnpaid(types, KEEP);
    decline(declined(types, 'alipay'));
    await user.click(screen.getByRole('checkbox'));
    await click(/Alipay/);
    await passTime();
    await click(m.pay.another);
    expect(screen.getByRole<HTMLInputElement>('checkbox').checked).toBe(true);
  });

  it('a BLIK code is asked for anew, and what else was entered is not', async () => {
    const types = ['blik', 'konbini'];
    const { click, user, decline, sent } = await openUnpaid(types);
    const error = { code: 'payment_method_invalid_parameter', decline_code: 'code_invalid' };
    decline(declined(types, 'blik', 1, error));
    await user.click(screen.getByRole('radio', { name: 'Konbini' }));
    await user.type(field(f.name), 'Ana');
    await user.click(screen.getByRole('radio', { name: 'BLIK' }));
    await user.type(field(f.code), '123456');
    await click('Pay CN¥20.99');
    await passTime();
    expect(screen.getByText(m.failed.code)).toBeTruthy();
    await click(m.tryAgain);
    expect(chosen()).toBe('blik');
    expect(field(f.code).value).toBe('');
    await user.click(screen.getByRole('radio', { name: 'Konbini' }));
    expect(field(f.name).value).toBe('Ana');
    expect(sent).toHaveLength(1);
  });

  it('trying again twice at once is one attempt', async () => {
    const { user, confirmWith, sent, click, decline } = await openUnpaid(['alipay']);
    decline(declined(['alipay'], 'alipay'));
    await click(/Alipay/);
    await passTime();
    confirmWith({ after: 5_000, gives: QR });
    await user.dblClick(screen.getByRole('button', { name: m.tryAgain }));
    await passTime(6_000);
    expect(sent).toHaveLength(2);
    expect(heading()).toBe('Pay with WeChat Pay');
  });

  it('what is in the customer’s way now is said where they are', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { click, decline, confirmWith } = await openUnpaid(['alipay']);
    decline(declined(['alipay'], 'alipay'));
    await click(/Alipay/);
    await passTime();
    confirmWith({ http: 503 });
    await click(m.tryAgain);
    await passTime(60_000);
    expect(heading()).toBe(m.failed.title);
    expect(screen.getByText(m.pay.unanswered).getAttribute('role')).toBe('alert');
  });

  it('nobody is sent to a page that the shop’s server brings up later', async () => {
    const types = ['alipay'];
    const go = vi.spyOn(location, 'assign').mockImplementation(() => {});
    const { click, decline, answerNext } = await openUnpaid(types, { redirect: 'button' });
    decline(declined(types, 'alipay'));
    await click(/Alipay/);
    await passTime();
    await answerNext(
      intentWithAction('alipay_handle_redirect', { url: 'https://alipay.example/' }),
    );
    await passTime(10);
    expect(go).not.toHaveBeenCalled();
    expect(screen.getByRole('link', { name: /Alipay/ })).toBeTruthy();
  });

  it('no failed attempt shows a code of the gateway’s, known or not', async () => {
    const { answerNext } = await openUnpaid(['alipay']);
    for (const code of ['stolen_card', 'insufficient_funds', 'a_code_of_tomorrow']) {
      await answerNext(
        declined(['alipay'], 'alipay', 1, { decline_code: code, message: `Raw ${code}` }),
      );
      expect(heading()).toBe(m.failed.title);
      expect(document.body.textContent).not.toMatch(new RegExp(`${code}|card_declined|Raw`));
    }
  });
});

describe('a code that has run out', () => {
  const seconds = NOW / 1_000;
  const code = (data: string, expires_at: number, types = ['wechat_pay']): Json => ({
    ...intentWithAction('wechat_pay_display_qr_code', { data, expires_at }),
    payment_method_types: types,
    payment_method: { id: `pm_${expires_at}`, type: 'wechat_pay' },
  });

  it('is made anew from here, as often as it takes', async () => {
    const { click, confirmWith, answerNext, sent } = await openUnpaid(['wechat_pay']);
    await answerNext(code('weixin://1', seconds + 60));
    await passTime(61_000);
    confirmWith(code('weixin://2', seconds + 300));
    await click(m.expired.newCode);
    await passTime();
    expect(sent).toMatchObject([
      {
        'payment_method_data[type]': 'wechat_pay',
        'payment_method_options[wechat_pay][client]': 'web',
      },
    ]);
    expect(screen.queryByText(m.expired.title)).toBeNull();
    await passTime(241_000);
    confirmWith(code('weixin://3', seconds + 900));
    await click(m.expired.newCode);
    await passTime();
    expect(sent).toHaveLength(2);
    expect(screen.queryByText(m.expired.title)).toBeNull();
  });

  it('is not made anew where it was paid in the last second', async () => {
    const { click, setAnswer, answerNext, sent } = await openUnpaid(['wechat_pay']);
    await answerNext(code('weixin://1', seconds + 60));
    await passTime(61_000);
    setAnswer(intent({ status: 'succeeded' }));
    await click(m.expired.newCode);
    await passTime();
    expect(sent).toEqual([]);
    expect(heading()).toBe(m.succeeded.title);
  });

  it('is not gone back to from the list', async () => {
    const types = ['wechat_pay', 'konbini'];
    const { click, answerNext } = await openUnpaid(types);
    await answerNext(code('weixin://1', seconds + 60, types));
    await passTime(61_000);
    await click(m.pay.another);
    expect(screen.queryByRole('button', { name: m.pay.back })).toBeNull();
  });

  it('can be left for another way', async () => {
    const types = ['wechat_pay', 'konbini'];
    const { click, answerNext } = await openUnpaid(types);
    await answerNext(code('weixin://1', seconds + 60, types));
    await passTime(61_000);
    await click(m.pay.another);
    expect(heading()).toBe(m.pay.title);
  });
});

describe('a step that is left for the list', () => {
  const types = ['wechat_pay', 'konbini'];
  const boleto = { number: '23793.38128', hosted_voucher_url: 'https://pay.example/1' };
  const waits = (type: string, payload: Json) => ({
    ...intentWithAction(type, payload),
    payment_method_types: ['wechat_pay', 'konbini', 'boleto'],
    payment_method: { id: 'pm_1', type: type.replace(/_display.*/, '') },
  });
  const QR_CODE = waits('wechat_pay_display_qr_code', { data: 'weixin://1' });
  const leave = async (step: Json) => {
    const page = await openUnpaid(types);
    await page.answerNext(step);
    // The way to the list comes a moment after the step.
    await passTime(1_000);
    await page.click(m.pay.another);
    expect(heading()).toBe(m.pay.title);
    return page;
  };

  it.each([
    ['a code', QR_CODE],
    ['a voucher', waits('boleto_display_details', boleto)],
  ])('is there again with a press: %s', async (_, step) => {
    const { click, sent, root } = await leave(step);
    await click(m.pay.back);
    expect(root.dataset.step).toMatch(/qr|voucher/);
    expect(document.querySelector('h2')?.textContent).not.toBe(m.pay.title);
    expect(sent).toEqual([]);
  });

  it('is shown, and not made anew, where the same code is chosen', async () => {
    const { click, user, sent } = await leave(QR_CODE);
    await user.click(screen.getByRole('radio', { name: 'WeChat Pay' }));
    await click(m.pay.code);
    await passTime();
    expect(heading()).toBe('Pay with WeChat Pay');
    expect(sent).toEqual([]);
  });

  it('is left for good where another way is chosen', async () => {
    const { click, user, sent, confirmWith } = await leave(QR_CODE);
    confirmWith(waits('boleto_display_details', boleto));
    await user.click(screen.getByRole('radio', { name: 'Konbini' }));
    await user.type(field(f.name), 'Ana');
    await user.type(field(f.email), 'ana@example.com');
    await click(m.pay.voucher);
    await passTime();
    expect(sent).toHaveLength(1);
  });
});
