import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { intent, QR } from '../../../checkout/testing/createTestCheckout.ts';
import { en as m } from '../../../locales/index.ts';
import { passTime } from '../../testing/clock.ts';
import { heading, type Options } from '../../testing/openCheckout.tsx';
import { chosen, field, isWrong, openUnpaid } from '../../testing/unpaid.tsx';

describe('a card', () => {
  const cardFields = <input aria-label="Card number" />;

  it('is paid with what the merchant makes of its own fields', async () => {
    const createPaymentMethod = vi.fn(async () => 'pm_1');
    const { click, sent, confirmWith } = await openUnpaid(['card'], {
      cardFields,
      createPaymentMethod,
    });
    confirmWith(QR);
    expect(field('Card number')).toBeTruthy();
    await click('Pay CN¥20.99');
    await passTime();
    expect(createPaymentMethod).toHaveBeenCalledWith('card', { signal: expect.any(AbortSignal) });
    expect(sent).toMatchObject([{ payment_method: 'pm_1' }]);
  });

  it('is paid with a ConfirmationToken, and what the customer has agreed to beside it', async () => {
    const { click, sent, confirmWith, user } = await openUnpaid(['card'], {
      createPaymentMethod: async () => 'ctoken_1',
      setupFutureUsage: 'off_session',
      consent: 'Keep my card',
    });
    confirmWith(QR);
    await user.click(screen.getByRole('checkbox'));
    await click('Pay CN¥20.99');
    await passTime();
    expect(sent).toMatchObject([
      {
        confirmation_token: 'ctoken_1',
        use_stripe_sdk: 'false',
        setup_future_usage: 'off_session',
        return_url: 'https://shop.example/return',
      },
    ]);
    expect(Object.keys(sent[0] ?? {})).not.toContain('payment_method');
  });

  it('keeps the merchant’s fields on the page while another method is looked at', async () => {
    const { user } = await openUnpaid(['card', 'alipay'], {
      cardFields,
      createPaymentMethod: async () => 'pm_1',
    });
    const input = field('Card number');
    await user.type(input, '4242');
    await user.click(screen.getByRole('radio', { name: 'Alipay' }));
    await user.click(screen.getByRole('radio', { name: m.pay.card }));
    expect(field('Card number')).toBe(input);
    expect(input.value).toBe('4242');
  });

  it('shows what the merchant’s fields say is wrong', async () => {
    const { click, sent } = await openUnpaid(['card'], {
      createPaymentMethod: () => Promise.reject(new Error('Your card number is incomplete.')),
    });
    await click('Pay CN¥20.99');
    await passTime();
    expect(screen.getByText('Your card number is incomplete.')).toBeTruthy();
    expect(sent).toEqual([]);
  });

  it('is not paid by somebody who has left meanwhile', async () => {
    let signal: AbortSignal | undefined;
    let give = (_: string) => {};
    const { click, sent, unmount } = await openUnpaid(['card'], {
      createPaymentMethod: (_, options) => {
        signal = options.signal;
        return new Promise((resolve) => {
          give = resolve;
        });
      },
    });
    await click('Pay CN¥20.99');
    unmount();
    expect(signal?.aborted).toBe(true);
    give('pm_1');
    await passTime();
    expect(sent).toEqual([]);
  });
});

const PAY = 'Pay CN¥20.99';

describe('what the merchant’s fields cannot make a payment method of', () => {
  const failing = async (createPaymentMethod: Options['createPaymentMethod']) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const page = await openUnpaid(['card'], { createPaymentMethod });
    await page.click(PAY);
    await passTime();
    const said = document.querySelector('.ps-problem[role=alert]')?.textContent;
    return { ...page, said, log };
  };

  it.each([
    ['an error', new Error('Your card is incomplete.')],
    // `const { error } = await stripe.createPaymentMethod(…); if (error) throw error;`
    ['an error of Stripe’s, a plain object', { message: 'Your card is incomplete.', type: 'x' }],
  ])('is told in its own words, by %s', async (_, reason) => {
    const { said, sent } = await failing(() => Promise.reject(reason));
    expect(said).toBe('Your card is incomplete.');
    expect(sent).toEqual([]);
  });

  it('is told in the fields themselves where it is resolved with null', async () => {
    const { said, sent, log } = await failing(async () => null);
    expect(said).toBe('');
    expect(sent).toEqual([]);
    expect(log).not.toHaveBeenCalled();
  });

  it.each([undefined, '', { id: 'pm_1' }])(
    'is a matter for the developer where it is resolved with %j',
    async (given) => {
      const { said, sent, log } = await failing(async () => given as never);
      expect(said).toBe(m.pay.refused);
      expect(sent).toEqual([]);
      const why = expect.objectContaining({ message: expect.stringContaining('an id') });
      expect(log).toHaveBeenCalledWith(expect.stringMatching(/^Paystep/), why);
    },
  );

  it.each([
    ['a mistake in the program', new TypeError("Cannot read properties of undefined ('id')")],
    ['a network that is down', new TypeError('Failed to fetch')],
    ['nothing', undefined],
  ])('is a matter for the developer where it is %s', async (_, reason) => {
    const { said, log } = await failing(() => Promise.reject(reason));
    expect(said).toBe(m.pay.refused);
    expect(log).toHaveBeenCalledWith(expect.stringMatching(/^Paystep/), reason);
  });

  it('can be mended and sent again, with the focus where it was', async () => {
    const createPaymentMethod = vi.fn(async () => 'pm_1');
    createPaymentMethod.mockRejectedValueOnce(new Error('Incomplete.'));
    const { click, sent, confirmWith } = await failing(createPaymentMethod);
    confirmWith(QR);
    expect(document.activeElement?.textContent).toBe(PAY);
    await click(PAY);
    await passTime();
    expect(sent).toMatchObject([{ payment_method: 'pm_1' }]);
  });
});

