import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { WECHAT } from '../support/customer.ts';
import { expect, type Order, type OrderRequest, test } from '../support/shop.ts';
import { installBridge } from '../support/wechatBridge.ts';

/**
 * Every word of the script tag's files, so that whatever they read of `document` or of the window
 * is among them, tomorrow too.
 */
const IDENTIFIERS = [
  ...new Set(
    ['paystep.js', 'paystep-form.js', 'paystep-steps.js', 'return.js'].flatMap(identifiersIn),
  ),
];

function identifiersIn(file: string): readonly string[] {
  const text = readFileSync(new URL(`../../dist/${file}`, import.meta.url), 'utf8');
  return text.match(/\b[A-Za-z_]\w{2,}\b/g) ?? [];
}

const EVIL = 'https://evil.example/files/paystep.js';

/** How HTML without any script hides a property: https://html.spec.whatwg.org/#dom-document-nameditem */
const CLOBBERING_ELEMENTS: Readonly<Record<string, (identifier: string) => string>> = {
  'an image': (identifier) => `<img name="${identifier}" id="${identifier}" src="${EVIL}">`,
  'an embedded object': (identifier) =>
    `<embed name="${identifier}" src="${EVIL}"><object id="${identifier}"></object>`,
  'a form with fields': (identifier) =>
    `<form name="${identifier}" id="${identifier}"><input name="src" value="${EVIL}"><input name="mount"><input name="call"></form>`,
  'links of one name': (identifier) =>
    `<a id="${identifier}" href="${EVIL}"></a><a id="${identifier}" name="src" href="${EVIL}"></a>`,
};

/** A page of the shop's that somebody has put HTML into, before the script. */
async function openShop(page: Page, html: string, checkout: string): Promise<void> {
  const body = `<!doctype html><html lang="en"><body><div hidden>${html}</div>
    <script src="/paystep.js"></script>${checkout}</body></html>`;
  await page.route('**/clobbered.html*', (route) =>
    route.fulfill({ contentType: 'text/html', body }),
  );
  await page.goto('/clobbered.html');
}

function checkoutOf(order: Order, attributes = ''): string {
  const { gateway, apiBase, publishableKey, clientSecret } = order;
  return `<paystep-checkout gateway="${gateway}" api-base="${apiBase}" publishable-key="${publishableKey}"
    client-secret="${clientSecret}" return-url="/return.html" ${attributes}></paystep-checkout>`;
}

/** The requests for scripts and pages of the attacker; each would run. */
async function recordEvilRequests(page: Page): Promise<string[]> {
  const evilRequests: string[] = [];
  await page.route('https://evil.example/**', async (route) => {
    if (route.request().resourceType() === 'script') evilRequests.push(route.request().url());
    await route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("evil ran")' });
  });
  return evilRequests;
}

const BLIK: OrderRequest = { gateway: 'stripe', methods: ['blik'], currency: 'pln' };
for (const [how, clobber] of Object.entries(CLOBBERING_ELEMENTS)) {
  test(`whatever ${how} stands in place of, the customer pays, and nothing of another’s is loaded`, async ({
    shop,
    page,
  }) => {
    const evilRequests = await recordEvilRequests(page);
    const order = await shop.order(BLIK);
    await openShop(page, IDENTIFIERS.map(clobber).join(''), checkoutOf(order, 'locale="de"'));
    await page.getByRole('textbox').fill('123456');
    await page.getByRole('button', { name: /bezahlen/ }).click();
    await expect(shop.widget).toContainText('Geben Sie die Zahlung frei');
    await shop.simulate(order, 'succeed');
    await shop.expectPhase('succeeded');
    expect(evilRequests).toEqual([]);
  });
}

test('an image called currentScript does not tell where the other files lie, under a nonce either', async ({
  shop,
  page,
}) => {
  const evilRequests = await recordEvilRequests(page);
  const order = await shop.order(BLIK);
  const body = `<!doctype html><html lang="de"><body><img name="currentScript" src="${EVIL}">
    <script nonce="abc" src="/paystep.js"></script>${checkoutOf(order)}</body></html>`;
  const headers = {
    'content-security-policy': "script-src 'nonce-abc' 'strict-dynamic'; trusted-types 'none'",
  };
  await page.route('**/clobbered.html', (route) =>
    route.fulfill({ contentType: 'text/html', headers, body }),
  );
  await page.goto('/clobbered.html');
  await expect(page.getByRole('button', { name: /bezahlen/ })).toBeVisible();
  expect(evilRequests).toEqual([]);
});

/** The names that the window does not have itself, so that a frame can take them. */
const GLOBALS = ['Paystep', 'PaystepShared', 'PaystepScript', 'WeixinJSBridge', 'Deno', 'process'];

for (const host of ['localhost', '127.0.0.1']) {
  test(`frames from ${host} take the place of no global`, async ({ shop, page, baseURL }) => {
    const { port } = new URL(String(baseURL));
    const frames = GLOBALS.map(
      (name) => `<iframe name="${name}" src="http://${host}:${port}/tea.svg"></iframe>`,
    );
    const order = await shop.order(BLIK);
    await openShop(page, frames.join(''), checkoutOf(order));
    await expect(page.getByRole('textbox')).toBeVisible();
    expect(await page.evaluate(() => typeof window.Paystep.mount)).toBe('function');
  });
}

