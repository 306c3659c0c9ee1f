// The Payment Element of the stand-in for Stripe.js, in a shop without Paystep.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/shop.ts';
import { challenge, createIntent, type StripeOrder } from '../support/stripeJs.ts';

type Params = Readonly<Record<string, string | number>>;

const fields = (page: Page) => page.frameLocator('iframe[title="Secure payment input frame"]');

interface Options {
  readonly params?: Params;
  readonly list?: 'payment_intents' | 'setup_intents';
  /** More of `window.order`. */
  readonly order?: Readonly<Record<string, unknown>>;
}

async function openShop(page: Page, { list, order, params }: Options = {}): Promise<StripeOrder> {
  const intent = await createIntent(page.request, params, list);
  await page.addInitScript((each) => Object.assign(window, { order: each }), {
    ...intent,
    ...order,
  });
  await page.goto('/stripe-payment.html');
  return intent;
}

async function fillCard(page: Page, number = '4242424242424242'): Promise<void> {
  await fields(page).getByLabel('Card number').fill(number);
  await fields(page).getByLabel('Expiration date').fill('12/34');
  await fields(page).getByLabel('Security code').fill('123');
}

const pay = (page: Page) => page.getByRole('button', { name: 'Pay' }).click();

const done = (page: Page, status: string) =>
  expect(page.getByText(`Done: ${status}`)).toBeVisible();

const error = async (page: Page) => {
  const answer = await page.waitForFunction(
    () => (window as never as { answer?: { error?: object } }).answer?.error,
  );
  return answer.jsonValue();
};

test('a card is paid, and the shop goes on at its return URL', async ({ page }) => {
  await openShop(page);
  await fillCard(page);
  await pay(page);
  await done(page, 'succeeded');
  expect(await page.evaluate('window.redirectStatus')).toBe('succeeded');
});

test('with `redirect: "if_required"` the answer comes to the page', async ({ page }) => {
  await openShop(page, { order: { redirect: 'if_required' } });
  await fillCard(page);
  await pay(page);
  await done(page, 'succeeded');
  expect(await page.evaluate('window.redirectStatus')).toBeUndefined();
});

test('3-D Secure is done in the dialog, which does not go to the return URL', async ({ page }) => {
  const visited: string[] = [];
  page.on('framenavigated', (frame) => visited.push(frame.url()));
  await openShop(page, { order: { redirect: 'if_required' } });
  await fillCard(page, '4000000000003220');
  await pay(page);
  await challenge(page).getByRole('textbox').fill('1234');
  await challenge(page).getByRole('button', { name: 'Authenticate' }).click();
  await done(page, 'succeeded');
  expect(visited.filter((url) => url.includes('payment_intent'))).toEqual([]);
});

test('a decline is an error, and the page stays', async ({ page }) => {
  await openShop(page);
  await fillCard(page, '4000000000000002');
  await pay(page);
  expect(await error(page)).toMatchObject({
    code: 'card_declined',
    decline_code: 'generic_decline',
  });
  await fillCard(page);
  await pay(page);
  await done(page, 'succeeded');
});

test('the fields say what is missing, and nothing is sent', async ({ page }) => {
  await openShop(page);
  await fields(page).getByLabel('Card number').fill('4242');
  await pay(page);
  expect(await error(page)).toEqual({
    type: 'validation_error',
    code: 'incomplete_number',
    message: 'Your card number is incomplete.',
  });
  await expect(fields(page).getByRole('alert')).toHaveText('Your card number is incomplete.');
  await expect(fields(page).getByLabel('Card number')).toBeFocused();
});

