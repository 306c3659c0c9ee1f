import type { Page } from '@playwright/test';
import { en } from '../../src/locales/en.ts';
import { authorize } from '../support/customer.ts';
import {
  expect,
  FACES,
  type Face,
  intentId,
  type Order,
  type Shop,
  test,
} from '../support/shop.ts';

const { setup } = en;

/** A SetupIntent that the customer fills in on the shop's page. */
const UNSAVED = { kind: 'setup', gateway: 'stripe', methods: ['card'] } as const;
/** One that the shop's server has confirmed, with a card whose issuer asks. */
const CHALLENGED = {
  kind: 'setup',
  gateway: 'wooshpay',
  method: 'card',
  card: '4000000000003220',
} as const;

declare global {
  interface Window {
    seenTexts: string[];
    cardIds: string[];
  }
}

/** Keeps every text that the checkout shows, however short, on each page of the test. */
test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    window.seenTexts = [];
    const look = () => {
      const root = document.querySelector('paystep-checkout')?.shadowRoot ?? document;
      const text = root.querySelector<HTMLElement>('.paystep')?.innerText;
      if (text && text !== window.seenTexts.at(-1)) window.seenTexts.push(text);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
});

/** Nothing that was on the screen speaks of a payment or an amount. */
async function expectNoPayment(page: Page): Promise<void> {
  const texts = await page.evaluate(() => window.seenTexts);
  expect(texts.length).toBeGreaterThan(0);
  const ofPayments = /payment(?! (method|service)|s\.)|\bpaid\b|\bpay\b|[$€£]|\d[.,]\d\d/i;
  expect(texts.filter((text) => ofPayments.test(text))).toEqual([]);
}

/** The shop's card fields give these payment methods, one after the other. */
async function fillCards(page: Page, ids: readonly string[]): Promise<void> {
  await page.addInitScript((cardIds) => {
    const callbacks = { createPaymentMethod: async () => window.cardIds.shift() ?? null };
    Object.assign(window, { cardIds, cardFields: 'Your card', callbacks });
  }, ids);
}

async function openUnsaved(
  shop: Shop,
  face: Face,
  cards: readonly string[],
  options: Record<string, string> = {},
): Promise<Order> {
  await fillCards(shop.page, cards);
  const order = await shop.order(UNSAVED);
  await shop.open(face, order, options);
  await shop.expectPhase('payable');
  return order;
}

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();

/** The SetupIntent, as the shop's server reads it. */
async function setupIntent({ page }: Shop, order: Order) {
  const response = await page.request.get(`/stripe/v1/setup_intents/${intentId(order)}`, {
    headers: { authorization: 'Bearer sk_test_paystepdemo' },
    params: { 'expand[]': 'mandate' },
  });
  expect(response.ok(), await response.text()).toBe(true);
  return response.json();
}

async function expectSaved(shop: Shop): Promise<void> {
  await shop.expectPhase('succeeded');
  await expect(shop.widget).toContainText(setup.succeeded.title);
  await expect(shop.widget).toContainText(setup.succeeded.text);
  await expectNoPayment(shop.page);
}

