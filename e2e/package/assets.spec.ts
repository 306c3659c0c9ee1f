import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, type Order, type OrderRequest, test } from '../support/shop.ts';

const SCRIPT = readFileSync(new URL('../../dist/paystep.js', import.meta.url), 'utf8');

const BLIK: OrderRequest = { gateway: 'stripe', methods: ['blik'], currency: 'pln' };

/** How shops bring the script in so that it does not know where it lies; none has it at hand. */
const BASE_VARIANTS: Readonly<Record<string, string>> = {
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
async function openShop(
  page: Page,
  html: string,
): Promise<{ consoleLines: string[]; requestedUrls: string[] }> {
  const consoleLines: string[] = [];
  const requestedUrls: string[] = [];
  page.on('console', (message) => consoleLines.push(message.text()));
  page.on('request', (request) => {
    if (/form\.js|steps\.js|locales/.test(request.url())) requestedUrls.push(request.url());
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
  return { consoleLines, requestedUrls };
}

for (const [how, tag] of Object.entries(BASE_VARIANTS)) {
  test(`${how}, it loads its other files from assets-base`, async ({ shop, page }) => {
    const order = await shop.order(BLIK);
    const { requestedUrls, consoleLines } = await openShop(
      page,
      tag + checkoutOf(order, 'assets-base="/"'),
    );
    await expect(page.getByRole('button', { name: /bezahlen/ })).toBeVisible();
    await expect
      .poll(() => requestedUrls.map((url) => new URL(url).pathname).sort())
      .toEqual(['/locales/de.js', '/paystep-form.js', '/paystep-steps.js']);
    expect(consoleLines).toEqual([]);
  });

  test(`${how}, and without assets-base, the console names it`, async ({ shop, page }) => {
    const { consoleLines, requestedUrls } = await openShop(
      page,
      tag + checkoutOf(await shop.order(BLIK)),
    );
    await expect(shop.widget).toContainText('could not be loaded');
    const named = consoleLines.filter(
      (line) => /paystep-form\.js/.test(line) && /assets-base/.test(line),
    );
    expect(named).toHaveLength(1);
    expect(requestedUrls.filter((url) => !url.startsWith(new URL(page.url()).origin))).toEqual([]);
  });
}

for (const type of ['text/javascript', 'module']) {
  test(`text in the page does not go by a base that somebody has put there: ${type}`, async ({
    shop,
    page,
  }) => {
    const order = await shop.order(BLIK);
    const tag = BASE_VARIANTS['written into the page']?.replace(
      '<script>',
      `<script type="${type}">`,
    );
    const base = '<base href="https://evil.example/">';
    const { requestedUrls } = await openShop(page, `${tag}${base}${checkoutOf(order)}`);
    await expect(shop.widget).toContainText('could not be loaded');
    expect(requestedUrls.filter((url) => url.includes('evil'))).toEqual([]);
  });
}

/** Serves the files from another origin, and gives the URLs that were requested there. */
async function serveFrom(page: Page, site: string): Promise<string[]> {
  const requestedUrls: string[] = [];
  await page.route(`${site}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    requestedUrls.push(pathname);
    const file = pathname.replace(/^\/paystep\//, '../../dist/');
    await route.fulfill({
      contentType: 'text/javascript',
      headers: { 'access-control-allow-origin': '*' },
      body: readFileSync(new URL(file, import.meta.url)),
    });
  });
  return requestedUrls;
}

const FOUND = ['/paystep/locales/de.js', '/paystep/paystep-form.js', '/paystep/paystep-steps.js'];

for (const [how, setBase] of [
  ['in mount', 'Paystep.mount("main", { ...given, assetsBase })'],
  ['as a property', 'document.querySelector("paystep-checkout").assetsBase = assetsBase'],
] as const) {
  test(`a folder of another origin is taken from a script: ${how}`, async ({ shop, page }) => {
    const requestedUrls = await serveFrom(page, 'https://cdn.example');
    const order = await shop.order(BLIK);
    const { gateway, apiBase, publishableKey, clientSecret } = order;
    const options = { gateway, apiBase, publishableKey, clientSecret, locale: 'de' };
    await openShop(
      page,
      `<main>${how === 'in mount' ? '' : checkoutOf(order)}</main>${BASE_VARIANTS['merged into another file']}
      <script>
        const given = ${JSON.stringify(options)}, assetsBase = 'https://cdn.example/paystep';
        ${setBase};
      </script>`,
    );
    await expect(page.getByRole('button', { name: /bezahlen/ })).toBeVisible();
    await expect.poll(() => requestedUrls.sort()).toEqual(FOUND);
  });
}

test('an attribute of another origin is ignored, and the console reports it', async ({
  shop,
  page,
}) => {
  const requestedUrls = await serveFrom(page, 'https://cdn.example');
  const attribute = 'assets-base="https://cdn.example/paystep/"';
  const { consoleLines } = await openShop(
    page,
    BASE_VARIANTS['merged into another file'] + checkoutOf(await shop.order(BLIK), attribute),
  );
  await expect(shop.widget).toContainText('could not be loaded');
  expect(requestedUrls).toEqual([]);
  expect(consoleLines.filter((line) => /assetsBase in Paystep\.mount/.test(line))).not.toEqual([]);
});

test('where the script knows where it lies, no attribute moves the files', async ({
  shop,
  page,
}) => {
  const evil = '<paystep-checkout assets-base="/uploads/"></paystep-checkout>';
  const order = await shop.order(BLIK);
  const { requestedUrls } = await openShop(
    page,
    `${evil}<script async src="/paystep.js"></script>${checkoutOf(order)}`,
  );
  await expect(page.getByRole('button', { name: /bezahlen/ })).toBeVisible();
  expect(requestedUrls.filter((url) => url.includes('uploads'))).toEqual([]);
});
