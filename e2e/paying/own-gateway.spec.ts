import type { Page } from '@playwright/test';
import { createCheckout } from 'paystep';
import { acmepay } from '../examples/own-gateway/acmepay.ts';
import { FakeAcmePay } from '../examples/own-gateway/fakeServer.ts';
import { test as base, expect } from '../support/base.ts';
import { scan } from '../support/customer.ts';

/** A gateway that nobody here knows: its ids, its amounts, its steps and its refusals have other forms. */
const test = base.extend<{ acme: FakeAcmePay }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern
  acme: async ({}, use) => {
    const acme = new FakeAcmePay();
    await acme.listen();
    await use(acme);
    acme.close();
  },
});

const PAGES = { 'script tag': 'index.html', React: 'react.html' } as const;

const EUROS = { value: '19.99', unit: 'EUR' };

async function open(page: Page, acme: FakeAcmePay, name: string, ref: string): Promise<void> {
  await page.goto(`/own-gateway/${name}?api=${encodeURIComponent(acme.url)}&order=${ref}`);
}

const phase = (page: Page, wanted: string) =>
  expect(page.locator('.paystep')).toHaveAttribute('data-phase', wanted);

for (const [face, name] of Object.entries(PAGES)) {
  test.describe(`a gateway of one's own by ${face}`, () => {
    test('shows its code and its amount, and the end', async ({ acme, page }) => {
      acme.create(EUROS, ['scan']);
      await open(page, acme, name, 'pay_1Qx');
      await page.getByRole('button', { name: /^Continue to Acme/ }).click();
      await phase(page, 'action');
      await expect(page.getByRole('heading', { name: /Acme Scan/ })).toBeVisible();
      expect(await scan(page.getByRole('img'))).toBe('ACME|pay_1Qx|19.99');
      acme.settle('pay_1Qx', 'DONE');
      await phase(page, 'succeeded');
    });

    test('leads to its bank and back, and tells of a failure there', async ({ acme, page }) => {
      acme.create(EUROS);
      await open(page, acme, name, 'pay_1Qx');
      await page.getByRole('radio', { name: 'Acme Bank' }).check();
      await page.getByRole('button', { name: /^Continue to Acme/ }).click();
      await page.getByRole('link', { name: 'Refuse' }).click();
      await page.waitForURL(/own-gateway/);
      await phase(page, 'failed');
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('link', { name: 'Approve' }).click();
      await page.waitForURL(/own-gateway/);
      await phase(page, 'succeeded');
    });

    test('tells of each decline, also of two that are alike', async ({ acme, page }) => {
      acme.create({ value: '1250', unit: 'JPY' }, ['scan']);
      await open(page, acme, name, 'pay_1Qx');
      acme.refuseNext = true;
      await page.getByRole('button', { name: /^Continue to Acme/ }).click();
      await phase(page, 'failed');
      await expect(page.locator('.paystep')).toContainText('not enough money');
      acme.refuseNext = true;
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect
        .poll(() => acme.requests.filter((line) => line === 'POST /payments/pay_1Qx/start').length)
        .toBe(2);
      await phase(page, 'failed');
      await page.getByRole('button', { name: 'Try again' }).click();
      await phase(page, 'action');
    });
  });
}

test("a gateway of one's own is paid without a view", async ({ acme }) => {
  const clientSecret = acme.create({ value: '1.5', unit: 'KWD' });
  const checkout = createCheckout({ gateway: acmepay, apiBase: acme.url, clientSecret });
  await checkout.refetch();
  expect(checkout.getState()).toMatchObject({ phase: 'payable', intent: { amount: 1500 } });
  const missing = await checkout.confirm({ payment_method_data: { type: 'acme_scan' } });
  expect(missing).toMatchObject({ kind: 'rejected', param: 'return_url' });
  const params = {
    payment_method_data: { type: 'acme_scan' },
    return_url: 'https://shop.example/',
  };
  expect(await checkout.confirm(params)).toEqual({ kind: 'updated' });
  expect(checkout.getState()).toMatchObject({ phase: 'action', step: { kind: 'qr' } });
  checkout.destroy();
});
