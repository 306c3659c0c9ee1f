import { en } from '../../src/locales/en.ts';
import { scan } from '../support/customer.ts';
import { expect, FACES, type Face, test } from '../support/shop.ts';
import { translate, translated } from '../support/translator.ts';

for (const face of Object.keys(FACES) as Face[]) {
  test.describe(`under a translator, by ${face}`, () => {
    test('a code counts down, is paid, and the screen shows it', async ({ shop, page }) => {
      await translate(page);
      const order = await shop.order({
        gateway: 'stripe',
        method: 'pix',
        currency: 'brl',
        expiresAfterSeconds: 600,
      });
      await shop.open(face, order);
      const timer = page.getByRole('timer');
      await expect(timer).toContainText('«');
      const before = await timer.textContent();
      await expect(timer).not.toHaveText(String(before));
      await expect(timer).toHaveText(/^«[^«»]*\d:\d\d[^«»]*»$/);
      expect(await scan(page.getByRole('img', { name: /QR code/ }))).toBeTruthy();
      await expect(shop.widget.locator('.ps-amount')).toHaveText(/^R\$\s?20\.99$/);
      await shop.simulate(order, 'succeed');
      await shop.expectPhase('succeeded');
      await expect(
        page.getByRole('heading', { name: translated(en.succeeded.title) }),
      ).toBeVisible();
      await expect(shop.widget.getByRole('status').first()).toContainText(en.succeeded.title);
      await expect(timer).toHaveCount(0);
    });

    test('a form is declined, and another method pays', async ({ shop, page }) => {
      await translate(page);
      const order = await shop.order({
        gateway: 'stripe',
        methods: ['wechat_pay', 'boleto'],
        currency: 'brl',
      });
      await shop.open(face, order);
      await shop.expectPhase('payable');
      const button = shop.widget.locator('.ps-form .ps-button').first();
      await expect(button).toHaveText(translated(en.pay.code));
      await page.getByRole('radio', { name: translated('Boleto') }).check();
      await expect(button).toHaveText(translated(en.pay.voucher));
      await button.click();
      const fieldError = shop.widget.locator('[data-field="taxId"] .ps-error');
      await expect(fieldError).toHaveText(translated(en.pay.wrong.taxId));
      await page
        .getByRole('textbox', { name: translated(en.pay.fields.taxId) })
        .fill('390.533.447-05');
      await page.keyboard.press('Tab');
      await expect(fieldError).toHaveText('');
      await page.getByRole('radio', { name: translated('WeChat Pay') }).check();
      await expect(button).toHaveText(translated(en.pay.code));
      await button.click();
      await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
      await shop.simulate(order, 'fail');
      await shop.expectPhase('failed');
      await expect(page.getByRole('heading', { name: translated(en.failed.title) })).toBeVisible();
      await page.getByRole('button', { name: translated(en.tryAgain) }).click();
      await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
      await shop.simulate(order, 'succeed');
      await shop.expectPhase('succeeded');
      await expect(
        page.getByRole('heading', { name: translated(en.succeeded.title) }),
      ).toBeVisible();
      await expect(shop.widget.getByText(translated(en.failed.title))).toHaveCount(0);
    });

    test('what is typed elsewhere is not translated: numbers, references, amounts', async ({
      shop,
      page,
    }) => {
      await translate(page);
      const order = await shop.order({
        gateway: 'stripe',
        method: 'customer_balance',
        currency: 'usd',
      });
      await shop.open(face, order);
      await expect(shop.widget).toContainText(translated(en.transfer.reference));
      const values = shop.widget.locator('bdi');
      await expect(values.first()).toHaveText(/20\.99/);
      expect((await values.allTextContents()).filter((text) => text.includes('«'))).toEqual([]);
    });

    test('a button names its action, and then its result', async ({ shop, page }) => {
      await translate(page);
      const order = await shop.order({ gateway: 'stripe', method: 'blik', currency: 'pln' });
      await shop.open(face, order);
      const check = page.getByRole('button', { name: translated(en.checkAgain) });
      await check.click();
      await expect(shop.widget).toContainText(translated(en.notYet));
      await expect(check).toBeVisible();
      await shop.simulate(order, 'succeed');
      await check.click();
      await shop.expectPhase('succeeded');
    });
  });
}
