import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, type Order, type OrderRequest, test } from '../support/shop.ts';

const SCRIPT = readFileSync(new URL('../../dist/paystep.js', import.meta.url), 'utf8');

const BLIK: OrderRequest = { gateway: 'stripe', methods: ['blik'], currency: 'pln' };

/** How shops bring the script in so that it does not know where it lies; none has it at hand. */
const WAYS: Readonly<Record<string, string>> = {
  'evaluated as a text': `<script type="module">
    new Function(await (await fetch('/paystep.js')).text())();
  </script>`,
  'evaluated by another file': '<script type="module" src="/app/loader.js"></script>',
  'merged into another file': '<script src="/app/bundle.js"></script>',
  'merged into another module': '<script type="module" src="/app/bundle.js"></script>',
  'written into the page': `<script>${SCRIPT.replace(/\/\/# source.*/, '')}</script>`,
  'loaded from a blob': `<script type="module">
    const blob = new Blob([await (await fetch('/paystep.js')).text()], { type: 'text/javascript' });
    const script = document.createElement('script');
    script.src = URL.createObjectURL(blob);
    document.head.append(script);
  </script>`,
};

function checkoutOf(order: Order, attributes = ''): string {
  const { gateway, apiBase, publishableKey, clientSecret } = order;
  return `<paystep-checkout gateway="${gateway}" api-base="${apiBase}" publishable-key="${publishableKey}"
    client-secret="${clientSecret}" locale="de" ${attributes}></paystep-checkout>`;
}

/** A page deep in the shop, beside which nothing of Paystep's lies. */
async function openShop(page: Page, html: string): Promise<{ said: string[]; asked: string[] }> {
  const said: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('request', (request) => {
    if (/steps\.js|locales/.test(request.url())) asked.push(request.url());
  });
  const script = { contentType: 'text/javascript' };
  await page.route('**/app/bundle.js', (route) =>
    route.fulfill({ ...script, body: `window.shop = 1;${SCRIPT}` }),
  );
  await page.route('**/app/loader.js', (route) =>
    route.fulfill({
      ...script,
      body: "(0, eval)(await (await fetch('/paystep.js')).text())",
    }),
  );
  await page.route('**/tea/green/checkout.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><html><body>${html}` }),
  );
  await page.goto('/tea/green/checkout.html');
  return { said, asked };
}

for (const [how, tag] of Object.entries(WAYS)) {
  test(`${how}, it finds its other files where assets-base says`, async ({ shop, page }) => {
    const order = await shop.order(BLIK);
    const { asked, said } = await openShop(page, tag + checkoutOf(order, 'assets-base="/"'));
    await expect(page.getByRole('button', { name: /bezahlen/ })).toBeVisible();
    expect(asked.map((url) => new URL(url).pathname).sort()).toEqual([
      '/locales/de.js',
      '/paystep-steps.js',
    ]);
    expect(said).toEqual([]);
  });

  test(`${how}, and without assets-base, the console names it`, async ({ shop, page }) => {
    const { said, asked } = await openShop(page, tag + checkoutOf(await shop.order(BLIK)));
    await expect(shop.widget).toContainText('could not be loaded');
    const named = said.filter((line) => /paystep-steps\.js/.test(line) && /assets-base/.test(line));
    expect(named).toHaveLength(1);
    expect(asked.filter((url) => !url.startsWith(new URL(page.url()).origin))).toEqual([]);
  });
}

for (const type of ['text/javascript', 'module']) {
  test(`text in the page does not go by a base that somebody has put there: ${type}`, async ({
    shop,
    page,
  }) => {
    const order = await shop.order(BLIK);
    const tag = WAYS['written into the page']?.replace('<script>', `<script type="${type}">`);
    const base = '<base href="https://evil.example/">';
    const { asked } = await openShop(page, `${tag}${base}${checkoutOf(order)}`);
    await expect(shop.widget).toContainText('could not be loaded');
    expect(asked.filter((url) => url.includes('evil'))).toEqual([]);
  });
}

/** Serves the files from elsewhere, and tells which were asked for there. */
async function serveFrom(page: Page, site: string): Promise<string[]> {
  const asked: string[] = [];
  await page.route(`${site}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    asked.push(pathname);
    const file = pathname.replace(/^\/paystep\//, '../../dist/');
    await route.fulfill({
      contentType: 'text/javascript',
      headers: { 'access-control-allow-origin': '*' },
      body: readFileSync(new URL(file, import.meta.url)),
    });
  });
  return asked;
}

const FOUND = ['/paystep/locales/de.js', '/paystep/paystep-steps.js'];

for (const [how, set] of [
  ['in mount', 'Paystep.mount("main", { ...given, assetsBase })'],
  ['as a property', 'document.querySelector("paystep-checkout").assetsBase = assetsBase'],
] as const) {
  test(`a folder of another origin is taken from a script: ${how}`, async ({ shop, page }) => {
    const asked = await serveFrom(page, 'https://cdn.example');
    const order = await shop.order(BLIK);
    const { gateway, apiBase, publishableKey, clientSecret } = order;
    const given = { gateway, apiBase, publishableKey, clientSecret, locale: 'de' };
    await openShop(
      page,
      `<main>${how === 'in mount' ? '' : checkoutOf(order)}</main>${WAYS['merged into another file']}
      <script>
        const given = ${JSON.stringify(given)}, assetsBase = 'https://cdn.example/paystep';
        ${set};
      </script>`,
    );
    await expect(page.getByRole('button', { name: /bezahlen/ })).toBeVisible();
    expect(asked.sort()).toEqual(FOUND);
  });
}

test('an attribute of another origin is not heeded, and the console says what is', async ({
  shop,
  page,
}) => {
  const asked = await serveFrom(page, 'https://cdn.example');
  const attribute = 'assets-base="https://cdn.example/paystep/"';
  const { said } = await openShop(
    page,
    WAYS['merged into another file'] + checkoutOf(await shop.order(BLIK), attribute),
  );
  await expect(shop.widget).toContainText('could not be loaded');
  expect(asked).toEqual([]);
  expect(said.filter((line) => /assetsBase in Paystep\.mount/.test(line))).not.toEqual([]);
});

test('where the script knows where it lies, no attribute moves the files', async ({
  shop,
  page,
}) => {
  const evil = '<paystep-checkout assets-base="/uploads/"></paystep-checkout>';
  const order = await shop.order(BLIK);
  const { asked } = await openShop(
    page,
    `${evil}<script async src="/paystep.js"></script>${checkoutOf(order)}`,
  );
  await expect(page.getByRole('button', { name: /bezahlen/ })).toBeVisible();
  expect(asked.filter((url) => url.includes('uploads'))).toEqual([]);
});
