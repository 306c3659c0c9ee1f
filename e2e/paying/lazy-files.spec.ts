import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, hold, intentId, type Order, type Shop, test } from '../support/shop.ts';

const STEPS = '**/paystep-steps.js*';
const FORM = '**/paystep-form.js*';
const CODE = { gateway: 'wooshpay', method: 'wechat_pay', currency: 'cny' } as const;
const BANK = { gateway: 'stripe', method: 'ideal', currency: 'eur' } as const;
const BLIK = { gateway: 'stripe', method: 'blik', currency: 'pln' } as const;
const FIELDS = { gateway: 'stripe', methods: ['oxxo'], currency: 'mxn' } as const;
const FPX = { gateway: 'stripe', methods: ['fpx'], currency: 'myr' } as const;
const WALLET = { gateway: 'stripe', method: 'wechat_pay', currency: 'cny' } as const;
const CHOICE = {
  gateway: 'stripe',
  methods: ['wechat_pay', 'alma'],
  currency: 'cny',
} as const;

/** The script tag's files that a page asks for, in their order. */
function recordFiles(page: Page): string[] {
  const files: string[] = [];
  page.on('request', (request) => {
    const [, name] = /\/(paystep[\w-]*\.js)/.exec(request.url()) ?? [];
    if (name) files.push(name);
  });
  return files;
}

/** How often an order's confirm has reached the gateway. */
async function confirms({ page }: Shop, order: Order): Promise<number> {
  const response = await page.request.get(`/sandbox/intents/${intentId(order)}`);
  const { calls } = await response.json();
  return calls.filter(({ name }: { name: string }) => name === 'confirm').length;
}

test('a code on a desktop loads only one file', async ({ shop, page }) => {
  const files = recordFiles(page);
  const order = await shop.order(CODE);
  await shop.open('script tag', order, { 'return-url': null });
  await shop.expectPhase('action');
  await shop.simulate(order, 'succeed');
  await shop.expectPhase('succeeded');
  expect(files).toEqual(['paystep.js']);
});

test('a form is asked for before the first answer where the options are those of one', async ({
  shop,
  page,
}) => {
  const release = await hold(page, '**/payment_intents/*');
  const form = page.waitForRequest(FORM);
  await shop.open('script tag', await shop.order(CHOICE));
  await form;
  release();
  await expect(page.getByRole('radio', { name: 'WeChat Pay' })).toBeVisible();
});

test('a form is asked for after the answer where no option is that of one, and the steps after the form', async ({
  shop,
  page,
}) => {
  const files = recordFiles(page);
  await shop.open('script tag', await shop.order(CHOICE), { 'return-url': null });
  await expect(page.getByRole('radio', { name: 'WeChat Pay' })).toBeVisible();
  await expect.poll(() => files).toEqual(['paystep.js', 'paystep-form.js', 'paystep-steps.js']);
});

test('a step loads no form', async ({ shop, page }) => {
  const files = recordFiles(page);
  await shop.open('script tag', await shop.order(BLIK), { 'return-url': null });
  await expect(shop.widget).toContainText('Approve the payment');
  expect(files).toEqual(['paystep.js', 'paystep-steps.js']);
});

test('a form that could not be loaded comes on “Try again”, and pays', async ({ shop, page }) => {
  await page.route(FORM, (route) => route.abort());
  const order = await shop.order(CHOICE);
  await shop.open('script tag', order);
  await expect(shop.widget).toContainText('could not be loaded');
  await page.unroute(FORM);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('button', { name: 'Show QR code' }).click();
  await shop.expectPhase('action');
  expect(await confirms(shop, order)).toBe(1);
});

test('a press waits for what comes after the form, and confirms once', async ({ shop, page }) => {
  const release = await hold(page, STEPS);
  const order = await shop.order(CHOICE);
  await shop.open('script tag', order);
  await page.getByRole('button', { name: 'Show QR code' }).click();
  await page.getByRole('button', { name: 'One moment…' }).dispatchEvent('click');
  expect(await confirms(shop, order)).toBe(0);
  release();
  await shop.expectPhase('action');
  expect(await confirms(shop, order)).toBe(1);
});

