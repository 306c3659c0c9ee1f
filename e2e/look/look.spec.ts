import type { Page } from '@playwright/test';
import { en } from '../../src/locales/en.ts';
import { expect, FACES, type Face, type Shop, test } from '../support/shop.ts';

const CHOOSING = {
  gateway: 'stripe',
  methods: ['wechat_pay', 'ideal'],
  currency: 'eur',
} as const;

/** The shop's own style sheet, under a policy that allows no inline styles. */
const style = (page: Page, css: string) =>
  page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, css);

const colourOf = ({ widget }: Shop) =>
  widget.evaluate((box) => getComputedStyle(box).backgroundColor);

const LIGHT = 'rgb(255, 255, 255)';
const DARK = 'rgb(27, 30, 37)';

for (const face of Object.keys(FACES) as Face[]) {
  test(`has the page’s colour scheme, unless the shop sets a theme, by ${face}`, async ({
    shop,
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    const order = await shop.order(CHOOSING);
    await shop.open(face, order, { theme: 'light' });
    await shop.expectPhase('payable');
    expect(await colourOf(shop)).toBe(LIGHT);
    if (face === 'React') return;
    const setTheme = (theme: string | null) =>
      page.locator('paystep-checkout').evaluate((element, theme) => {
        if (theme === null) element.removeAttribute('theme');
        else element.setAttribute('theme', theme);
      }, theme);
    await setTheme('dark');
    await expect(shop.widget).toHaveCSS('background-color', DARK);
    await style(page, ':root { color-scheme: light }');
    await setTheme(null);
    await expect(shop.widget).toHaveCSS('background-color', LIGHT);
    await setTheme('auto');
    await expect(shop.widget).toHaveCSS('background-color', DARK);
  });
}

test('takes the shop’s properties and parts into its shadow root', async ({ shop, page }) => {
  await shop.open('script tag', await shop.order(CHOOSING));
  await shop.expectPhase('payable');
  const button = page.getByRole('button', { name: en.pay.code });
  await style(
    page,
    `body { --paystep-accent: rgb(1, 2, 3); --paystep-button-height: 60px; --paystep-font-size: 20px }
     paystep-checkout::part(button) { text-transform: uppercase }
     paystep-checkout::part(title) { letter-spacing: 2px }`,
  );
  await expect(button).toHaveCSS('background-color', 'rgb(1, 2, 3)');
  await expect(button).toHaveCSS('text-transform', 'uppercase');
  expect((await button.boundingBox())?.height).toBe(60);
  const title = page.getByRole('heading', { name: en.pay.title });
  await expect(title).toHaveCSS('letter-spacing', '2px');
  await expect(title).toHaveCSS('font-size', '21.25px');
});

test('shows the shop’s icon for a method, in the list and above its code, and plain ones for others', async ({
  shop,
  page,
}) => {
  await page.addInitScript(() =>
    addEventListener('DOMContentLoaded', () => {
      const mark = document.createElement('span');
      mark.slot = 'icon-wechat_pay';
      mark.textContent = 'OURS';
      new MutationObserver((_, observer) => {
        const element = document.querySelector('paystep-checkout');
        if (!element) return;
        observer.disconnect();
        element.append(mark);
      }).observe(document, { childList: true, subtree: true });
    }),
  );
  await shop.open('script tag', await shop.order(CHOOSING));
  await expect(page.getByText('OURS')).toBeVisible();
  await expect(shop.widget.locator('.ps-icon:visible')).toHaveCount(1);
  await page.getByRole('radio', { name: 'WeChat Pay' }).check();
  await page.getByRole('button', { name: en.pay.code }).click();
  await expect(page.getByRole('heading', { name: en.qr.title('WeChat Pay') })).toBeVisible();
  await expect(page.getByText('OURS')).toBeVisible();
});

test('fits a column of 280 px in a wide window, and its fields stand one below the other', async ({
  shop,
  page,
}) => {
  await shop.open('script tag', await shop.order({ ...CHOOSING, methods: ['boleto'] }));
  await shop.expectPhase('payable');
  await style(page, 'paystep-checkout { width: 280px }');
  const [state, postalCode] = await Promise.all(
    [en.pay.fields.state, en.pay.fields.postalCode].map((label) =>
      page.getByLabel(label).boundingBox(),
    ),
  );
  expect(postalCode?.y).toBeGreaterThan(state?.y ?? Number.POSITIVE_INFINITY);
  const isWider = await shop.widget.evaluate((box) => box.scrollWidth > box.clientWidth);
  expect(isWider).toBe(false);
});
