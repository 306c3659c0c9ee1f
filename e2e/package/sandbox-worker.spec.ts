import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { test as base, expect } from '../support/base.ts';

const WORKER = readFileSync(resolve(import.meta.dirname, '../../dist/sandbox-worker.js'), 'utf8');

/** An older worker, which did not check its origin. */
const EARLIER = `
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  if (event.request.url.includes('/stripe/')) event.respondWith(new Response('test money'));
});`;

const SITE = 'https://live.test';

/** A live shop, to which all of `dist` was copied. Its worker can be another later on. */
const test = base.extend<{ shop: { worker: string }; consoleLines: string[] }>({
  shop: async ({ context, page }, use) => {
    const shop = { worker: WORKER };
    await context.route(`${SITE}/**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      const isWorker = pathname === '/sandbox-worker.js';
      await route.fulfill({
        status: isWorker || pathname === '/' ? 200 : 404,
        contentType: isWorker ? 'text/javascript' : 'text/html',
        body: isWorker ? shop.worker : '<!doctype html><title>shop</title>',
      });
    });
    await page.goto(SITE);
    await use(shop);
  },
  consoleLines: async ({ context }, use) => {
    const consoleLines: string[] = [];
    context.on('console', (message) => consoleLines.push(message.text()));
    await use(consoleLines);
  },
});

const register = (page: Page, script: string) =>
  page.evaluate(async (url) => void (await navigator.serviceWorker.register(url)), script);

const registered = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

const gateway = (page: Page) =>
  page.evaluate(async () => (await fetch('/stripe/v1/payment_intents')).status);

const controlled = (page: Page) =>
  page.waitForFunction(() => navigator.serviceWorker.controller !== null);

test.describe('the worker of the sandbox', () => {
  test('answers nothing on a live shop, and takes itself off', async ({
    page,
    consoleLines,
    shop,
  }) => {
    expect(shop.worker).toContain('any-host');
    await register(page, '/sandbox-worker.js');
    await expect.poll(() => registered(page)).toBe(0);
    expect(await gateway(page)).toBe(404);
    await expect.poll(() => consoleLines.join()).toContain('sandbox-worker.js?any-host');
  });

  test('takes an earlier one off a live shop', async ({ page, shop }) => {
    shop.worker = EARLIER;
    await register(page, '/sandbox-worker.js');
    await controlled(page);
    expect(await gateway(page)).toBe(200);
    shop.worker = WORKER;
    await register(page, '/sandbox-worker.js?v=2');
    await expect.poll(() => registered(page)).toBe(0);
    await page.reload();
    expect(await gateway(page)).toBe(404);
  });

  test('answers on a public host that asks for it', async ({ page, shop }) => {
    expect(shop.worker).toContain('any-host');
    await register(page, '/sandbox-worker.js?any-host');
    await controlled(page);
    expect(await gateway(page)).toBe(401);
    expect(await registered(page)).toBe(1);
  });
});