test('a form around the checkout takes nothing from it, whatever its fields are called', async ({
  shop,
  page,
}) => {
  const fields = IDENTIFIERS.map((identifier) => `<input type="hidden" name="${identifier}">`).join(
    '',
  );
  const order = await shop.order(BLIK);
  const { clientSecret, publishableKey, apiBase, gateway } = order;
  await openShop(
    page,
    '',
    `<form id="pay" lang="de">${fields}${checkoutOf(order)}</form>
    <script>Paystep.mount('#pay', ${JSON.stringify({ clientSecret, publishableKey, apiBase, gateway })})</script>`,
  );
  // The checkout that is there takes the options. Playwright itself meets the form's fields, where it
  // looks for a role.
  await expect(shop.widget).toContainText(['20,99 PLN bezahlen']);
});

/** Orders, what the customer sees of each, and what they do on the page. */
const KINDS: Readonly<Record<string, [OrderRequest, string, (page: Page) => Promise<void>]>> = {
  'a code': [
    { gateway: 'wooshpay', method: 'wechat_pay', currency: 'cny' },
    'Scan this code',
    async () => {},
  ],
  'a voucher': [
    { gateway: 'stripe', method: 'oxxo', currency: 'mxn' },
    'Pay with OXXO',
    (page) => page.getByRole('button', { name: 'Copy Number' }).click(),
  ],
  'a challenge': [
    { gateway: 'wooshpay', method: 'card', currency: 'usd', card: '4000000000003220' },
    'Cancel',
    async (page) => {
      const bank = page.getByRole('dialog').frameLocator('iframe');
      await bank.getByRole('textbox').fill('1234');
      await bank.getByRole('button', { name: 'Authenticate' }).click();
    },
  ],
  'a bank’s page': [
    { gateway: 'stripe', method: 'ideal', currency: 'eur' },
    '',
    (page) => page.waitForURL(/\/sandbox\/bank\//),
  ],
};

for (const [kind, [request, text, interact]] of Object.entries(KINDS)) {
  test(`${kind} is there whatever images stand in place of`, async ({ shop, page }) => {
    const evilRequests = await recordEvilRequests(page);
    const order = await shop.order(request);
    const images = IDENTIFIERS.map(CLOBBERING_ELEMENTS['an image'] ?? String).join('');
    await openShop(page, images, checkoutOf(order));
    if (text) await expect(shop.widget).toContainText(text);
    await interact(page);
    if (text && kind !== 'a challenge') await shop.simulate(order, 'succeed');
    if (text) await shop.expectPhase('succeeded');
    expect(evilRequests).toEqual([]);
  });
}

test.describe('inside WeChat', () => {
  test.use(WECHAT);

  test('a link of its bridge’s name is not taken for the bridge', async ({ shop, page }) => {
    const order = await shop.order({
      gateway: 'wooshpay',
      method: 'wechat_pay',
      currency: 'cny',
      data: { terminal_type: 'WAP' },
      options: { openid: 'o1' },
    });
    await installBridge(page, order, 'ok', { late: true });
    await openShop(page, '<a id="WeixinJSBridge" href="/"></a>', checkoutOf(order));
    await page.getByRole('button', { name: /^Pay/ }).tap();
    await page.evaluate(() => (window as never as { insertBridge: () => void }).insertBridge());
    await shop.expectPhase('succeeded');
  });
});

test('the return page takes the secret out of the address, whatever images stand in place of', async ({
  shop,
  page,
}) => {
  const order = await shop.order(BLIK);
  const { gateway, apiBase, publishableKey, clientSecret } = order;
  const images = IDENTIFIERS.map(CLOBBERING_ELEMENTS['an image'] ?? String).join('');
  const body = `<!doctype html><html lang="en"><body><div hidden>${images}</div>
    <script src="/return.js"></script>
    <paystep-checkout gateway="${gateway}" api-base="${apiBase}" publishable-key="${publishableKey}">
    </paystep-checkout><script src="/paystep.js"></script></body></html>`;
  await page.route('**/back.html*', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(`/back.html?payment_intent_client_secret=${clientSecret}`);
  await expect(page).toHaveURL(/back\.html$/);
  await expect(page.getByRole('textbox')).toBeVisible();
});

for (const tag of ['<script src="/paystep.js">', '<script type="module" src="/paystep.js">']) {
  test(`a base of another’s moves nothing: ${tag}`, async ({ shop, page }) => {
    const evilRequests = await recordEvilRequests(page);
    const order = await shop.order(BLIK);
    const body = `<!doctype html><html lang="de"><body>${tag}</script>
      <base href="https://evil.example/">${checkoutOf(order).replace('/return.html', 'https://shop.example/')}</body></html>`;
    await page.route('**/based.html', (route) => route.fulfill({ contentType: 'text/html', body }));
    await page.goto('/based.html');
    await expect(page.getByRole('button', { name: /bezahlen/ })).toBeVisible();
    expect(evilRequests).toEqual([]);
  });
}
