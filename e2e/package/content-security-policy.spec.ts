import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { LOCALES } from '../../src/locales/pickLocale.ts';
import { expect, type OrderRequest, test } from '../support/shop.ts';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** The policy that README's Security begins with, for a gateway on the page's own origin. */
const POLICY = String(/## Security\s+```\s([^`]+)```/.exec(README)?.[1])
  .replace(/\s+/g, ' ')
  .replace('https://api.stripe.com', "'self'")
  .replace('frame-src https:', "frame-src 'self'")
  .trim();

/** README's import map, ready made, for files at the root of the site. */
const MAP = readFileSync(new URL('../../dist/import-map.json', import.meta.url), 'utf8');

/** The shop's page as in the README, with the import map in its head under a nonce. */
async function underPolicy(page: Page): Promise<void> {
  await page.route('**/checkout.html*', async (route) => {
    const response = await route.fetch();
    const tag = `<script type="importmap" nonce="abc">${MAP}</script>`;
    const body = (await response.text()).replace('<title>', `${tag}<title>`);
    const policy = POLICY.replace("script-src 'self'", "script-src 'self' 'nonce-abc'");
    const headers = { ...response.headers(), 'content-security-policy': policy };
    await route.fulfill({ response, body, headers });
  });
}

/** The browser's errors and violations on the page. */
function recordConsole(page: Page): string[] {
  const consoleLines: string[] = [];
  page.on('console', (message) => consoleLines.push(message.text()));
  return consoleLines;
}

const BLIK: OrderRequest = { gateway: 'stripe', method: 'blik', currency: 'pln' };
const CARD = { gateway: 'wooshpay', method: 'card', card: '4000000000003220' } as const;

test('under the policy of README a payment runs, in another language, and nothing is refused', async ({
  shop,
  page,
}) => {
  await underPolicy(page);
  const consoleLines = recordConsole(page);
  const order = await shop.order(BLIK);
  await shop.open('script tag', order, { locale: 'de' });
  await expect(shop.widget).toContainText('Geben Sie die Zahlung frei');
  await shop.simulate(order, 'succeed');
  await shop.expectPhase('succeeded');
  expect(consoleLines).toEqual([]);
});

test('under the policy of README a challenge opens in its frame', async ({ shop, page }) => {
  await underPolicy(page);
  await shop.open('script tag', await shop.order(CARD));
  const issuer = page.getByRole('dialog').frameLocator('iframe');
  await issuer.getByRole('textbox').fill('1234');
  await issuer.getByRole('button', { name: 'Authenticate' }).click();
  await shop.expectPhase('succeeded');
});

test('under the policy of README no other site frames the page', async ({
  shop,
  page,
  baseURL,
}) => {
  await underPolicy(page);
  const { orderId } = await shop.order(BLIK);
  const other = String(baseURL).replace('localhost', '127.0.0.1');
  await page.route('**/lure.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<iframe src="${baseURL}/checkout.html?order=${orderId}"></iframe>`,
    }),
  );
  const refused = page.waitForEvent('console', (line) => /frame-ancestors/.test(line.text()));
  await page.goto(`${other}/lure.html`);
  await refused;
});

test('under the policy of README no base and no form leads elsewhere', async ({ shop, page }) => {
  await underPolicy(page);
  await shop.open('script tag', await shop.order(BLIK));
  await expect(shop.widget).toContainText('Approve the payment');
  await page.evaluate(() => {
    const refused: string[] = [];
    Object.assign(window, { refused });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      refused.push(effectiveDirective),
    );
    const base = document.createElement('base');
    base.href = 'https://evil.example/';
    document.head.append(base);
    const form = document.createElement('form');
    form.action = 'https://evil.example/';
    document.body.append(form);
    form.submit();
  });
  const refused = () => page.evaluate(() => (window as never as { refused: string[] }).refused);
  await expect.poll(async () => (await refused()).sort()).toEqual(['base-uri', 'form-action']);
});

const LANGUAGES = LOCALES.filter((locale) => locale !== 'en');

/** A checkout in each language there is, beside the first. */
async function openAll(page: Page): Promise<void> {
  await page.evaluate((languages) => {
    const first = document.querySelector('paystep-checkout');
    for (const language of languages) {
      const checkout = first?.cloneNode() as Element;
      checkout.setAttribute('locale', language);
      first?.after(checkout);
    }
  }, LANGUAGES);
}

/** The URLs of languages that the page requests from now on, and their entries in the import map. */
function recordLanguageRequests(page: Page): string[] {
  const requestedUrls: string[] = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith('/locales/')) requestedUrls.push(pathname + search);
  });
  return requestedUrls;
}

const PINNED = Object.keys(JSON.parse(MAP).integrity).filter((url) => url.startsWith('/locales/'));

test('every language is loaded where its pin is right', async ({ shop, page }) => {
  await underPolicy(page);
  const consoleLines = recordConsole(page);
  const requestedUrls = recordLanguageRequests(page);
  await shop.open('script tag', await shop.order(BLIK));
  await expect(shop.widget).toContainText('Approve the payment');
  await openAll(page);
  for (const language of LANGUAGES) {
    await expect(page.locator(`.paystep[lang="${language}"]`)).toHaveAttribute(
      'data-step',
      'await',
    );
  }
  expect(requestedUrls.sort()).toEqual(PINNED.filter((url) => !url.includes('retry')).sort());
  expect(consoleLines).toEqual([]);
});

test('no language is executed that is not what was pinned, at its second address either', async ({
  shop,
  page,
}) => {
  await underPolicy(page);
  await page.route('**/locales/*', async (route) => {
    const response = await route.fetch();
    const body = `${await response.text()};document.body.dataset.tampered = 'yes'`;
    await route.fulfill({ response, body });
  });
  const requestedUrls = recordLanguageRequests(page);
  await shop.open('script tag', await shop.order(BLIK));
  await expect(shop.widget).toContainText('Approve the payment');
  const count = LANGUAGES.length;
  for (const times of [1, 2]) {
    await openAll(page);
    // In English, since theirs cannot be had.
    await expect(shop.widget).toContainText(
      Array.from({ length: 1 + times * count }, () => 'Approve the payment'),
    );
  }
  expect(requestedUrls.sort()).toEqual([...PINNED].sort());
  expect(await page.evaluate(() => document.body.dataset.tampered)).toBeUndefined();
});
