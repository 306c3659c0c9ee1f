import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, intentId, test } from '../support/shop.ts';

const SECOND = '**/paystep-steps.js*';
const CODE = { gateway: 'wooshpay', method: 'wechat_pay', currency: 'cny' } as const;
const BANK = { gateway: 'stripe', method: 'ideal', currency: 'eur' } as const;
const BLIK = { gateway: 'stripe', method: 'blik', currency: 'pln' } as const;

test('a code on a desktop loads only one file', async ({ shop, page }) => {
  const requestedUrls: string[] = [];
  page.on('request', (request) => requestedUrls.push(request.url()));
  const order = await shop.order(CODE);
  await shop.open('script tag', order);
  await shop.expectPhase('action');
  await shop.simulate(order, 'succeed');
  await shop.expectPhase('succeeded');
  expect(requestedUrls.filter((url) => url.includes('paystep-steps'))).toEqual([]);
  expect(requestedUrls.filter((url) => url.endsWith('/paystep.js'))).toHaveLength(1);
});

test('a step that needs the second file waits for it, and loads it again on “Try again”', async ({
  shop,
  page,
}) => {
  await page.route(SECOND, (route) => route.abort());
  const order = await shop.order(BLIK);
  await shop.open('script tag', order);
  await expect(shop.widget).toContainText('could not be loaded');
  await page.unroute(SECOND);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(shop.widget).toContainText('Approve the payment');
  await shop.simulate(order, 'succeed');
  await shop.expectPhase('succeeded');
});

test('without the second file the bank’s page can still be reached', async ({ shop, page }) => {
  await page.route(SECOND, (route) => route.abort());
  const order = await shop.order(BANK);
  await shop.open('script tag', order, { redirect: 'button' });
  await page.getByRole('link', { name: /^Continue to/ }).click();
  await page.waitForURL(new RegExp(`/sandbox/bank/${intentId(order)}`));
});

test('without the second file a payment is still polled', async ({ shop, page }) => {
  await page.route(SECOND, (route) => route.abort());
  const order = await shop.order(BLIK);
  await shop.open('script tag', order);
  await expect(shop.widget).toContainText('could not be loaded');
  await shop.simulate(order, 'succeed');
  await shop.expectPhase('succeeded');
});

for (const policy of [
  "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'",
  "default-src 'none'; script-src 'nonce-abc'; connect-src 'self'; trusted-types 'none'; require-trusted-types-for 'script'",
]) {
  test(`the second file comes under the policy of the first: ${policy}`, async ({ shop, page }) => {
    await page.route('**/checkout.html*', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replaceAll('<script ', '<script nonce="abc" ');
      const headers = { ...response.headers(), 'content-security-policy': policy };
      await route.fulfill({ response, body, headers });
    });
    await shop.open('script tag', await shop.order(BLIK));
    await expect(shop.widget).toContainText('Approve the payment');
  });
}

for (const how of ['', '&cors']) {
  test(`from another origin the second file follows the first ${how && 'with CORS'}`, async ({
    shop,
    page,
  }) => {
    const second = page.waitForRequest(SECOND);
    const { orderId } = await shop.order(BLIK);
    await page.goto(`/elsewhere.html?order=${orderId}${how}`);
    expect((await second).url()).toContain('//127.0.0.1:');
    await expect(shop.widget).toContainText('Approve the payment');
  });
}

test('a second file of another version is not used', async ({ shop, page }) => {
  await page.route(SECOND, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/"\d+\.\d+\.\d+"/, '"0.0.1"');
    await route.fulfill({ response, body });
  });
  await shop.open('script tag', await shop.order(BLIK));
  await expect(shop.widget).toContainText('could not be loaded');
});

/** As the README shows how to pin the second file, under its policy. */
async function pin(page: Page, integrity: string): Promise<void> {
  const { version } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  const url = `/paystep-steps.js?v=${version}`;
  const map = { integrity: { [url]: integrity, [`${url}&retry`]: integrity } };
  const policy = "default-src 'none'; script-src 'self' 'nonce-abc'; connect-src 'self'";
  await page.route('**/checkout.html*', async (route) => {
    const response = await route.fetch();
    const tag = `<script type="importmap" nonce="abc">${JSON.stringify(map)}</script>`;
    const body = (await response.text()).replace('<title>', `${tag}<title>`);
    const headers = { ...response.headers(), 'content-security-policy': policy };
    await route.fulfill({ response, body, headers });
  });
}

test('the second file can be pinned, and another in its place is refused, twice', async ({
  shop,
  page,
}) => {
  const file = readFileSync(new URL('../../dist/paystep-steps.js', import.meta.url));
  await pin(page, `sha384-${createHash('sha384').update(file).digest('base64')}`);
  await shop.open('script tag', await shop.order(BLIK));
  await expect(shop.widget).toContainText('Approve the payment');
  const body = `${file}\n;document.body.dataset.tampered = 'yes';`;
  await page.route(SECOND, (route) => route.fulfill({ contentType: 'text/javascript', body }));
  await page.reload();
  await expect(shop.widget).toContainText('could not be loaded');
  const again = page.waitForRequest(/&retry/);
  await page.getByRole('button', { name: 'Try again' }).click();
  await again;
  await expect(shop.widget).toContainText('could not be loaded');
  expect(await page.evaluate(() => document.body.dataset.tampered)).toBeUndefined();
});
