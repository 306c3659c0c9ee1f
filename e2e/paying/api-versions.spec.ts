import type { Page } from '@playwright/test';
import { en } from '../../src/locales/en.ts';
import { authorize } from '../support/customer.ts';
import { expect, FACES, type Face, type Order, type Shop, test } from '../support/shop.ts';

type Json = Record<string, unknown>;

/** Rewrites the PaymentIntent in each answer of the gateway, also the one in a decline. */
async function answerReadsWith(page: Page, rewrite: (intent: Json) => Json): Promise<void> {
  await page.context().route(/\/v1\/payment_intents\/pi_\w+(\/confirm)?(\?|$)/, async (route) => {
    const response = await route.fetch();
    const answer = await response.json();
    const { error } = answer;
    const intent = error?.payment_intent;
    const json = error
      ? { error: { ...error, ...(intent && { payment_intent: rewrite(intent) }) } }
      : rewrite(answer);
    await route.fulfill({ response, json });
  });
}

const STATUSES: Json = {
  requires_payment_method: 'requires_source',
  requires_action: 'requires_source_action',
};

/** The form of Stripe's API versions before 2019-02-11. */
function oldNames({ next_action, payment_method_types, payment_method, ...intent }: Json): Json {
  const { redirect_to_url } = (next_action ?? {}) as Json;
  return {
    ...intent,
    status: STATUSES[String(intent.status)] ?? intent.status,
    confirmation_method: 'publishable',
    allowed_source_types: payment_method_types,
    source: payment_method,
    next_source_action: redirect_to_url
      ? { type: 'authorize_with_url', authorize_with_url: redirect_to_url }
      : next_action,
  };
}

const CARD = {
  gateway: 'stripe',
  method: 'card',
  card: '4000000000003220',
  currency: 'eur',
} as const;

for (const face of Object.keys(FACES) as Face[]) {
  test(`an account of an older API version is paid with 3-D Secure by ${face}`, async ({
    shop,
    page,
  }) => {
    await answerReadsWith(page, oldNames);
    await shop.open(face, await shop.order(CARD));
    await page.waitForURL(/\/sandbox\/acs\//);
    await authorize(page);
    await page.waitForURL(/\/return\.html/);
    await shop.expectPhase('succeeded');
  });
}

test('an account of an older API version offers its ways to pay', async ({ shop, page }) => {
  await answerReadsWith(page, oldNames);
  const order = { gateway: 'stripe', currency: 'eur', methods: ['wechat_pay', 'alipay'] } as const;
  await shop.open('script tag', await shop.order(order));
  await shop.expectPhase('payable');
  await expect(page.getByRole('radio')).toHaveCount(2);
  await page.getByRole('button', { name: en.pay.code, exact: true }).click();
  await shop.expectPhase('action');
});

test('requests to Stripe name one API version, in the query and in the form', async ({
  shop,
  page,
}) => {
  const requestedVersions: (string | null)[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!/\/v1\/payment_intents\//.test(url.pathname)) return;
    const sent =
      request.method() === 'POST'
        ? new URLSearchParams(request.postData() ?? '')
        : url.searchParams;
    requestedVersions.push(sent.get('_stripe_version'));
    expect(Object.keys(request.headers())).not.toContain('stripe-version');
  });
  const order = { gateway: 'stripe', currency: 'eur', methods: ['wechat_pay'] } as const;
  await shop.open('script tag', await shop.order(order));
  await page.getByRole('button', { name: en.pay.code, exact: true }).click();
  await shop.expectPhase('action');
  expect(new Set(requestedVersions)).toEqual(new Set(['2025-03-31.basil']));
});

/** Opens an order with an unknown status, and gives the console's lines. */
async function openUnclear(shop: Shop, order: Order, status: string): Promise<string[]> {
  const warned: string[] = [];
  shop.page.on('console', (message) => {
    if (message.type() === 'warning') warned.push(message.text());
  });
  await answerReadsWith(shop.page, (intent) => ({ ...intent, status }));
  await shop.open('script tag', order);
  await shop.expectPhase('processing');
  return warned;
}

test('an unknown status is shown as processing, reported once in the console, and polled', async ({
  shop,
  page,
}) => {
  const order = await shop.order({ gateway: 'stripe', currency: 'eur', method: 'wechat_pay' });
  const warned = await openUnclear(shop, order, 'on_hold');
  await expect(shop.widget).toContainText(en.unclear.text);
  await expect(shop.widget).not.toContainText(en.processing.text);
  const reads = await shop.reads(order);
  await expect.poll(() => shop.reads(order)).toBeGreaterThan(reads + 1);
  expect(warned.filter((line) => line.includes('"on_hold"'))).toHaveLength(1);
  await page.context().unrouteAll({ behavior: 'ignoreErrors' });
  await shop.simulate(order, 'succeed');
  await shop.expectPhase('succeeded');
});
