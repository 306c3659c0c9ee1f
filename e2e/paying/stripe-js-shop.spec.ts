import type { Page } from '@playwright/test';
import { expect, test } from '../support/shop.ts';
import { type CardToType, challenge, createIntent, fillCard } from '../support/stripeJs.ts';

/** Opens the shop with an intent of its own, and enters a card. */
async function openShop(page: Page, card: CardToType = {}): Promise<void> {
  const order = await createIntent(page.request);
  await page.addInitScript((each) => Object.assign(window, { order: each }), order);
  await page.goto('/stripe-shop.html');
  await fillCard(page, card);
}

const pay = (page: Page) => page.getByRole('button', { name: 'Pay' }).click();

test('a card is paid', async ({ page }) => {
  await openShop(page);
  await pay(page);
  await expect(page.getByText('Paid: succeeded')).toBeVisible();
});

test('a card with 3-D Secure is paid once the customer has passed', async ({ page }) => {
  await openShop(page, { number: '4000000000003220' });
  await pay(page);
  await challenge(page).getByRole('textbox').fill('1234');
  await challenge(page).getByRole('button', { name: 'Authenticate' }).click();
  await expect(page.getByText('Paid: succeeded')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
