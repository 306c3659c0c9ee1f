import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { type Json, QR } from '../../checkout/testing/createTestCheckout.ts';
import { STRIPE_VERSION } from '../../gateway/stripe.ts';
import { en as m } from '../../locales/index.ts';
import { passTime } from '../testing/clock.ts';
import { heading, type Options } from '../testing/openCheckout.tsx';
import { chosen, openUnpaid, unpaid } from '../testing/unpaid.tsx';

const CARD = { id: 'pm_1', type: 'card', card: { last4: '4242' } };

const ready = (payment_method: unknown, more: Json = {}, options: Options = {}) =>
  openUnpaid(['card', 'alipay'], options, {
    status: 'requires_confirmation',
    payment_method,
    ...more,
  });

describe('a payment whose method is on it already', () => {
  it('says with what and how much is paid, and pays with a press', async () => {
    const { click, sent, confirmWith } = await ready(CARD);
    confirmWith(QR);
    expect(heading()).toBe(m.pay.confirm);
    expect(screen.getByText('Card ending in 4242')).toBeTruthy();
    await click('Pay CN¥20.99');
    await passTime();
    expect(sent).toEqual([
      {
        key: 'pk_test_1',
        ...STRIPE_VERSION,
        client_secret: 'pi_1_secret_2',
        return_url: 'https://shop.example/return',
      },
    ]);
  });

  it.each([
    ['a wallet', { id: 'pm_1', type: 'alipay' }, 'Alipay'],
    ['only an id', 'pm_1', null],
  ])('says as much as is known of %s', async (_, method, words) => {
    await ready(method);
    expect(heading()).toBe(m.pay.confirm);
    expect(screen.queryByText(/ending in|null|undefined/)).toBeNull();
    if (words) expect(screen.getByText(words)).toBeTruthy();
  });

  it('is named once it is known, which is asked for at once and once only', async () => {
    const asked: boolean[] = [];
    const retrieve = async (_: string, { expand }: { expand: boolean }) => {
      asked.push(expand);
      const payment_method = expand ? CARD : CARD.id;
      return unpaid(['card', 'alipay'], { status: 'requires_confirmation', payment_method });
    };
    await ready(null, {}, { gateway: 'stripe', retrieve });
    await passTime();
    expect(screen.getByText('Card ending in 4242')).toBeTruthy();
    expect(asked).toEqual([false, true]);
    await passTime(10_000);
    expect(screen.getByText('Card ending in 4242')).toBeTruthy();
    expect(asked.slice(2)).toContain(false);
    expect(asked.slice(2)).not.toContain(true);
  });

  it('tells Stripe what it wants to know for WeChat', async () => {
    const { click, sent, confirmWith } = await ready({ id: 'pm_1', type: 'wechat_pay' });
    confirmWith(QR);
    await click('Pay CN¥20.99');
    await passTime();
    expect(sent).toMatchObject([{ 'payment_method_options[wechat_pay][client]': 'web' }]);
  });

  it('can be paid another way', async () => {
    const { click } = await ready(CARD);
    await click(m.pay.another);
    expect(heading()).toBe(m.pay.title);
    expect(chosen()).toBe('alipay');
  });

  it('can be gone back to from the list', async () => {
    const { click } = await ready(CARD);
    await click(m.pay.another);
    await click(m.pay.back);
    expect(heading()).toBe(m.pay.confirm);
  });

  it('has no other way where the only one is its own', async () => {
    const method = { id: 'pm_1', type: 'alipay' };
    await ready(method, { payment_method_types: ['alipay'] });
    expect(screen.queryByRole('button', { name: m.pay.another })).toBeNull();
  });

  it('has no other way where none is offered', async () => {
    await openUnpaid(['card'], {}, { status: 'requires_confirmation', payment_method: CARD });
    expect(screen.queryByRole('button', { name: m.pay.another })).toBeNull();
  });

  it('is the server’s to confirm where only that may', async () => {
    await ready(CARD, { confirmation_method: 'manual' });
    expect(heading()).toBe(m.processing.title);
    expect(screen.queryByRole('button', { name: /Pay/ })).toBeNull();
  });

  it('is not offered where the shop only watches', async () => {
    await ready(CARD, {}, { paymentMethodTypes: [] });
    expect(screen.queryByRole('button', { name: /Pay/ })).toBeNull();
  });

  it('shows a decline with the ways on', async () => {
    const { click, decline } = await ready(CARD);
    decline({
      id: 'pi_1',
      status: 'requires_payment_method',
      payment_method_types: ['card', 'alipay'],
      last_payment_error: { code: 'card_declined', payment_method: CARD },
    });
    await click('Pay CN¥20.99');
    await passTime();
    expect(heading()).toBe(m.failed.title);
    expect(screen.getByRole('button', { name: m.pay.another })).toBeTruthy();
  });

  it('says plainly that it was refused', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { click, confirmWith } = await ready(CARD);
    confirmWith({ http: 403 });
    await click('Pay CN¥20.99');
    await passTime();
    expect(screen.getByText(m.pay.refused)).toBeTruthy();
  });
});
