import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { intent, intentWithAction, type Json } from '../../checkout/testing/createTestCheckout.ts';
import { en as m } from '../../locales/index.ts';
import { passTime } from '../testing/clock.ts';
import { heading, type Options, openCheckout } from '../testing/openCheckout.tsx';

const RETURN = { returnUrl: 'https://shop.example/return' };
const TYPES = ['alipay', 'konbini', 'blik'];

const failed = (type: string | null, error: Json = {}) =>
  intent({
    status: 'requires_payment_method',
    payment_method_types: TYPES,
    last_payment_error: { code: 'card_declined', payment_method: { id: 'pm_1', type }, ...error },
  });

const openFailed = (type: string | null, options: Options = {}) =>
  openCheckout(failed(type), { ...RETURN, ...options });

const chosen = () =>
  screen.getAllByRole<HTMLInputElement>('radio').find(({ checked }) => checked)?.value;

const LEAVES = {
  ...intentWithAction('alipay_handle_redirect', { url: 'https://alipay.example/' }),
  payment_method_types: TYPES,
};

describe('a payment that has failed', () => {
  it('is tried again at once with a method that asks for nothing', async () => {
    const { click, sent, confirmWith } = await openFailed('alipay', { redirect: 'popup' });
    confirmWith(LEAVES);
    await click(m.tryAgain);
    await passTime();
    expect(sent).toMatchObject([{ 'payment_method_data[type]': 'alipay' }]);
    expect(heading()).toBe('Pay with Alipay');
  });

  it('is tried again in the form with one that asks for something', async () => {
    const { click, sent } = await openFailed('konbini');
    await click(m.tryAgain);
    expect(chosen()).toBe('konbini');
    expect(sent).toEqual([]);
  });

  it('is tried again with what was entered, where that will do', async () => {
    const { click, user, sent, confirmWith } = await openCheckout(
      intent({ status: 'requires_payment_method', payment_method_types: ['konbini'] }),
    );
    confirmWith({ ...failed('konbini'), payment_method_types: ['konbini'] });
    await user.type(screen.getByLabelText(m.pay.fields.name), 'Ana');
    await user.type(screen.getByLabelText(m.pay.fields.email), 'ana@example.com');
    await click(m.pay.voucher);
    await passTime();
    expect(heading()).toBe(m.failed.title);
    await click(m.tryAgain);
    await passTime();
    expect(sent).toHaveLength(2);
    expect(sent[1]).toMatchObject({ 'payment_method_data[billing_details][name]': 'Ana' });
  });

  it('is paid another way, with the last one chosen in the list', async () => {
    const { click } = await openFailed('konbini');
    await click(m.pay.another);
    expect(chosen()).toBe('konbini');
  });

  it('offers the list alone where nobody knows what was tried', async () => {
    await openFailed(null);
    expect(screen.queryByRole('button', { name: m.tryAgain })).toBeNull();
    expect(screen.getByRole('button', { name: m.pay.another })).toBeTruthy();
  });

  it('is the merchant’s server’s to try again, where it offers that', async () => {
    const onRetry = vi.fn();
    const { click, sent } = await openFailed('alipay', { onRetry: onRetry });
    await click(m.tryAgain);
    expect(onRetry).toHaveBeenCalledOnce();
    expect(sent).toEqual([]);
  });

  it.each<[string, Json]>([
    ['the issuer advises against it', { advice_code: 'do_not_try_again' }],
    ['its code says so', { decline_code: 'stolen_card' }],
    ['the card or account cannot make it', { code: 'payment_method_not_available' }],
  ])('is led away from the same method where %s', async (_, error) => {
    const { click } = await openCheckout(failed('konbini', error), RETURN);
    const [lead, quiet] = screen.getAllByRole('button');
    expect([lead?.textContent, quiet?.textContent]).toEqual([m.pay.another, m.tryAgain]);
    expect(quiet?.className).toContain('ps-quiet');
    expect(lead?.className).not.toContain('ps-quiet');
    await click(m.pay.another);
    expect(chosen()).toBe('alipay');
  });

  it('is tried again where the issuer advises that, whatever its code', async () => {
    await openCheckout(
      failed('alipay', { decline_code: 'fraudulent', advice_code: 'try_again_later' }),
      RETURN,
    );
    expect(screen.getAllByRole('button')[0]?.textContent).toBe(m.tryAgain);
  });

  it('is led away also where the shop would try again, and one other way is offered', async () => {
    const advised = failed('card', { advice_code: 'do_not_try_again' });
    const onRetry = vi.fn();
    await openCheckout(
      { ...advised, payment_method_types: ['card', 'alipay'] },
      { ...RETURN, onRetry: onRetry },
    );
    const names = screen.getAllByRole('button').map(({ textContent }) => textContent);
    expect(names).toEqual([m.pay.another, m.tryAgain]);
  });

  it('is tried again where there is no other way', async () => {
    const advised = failed('alipay', { advice_code: 'do_not_try_again' });
    await openCheckout({ ...advised, payment_method_types: ['alipay'] }, RETURN);
    expect(screen.getByRole('button').textContent).toBe(m.tryAgain);
  });

  it('says so when the gateway has closed it', async () => {
    await openCheckout(intent({ status: 'canceled', cancellation_reason: 'automatic' }));
    expect(screen.getByText(m.canceled.automatic)).toBeTruthy();
  });
});

describe('a step that leads nowhere', () => {
  const CODE = {
    ...intentWithAction('wechat_pay_display_qr_code', { data: 'weixin://x' }),
    payment_method_types: ['wechat_pay', 'alipay'],
  };

  it('has a way back to the list', async () => {
    const { click } = await openCheckout(CODE, RETURN);
    await click(m.pay.another);
    expect(heading()).toBe(m.pay.title);
  });

  it('has none where there is nothing else, or the shop only watches', async () => {
    const { answerNext } = await openCheckout(
      { ...CODE, payment_method_types: ['wechat_pay'] },
      RETURN,
    );
    expect(screen.queryByRole('button', { name: m.pay.another })).toBeNull();
    await answerNext(CODE);
    expect(screen.getByRole('button', { name: m.pay.another })).toBeTruthy();
  });

  it('shows what comes next, in place of the list, as soon as there is something', async () => {
    const { click, answerNext } = await openCheckout(CODE, RETURN);
    await click(m.pay.another);
    await answerNext(LEAVES);
    expect(screen.queryByRole('radio')).toBeNull();
  });
});
