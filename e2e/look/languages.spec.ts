import { messages as ar } from '../../src/locales/ar.ts';
import { messages as de } from '../../src/locales/de.ts';
import { en } from '../../src/locales/en.ts';
import { messages as zh } from '../../src/locales/zh-Hans.ts';
import { expect, test } from '../support/shop.ts';

const ORDER = { gateway: 'wooshpay', method: 'wechat_pay', currency: 'cny' } as const;

test('the shop chooses a language, and the money is written as it is there', async ({
  shop,
  page,
}) => {
  const germanRequest = page.waitForRequest(/\/locales\/de\.js/);
  await shop.open('script tag', await shop.order(ORDER), { locale: 'de-AT' });
  await germanRequest;
  await expect(shop.widget).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('heading', { name: de.qr.title('WeChat Pay') })).toBeVisible();
  await expect(shop.widget).toContainText(/CN¥\s?20,99|20,99\s?CN¥/);
});

test('the checkout takes the language of the element around it, and its direction', async ({
  shop,
  page,
}) => {
  await page.addInitScript(() =>
    addEventListener('DOMContentLoaded', () =>
      document.querySelector('main')?.setAttribute('lang', 'ar'),
    ),
  );
  await shop.open('script tag', await shop.order(ORDER));
  await expect(shop.widget).toHaveAttribute('dir', 'rtl');
  await expect(shop.widget).toContainText(ar.qr.scan);
});

test.describe('a browser in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('is spoken to in Chinese by a page that names no language', async ({ shop, page }) => {
    await page.route('**/react/index.html*', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(' lang="en"', '');
      await route.fulfill({ response, body });
    });
    await shop.open('React', await shop.order(ORDER));
    await expect(shop.widget).toContainText(zh.qr.scan);
    await expect(page.getByRole('heading', { name: '使用微信支付付款' })).toBeVisible();
  });
});

test('a language that cannot be loaded leaves English', async ({ shop, page }) => {
  await page.route('**/locales/*', (route) => route.abort());
  await shop.open('script tag', await shop.order(ORDER), { locale: 'ja' });
  await expect(shop.widget).toContainText(en.qr.scan);
  await shop.expectPhase('action');
});

test('another language takes the place of the first without another payment', async ({
  shop,
  page,
}) => {
  await shop.open('script tag', await shop.order(ORDER), { locale: 'fr' });
  await expect(shop.widget).toHaveAttribute('lang', 'fr');
  await page.locator('paystep-checkout').evaluate((node) => node.setAttribute('locale', 'de'));
  await expect(shop.widget).toContainText(de.qr.scan);
});
