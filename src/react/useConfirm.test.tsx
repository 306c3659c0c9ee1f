import { describe, expect, it, vi } from 'vitest';
import { intent, QR } from '../checkout/testing/createTestCheckout.ts';
import { createGateway } from '../gateway/index.ts';
import { STRIPE_VERSION } from '../gateway/stripe.ts';
import { passTime } from './testing/clock.ts';
import { renderUseCheckout } from './testing/renderUseCheckout.tsx';

const UNPAID = intent({ status: 'requires_payment_method', payment_method_types: ['alipay'] });
const PARAMS = { payment_method_data: { type: 'alipay' } };

describe('an app with a form of its own', () => {
  it('confirms, and sees what comes of it', async () => {
    const { checkout, confirmWith, sent, log } = await renderUseCheckout(UNPAID);
    confirmWith(QR);
    const result = checkout().confirm(PARAMS);
    await passTime();
    expect(await result).toEqual({ kind: 'updated' });
    expect(sent).toEqual([
      {
        key: 'pk_test_1',
        ...STRIPE_VERSION,
        client_secret: 'pi_1_secret_2',
        'payment_method_data[type]': 'alipay',
      },
    ]);
    expect(log).toEqual(['payable', 'action:qr']);
  });

  it.each([{ strict: false }, { strict: true }])(
    'has one function for one payment, whatever is rendered (%o)',
    async (options) => {
      const { checkout, change } = await renderUseCheckout(UNPAID, options);
      const { confirm, refetch } = checkout();
      await change({});
      expect(checkout()).toMatchObject({ confirm, refetch });
      await change({ clientSecret: 'pi_2_secret_2' });
      expect(checkout().confirm).not.toBe(confirm);
    },
  );

  it('confirms through the gateway that was rendered last', async () => {
    const { checkout, change, sent } = await renderUseCheckout(UNPAID);
    const { confirm } = checkout();
    const own = vi.fn(async () => QR);
    const fetch = async () => Response.json(UNPAID);
    await change({
      gateway: createGateway({
        gateway: 'stripe',
        publishableKey: 'pk_test_1',
        fetch,
        confirm: own,
      }),
    });
    void confirm(PARAMS);
    await passTime();
    expect(own).toHaveBeenCalledOnce();
    expect(sent).toEqual([]);
  });

  it.each([
    ['before the payment was read', 'pi_1_secret_2'],
    ['while there is no payment', null],
  ])('cannot confirm %s', async (_, clientSecret) => {
    const { checkout, sent } = await renderUseCheckout('silence', { clientSecret });
    await expect(checkout().confirm(PARAMS)).rejects.toThrow(TypeError);
    expect(sent).toEqual([]);
  });

  it('sends nothing more when its component has gone', async () => {
    const { checkout, confirmWith, sent, unmount } = await renderUseCheckout(UNPAID);
    confirmWith('offline');
    const { confirm } = checkout();
    const result = confirm(PARAMS);
    await passTime();
    expect(sent).toHaveLength(1);
    unmount();
    await passTime(60_000);
    expect(await result).toMatchObject({ kind: 'unknown' });
    expect(await confirm(PARAMS)).toMatchObject({ kind: 'unknown' });
    expect(sent).toHaveLength(1);
  });
});