for (const face of Object.keys(FACES) as Face[]) {
  test.describe(`a card to save by ${face}`, () => {
    test('is saved at once, and reported as a success', async ({ shop, page }) => {
      const order = await openUnsaved(shop, face, ['pm_card_visa']);
      await expect(shop.widget.getByRole('heading')).toHaveText(setup.pay.title);
      await expect(shop.widget).toContainText(/You allow .+ to charge this payment method/);
      await expect(page.getByRole('checkbox')).toHaveCount(0);
      await save(page);
      await expectSaved(shop);
      const outcomes = (await shop.pageEvents()).flatMap(({ outcome }) => outcome ?? []);
      expect(outcomes).toEqual(['succeeded']);
      expect(await setupIntent(shop, order)).toMatchObject({
        status: 'succeeded',
        usage: 'off_session',
      });
    });

    test('is confirmed in the issuer’s dialog', async ({ shop, page }) => {
      await shop.open(face, await shop.order(CHALLENGED));
      const bank = page.getByRole('dialog').frameLocator('iframe');
      await bank.getByRole('textbox').fill('1234');
      await bank.getByRole('button', { name: 'Authenticate' }).click();
      await expectSaved(shop);
    });

    test('leaves for the bank, and the return page says that it is saved', async ({
      shop,
      page,
    }) => {
      await openUnsaved(shop, face, ['pm_card_threeDSecure2Required']);
      await save(page);
      await page.waitForURL(/\/sandbox\/acs\//);
      await authorize(page);
      await page.waitForURL(/\/return\.html/);
      await expectSaved(shop);
    });

    test('goes on after Back from the bank and a reload', async ({ shop, page }) => {
      const order = await openUnsaved(shop, face, ['pm_card_threeDSecure2Required']);
      await save(page);
      await page.waitForURL(/\/sandbox\/acs\//);
      await page.goBack();
      await shop.expectPhase('action');
      const link = page.getByRole('link', { name: /^Continue to/ });
      await expect(link).toBeVisible();
      await page.reload();
      await expect(link).toBeVisible();
      await expect(shop.widget).toContainText(setup.redirect.text(''));
      await shop.simulate(order, 'succeed');
      await expectSaved(shop);
    });

    test('is declined in words of its own, and another one is saved', async ({ shop, page }) => {
      await openUnsaved(shop, face, ['pm_card_visa_chargeDeclined', 'pm_card_visa']);
      await save(page);
      await shop.expectPhase('failed');
      await expect(shop.widget.getByRole('heading')).toHaveText(setup.failed.title);
      await expect(shop.widget).toContainText(setup.failed.declined);
      await page.getByRole('button', { name: en.tryAgain }).click();
      await save(page);
      await expectSaved(shop);
      const outcomes = (await shop.pageEvents()).flatMap(({ outcome }) => outcome ?? []);
      expect(outcomes).toEqual(['failed', 'succeeded']);
    });
  });
}

test('the issuer does not recognise the customer, and nothing is saved', async ({ shop, page }) => {
  await shop.open('script tag', await shop.order(CHALLENGED));
  const bank = page.getByRole('dialog').frameLocator('iframe');
  await bank.getByRole('button', { name: 'Fail' }).click();
  await shop.expectPhase('failed');
  await expect(shop.widget).toContainText(setup.failed.title);
  await expect(shop.widget).toContainText(en.failed.authentication);
  await expectNoPayment(page);
});

test('the return page of the README takes what Stripe puts into its URL', async ({
  shop,
  page,
}) => {
  await openUnsaved(shop, 'script tag', ['pm_card_threeDSecure2Required'], {
    'return-url': '/return-static.html',
  });
  await save(page);
  await page.waitForURL(/\/sandbox\/acs\//);
  await authorize(page);
  await page.waitForURL(/\/return-static\.html\?setup_intent=seti_/);
  await expectSaved(shop);
  expect(page.url()).not.toContain('client_secret');
});

test('a method that is charged by a mandate is saved with the customer’s consent', async ({
  shop,
  page,
}) => {
  const order = await shop.order({ ...UNSAVED, methods: ['paypal'] });
  await shop.open('script tag', order, { consent: 'Tea Ltd may charge it each month.' });
  await expect(shop.widget).toContainText('Tea Ltd may charge it each month.');
  await page.getByRole('button', { name: 'Continue to PayPal' }).click();
  await authorize(page);
  await page.waitForURL(/\/return\.html/);
  await expectSaved(shop);
  expect((await setupIntent(shop, order)).mandate).toMatchObject({
    customer_acceptance: { type: 'online' },
  });
});

test('the checkout’s files are late, and no word of a payment is shown meanwhile', async ({
  shop,
  page,
}) => {
  for (const file of ['form', 'steps']) {
    await page.route(`**/paystep-${file}.js*`, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await route.continue();
    });
  }
  const order = await shop.order({ ...CHALLENGED, card: '4242424242424242' });
  await shop.open('script tag', order);
  await expectSaved(shop);
});

test('a SetupIntent that cannot be read is not called a payment', async ({ shop, page }) => {
  const order = await shop.order(UNSAVED);
  await shop.open('script tag', order, { 'client-secret': 'seti_1_secret_2' });
  await shop.expectPhase('unavailable');
  await expect(shop.widget).toContainText(setup.unavailable.invalid);
  await expectNoPayment(page);
});
