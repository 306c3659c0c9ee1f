import type { Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { en } from '../../src/locales/en.ts';
import { appName } from '../../src/locales/methods.ts';
import {
  authorize,
  INSTAGRAM,
  IPHONE,
  readClipboard,
  readCode,
  stopClock,
  WEB_VIEW,
  WECHAT,
} from '../support/customer.ts';
import { expect, FACES, type Face, type Shop, test } from '../support/shop.ts';

const APP = { gateway: 'wooshpay', method: 'alipayplus', currency: 'hkd' } as const;
const CODE = { gateway: 'stripe', method: 'wechat_pay', currency: 'cny' } as const;
const WALLET = '**/sandbox/wallet/**';
const APP_NAME = appName(APP.method, en);

/** The phone takes the address for the app's own and opens the app: the page stays where it is. */
const takeOver = (page: Page) => page.route(WALLET, (route) => route.fulfill({ status: 204 }));

/** Another app comes to the front of the phone, or leaves it. */
async function cover(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: now });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}

async function openApp(shop: Shop, face: Face = 'script tag') {
  const { page } = shop;
  await takeOver(page);
  const order = await shop.order(APP);
  await shop.open(face, order);
  const link = page.getByRole('link', { name: en.app.open(APP_NAME), exact: true });
  await expect(link).toBeVisible();
  return { order, link };
}

test.describe('an app', () => {
  test.use(IPHONE);

  test('that does not come to the front brings up help after 2.5 seconds', async ({
    shop,
    page,
  }) => {
    await page.clock.install();
    const { link } = await openApp(shop);
    await stopClock(page);
    await page.clock.runFor(10_000);
    await expect(shop.widget).not.toContainText(en.app.stuck);
    await link.tap();
    await page.clock.runFor(2_400);
    await expect(shop.widget).not.toContainText(en.app.stuck);
    await page.clock.runFor(200);
    const help = shop.widget.locator('.ps-help');
    await expect(help).toContainText(en.app.stuck);
    await expect(help).toContainText(en.app.missing(APP_NAME));
    await expect(help).not.toContainText(en.app.browser);
    // Said to those who do not see it, too.
    await expect(page.getByRole('status').filter({ hasText: en.app.stuck })).toHaveCount(1);
    await expect(link).toBeVisible();
  });

  test('that comes to the front brings up no help', async ({ shop, page }) => {
    await page.clock.install();
    const { link } = await openApp(shop);
    await stopClock(page);
    await link.tap();
    await page.clock.runFor(500);
    await cover(page, 'hidden');
    await page.clock.runFor(20_000);
    await expect(shop.widget).not.toContainText(en.app.stuck);
    await cover(page, 'visible');
    await page.clock.runFor(20_000);
    await expect(shop.widget).not.toContainText(en.app.stuck);
    await expect(shop.widget).toContainText(en.app.back(APP_NAME));
  });

  for (const face of Object.keys(FACES) as Face[]) {
    test(`is come back from paid, and the payment is looked for at once, by ${face}`, async ({
      shop,
      page,
    }) => {
      await shop.stopPolling();
      const { link, order } = await openApp(shop, face);
      await link.tap();
      await cover(page, 'hidden');
      await shop.simulate(order, 'succeed');
      await cover(page, 'visible');
      await shop.expectPhase('succeeded');
    });

    test(`is come back from unpaid, and opens again, by ${face}`, async ({ shop, page }) => {
      await shop.stopPolling();
      const { link } = await openApp(shop, face);
      const url = await link.getAttribute('href');
      await link.tap();
      await cover(page, 'hidden');
      await cover(page, 'visible');
      await expect(shop.widget).toContainText(en.app.back(APP_NAME));
      await page.getByRole('button', { name: en.iHavePaid }).tap();
      await expect(shop.widget).toContainText(en.notYet);
      const again = page.getByRole('link', { name: en.app.again });
      await expect(again).toHaveAttribute('href', String(url));
      await page.unroute(WALLET);
      await again.tap();
      await authorize(page);
      await page.waitForURL(/\/return\.html/);
      await shop.expectPhase('succeeded');
    });
  }

  test('is read again when the customer presses “I have paid”', async ({ shop, page }) => {
    await shop.stopPolling();
    const { link, order } = await openApp(shop);
    await link.tap();
    await cover(page, 'hidden');
    // Lest the read on coming back takes so long that it sees the payment.
    await Promise.all([page.waitForResponse(/payment_intents/), cover(page, 'visible')]);
    await shop.simulate(order, 'succeed');
    await page.getByRole('button', { name: en.iHavePaid }).tap();
    await shop.expectPhase('succeeded');
  });
});

