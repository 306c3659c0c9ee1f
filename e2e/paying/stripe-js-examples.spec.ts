// The README's examples of cards, on the sandbox's stand-in for Stripe.js.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, type Order, type Shop, test } from '../support/shop.ts';
import { challenge, fillCard } from '../support/stripeJs.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** The first code block of the README after a text. */
function snippetAfter(text: string): string {
  const [, snippet = ''] = /```\w+\n([\s\S]*?)```/.exec(readme.slice(readme.indexOf(text))) ?? [];
  return snippet;
}

/** The card example as it stands in the README, but for the script's address and the order's values. */
function cardPage(
  { apiBase, clientSecret, orderId, publishableKey }: Order,
  script: string,
): string {
  const snippet = snippetAfter('With Stripe Elements:')
    .replace('https://js.stripe.com/v3/', '/v3/')
    .replaceAll('pk_test_…', publishableKey)
    .replace('client-secret="…"', `client-secret="${clientSecret}" api-base="${apiBase}"`)
    .replace('return-url="…"', `return-url="/return.html?order=${orderId}"`);
  return `<!doctype html><html lang="en"><title>README</title>
<script async src="/paystep.js"></script>
<main><h1>Checkout</h1>${snippet}</main>${script}</html>`;
}

/** Opens a page with the README's example, and what a test adds to it. */
async function openReadme(shop: Shop, order: Order, script = ''): Promise<void> {
  const body = cardPage(order, script);
  await shop.page.route('**/readme.html', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body }),
  );
  await shop.page.goto('/readme.html');
}

const pay = (page: Page) => page.getByRole('button', { name: /^Pay/ }).click();

async function passChallenge(page: Page): Promise<void> {
  await challenge(page).getByRole('textbox').fill('1234');
  await challenge(page).getByRole('button', { name: 'Authenticate' }).click();
}

const CARD = { gateway: 'stripe', methods: ['card'] } as const;
const SECURE = { number: '4000000000003220' } as const;

test('the README has the examples', () => {
  const snippet = snippetAfter('With Stripe Elements:');
  expect(snippet).toContain('slot="card"');
  expect(snippet).toContain('https://js.stripe.com/v3/');
  expect(snippetAfter('With the Payment Element')).toContain('createConfirmationToken');
});