test('without what comes after the form nothing is sent, and another press tries again', async ({
  shop,
  page,
}) => {
  await page.route(STEPS, (route) => route.abort());
  const order = await shop.order(CHOICE);
  await shop.open('script tag', order);
  const pay = page.getByRole('button', { name: 'Show QR code' });
  await pay.click();
  await expect(shop.widget.getByRole('alert')).toHaveText(/could not be loaded/);
  expect(await confirms(shop, order)).toBe(0);
  await page.unroute(STEPS);
  await pay.click();
  await shop.expectPhase('action');
  expect(await confirms(shop, order)).toBe(1);
});

test('a press with a missing field marks it when what checks is there, and what was typed meanwhile stays', async ({
  shop,
  page,
}) => {
  const release = await hold(page, STEPS);
  const order = await shop.order(FIELDS);
  await shop.open('script tag', order);
  await page.getByLabel('Full name').fill('Ana Souza');
  await page.getByRole('button', { name: 'Get the voucher' }).click();
  await expect(page.getByRole('button', { name: 'One moment…' })).toBeVisible();
  await page.getByLabel('Full name').press('End');
  await page.keyboard.type(' Lima');
  release();
  await expect(page.getByLabel('Email')).toBeFocused();
  await expect(shop.widget).toContainText('Enter your email address');
  await expect(page.getByLabel('Full name')).toHaveValue('Ana Souza Lima');
  expect(await confirms(shop, order)).toBe(0);
  await page.getByLabel('Email').fill('ana@example.com');
  await page.getByRole('button', { name: 'Get the voucher' }).click();
  await shop.expectPhase('action');
  expect(await confirms(shop, order)).toBe(1);
});

test('who types while the steps arrive goes on typing', async ({ shop, page }) => {
  const release = await hold(page, STEPS);
  await shop.open('script tag', await shop.order(FIELDS));
  const name = page.getByLabel('Full name');
  await name.pressSequentially('Ana ');
  release();
  await page.waitForResponse(STEPS);
  await page.keyboard.type('Souza', { delay: 30 });
  await expect(name).toBeFocused();
  await expect(name).toHaveValue('Ana Souza');
});

test('the list of banks waits for the file that has it; without it a press fetches it', async ({
  shop,
  page,
}) => {
  await page.route(STEPS, (route) => route.abort());
  const order = await shop.order(FPX);
  await shop.open('script tag', order);
  const bank = page.getByLabel('Bank');
  const pay = page.getByRole('button', { name: 'Continue to FPX' });
  await expect(bank).toBeDisabled();
  await pay.click();
  await expect(shop.widget.getByRole('alert')).toHaveText(/could not be loaded/);
  await page.unroute(STEPS);
  await pay.click();
  await expect(bank).toBeFocused();
  await bank.selectOption('Maybank2U');
  await pay.click();
  await page.waitForURL(new RegExp(`/sandbox/bank/${intentId(order)}`));
});

test('a payment that has failed says why when both files are there', async ({ shop, page }) => {
  const release = await hold(page, STEPS);
  const order = await shop.order(BLIK);
  await shop.simulate(order, 'fail');
  const form = page.waitForResponse(FORM);
  await shop.open('script tag', order);
  await shop.expectPhase('failed');
  await (await form).finished();
  await expect(shop.widget.getByRole('heading')).toHaveText('Loading your payment…');
  release();
  await expect(shop.widget.getByRole('heading')).toHaveText('Payment failed');
  await expect(shop.widget).toContainText('The payment was canceled before it was made.');
});

test('without the steps a payment that has failed can be tried again', async ({ shop, page }) => {
  await page.route(STEPS, (route) => route.abort());
  const order = await shop.order(WALLET);
  await shop.simulate(order, 'fail');
  await shop.open('script tag', order);
  await expect(shop.widget).toContainText('The payment did not go through.');
  const again = page.getByRole('button', { name: 'Try again' });
  await again.click();
  await expect(shop.widget.getByRole('alert')).toHaveText(/could not be loaded/);
  await page.unroute(STEPS);
  await again.click();
  await shop.expectPhase('action');
});

test('a step waits for the file that it needs, and loads it again on “Try again”', async ({
  shop,
  page,
}) => {
  await page.route(STEPS, (route) => route.abort());
  const order = await shop.order(BLIK);
  await shop.open('script tag', order);
  await expect(shop.widget).toContainText('could not be loaded');
  await page.unroute(STEPS);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(shop.widget).toContainText('Approve the payment');
  await shop.simulate(order, 'succeed');
  await shop.expectPhase('succeeded');
});

