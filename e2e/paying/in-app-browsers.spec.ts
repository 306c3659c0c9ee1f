import type { Page } from '@playwright/test';
import { en } from '../../src/locales/en.ts';
import {
  ALIPAY,
  authorize,
  INSTAGRAM,
  IPHONE,
  onAnotherDevice,
  WECHAT,
} from '../support/customer.ts';
import { copyPageUrl } from '../support/customerJourneys.ts';
import { expect, FACES, type Face, Shop, test } from '../support/shop.ts';
import { installBridge, invoked } from '../support/wechatBridge.ts';

const INSIDE = {
  gateway: 'wooshpay',
  method: 'wechat_pay',
  currency: 'cny',
  options: { openid: 'o1' },
} as const;
const H5 = { ...INSIDE, options: { terminal_type: 'WAP' } };
const ALIPAY_ORDER = { gateway: 'wooshpay', method: 'alipay', currency: 'cny' } as const;

/** Opens the page's address in a browser proper, and pays there. */
async function takeToSafari(page: Page): Promise<void> {
  const url = await copyPageUrl(page);
  await onAnotherDevice(page, async (safari) => {
    await safari.goto(url);
    await firstLink(safari).tap();
    await authorize(safari);
    await new Shop(safari).expectPhase('succeeded');
  });
}

/** The way that the widget recommends. */
const firstLink = (page: Page) => page.locator('.paystep').getByRole('link').first();

test.describe('in WeChat', () => {
  test.use(WECHAT);

  for (const face of Object.keys(FACES) as Face[]) {
    test(`WeChat’s own sheet comes up once by itself, and pays, by ${face}`, async ({ shop }) => {
      await shop.stopPolling();
      const order = await shop.order(INSIDE);
      const { payload } = await shop.nextAction(order);
      await installBridge(shop.page, order, 'ok');
      await shop.open(face, order);
      await shop.expectPhase('succeeded');
      expect(await invoked(shop.page)).toEqual([['getBrandWCPayRequest', payload]]);
      const completed = (await shop.pageEvents()).filter(({ outcome }) => outcome);
      expect(completed).toMatchObject([{ outcome: 'succeeded' }]);
    });
  }

  test('WeChat’s answer is no success: only the gateway’s is', async ({ shop, page }) => {
    await shop.stopPolling();
    const order = await shop.order(INSIDE);
    await installBridge(page, order, 'ok', { unpaid: true });
    await shop.open('script tag', order);
    // Once at first, and once more at WeChat's word.
    await expect.poll(() => shop.reads(order)).toBe(2);
    await expect(page.getByRole('button', { name: en.iHavePaid })).toBeVisible();
    await shop.expectPhase('action');
    await shop.simulate(order, 'succeed');
    await page.getByRole('button', { name: en.iHavePaid }).tap();
    await shop.expectPhase('succeeded');
  });

  for (const [sheet, text] of [
    ['cancel', en.wechat.canceled],
    ['fail', en.wechat.failed],
  ] as const) {
    test(`a sheet that ends with “${sheet}” is explained and can be opened again`, async ({
      shop,
      page,
    }) => {
      await shop.stopPolling();
      const order = await shop.order(INSIDE);
      await installBridge(page, order, sheet);
      await shop.open('script tag', order);
      await expect(shop.widget).toContainText(text);
      await shop.expectPhase('action');
      await page.evaluate(() => Object.assign(window, { sheet: 'ok' }));
      await page.getByRole('button', { name: en.wechat.pay }).tap();
      await shop.expectPhase('succeeded');
      expect(await invoked(page)).toHaveLength(2);
    });
  }

  test('the sheet does not come up a second time by itself after a reload', async ({
    shop,
    page,
  }) => {
    const order = await shop.order(INSIDE);
    await installBridge(page, order, 'cancel');
    await shop.open('script tag', order);
    await expect(shop.widget).toContainText(en.wechat.canceled);
    await page.reload();
    await expect(page.getByRole('button', { name: en.wechat.pay })).toBeVisible();
    expect(await invoked(page)).toEqual([]);
  });

  test('a bridge that comes after the page is waited for', async ({ shop, page }) => {
    // Lest it be found only when the wait for it ends.
    await shop.stopPolling();
    const order = await shop.order(INSIDE);
    await installBridge(page, order, 'ok', { late: true });
    await shop.open('script tag', order);
    await expect(page.getByRole('heading', { name: en.wechat.opening })).toBeVisible();
    await page.evaluate(() => (window as never as { insertBridge(): void }).insertBridge());
    await shop.expectPhase('succeeded');
  });

  test('a bridge that never comes is waited for five seconds', async ({ shop, page }) => {
    await page.clock.install();
    await shop.open('script tag', await shop.order(INSIDE));
    const opening = page.getByRole('heading', { name: en.wechat.opening });
    await expect(opening).toBeVisible();
    await page.clock.fastForward(5_000);
    await expect(shop.widget).toContainText(en.wechat.failed);
    await expect(page.getByRole('button', { name: en.wechat.pay })).toBeVisible();
  });

  for (const [request, text] of [
    [ALIPAY_ORDER, en.app.refused('Alipay')],
    [{ ...ALIPAY_ORDER, method: 'alipayplus', currency: 'hkd' }, en.app.refused('Alipay+')],
    [H5, en.app.browser],
  ] as const) {
    test(`the page of ${request.method} is refused there, and works in a browser`, async ({
      shop,
      page,
    }) => {
      await shop.stopPolling();
      await shop.open('script tag', await shop.order(request));
      await expect(shop.widget).toHaveAttribute('data-step', 'app');
      await expect(shop.widget).toContainText(text);
      await expect(shop.widget).toContainText(en.app.browser);
      await takeToSafari(page);
      await page.getByRole('button', { name: en.iHavePaid }).tap();
      await shop.expectPhase('succeeded');
    });
  }
});

