import { ALIPAY, authorize, elsewhere, INSTAGRAM, IPHONE, WECHAT } from './customer.ts';
import { expect, FACES, type Face, test } from './shop.ts';
import { copyAddress } from './ways.ts';
import { installBridge, invoked } from './wechat.ts';

const INSIDE = {
  gateway: 'wooshpay',
  method: 'wechat_pay',
  currency: 'cny',
  options: { openid: 'o1' },
} as const;
const H5 = { ...INSIDE, options: { terminal_type: 'WAP' } };
const ALIPAY_ORDER = { gateway: 'wooshpay', method: 'alipay', currency: 'cny' } as const;
const MENU = 'Open this page in your browser: tap the menu (⋯ or ⋮), then “Open in browser”.';

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
      const completed = (await shop.told()).filter(({ type }) => type === 'complete');
      expect(completed).toMatchObject([{ outcome: 'succeeded' }]);
    });
  }

  test('WeChat’s word alone is no success: the gateway’s is', async ({ shop, page }) => {
    await shop.stopPolling();
    const order = await shop.order(INSIDE);
    await installBridge(page, order, 'ok', { unpaid: true });
    await shop.open('script tag', order);
    await expect(page.getByRole('button', { name: 'Pay with WeChat Pay' })).toBeVisible();
    await shop.expectPhase('action');
    await shop.simulate(order, 'succeed');
    await page.getByRole('button', { name: 'I have paid' }).tap();
    await shop.expectPhase('succeeded');
  });

  for (const [sheet, words] of [
    ['cancel', 'WeChat Pay was closed before the payment was made.'],
    ['fail', 'WeChat Pay could not be opened.'],
  ] as const) {
    test(`a sheet that ends with “${sheet}” says so and can be opened again`, async ({
      shop,
      page,
    }) => {
      await shop.stopPolling();
      const order = await shop.order(INSIDE);
      await installBridge(page, order, sheet);
      await shop.open('script tag', order);
      await expect(shop.widget).toContainText(words);
      await shop.expectPhase('action');
      await page.evaluate(() => Object.assign(window, { sheet: 'ok' }));
      await page.getByRole('button', { name: 'Pay with WeChat Pay' }).tap();
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
    await expect(shop.widget).toContainText('WeChat Pay was closed');
    await page.reload();
    await expect(page.getByRole('button', { name: 'Pay with WeChat Pay' })).toBeVisible();
    expect(await invoked(page)).toEqual([]);
  });

  test('a bridge that comes after the page is waited for', async ({ shop, page }) => {
    const order = await shop.order(INSIDE);
    await installBridge(page, order, 'ok', { late: true });
    await shop.open('script tag', order);
    await expect(page.getByRole('heading', { name: 'Opening WeChat Pay…' })).toBeVisible();
    await page.evaluate(() => (window as never as { arrive(): void }).arrive());
    await shop.expectPhase('succeeded');
  });

  test('a bridge that never comes is waited for five seconds', async ({ shop, page }) => {
    await page.clock.install();
    await shop.open('script tag', await shop.order(INSIDE));
    const opening = page.getByRole('heading', { name: 'Opening WeChat Pay…' });
    await expect(opening).toBeVisible();
    await page.clock.fastForward(5_000);
    await expect(shop.widget).toContainText('WeChat Pay could not be opened.');
    await expect(page.getByRole('button', { name: 'Pay with WeChat Pay' })).toBeVisible();
  });

  for (const [name, app, request] of [
    ['Alipay', 'Alipay', ALIPAY_ORDER],
    ['Alipay+', 'Alipay+', { ...ALIPAY_ORDER, method: 'alipayplus', currency: 'hkd' }],
    ['WeChat Pay', 'WeChat', H5],
  ] as const) {
    test(`${name}’s page is refused there, and works in a browser`, async ({ shop, page }) => {
      await shop.stopPolling();
      await shop.open('script tag', await shop.order(request));
      await expect(shop.widget).toHaveAttribute('data-step', 'app');
      await expect(shop.widget).toContainText(`${name} does not open inside this app.`);
      await expect(shop.widget).toContainText(MENU);
      const address = await copyAddress({ page });
      await elsewhere(page, async (safari) => {
        await safari.goto(address);
        await safari.getByRole('link', { name: `Open ${app}`, exact: true }).tap();
        await authorize(safari);
        await expect(safari.getByText('Payment complete')).toBeVisible();
      });
      await page.getByRole('button', { name: 'I have paid' }).tap();
      await shop.expectPhase('succeeded');
    });
  }

  test('who opens WeChat’s page for browsers all the same is told by it', async ({
    shop,
    page,
  }) => {
    await shop.open('script tag', await shop.order(H5));
    await page.getByRole('link', { name: 'Open WeChat', exact: true }).tap();
    await expect(page.getByRole('heading', { name: 'outside WeChat' })).toBeVisible();
  });
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
    await expect(shop.widget).toContainText('Confirm the payment in Alipay+');
    await page.getByRole('link', { name: 'Open Alipay+', exact: true }).tap();
    await authorize(page);
    await page.waitForURL(/\/return\.html/);
    await shop.expectPhase('succeeded');
  });
});

test.describe('in Instagram', () => {
  test.use(INSTAGRAM);

  test('an app that does not open is said to open from a browser', async ({ shop, page }) => {
    // The app around the page takes the tap and opens nothing.
    await page.route('**/sandbox/wallet/**', (route) => route.fulfill({ status: 204 }));
    await page.clock.install();
    const order = await shop.order(ALIPAY_ORDER);
    await shop.open('script tag', order);
    await expect(shop.widget).toContainText('Confirm the payment in Alipay, then come back here.');
    await expect(shop.widget).not.toContainText('Open this page in your browser');
    await page.getByRole('link', { name: 'Open Alipay', exact: true }).tap();
    await page.clock.fastForward(2_600);
    const help = page.getByRole('status').filter({ hasText: 'Did the app open?' });
    await expect(help).toContainText('If not, Alipay may not be installed on this phone.');
    await expect(help).toContainText(MENU);
    const address = await copyAddress({ page });
    await page.unroute('**/sandbox/wallet/**');
    await elsewhere(page, async (safari) => {
      await safari.goto(address);
      await safari.getByRole('link', { name: 'Open Alipay', exact: true }).tap();
      await authorize(safari);
      await expect(safari.getByText('Payment complete')).toBeVisible();
    });
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
    test(`is told the shop by the Referer, and pays, by ${face}`, async ({ shop, page }) => {
      const order = await shop.order(H5);
      const { payload } = await shop.nextAction(order);
      expect((await page.request.get(payload.url)).status()).toBe(403);
      await shop.open(face, order);
      const [answer] = await Promise.all([
        page.waitForResponse(payload.url),
        page.getByRole('link', { name: 'Open WeChat', exact: true }).tap(),
      ]);
      expect(answer.status()).toBe(200);
      expect(await answer.request().headerValue('referer')).toMatch(/^http:\/\/localhost:\d+\//);
      await authorize(page);
      await page.waitForURL(/\/return\.html/);
      await shop.expectPhase('succeeded');
    });
  }

  test('opens again for who went back from it without paying', async ({ shop, page }) => {
    await shop.open('script tag', await shop.order(H5));
    const open = page.getByRole('link', { name: 'Open WeChat', exact: true });
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
