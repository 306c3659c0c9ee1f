import { devices } from '@playwright/test';
import { expect, FACES, type Face, test } from '../support/shop.ts';

const { defaultBrowserType: _, ...IPHONE } = devices['iPhone 14'];
const WALLET = { gateway: 'wooshpay', method: 'alipayplus', currency: 'hkd' } as const;

test.describe('on a phone', () => {
  test.use(IPHONE);

  for (const face of Object.keys(FACES) as Face[]) {
    test.describe(`a wallet app by ${face}`, () => {
      test('opens by a tap, and the payment is seen on coming back', async ({ shop, page }) => {
        await shop.open(face, await shop.order(WALLET));
        await page.getByRole('link', { name: 'Open your wallet app' }).tap();
        await page.waitForURL(/\/sandbox\/wallet\//);
        await page.getByRole('button').first().tap();
        await page.waitForURL(/\/return\.html/);
        await shop.expectPhase('succeeded');
      });

      test('that declines ends in a failure', async ({ shop }) => {
        const order = await shop.order(WALLET);
        await shop.open(face, order);
        await expect(shop.widget).toHaveAttribute('data-step', 'app');
        await shop.simulate(order, 'fail');
        await shop.expectPhase('failed');
      });
    });
  }

  test('nothing opens by itself, and "I have paid" looks at once', async ({ shop, page }) => {
    await shop.stopPolling();
    const order = await shop.order(WALLET);
    await shop.open('script tag', order);
    await shop.expectPhase('action');
    await shop.simulate(order, 'succeed');
    await page.getByRole('button', { name: 'I have paid' }).tap();
    await shop.expectPhase('succeeded');
  });
});

test('on a desktop the wallet’s page opens in place of the shop', async ({ shop, page }) => {
  await shop.open('script tag', await shop.order(WALLET));
  await page.waitForURL(/\/sandbox\/wallet\//);
  await page.getByRole('button').first().click();
  await page.waitForURL(/\/return\.html/);
  await shop.expectPhase('succeeded');
});
