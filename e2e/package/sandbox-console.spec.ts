import { expect, intentId, test } from '../support/shop.ts';

const ORDER = { gateway: 'stripe', method: 'wechat_pay', currency: 'cny' } as const;

test('the console follows a payment, and its buttons move it', async ({ shop, page }) => {
  const order = await shop.order(ORDER);
  await page.goto('/sandbox/');
  await page.getByRole('link', { name: intentId(order) }).click();
  await expect(page.getByRole('link', { name: 'Live', exact: true })).toBeVisible();
  await shop.simulate(order, 'process');
  await expect(page.locator('#timeline')).toContainText('payment_intent.processing');
  await page.getByRole('button', { name: 'Succeed' }).click();
  await expect(page.locator('#summary')).toContainText('succeeded');
  await expect(page.getByRole('button', { name: 'Succeed' })).toBeDisabled();
});

test('the demo shop leads to its order in the console', async ({ shop, page }) => {
  const order = await shop.order(ORDER);
  await page.goto(`/?order=${order.orderId}`);
  await page.getByRole('link', { name: /console/ }).click();
  await expect(page.getByRole('heading', { name: intentId(order) })).toBeVisible();
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the console works by its forms', async ({ shop, page }) => {
    const order = await shop.order(ORDER);
    await page.goto(`/sandbox/console/${intentId(order)}`);
    await page.getByRole('button', { name: 'Fail' }).click();
    await expect(page.locator('#summary')).toContainText('requires payment method');
    await expect(page.getByRole('link', { name: 'Refresh' })).toBeVisible();
  });
});
