// The fields of the stand-in for Stripe.js, by keyboard and by axe.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from '@playwright/test';
import { expect, test } from '../support/shop.ts';
import { challenge, createIntent, fillCard } from '../support/stripeJs.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run(
    context: object,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/**
 * The rules of a whole page, which a frame in one is not. A card's fields are transparent, and axe
 * takes white for what is behind them; their colour is that of the page's text.
 */
const offIn = (frame: Frame, isDark: boolean): readonly string[] => [
  'region',
  'page-has-heading-one',
  'landmark-one-main',
  ...(isDark && /stripejs\/fields/.test(frame.url()) ? ['color-contrast'] : []),
];

/** What axe finds in one frame. */
async function violationsIn(frame: Frame, off: readonly string[]): Promise<string[]> {
  await frame.evaluate(AXE);
  return frame.evaluate(async (names) => {
    const { axe } = window as unknown as { axe: Axe };
    const rules = Object.fromEntries(names.map((name) => [name, { enabled: false }]));
    const { violations } = await axe.run(document, { iframes: false, rules });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, off);
}

async function violations(page: Page, isOnDark = false): Promise<string[]> {
  const found = page.frames().map((frame) => violationsIn(frame, offIn(frame, isOnDark)));
  return (await Promise.all(found)).flat();
}

async function open(
  page: Page,
  path: string,
  params: Readonly<Record<string, string>> = {},
  theme = 'stripe',
): Promise<void> {
  const intent = await createIntent(page.request, params);
  const elementsOptions = { clientSecret: intent.clientSecret, appearance: { theme } };
  await page.addInitScript((order) => Object.assign(window, { order }), {
    ...intent,
    elementsOptions,
  });
  await page.goto(path);
}

const payment = (page: Page) => page.frameLocator('iframe[title="Secure payment input frame"]');

const METHODS = { 'payment_method_types[1]': 'klarna', 'payment_method_types[2]': 'alipay' };

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`axe finds nothing, ${colorScheme}`, () => {
    const isDark = colorScheme === 'dark';
    test.use({ colorScheme });

    test('in the fields of a card, right and wrong', async ({ page }) => {
      await open(page, '/stripe-shop.html');
      await fillCard(page, { number: '' });
      expect(await violations(page, isDark)).toEqual([]);
      await fillCard(page, { number: '4242424242424241' });
      await expect(page.locator('#card')).toHaveClass(/invalid/);
      expect(await violations(page, isDark)).toEqual([]);
    });

    test('in the Payment Element', async ({ page }) => {
      await open(page, '/stripe-payment.html', METHODS, isDark ? 'night' : 'stripe');
      await payment(page).getByLabel('Card number').fill('4242424242424241');
      await expect(payment(page).getByRole('alert')).toHaveText('Your card number is invalid.');
      expect(await violations(page)).toEqual([]);
      await payment(page).getByRole('radio', { name: 'Klarna' }).check();
      expect(await violations(page)).toEqual([]);
    });

    test('in the dialog of 3-D Secure', async ({ page }) => {
      await open(page, '/stripe-shop.html');
      await fillCard(page, { number: '4000000000003220' });
      await page.getByRole('button', { name: 'Pay' }).click();
      await expect(challenge(page).getByRole('textbox')).toBeVisible();
      expect(await violations(page, isDark)).toEqual([]);
    });
  });
}

test('the ways to pay are chosen by arrows, and Tab leads to what they ask', async ({ page }) => {
  await open(page, '/stripe-payment.html', METHODS);
  const radio = (name: string) => payment(page).getByRole('radio', { name });
  await radio('Card').focus();
  await page.keyboard.press('ArrowDown');
  await expect(radio('Klarna')).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(payment(page).getByLabel('Email')).toBeFocused();
});

test('the dialog has the focus, and gives it back', async ({ page }) => {
  await open(page, '/stripe-shop.html');
  await fillCard(page, { number: '4000000000003220' });
  const pay = page.getByRole('button', { name: 'Pay' });
  await pay.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '3-D Secure' });
  await expect(dialog).toBeVisible();
  expect(
    await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement !== null),
  ).toBe(true);
  await dialog.getByRole('button', { name: 'Close' }).press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('#problem')).not.toBeEmpty();
});