test.describe('in Alipay', () => {
  test.use(ALIPAY);

  test('its own page opens at once', async ({ shop, page }) => {
    await shop.open('script tag', await shop.order(ALIPAY_ORDER));
    await page.waitForURL(/\/sandbox\/wallet\//);
    await authorize(page);
    await page.waitForURL(/\/return\.html/);
    await shop.expectPhase('succeeded');
  });

  test('Alipay+ is a page to open there', async ({ shop, page }) => {
    const order = await shop.order({ ...ALIPAY_ORDER, method: 'alipayplus', currency: 'hkd' });
    await shop.open('script tag', order);
    await expect(shop.widget).toHaveAttribute('data-step', 'app');
    await firstLink(page).tap();
    await authorize(page);
    await page.waitForURL(/\/return\.html/);
    await shop.expectPhase('succeeded');
  });
});

test.describe('in Instagram', () => {
  test.use(INSTAGRAM);

  test('the customer learns that an app which does not open may open from a browser', async ({
    shop,
    page,
  }) => {
    // The app around the page takes the tap and opens nothing.
    await page.route('**/sandbox/wallet/**', (route) => route.fulfill({ status: 204 }));
    await page.clock.install();
    const order = await shop.order(ALIPAY_ORDER);
    await shop.open('script tag', order);
    await expect(shop.widget).toContainText(en.app.text('Alipay'));
    await expect(shop.widget).not.toContainText(en.app.browser);
    await firstLink(page).tap();
    await page.clock.fastForward(2_600);
    const help = shop.widget.locator('.ps-help');
    for (const text of [en.app.stuck, en.app.missing('Alipay'), en.app.browser]) {
      await expect(help).toContainText(text);
    }
    await takeToSafari(page);
    await shop.expectPhase('succeeded');
  });

  test('a bank’s page opens at once, as in any browser', async ({ shop, page }) => {
    await shop.open('script tag', await shop.order({ ...ALIPAY_ORDER, method: 'dana' }));
    await page.waitForURL(/\/sandbox\/wallet\//);
    await authorize(page);
    await shop.expectPhase('succeeded');
  });
});

test.describe('WeChat’s page for browsers in Safari', () => {
  test.use(IPHONE);

  for (const face of Object.keys(FACES) as Face[]) {
    test(`gets the shop’s Referer, and pays, by ${face}`, async ({ shop, page }) => {
      const order = await shop.order(H5);
      const { payload } = await shop.nextAction(order);
      expect((await page.request.get(payload.url)).status()).toBe(403);
      await shop.open(face, order);
      const [answer] = await Promise.all([
        page.waitForResponse(payload.url),
        firstLink(page).tap(),
      ]);
      expect(answer.status()).toBe(200);
      expect(await answer.request().headerValue('referer')).toMatch(/^http:\/\/localhost:\d+\//);
      await authorize(page);
      await page.waitForURL(/\/return\.html/);
      await shop.expectPhase('succeeded');
    });
  }

  test('opens again after the customer went back from it without paying', async ({
    shop,
    page,
  }) => {
    await shop.open('script tag', await shop.order(H5));
    const open = firstLink(page);
    await open.tap();
    await page.getByRole('button', { name: 'Go back without paying yet' }).tap();
    await page.waitForURL(/\/return\.html/);
    await shop.expectPhase('action');
    await open.tap();
    await page.waitForURL(/\/sandbox\/wechat\//);
    await authorize(page);
    await page.waitForURL(/\/return\.html/);
    await shop.expectPhase('succeeded');
  });
});