/** A picture to keep: a large code, and under it a text that explains it later. */
function expectKeepable(file: Buffer, data: string): void {
  const { width, height, data: pixels } = PNG.sync.read(file);
  expect(width).toBeGreaterThanOrEqual(600);
  expect(height).toBeGreaterThan(width + 60);
  expect(readCode(file)).toBe(data);
  const below = pixels.subarray(width * width * 4);
  expect(below.some((value, at) => at % 4 === 0 && value < 64)).toBe(true);
}

test.describe('a code on the phone that is to scan it', () => {
  test.use(IPHONE);

  for (const face of Object.keys(FACES) as Face[]) {
    test(`is saved as a picture by ${face}`, async ({ shop, page }) => {
      const order = await shop.order(CODE);
      const { payload } = await shop.nextAction(order);
      await shop.open(face, order);
      const save = page.getByRole('link', { name: en.picture.save });
      const [download] = await Promise.all([page.waitForEvent('download'), save.tap()]);
      expect(download.suggestedFilename()).toBe('wechat_pay-qr.png');
      const chunks: Buffer[] = [];
      for await (const chunk of await download.createReadStream()) chunks.push(chunk);
      expectKeepable(Buffer.concat(chunks), payload.data);
      await shop.expectPhase('action');
    });
  }

  test('is handed to the phone’s own sheet where there is one', async ({ shop, page }) => {
    await page.addInitScript(() => {
      const toBase64 = async (file: Blob) =>
        btoa(String.fromCharCode(...new Uint8Array(await file.arrayBuffer())));
      navigator.canShare = ({ files }: ShareData = {}) => files?.length === 1;
      navigator.share = async ({ files: [file] = [] }: ShareData = {}) => {
        if (!file || !navigator.userActivation.isActive) throw new Error('Not allowed.');
        const shared = { name: file.name, type: file.type, content: await toBase64(file) };
        Object.assign(window, { shared });
      };
    });
    const order = await shop.order(CODE);
    const { payload } = await shop.nextAction(order);
    await shop.open('script tag', order);
    await page.getByRole('button', { name: en.picture.share }).tap();
    const handle = await page.waitForFunction(() => (window as { shared?: unknown }).shared);
    const shared = (await handle.jsonValue()) as Record<'name' | 'type' | 'content', string>;
    expect(shared).toMatchObject({ name: 'payment-qr.png', type: 'image/png' });
    expectKeepable(Buffer.from(shared.content, 'base64'), payload.data);
  });

  test('is copied as text where the wallet takes that', async ({ shop, page }) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const order = await shop.order({ gateway: 'stripe', method: 'pix', currency: 'brl' });
    const { payload } = await shop.nextAction(order);
    await shop.open('script tag', order);
    await page.getByRole('button', { name: en.picture.copy }).tap();
    await expect(page.getByRole('button', { name: en.copied })).toBeVisible();
    expect(await readClipboard(page)).toBe(payload.data);
  });
});

for (const [name, device] of Object.entries({
  Safari: IPHONE,
  WeChat: WECHAT,
  Instagram: INSTAGRAM,
  'an app that does not say its name': WEB_VIEW,
})) {
  test.describe(`a code in ${name}`, () => {
    test.use(device);

    test('is a real picture, which a long press saves or reads', async ({ shop, page }) => {
      const order = await shop.order(CODE);
      const { payload } = await shop.nextAction(order);
      await shop.open('script tag', order);
      const picture = shop.widget.locator('.ps-code img');
      await expect(picture).toBeVisible();
      // It lies over the drawing, so that a press meets it.
      const drawing = page.getByRole('img', { name: /^QR code to pay/ });
      expect(await picture.boundingBox()).toEqual(await drawing.boundingBox());
      const [, content = ''] = String(await picture.getAttribute('src')).split('base64,');
      expect(readCode(Buffer.from(content, 'base64'))).toBe(payload.data);
      const save = page.getByText(en.picture.save);
      if (device === IPHONE) return expect(save).toBeVisible();
      await expect(shop.widget).toContainText(en.qr.hold);
      await expect(save).toHaveCount(0);
    });
  });
}

test('on a desktop there is nothing to save: another device scans', async ({ shop, page }) => {
  await shop.open('script tag', await shop.order({ ...CODE, method: 'pix', currency: 'brl' }));
  // It comes with the steps, as all else would.
  await expect(page.getByRole('timer')).toBeVisible();
  await expect(shop.widget.locator('.ps-code img')).toHaveCount(0);
  await expect(page.getByText(en.picture.save)).toHaveCount(0);
});