describe('a payment method that takes its time', () => {
  it('is waited for in StrictMode, too', async () => {
    let signal: AbortSignal | undefined;
    const createPaymentMethod = vi.fn(
      async (_: string, options: { readonly signal: AbortSignal }) => {
        signal = options.signal;
        return 'pm_1';
      },
    );
    const { click, sent, confirmWith } = await openUnpaid(['card'], {
      createPaymentMethod,
      strict: true,
    });
    confirmWith({ after: 100, gives: QR });
    await click(PAY);
    await passTime();
    expect(createPaymentMethod).toHaveBeenCalledOnce();
    expect(signal?.aborted).toBe(false);
    await passTime(100);
    expect(sent).toHaveLength(1);
    expect(heading()).toBe('Pay with WeChat Pay');
  });

  it('is made once for two clicks', async () => {
    const createPaymentMethod = vi.fn(() => new Promise<string>(() => {}));
    const { user } = await openUnpaid(['card'], { createPaymentMethod });
    await user.dblClick(screen.getByRole('button', { name: PAY }));
    await passTime();
    expect(createPaymentMethod).toHaveBeenCalledOnce();
  });

  it('is given up for another method, which can be paid at once', async () => {
    let signal: AbortSignal | undefined;
    let give = (_: string) => {};
    const log = vi.spyOn(console, 'error');
    const { click, user, sent, confirmWith } = await openUnpaid(['card', 'wechat_pay'], {
      createPaymentMethod: (_, options) => {
        signal = options.signal;
        return new Promise((resolve) => {
          give = resolve;
        });
      },
    });
    confirmWith(QR);
    await click(PAY);
    await user.click(screen.getByRole('radio', { name: 'WeChat Pay' }));
    expect(signal?.aborted).toBe(true);
    expect(chosen()).toBe('wechat_pay');
    give('pm_late');
    await click(m.pay.code);
    await passTime();
    expect(sent).toMatchObject([{ 'payment_method_data[type]': 'wechat_pay' }]);
    expect(heading()).toBe('Pay with WeChat Pay');
    expect(log).not.toHaveBeenCalled();
  });

  it('holds the choice once the confirm is sent', async () => {
    const { click, user, sent, confirmWith } = await openUnpaid(['wechat_pay', 'alipay']);
    confirmWith({ after: 3_000, gives: QR });
    await click(m.pay.code);
    await user.click(screen.getByRole('radio', { name: 'Alipay' }));
    expect(chosen()).toBe('wechat_pay');
    await passTime(3_000);
    expect(sent).toHaveLength(1);
    expect(heading()).toBe('Pay with WeChat Pay');
  });

  it('is not charged where the payment was made elsewhere meanwhile', async () => {
    let give = (_: string) => {};
    let signal: AbortSignal | undefined;
    const { click, answerNext, sent } = await openUnpaid(['card'], {
      createPaymentMethod: (_, options) => {
        signal = options.signal;
        return new Promise((resolve) => {
          give = resolve;
        });
      },
    });
    await click(PAY);
    await answerNext(intent({ status: 'succeeded' }));
    expect(signal?.aborted).toBe(true);
    give('pm_1');
    await passTime();
    expect(sent).toEqual([]);
    expect(heading()).toBe(m.succeeded.title);
  });
});

describe('a debit that the shop names and has the fields for', () => {
  it('is confirmed with the customer’s word for its mandate', async () => {
    const { click, sent, confirmWith } = await openUnpaid(['card', 'sepa_debit'], {
      paymentMethodTypes: ['sepa_debit'],
      createPaymentMethod: async (type) => `pm_${type}`,
    });
    confirmWith(intent({ status: 'processing' }));
    await click(PAY);
    await passTime();
    expect(sent).toMatchObject([
      {
        payment_method: 'pm_sepa_debit',
        'mandate_data[customer_acceptance][type]': 'online',
        'mandate_data[customer_acceptance][online][infer_from_client]': 'true',
      },
    ]);
  });
});

it('the merchant’s fields are no fields of ours: nothing in them is looked at', async () => {
  const { user } = await openUnpaid(['card', 'konbini'], {
    cardFields: <input aria-label="Card number" required />,
    createPaymentMethod: async () => 'pm_1',
  });
  await user.click(screen.getByRole('radio', { name: 'Konbini' }));
  expect(field('Card number').closest('[hidden]')).not.toBeNull();
  await user.click(screen.getByRole('button', { name: m.pay.voucher }));
  expect(isWrong(m.pay.fields.name)).toBe(true);
  expect(document.activeElement).toBe(field(m.pay.fields.name));
});
