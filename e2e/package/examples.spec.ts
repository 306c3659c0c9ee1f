import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { authorize, payOnScannedPage, scan } from '../support/customer.ts';
import { type ExampleShop, ExampleShops } from '../support/exampleShops.ts';
import { expect, test } from '../support/shop.ts';

// One after the other in one worker, which builds them once.
test.describe.configure({ mode: 'default' });

type Shops = Awaited<ReturnType<ExampleShops['open']>>;

const examples = new ExampleShops();
let shops: Shops;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  shops = await examples.open();
});

test.afterAll(() => examples.close());

async function payByWallet(page: Page, name: string): Promise<void> {
  await page.getByRole('radio', { name }).click();
  await page.getByRole('button', { name: /^Continue/ }).click();
  await authorize(page);
}

/** The server has received a webhook, and has verified its signature. */
const hasReceivedWebhook = ({ program }: ExampleShop, order: string) =>
  program.waitForOutput(new RegExp(`Order (${order}) is paid`));

test('html and server-stripe: a code is paid on the phone, and the webhook arrives', async ({
  shop,
  page,
}) => {
  const created = page.waitForResponse('**/api/orders');
  await page.goto(shops.stripe.url);
  await page.getByRole('radio', { name: 'WeChat Pay' }).click();
  await page.getByRole('button', { name: 'Show QR code' }).click();
  const phone = await page.context().newPage();
  await phone.goto(await scan(page.getByRole('img', { name: /^QR code/ })));
  await payOnScannedPage(phone);
  await phone.close();
  await shop.expectPhase('succeeded');
  await expect(page.getByText('Your tea is on its way')).toBeVisible();
  await hasReceivedWebhook(shops.stripe, (await (await created).json()).id);
});

test('html and server-stripe: a customer comes back from a wallet', async ({ shop, page }) => {
  await page.goto(shops.stripe.url);
  await payByWallet(page, 'Alipay');
  await page.waitForURL(/\/return\.html\?order=/);
  await shop.expectPhase('succeeded');
});

test('vite-react and server-wooshpay: a wallet is paid, and the webhook arrives', async ({
  shop,
  page,
}) => {
  await page.goto(shops.vite.url);
  await payByWallet(page, 'GCash');
  await page.waitForURL(/\?order=/);
  await shop.expectPhase('succeeded');
  await expect(page.getByText('Your tea is on its way')).toBeVisible();
  await hasReceivedWebhook(shops.wooshpay, new URL(page.url()).searchParams.get('order') ?? '');
});

test('next: a page from the server comes to life, is paid, and the webhook arrives', async ({
  shop,
  page,
}) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/React error|hydrat/i.test(message.text())) complaints.push(message.text());
  });
  const url = `${shops.next.url}/orders/tea-1`;
  const markup = await (await page.request.get(url)).text();
  expect(markup).toContain('class="paystep"');
  expect(markup).not.toContain('sk_test');
  await page.goto(url);
  await payByWallet(page, 'Alipay');
  await page.waitForURL(/\/return\?/);
  await shop.expectPhase('succeeded');
  await hasReceivedWebhook(shops.next, 'tea-1');
  expect(complaints).toEqual([]);
});

for (const key of ['stripe', 'next'] as const) {
  test(`${key}: the webhook updates the page that waits, without a poll`, async ({
    shop,
    page,
  }) => {
    await shop.stopPolling();
    const streamOpened = page.waitForResponse(/\/updates\?intent=pi_/);
    await page.goto(`${shops[key].url}${key === 'next' ? '/orders/tea-2' : ''}`);
    await page.getByRole('radio', { name: 'WeChat Pay' }).click();
    await page.getByRole('button', { name: 'Show QR code' }).click();
    await streamOpened;
    const phone = await page.context().newPage();
    await phone.goto(await scan(page.getByRole('img', { name: /^QR code/ })));
    await payOnScannedPage(phone);
    await phone.close();
    await shop.expectPhase('succeeded');
  });
}

const HOOKS = [
  ['server-stripe', 'stripe', 'stripe-signature'],
  ['server-wooshpay', 'wooshpay', 'wooshpay-signature'],
  ['next', 'next', 'stripe-signature'],
] as const;

for (const [name, key, header] of HOOKS) {
  test(`${name} turns away a webhook that the gateway has not signed`, async ({ request }) => {
    const { program, url } = shops[key];
    const object = { metadata: { order: 'forged' } };
    const data = { type: 'payment_intent.succeeded', data: { object } };
    const now = Math.floor(Date.now() / 1000);
    for (const signature of ['', 't=,v1=', `t=${now},v1=${'0'.repeat(64)}`]) {
      const answer = await request.post(`${url}/webhook`, {
        data,
        headers: { [header]: signature },
      });
      expect(answer.status()).toBe(400);
    }
    expect(program.output).not.toContain('forged');
  });
}

for (const key of ['stripe', 'wooshpay', 'next'] as const) {
  test(`${key}: the pages may be framed by no other site, and keep their address to themselves`, async ({
    request,
  }) => {
    const path = key === 'next' ? '/return' : '/return.html';
    const page = await request.get(`${shops[key].url}${path}`);
    const policy = page.headers()['content-security-policy'];
    expect(policy).toContain("frame-ancestors 'self'; base-uri 'none'; form-action 'self'");
    expect(await page.text()).toMatch(/<meta name="referrer" content="no-referrer"/);
  });
}

test('the examples ask for the versions that are tested here', () => {
  const { version, dependencies, devDependencies } = readPackage('..');
  const available = { ...dependencies, ...devDependencies, paystep: `^${version}` };
  for (const example of readdirSync(`${import.meta.dirname}/../examples`)) {
    if (!existsSync(`${import.meta.dirname}/../examples/${example}/package.json`)) continue;
    const { dependencies, devDependencies } = readPackage(`examples/${example}`);
    expect(available, example).toMatchObject({ ...dependencies, ...devDependencies });
  }
});

function readPackage(folder: string) {
  return JSON.parse(readFileSync(`${import.meta.dirname}/../${folder}/package.json`, 'utf8'));
}
