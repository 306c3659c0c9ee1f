import type { Page } from '@playwright/test';
import { en } from '../../src/locales/en.ts';
import { authorize, payOnScannedPage, scan } from '../support/customer.ts';
import { expect } from '../support/shop.ts';
import { story, test } from '../support/storybook.ts';

const widget = (page: Page) => page.locator('.paystep');
const isIn = (page: Page, phase: string) =>
  expect(widget(page)).toHaveAttribute('data-phase', phase, { timeout: 15_000 });

test.describe('the static Storybook, a gateway and all', () => {
  test('is paid at the bank’s page, and on the return page', async ({ page, book }) => {
    await page.goto(story(book, 'checkout--stripe-ideal'));
    await page.getByRole('link', { name: en.go('iDEAL') }).click();
    await page.waitForURL(/\/docs\/book\/sandbox\/bank\//);
    await expect(page.locator('.ribbon')).toHaveCSS('text-align', 'center');
    await authorize(page);
    await page.waitForURL(/checkout-return-page--return/);
    await isIn(page, 'succeeded');
    expect(page.url()).not.toContain('_secret_');
  });

  test('shows the issuer’s challenge in its frame', async ({ page, book }) => {
    await page.goto(story(book, 'checkout--card-challenge'));
    const bank = page.getByRole('dialog').frameLocator('iframe');
    await bank.getByRole('textbox').fill('1234');
    await bank.getByRole('button', { name: 'Authenticate' }).click();
    await isIn(page, 'succeeded');
  });

  test('has a code that another tab can open and pay', async ({ page, book }) => {
    await page.goto(story(book, 'checkout--wechat'));
    const phone = await page.context().newPage();
    await phone.goto(await scan(page.getByRole('img', { name: /^QR code/ })));
    await payOnScannedPage(phone);
    await isIn(page, 'succeeded');
  });

  test('lets the customer choose', async ({ page, book }) => {
    await page.goto(story(book, 'checkout--choose-at-stripe'));
    await page.getByRole('radio', { name: 'WeChat Pay' }).check();
    await page.getByRole('button', { name: en.pay.code }).click();
    await isIn(page, 'action');
    await page.getByRole('button', { name: 'succeed' }).click();
    await isIn(page, 'succeeded');
  });

  test('remembers a payment when the browser stops the worker', async ({ page, book }) => {
    await page.goto(story(book, 'checkout--stripe-ideal'));
    const link = page.getByRole('link', { name: en.go('iDEAL') });
    const bank = await link.getAttribute('href');
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('ServiceWorker.enable');
    await devtools.send('ServiceWorker.stopAllWorkers');
    await page.goto(String(bank));
    await authorize(page);
    await isIn(page, 'succeeded');
  });

  test('goes on when its network does not', async ({ page, book }) => {
    await page.goto(story(book, 'checkout--wechat', 'network:offline'));
    await isIn(page, 'unavailable');
    await expect(widget(page)).toContainText(en.unavailable.unreachable);
  });
});