for (const width of [320, 375, 800]) {
  test(`nothing moves while a problem is shown, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    await openShop(page);
    await fillCard(page);
    const button = page.getByRole('button', { name: 'Pay' });
    const before = await button.boundingBox();
    await fields(page).getByLabel('Expiration date').fill('1');
    await fields(page).getByLabel('Security code').focus();
    await expect(fields(page).getByRole('alert')).toContainText('expiration date is incomplete');
    expect(await button.boundingBox()).toEqual(before);
  });
}

const WITH_WALLET = {
  'payment_method_types[1]': 'alipay',
  'payment_method_types[2]': 'wechat_pay',
  'payment_method_types[3]': 'klarna',
};

test('a wallet leads to its page, and back with the intent in the address', async ({ page }) => {
  await openShop(page, { params: WITH_WALLET });
  await fields(page).getByRole('radio', { name: 'Alipay' }).check();
  await pay(page);
  await page.waitForURL(/\/sandbox\/wallet\//);
  await page.getByRole('button', { name: 'Authorize test payment' }).click();
  await done(page, 'succeeded');
  expect(await page.evaluate('window.redirectStatus')).toBe('succeeded');
});

test('a wallet that refuses comes back with the failure', async ({ page }) => {
  await openShop(page, { params: WITH_WALLET });
  await fields(page).getByRole('radio', { name: 'Alipay' }).check();
  await pay(page);
  await page.getByRole('button', { name: 'Fail test payment' }).click();
  await done(page, 'requires_payment_method');
  expect(await page.evaluate('window.redirectStatus')).toBe('failed');
});

test('a code is scanned in the dialog', async ({ page }) => {
  await openShop(page, { params: WITH_WALLET, order: { redirect: 'if_required' } });
  await fields(page).getByRole('radio', { name: 'WeChat Pay' }).check();
  await pay(page);
  const dialog = page.getByRole('dialog', { name: 'Scan the code' });
  await dialog.frameLocator('iframe').getByRole('button', { name: 'Pay' }).click();
  await done(page, 'succeeded');
});

test('other methods ask for what they need', async ({ page }) => {
  await openShop(page, { params: WITH_WALLET });
  await fields(page).getByRole('radio', { name: 'Klarna' }).check();
  await pay(page);
  expect(await error(page)).toMatchObject({ type: 'validation_error' });
  await expect(fields(page).getByLabel('Email')).toBeFocused();
  await fields(page).getByLabel('Email').fill('jenny@example.com');
  await fields(page).getByLabel('Country').selectOption('DE');
  await pay(page);
  await page.waitForURL(/\/sandbox\/bank\//);
});

test('what the page collects itself is not asked for', async ({ page }) => {
  const billing_details = { email: 'jenny@example.com', address: { country: 'DE' } };
  await openShop(page, {
    params: WITH_WALLET,
    order: {
      confirmParams: { payment_method_data: { billing_details } },
      paymentOptions: { fields: { billingDetails: 'never' }, paymentMethodOrder: ['klarna'] },
    },
  });
  await expect(fields(page).getByRole('radio').first()).toHaveAccessibleName('Klarna');
  await expect(fields(page).getByLabel('Email')).toHaveCount(0);
  await pay(page);
  await page.waitForURL(/\/sandbox\/bank\//);
});

test('the looks are those of `appearance`', async ({ page }) => {
  const { clientSecret } = await createIntent(page.request);
  const rules = {
    '.Input': { borderTopWidth: '3px', backgroundImage: 'url(https://elsewhere.example/x.png)' },
    body: { display: 'none' },
  };
  const variables = { colorText: 'rgb(1, 2, 3)' };
  await openShop(page, {
    order: { clientSecret, elementsOptions: { clientSecret, appearance: { rules, variables } } },
  });
  const number = fields(page).getByLabel('Card number');
  await expect(number).toHaveCSS('color', 'rgb(1, 2, 3)');
  await expect(number).toHaveCSS('border-top-width', '3px');
  await expect(number).toHaveCSS('background-image', 'none');
});

test('a BLIK code goes to the options, and the app is waited for', async ({ page }) => {
  const { clientSecret } = await openShop(page, {
    params: { currency: 'pln', 'payment_method_types[0]': 'blik' },
    order: { redirect: 'if_required' },
  });
  await fields(page).getByLabel('BLIK code').fill('123 456');
  await pay(page);
  await expect(page.getByRole('dialog', { name: 'Approve in your app' })).toBeVisible();
  await page.request.post(`/sandbox/intents/${clientSecret.split('_secret_')[0]}/simulate`, {
    data: { outcome: 'succeed' },
  });
  await done(page, 'succeeded');
});

test('the intent may be created after the fields', async ({ page }) => {
  const elementsOptions = { mode: 'payment', amount: 2099, currency: 'usd' };
  await openShop(page, { order: { elementsOptions, redirect: 'if_required' } });
  await fillCard(page);
  await pay(page);
  await done(page, 'succeeded');
});

test('of automatic methods those are listed that the currency allows, the rest on demand', async ({
  page,
}) => {
  await openShop(page, { params: { 'automatic_payment_methods[enabled]': 'true' } });
  const radios = fields(page).getByRole('radio');
  await expect(radios).toHaveCount(5);
  await expect(radios.first()).toHaveAccessibleName('Card');
  await fields(page).getByRole('button', { name: 'More ways to pay' }).click();
  expect(await radios.count()).toBeGreaterThan(8);
  await expect(fields(page).getByRole('radio', { name: 'iDEAL' })).toHaveCount(0);
});

test('a SetupIntent is saved, with 3-D Secure', async ({ page }) => {
  await openShop(page, {
    list: 'setup_intents',
    order: { kind: 'setup', redirect: 'if_required' },
  });
  await fillCard(page, '4000000000003220');
  await pay(page);
  await challenge(page).getByRole('textbox').fill('1234');
  await challenge(page).getByRole('button', { name: 'Authenticate' }).click();
  await done(page, 'succeeded');
});