test.describe('the script tag’s example', () => {
  test('pays a card', async ({ shop, page }) => {
    await openReadme(shop, await shop.order(CARD));
    await fillCard(page);
    await pay(page);
    await shop.expectPhase('succeeded');
  });

  test('shows why a card was declined, and pays by another', async ({ shop, page }) => {
    await openReadme(shop, await shop.order(CARD));
    await fillCard(page, { number: '4000000000009995' });
    await pay(page);
    await shop.expectPhase('failed');
    await page.getByRole('button', { name: 'Try again' }).click();
    await fillCard(page);
    await pay(page);
    await shop.expectPhase('succeeded');
  });

  test('says what is missing of a card, and sends nothing', async ({ shop, page }) => {
    await openReadme(shop, await shop.order(CARD));
    await fillCard(page, { cvc: '1' });
    await pay(page);
    await expect(shop.widget).toContainText("Your card's security code is incomplete.");
    await shop.expectPhase('payable');
  });

  test('leads to the bank’s page for 3-D Secure, and back', async ({ shop, page }) => {
    await openReadme(shop, await shop.order(CARD));
    await fillCard(page, SECURE);
    await pay(page);
    await page.waitForURL(/\/sandbox\/acs\//);
    await page.getByRole('textbox').fill('1234');
    await page.getByRole('button', { name: 'Authenticate' }).click();
    await page.waitForURL(/\/return\.html/);
    await shop.expectPhase('succeeded');
  });
});

/** The Payment Element's example: a ConfirmationToken in place of a payment method. */
const CONFIRMATION_TOKEN = `<div id="payment"></div><script type="module">
  const stripe = Stripe('pk_test_1');
  const elements = stripe.elements({ mode: 'payment', amount: 2099, currency: 'usd' });
  elements.create('payment').mount('#card');
  const checkout = document.querySelector('paystep-checkout');
  ${snippetAfter('With the Payment Element')}
</script>`;

test.describe('the example of the Payment Element', () => {
  const fields = (page: Page) => page.frameLocator('iframe[title="Secure payment input frame"]');

  test('pays with a ConfirmationToken', async ({ shop, page }) => {
    const confirmed = page.waitForRequest(/\/confirm$/);
    await openReadme(shop, await shop.order(CARD), CONFIRMATION_TOKEN);
    await fields(page).getByLabel('Card number').fill('4242424242424242');
    await fields(page).getByLabel('Expiration date').fill('12/34');
    await fields(page).getByLabel('Security code').fill('123');
    await pay(page);
    await shop.expectPhase('succeeded');
    expect((await confirmed).postData()).toContain('confirmation_token=ctoken_');
  });

  test('leads to the bank’s page for 3-D Secure, and back', async ({ shop, page }) => {
    await openReadme(shop, await shop.order(CARD), CONFIRMATION_TOKEN);
    await fields(page).getByLabel('Card number').fill(SECURE.number);
    await fields(page).getByLabel('Expiration date').fill('12/34');
    await fields(page).getByLabel('Security code').fill('123');
    await pay(page);
    await page.waitForURL(/\/sandbox\/acs\//);
    await page.getByRole('textbox').fill('1234');
    await page.getByRole('button', { name: 'Authenticate' }).click();
    await page.waitForURL(/\/return\.html/);
    await shop.expectPhase('succeeded');
  });

  test('leaves it to the fields to say what is missing', async ({ shop, page }) => {
    await openReadme(shop, await shop.order(CARD), CONFIRMATION_TOKEN);
    await fields(page).getByLabel('Card number').fill('4242');
    await pay(page);
    await expect(fields(page).getByRole('alert')).toHaveText('Your card number is incomplete.');
    await shop.expectPhase('payable');
  });
});

test('a step of Stripe’s own script is run by `handleNextAction`', async ({ shop, page }) => {
  const order = await shop.order({
    gateway: 'stripe',
    method: 'card',
    card: SECURE.number,
    useStripeSdk: true,
    options: { sandbox_action: 'stripe_3ds2_fingerprint' },
  });
  const script = `<script type="module">
    const stripe = Stripe('pk_test_1');
    const checkout = document.querySelector('paystep-checkout');
    const clientSecret = checkout.getAttribute('client-secret');
    checkout.onSdkAction = () => stripe.handleNextAction({ clientSecret });
  </script>`;
  await openReadme(shop, order, script);
  await passChallenge(page);
  await shop.expectPhase('succeeded');
});

for (const [version, path] of [
  ['19', '/elements-react-19/index.html'],
  ['18', '/elements-react-18/index.html'],
] as const) {
  test.describe(`React ${version} with loadStripe and Elements`, () => {
    test('pays a card, under StrictMode', async ({ shop, page }) => {
      const warnings: string[] = [];
      page.on('console', (message) => warnings.push(message.text()));
      const { orderId } = await shop.order(CARD);
      await page.goto(`${path}?order=${orderId}`);
      await fillCard(page);
      await pay(page);
      await shop.expectPhase('succeeded');
      expect(warnings.filter((text) => /stripe/i.test(text))).toEqual([]);
    });

    test('pays by the Payment Element and a ConfirmationToken', async ({ shop, page }) => {
      const { orderId } = await shop.order(CARD);
      await page.goto(`${path}?order=${orderId}&fields=payment`);
      const fields = page.frameLocator('iframe[title="Secure payment input frame"]');
      await fields.getByLabel('Card number').fill('4242424242424242');
      await fields.getByLabel('Expiration date').fill('12/34');
      await fields.getByLabel('Security code').fill('123');
      await pay(page);
      await shop.expectPhase('succeeded');
    });

    test('shows a decline, and pays by another card', async ({ shop, page }) => {
      const { orderId } = await shop.order(CARD);
      await page.goto(`${path}?order=${orderId}`);
      await fillCard(page, { number: '4000000000000002' });
      await pay(page);
      await shop.expectPhase('failed');
      await page.getByRole('button', { name: 'Try again' }).click();
      await fillCard(page);
      await pay(page);
      await shop.expectPhase('succeeded');
    });
  });
}

test('loadStripe’s own address may be answered by a test, which names the sandbox', async ({
  shop,
  page,
  baseURL,
}) => {
  const { orderId } = await shop.order(CARD);
  await page.route('https://js.stripe.com/**', (route) =>
    route.fulfill({ path: 'dist/sandbox/stripe.js', contentType: 'text/javascript' }),
  );
  await page.addInitScript((url) => Object.assign(window, { paystepSandbox: url }), baseURL);
  await page.goto(`/elements-react-19/intercepted.html?order=${orderId}`);
  await fillCard(page);
  await pay(page);
  await shop.expectPhase('succeeded');
});
