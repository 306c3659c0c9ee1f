import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import { qrPath } from '../../src/react/qr/qrPath.ts';
import { expect, FACES, type Face, type Shop, test } from '../support/shop.ts';

const ORDER = { gateway: 'wooshpay', method: 'wechat_pay', currency: 'cny' } as const;

async function scan(shop: Shop): Promise<string | undefined> {
  const code = shop.page.getByRole('img', { name: /QR code/ });
  await expect(code).toBeVisible();
  const { data, width, height } = PNG.sync.read(await code.screenshot());
  return jsqr(new Uint8ClampedArray(data), width, height)?.data;
}

for (const face of Object.keys(FACES) as Face[]) {
  test.describe(`a WeChat QR code by ${face}`, () => {
    test('is paid by scanning what is on the screen', async ({ shop, page }) => {
      const order = await shop.order(ORDER);
      await shop.open(face, order);
      const url = await scan(shop);
      const phone = await page.context().newPage();
      await phone.goto(String(url));
      await phone.getByRole('button', { name: /pay/i }).first().click();
      await shop.expectPhase('succeeded');
      await expect(shop.widget).toContainText('Payment complete');
      await expect(shop.widget).toContainText('CN¥20.99');
      const events = await shop.pageEvents();
      expect(events.filter(({ outcome }) => outcome)).toMatchObject([{ outcome: 'succeeded' }]);
    });

    test('shows a failed payment', async ({ shop }) => {
      const order = await shop.order(ORDER);
      await shop.open(face, order);
      await shop.expectPhase('action');
      await shop.simulate(order, 'fail');
      await shop.expectPhase('failed');
      await expect(shop.widget).toContainText('did not go through');
      expect(await shop.pageEvents()).toContainEqual(
        expect.objectContaining({ type: 'failure', outcome: 'failed' }),
      );
    });

    test('survives a reload in the middle', async ({ shop, page }) => {
      const order = await shop.order(ORDER);
      await shop.open(face, order);
      const before = await scan(shop);
      await page.reload();
      expect(await scan(shop)).toBe(before);
      await shop.simulate(order, 'succeed');
      await shop.expectPhase('succeeded');
    });
  });
}

test('the code on the screen is the data of the intent, in both dialects', async ({
  shop,
  page,
}) => {
  for (const gateway of ['stripe', 'wooshpay'] as const) {
    const order = await shop.order({ ...ORDER, gateway });
    const answer = page.waitForResponse((response) => response.url().includes('/payment_intents/'));
    await shop.open('script tag', order);
    const { next_action } = await (await answer).json();
    expect(await scan(shop)).toBe(next_action.wechat_pay_display_qr_code.data);
  }
});

test('a payment that the shop canceled and one that is processing have screens of their own', async ({
  shop,
}) => {
  const order = await shop.order(ORDER);
  await shop.open('script tag', order);
  await shop.expectPhase('action');
  await shop.simulate(order, 'process');
  await shop.expectPhase('processing');
  await shop.simulate(order, 'succeed');
  await shop.expectPhase('succeeded');
  const other = await shop.order(ORDER);
  await shop.open('script tag', other);
  await shop.expectPhase('action');
  await shop.simulate(other, 'cancel');
  await shop.expectPhase('canceled');
});

test('Stripe’s other codes are drawn as well', async ({ shop }) => {
  for (const [method, currency] of Object.entries({ paynow: 'sgd', pix: 'brl', swish: 'sek' })) {
    const order = await shop.order({ gateway: 'stripe', method, currency });
    await shop.open('script tag', order);
    expect(await scan(shop)).toContain('/sandbox/qr/');
  }
});

test('codes of every size equal those of the full library', async ({ page }) => {
  // The gateway knows none of these payments, and its word would take the code away.
  await page.route('**/v1/payment_intents/**', () => {});
  await page.goto('/checkout.html?order=none');
  await page.waitForFunction(() => 'Paystep' in window);
  // Byte mode, level M: versions 1 to 40 hold 14 to 2331 bytes.
  for (const length of [1, 14, 15, 180, 181, 213, 214, 700, 1500, 2331]) {
    const data = 'weixin://'.repeat(300).slice(0, length);
    const drawn = await page.evaluate(async (text) => {
      document.querySelector('main')?.replaceChildren();
      window.Paystep.mount('main', {
        gateway: 'stripe',
        publishableKey: 'pk_test_1',
        clientSecret: `pi_${text.length}_secret_none`,
        apiBase: '/stripe',
        initialIntent: {
          id: `pi_${text.length}`,
          status: 'requires_action',
          next_action: {
            type: 'wechat_pay_display_qr_code',
            wechat_pay_display_qr_code: { data: text },
          },
        },
      });
      return new Promise<string | null>((resolve) => {
        const checkPaint = () => {
          const root = document.querySelector('paystep-checkout')?.shadowRoot;
          const path = root?.querySelector('.ps-qr path:last-child')?.getAttribute('d');
          if (path) resolve(path);
          else requestAnimationFrame(checkPaint);
        };
        checkPaint();
      });
    }, data);
    expect(drawn, `${length} bytes`).toBe(qrPath(data)?.path);
  }
});
