import type { Page } from '@playwright/test';
import { en } from '../../src/locales/en.ts';
import { expect, test } from '../support/shop.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

for (const gateway of ['WooshPay', 'Stripe']) {
  test(`an order is placed as the page comes, and paid at ${gateway}`, async ({ shop, page }) => {
    await page.goto('/');
    await page.getByText(gateway, { exact: true }).click();
    await button(page, 'Check out').click();
    await shop.expectPhase('payable');
    await page.getByRole('radio', { name: 'WeChat Pay' }).check();
    await button(page, en.pay.code).click();
    await shop.expectPhase('action');
    // The order's own id is in the address, and all that a reload needs.
    await page.reload();
    await shop.expectPhase('action');
    await button(page, 'Succeed').click();
    await shop.expectPhase('succeeded');
    const events = page.getByRole('list', { name: 'Events of the checkout element' });
    await expect(events).toContainText('outcome: succeeded');
    await button(page, 'New order').click();
    await expect(button(page, 'Check out')).toBeVisible();
  });
}

test('the shop shows the error of an order that it cannot place', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Amount').fill('0.00');
  await button(page, 'Check out').click();
  await expect(page.getByRole('alert')).toContainText(/amount/i);
});

test('an order is placed before the shop knows its methods, and what was typed stays', async ({
  shop,
  page,
}) => {
  let answer = () => {};
  const isAsked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/shop/methods', async (route) => {
    await isAsked;
    await route.continue();
  });
  await page.goto('/');
  await page.getByLabel('Currency').fill('eur');
  await button(page, 'Check out').click();
  await shop.expectPhase('payable');
  await button(page, 'New order').click();
  const method = page.getByRole('combobox', { name: 'Payment method' });
  await expect(method.getByRole('option')).toHaveCount(1);
  answer();
  await expect(method.getByRole('option', { name: 'Pix' })).toBeAttached();
  await expect(page.getByLabel('Currency')).toHaveValue('eur');
});

test('a shop that cannot load its methods shows the error', async ({ page }) => {
  await page.route('**/shop/methods', (route) =>
    route.fulfill({ status: 503, json: { message: 'The gateway rests.' } }),
  );
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('The gateway rests.');
});
