import type { Page } from '@playwright/test';
import { en } from '../../src/locales/en.ts';
import {
  expect,
  FACES,
  type Face,
  intentId,
  type Order,
  type Shop,
  test,
} from '../support/shop.ts';

const MINUTES = 60_000;
const PIX = { gateway: 'stripe', method: 'pix', currency: 'brl' } as const;

/** A device whose clock is ahead of the gateway's, or behind it. */
const setClock = (page: Page, ahead: number) => page.clock.install({ time: Date.now() + ahead });

const code = (page: Page) => page.getByRole('img', { name: /QR code/ });

async function confirms(shop: Shop, order: Order): Promise<number> {
  const response = await shop.page.request.get(`/sandbox/intents/${intentId(order)}`);
  const { calls } = await response.json();
  return calls.filter(({ name }: { name: string }) => name === 'confirm').length;
}

for (const face of Object.keys(FACES) as Face[]) {
  test.describe(`by ${face}`, () => {
    test('a code is good on a device that is 20 minutes fast, and is paid', async ({
      shop,
      page,
    }) => {
      await setClock(page, 20 * MINUTES);
      const order = await shop.order({ ...PIX, expiresAfterSeconds: 600 });
      await shop.open(face, order);
      await expect(code(page)).toBeVisible();
      await expect(page.getByRole('button', { name: en.picture.copy })).toBeVisible();
      await expect(page.getByRole('timer')).toHaveCount(0);
      await page.clock.runFor(30_000);
      await expect(code(page)).toBeVisible();
      await expect(shop.widget).not.toContainText(en.expired.title);
      await shop.simulate(order, 'succeed');
      await page.clock.runFor(20_000);
      await shop.expectPhase('succeeded');
    });

    test('a device that is 20 minutes slow counts down by the gateway’s time', async ({
      shop,
      page,
    }) => {
      await setClock(page, -20 * MINUTES);
      const order = await shop.order({ ...PIX, expiresAfterSeconds: 600 });
      await shop.open(face, order);
      await expect(page.getByRole('timer')).toHaveText(/^Expires in (10:0\d|9:\d\d)$/);
    });
  });
}

test('a code ends when the gateway says so, also on a device that is fast', async ({
  shop,
  page,
}) => {
  await setClock(page, 20 * MINUTES);
  const order = await shop.order({ ...PIX, expiresAfterSeconds: 600 });
  await shop.open('script tag', order);
  await expect(code(page)).toBeVisible();
  await shop.simulate(order, 'expire');
  await page.clock.runFor(20_000);
  await shop.expectPhase('failed');
  await expect(shop.widget).toContainText(en.failed.expired);
});

for (const [direction, milliseconds] of [
  ['forward', 60 * MINUTES],
  ['back', -60 * MINUTES],
] as const) {
  test(`a clock that is set ${direction} while the code is open ends nothing`, async ({
    shop,
    page,
  }) => {
    await page.clock.install();
    const order = await shop.order({ ...PIX, expiresAfterSeconds: 600 });
    await shop.open('script tag', order);
    await expect(page.getByRole('timer')).toBeVisible();
    await page.clock.setSystemTime(Date.now() + milliseconds);
    await page.clock.runFor(30_000);
    await expect(code(page)).toBeVisible();
    await expect(shop.widget).not.toContainText(en.expired.title);
    await shop.simulate(order, 'succeed');
    await page.clock.runFor(20_000);
    await shop.expectPhase('succeeded');
  });
}

test('a new code is got once, and shown, on a device that is fast', async ({ shop, page }) => {
  await setClock(page, 20 * MINUTES);
  const order = await shop.order({ gateway: 'wooshpay', methods: ['wechat_pay'], currency: 'cny' });
  let ends = Math.floor(Date.now() / 1000) + 600;
  await page.route('**/v1/payment_intents/**', async (route) => {
    const response = await route.fetch();
    const json = await response.json();
    const payload = json.next_action?.wechat_pay_display_qr_code;
    if (payload) payload.expires_at = ends;
    await route.fulfill({ response, json });
  });
  await shop.open('script tag', order);
  await page.getByRole('button', { name: en.pay.code }).click();
  await expect(code(page)).toBeVisible();
  await expect(shop.widget).toContainText(en.expired.appSays);
  expect(await confirms(shop, order)).toBe(1);
  ends += 600;
  await page.getByRole('button', { name: en.expired.newCode }).click();
  await expect.poll(() => confirms(shop, order)).toBe(2);
  await expect(code(page)).toBeVisible();
  await page.clock.runFor(60_000);
  expect(await confirms(shop, order)).toBe(2);
  await expect(shop.widget).not.toContainText(en.expired.title);
});

test('a voucher outlasts a device that is four days fast', async ({ shop, page }) => {
  await setClock(page, 4 * 24 * 60 * MINUTES);
  const voucher = await shop.order({ gateway: 'stripe', method: 'oxxo', currency: 'mxn' });
  await shop.open('script tag', voucher);
  await shop.expectPhase('action');
  await expect(shop.widget).toContainText(en.voucher.waiting);
  await page.clock.runFor(60_000);
  await expect(shop.widget).not.toContainText(en.voucher.expired);
});