test('without the steps the bank’s page can still be reached', async ({ shop, page }) => {
  await page.route(STEPS, (route) => route.abort());
  const order = await shop.order(BANK);
  await shop.open('script tag', order, { redirect: 'button' });
  await page.getByRole('link', { name: /^Continue to/ }).click();
  await page.waitForURL(new RegExp(`/sandbox/bank/${intentId(order)}`));
});

test('without the steps a payment is still polled', async ({ shop, page }) => {
  await page.route(STEPS, (route) => route.abort());
  const order = await shop.order(BLIK);
  await shop.open('script tag', order);
  await expect(shop.widget).toContainText('could not be loaded');
  await shop.simulate(order, 'succeed');
  await shop.expectPhase('succeeded');
});

for (const policy of [
  "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'",
  "default-src 'none'; script-src 'nonce-abc'; connect-src 'self'; trusted-types 'none'; require-trusted-types-for 'script'",
]) {
  test(`a lazy file comes under the policy of the first: ${policy}`, async ({ shop, page }) => {
    await page.route('**/checkout.html*', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replaceAll('<script ', '<script nonce="abc" ');
      const headers = { ...response.headers(), 'content-security-policy': policy };
      await route.fulfill({ response, body, headers });
    });
    await shop.open('script tag', await shop.order(BLIK));
    await expect(shop.widget).toContainText('Approve the payment');
  });
}

for (const how of ['', '&cors']) {
  test(`from another origin a lazy file follows the first ${how && 'with CORS'}`, async ({
    shop,
    page,
  }) => {
    const steps = page.waitForRequest(STEPS);
    const { orderId } = await shop.order(BLIK);
    await page.goto(`/elsewhere.html?order=${orderId}${how}`);
    expect((await steps).url()).toContain('//127.0.0.1:');
    await expect(shop.widget).toContainText('Approve the payment');
  });
}

for (const [file, request] of [
  [STEPS, BLIK],
  [FORM, CHOICE],
] as const) {
  test(`a file of another version is not used: ${file}`, async ({ shop, page }) => {
    await page.route(file, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/"\d+\.\d+\.\d+"/, '"0.0.1"');
      await route.fulfill({ response, body });
    });
    await shop.open('script tag', await shop.order(request));
    await expect(shop.widget).toContainText('could not be loaded');
  });
}

/** As the README shows how to pin a lazy file, under its policy. */
async function pin(page: Page, integrity: string): Promise<void> {
  const { version } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  const url = `/paystep-steps.js?v=${version}`;
  const map = { integrity: { [url]: integrity, [`${url}&retry`]: integrity } };
  const policy = "default-src 'none'; script-src 'self' 'nonce-abc'; connect-src 'self'";
  await page.route('**/checkout.html*', async (route) => {
    const response = await route.fetch();
    const tag = `<script type="importmap" nonce="abc">${JSON.stringify(map)}</script>`;
    const body = (await response.text()).replace('<title>', `${tag}<title>`);
    const headers = { ...response.headers(), 'content-security-policy': policy };
    await route.fulfill({ response, body, headers });
  });
}

test('a lazy file can be pinned, and another in its place is refused, twice', async ({
  shop,
  page,
}) => {
  const file = readFileSync(new URL('../../dist/paystep-steps.js', import.meta.url));
  await pin(page, `sha384-${createHash('sha384').update(file).digest('base64')}`);
  await shop.open('script tag', await shop.order(BLIK));
  await expect(shop.widget).toContainText('Approve the payment');
  const body = `${file}\n;document.body.dataset.tampered = 'yes';`;
  await page.route(STEPS, (route) => route.fulfill({ contentType: 'text/javascript', body }));
  await page.reload();
  await expect(shop.widget).toContainText('could not be loaded');
  const again = page.waitForRequest(/&retry/);
  await page.getByRole('button', { name: 'Try again' }).click();
  await again;
  await expect(shop.widget).toContainText('could not be loaded');
  expect(await page.evaluate(() => document.body.dataset.tampered)).toBeUndefined();
});
