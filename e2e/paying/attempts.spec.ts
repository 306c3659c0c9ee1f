import type { Page, Route } from '@playwright/test';
import { en } from '../../src/locales/en.ts';
import { authorize, onAnotherDevice, returnToPage } from '../support/customer.ts';
import { expect, intentId, type Order, type Shop, test } from '../support/shop.ts';

interface Confirm {
  readonly status: number;
  readonly ran: boolean;
  readonly idempotencyKey: string;
}

/** The confirms of an order that have reached the gateway. */
async function confirms({ page }: Shop, order: Order): Promise<Confirm[]> {
  const response = await page.request.get(`/sandbox/intents/${intentId(order)}`);
  const { calls } = await response.json();
  return calls.filter(({ name }: { name: string }) => name === 'confirm');
}

/** Each was a new attempt, which the gateway has really made. */
async function expectAttempts(shop: Shop, order: Order, count: number): Promise<void> {
  await expect.poll(async () => (await confirms(shop, order)).length).toBe(count);
  const all = await confirms(shop, order);
  expect(all.map(({ ran }) => ran)).toEqual(all.map(() => true));
  expect(new Set(all.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(count);
}

declare global {
  interface Window {
    saved: string;
  }
}

/** The shop's page pays by card with the method of this id. */
async function fillWindow(page: Page, saved: string): Promise<void> {
  await page.addInitScript((saved) => {
    const callbacks = { createPaymentMethod: async () => saved };
    Object.assign(window, { checkoutOptions: {}, saved, cardFields: 'Your card', callbacks });
  }, saved);
}

/** A saved payment method of a customer, and an order of that customer. */
async function orderWithSaved(shop: Shop, card: string): Promise<Order> {
  const headers = { authorization: 'Bearer sk_test_paystepdemo' };
  const post = async (path: string, form = {}) => {
    const response = await shop.page.request.post(`/stripe/v1/${path}`, { headers, form });
    expect(response.ok(), await response.text()).toBe(true);
    return response.json();
  };
  const { id: customer } = await post('customers');
  const { id: saved } = await post(`payment_methods/${card}/attach`, { customer });
  await fillWindow(shop.page, saved);
  const params = { customer };
  return shop.order({ gateway: 'stripe', currency: 'eur', methods: ['card'], params });
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Pays with the saved card; after a decline, in the form that "Try again" opens. */
async function pay(page: Page): Promise<void> {
  const again = button(page, en.tryAgain);
  const now = button(page, en.pay.now('€20.99'));
  await expect(again.or(now)).toBeVisible();
  if (await again.isVisible()) await again.click();
  await now.click();
}

test('a saved card that is declined is a new attempt after each reload', async ({ shop, page }) => {
  const order = await orderWithSaved(shop, 'pm_card_chargeCustomerFail');
  await shop.open('script tag', order);
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    await pay(page);
    await expectAttempts(shop, order, attempt);
    await shop.expectPhase('failed');
    await page.reload();
    await shop.expectPhase('failed');
  }
});

test('a saved card is a new attempt in another tab, and in the first one again', async ({
  shop,
  page,
}) => {
  const order = await orderWithSaved(shop, 'pm_card_chargeCustomerFail');
  await shop.open('script tag', order);
  await pay(page);
  await shop.expectPhase('failed');
  const other = await page.context().newPage();
  await fillWindow(other, await page.evaluate(() => window.saved));
  await other.goto(page.url());
  await pay(other);
  await expectAttempts(shop, order, 2);
  const read = page.waitForResponse(/client_secret=/);
  await returnToPage(page);
  await read;
  await pay(page);
  await expectAttempts(shop, order, 3);
});

test('a reload in the middle of a confirm, and another press, make one attempt', async ({
  shop,
  page,
}) => {
  const order = await shop.order({ gateway: 'stripe', currency: 'eur', methods: ['wechat_pay'] });
  await shop.open('script tag', order);
  // It is on its way when the page goes, and arrives when the customer has pressed again.
  const keys: string[] = [];
  const heldRoutes: Route[] = [];
  await page.route('**/confirm', (route) => {
    keys.push(route.request().headers()['idempotency-key'] ?? '');
    return keys.length === 1 ? void heldRoutes.push(route) : route.continue();
  });
  await button(page, en.pay.code).click();
  await expect.poll(() => keys.length).toBe(1);
  await page.reload();
  await button(page, en.pay.code).click();
  await shop.expectPhase('action');
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});

test('3-D Secure that has failed twice by redirect succeeds the third time', async ({
  shop,
  page,
}) => {
  const order = await orderWithSaved(shop, 'pm_card_threeDSecure2Required');
  await shop.open('script tag', order);
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    await pay(page);
    await page.waitForURL(/\/sandbox\/acs\//);
    if (attempt === 3) break;
    await page.getByRole('button', { name: 'Fail' }).click();
    await page.waitForURL(/\/return\.html/);
    await shop.expectPhase('failed');
    await page.goto(`/checkout.html?order=${order.orderId}`);
    await shop.expectPhase('failed');
  }
  await authorize(page);
  await page.waitForURL(/\/return\.html/);
  await shop.expectPhase('succeeded');
  await expectAttempts(shop, order, 3);
});

/** A gateway's answer without an error and without a method's id. */
async function hideFailureDetails(page: Page): Promise<void> {
  const less = async (route: Route) => {
    const response = await route.fetch();
    const { last_payment_error: _, payment_method: __, ...intent } = await response.json();
    await route.fulfill({ response, json: intent });
  };
  await page.context().route(/\/v1\/payment_intents\/pi_\w+(\/confirm)?(\?|$)/, less);
}

test('an abandoned wallet opens anew each time, also where the gateway shows nothing of it', async ({
  shop,
  page,
}) => {
  await hideFailureDetails(page);
  const order = await shop.order({ gateway: 'stripe', currency: 'eur', methods: ['paypal'] });
  await shop.open('script tag', order);
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    await button(page, en.go('PayPal')).click();
    await page.waitForURL(/\/sandbox\/wallet/);
    if (attempt === 4) break;
    await page.getByRole('button', { name: /^Fail/ }).click();
    await page.waitForURL(/\/return\.html/);
    await expect(button(page, en.go('PayPal'))).toBeVisible();
  }
  await authorize(page);
  await page.waitForURL(/\/return\.html/);
  await shop.expectPhase('succeeded');
  await expectAttempts(shop, order, 4);
});

test('two browsers that pay in the same moment make one attempt', async ({ shop, page }) => {
  const order = await shop.order({ gateway: 'stripe', currency: 'eur', methods: ['wechat_pay'] });
  await shop.open('script tag', order);
  const heldRoutes: Route[] = [];
  const holdConfirms = async (tab: Page) =>
    tab.route('**/confirm', (route) => void heldRoutes.push(route));
  await holdConfirms(page);
  await onAnotherDevice(page, async (other) => {
    await holdConfirms(other);
    await other.goto(page.url());
    await button(page, en.pay.code).click();
    await button(other, en.pay.code).click();
    await expect.poll(() => heldRoutes.length).toBe(2);
    for (const route of heldRoutes) await route.continue();
    await shop.expectPhase('action');
    await expect(other.locator('.paystep')).toHaveAttribute('data-phase', 'action');
  });
  const all = await confirms(shop, order);
  expect(all.map(({ ran }) => ran)).toEqual([true, false]);
});

test('neither a key nor the browser’s storage contains what was entered', async ({
  shop,
  page,
}) => {
  const order = await shop.order({ gateway: 'stripe', currency: 'pln', methods: ['blik'] });
  await shop.open('script tag', order);
  const code = page.getByLabel(en.pay.fields.code);
  for (const digits of ['000000', '000001']) {
    await code.fill(digits);
    await button(page, en.pay.now('PLN 20.99')).click();
    await shop.expectPhase(digits === '000000' ? 'failed' : 'action');
    if (digits === '000000') await button(page, en.tryAgain).click();
  }
  const keys = (await confirms(shop, order)).map(({ idempotencyKey }) => idempotencyKey);
  for (const key of keys) expect(key).toMatch(/^paystep-pi_\w+-[0-9a-f]{32}$/);
  const stored = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
  );
  expect(stored).not.toMatch(/_secret_|00000[01]|blik/i);
});
