// A shop with Stripe.js alone, as Stripe's guide to cards has it, on the sandbox's stand-in.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/shop.ts';
import {
  type CardToType,
  cardFrame,
  challenge,
  createIntent,
  fillCard,
  serveElsewhere,
} from '../support/stripeJs.ts';

interface Answer {
  readonly paymentIntent?: { readonly status: string };
  readonly error?: {
    readonly type: string;
    readonly code?: string;
    readonly decline_code?: string;
    readonly message: string;
    readonly payment_intent?: { readonly id: string; readonly status: string };
    readonly payment_method?: { readonly id: string };
  };
}

/** Opens the shop with an intent of its own. */
async function openShop(page: Page, path = '/stripe-shop.html'): Promise<void> {
  const order = await createIntent(page.request);
  await page.addInitScript((each) => Object.assign(window, { order: each }), order);
  await page.goto(path);
}

async function pay(page: Page, card: CardToType = {}): Promise<void> {
  await fillCard(page, card);
  await page.getByRole('button', { name: 'Pay' }).click();
}

/** What `confirmCardPayment` has resolved with. */
async function answerOf(page: Page): Promise<Answer> {
  const answer = await page.waitForFunction(() => (window as never as { answer?: Answer }).answer);
  return (await answer.jsonValue()) as Answer;
}

const problem = (page: Page) => page.locator('#problem');

const SECURE = '4000000000003220';

test('a card is paid', async ({ page }) => {
  await openShop(page);
  await pay(page);
  await expect(page.getByText('Paid: succeeded')).toBeVisible();
});

test.describe('3-D Secure', () => {
  test('passes, and the dialog goes', async ({ page }) => {
    await openShop(page);
    await pay(page, { number: SECURE });
    await challenge(page).getByRole('textbox').fill('1234');
    await challenge(page).getByRole('button', { name: 'Authenticate' }).click();
    await expect(page.getByText('Paid: succeeded')).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('fails with an error that has the intent', async ({ page }) => {
    await openShop(page);
    await pay(page, { number: SECURE });
    await challenge(page).getByRole('button', { name: 'Fail' }).click();
    expect((await answerOf(page)).error).toMatchObject({
      type: 'invalid_request_error',
      code: 'payment_intent_authentication_failure',
      payment_intent: { status: 'requires_payment_method' },
    });
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  for (const [how, close] of [
    ['its button', (page: Page) => page.getByRole('button', { name: 'Close' }).click()],
    ['Escape', (page: Page) => page.getByRole('button', { name: 'Close' }).press('Escape')],
  ] as const) {
    test(`is given up where the customer closes the dialog by ${how}`, async ({ page }) => {
      await openShop(page);
      await pay(page, { number: SECURE });
      await expect(challenge(page).getByRole('textbox')).toBeVisible();
      await close(page);
      expect((await answerOf(page)).error).toMatchObject({
        code: 'payment_intent_authentication_failure',
        payment_intent: { status: 'requires_payment_method' },
      });
      await pay(page);
      await expect(page.getByText('Paid: succeeded')).toBeVisible();
    });
  }

  test('may end with a decline', async ({ page }) => {
    await openShop(page);
    await pay(page, { number: '4000008260003178' });
    await challenge(page).getByRole('textbox').fill('1234');
    await challenge(page).getByRole('button', { name: 'Authenticate' }).click();
    expect((await answerOf(page)).error).toMatchObject({
      type: 'card_error',
      code: 'card_declined',
      decline_code: 'insufficient_funds',
    });
  });
});

for (const [number, decline_code] of [
  ['4000000000000002', 'generic_decline'],
  ['4000000000009995', 'insufficient_funds'],
] as const) {
  test(`a decline is an error that the shop can show: ${decline_code}`, async ({ page }) => {
    await openShop(page);
    await pay(page, { number });
    const { error } = await answerOf(page);
    expect(error).toMatchObject({
      type: 'card_error',
      code: 'card_declined',
      decline_code,
      payment_intent: { status: 'requires_payment_method' },
      payment_method: { id: expect.stringMatching(/^pm_/) },
    });
    await expect(problem(page)).toHaveText(error?.message ?? '-');
    await pay(page);
    await expect(page.getByText('Paid: succeeded')).toBeVisible();
  });
}

for (const [card, code, message, field] of [
  [{ number: '4242' }, 'incomplete_number', 'Your card number is incomplete.', 'cardnumber'],
  [{ number: '4242424242424241' }, 'invalid_number', 'Your card number is invalid.', 'cardnumber'],
  [{ expiry: '12' }, 'incomplete_expiry', "Your card's expiration date is incomplete.", 'exp-date'],
  [
    { expiry: '12/20' },
    'invalid_expiry_year_past',
    "Your card's expiration year is in the past.",
    'exp-date',
  ],
  [{ cvc: '1' }, 'incomplete_cvc', "Your card's security code is incomplete.", 'cvc'],
] as const) {
  test(`nothing is sent while the card is wrong: ${code}`, async ({ page }) => {
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.url());
    });
    await openShop(page);
    await pay(page, card);
    expect((await answerOf(page)).error).toEqual({ type: 'validation_error', code, message });
    await expect(problem(page)).toHaveText(message);
    await expect(cardFrame(page).locator(`[name="${field}"]`)).toBeFocused();
    await expect(page.locator('#card')).toHaveClass(/StripeElement--invalid/);
    expect(sent.filter((url) => url.includes('/v1/'))).toEqual([]);
  });
}

test('the page learns the brand and what is complete, and never the number', async ({ page }) => {
  await openShop(page);
  await page.evaluate(() => {
    const events: string[] = [];
    Object.assign(window, { events });
    const { port1 } = new MessageChannel();
    const { onmessage } = Object.getOwnPropertyDescriptors(MessagePort.prototype);
    port1.close();
    Object.defineProperty(MessagePort.prototype, 'onmessage', {
      set(listener: (event: MessageEvent) => void) {
        onmessage?.set?.call(this, (event: MessageEvent) => {
          events.push(JSON.stringify(event.data));
          listener(event);
        });
      },
    });
    addEventListener('message', ({ data }) => events.push(JSON.stringify(data)));
    // Another frame than the one whose port is open already.
    document.querySelector('#card')?.replaceChildren();
    const { Stripe } = window as never as { Stripe: (key: string) => never };
    const card = (
      Stripe('pk_test_1') as {
        elements(): { create(type: string): { mount(at: string): void } };
      }
    )
      .elements()
      .create('card');
    card.mount('#card');
  });
  await fillCard(page, { number: '5555555555554444', expiry: '12/34', cvc: '987' });
  const events = await page.waitForFunction(() => {
    const all = (window as never as { events: string[] }).events;
    return all.some((each) => each.includes('"complete":true')) && all;
  });
  const text = (await events.jsonValue()).toString();
  expect(text).toContain('"brand":"mastercard"');
  expect(text).not.toMatch(/5555|4444|987|12 \/ 34/);
});

test('the box around the fields has the classes that Stripe gives it', async ({ page }) => {
  await openShop(page);
  const box = page.locator('#card');
  const number = cardFrame(page).locator('[name="cardnumber"]');
  await expect(box).toHaveClass('StripeElement StripeElement--empty');
  await number.focus();
  await expect(box).toHaveClass(/StripeElement--focus/);
  await fillCard(page);
  await expect(box).toHaveClass(/StripeElement--complete/);
  await expect(box).not.toHaveClass(/StripeElement--empty/);
  await number.fill('4242424242424241');
  await expect(box).toHaveClass(/StripeElement--invalid/);
  await page.getByLabel('Name on card').focus();
  await expect(box).not.toHaveClass(/StripeElement--focus/);
});

test('a card is typed in one go, and corrected by Backspace', async ({ page }) => {
  await openShop(page);
  const field = (name: string) => cardFrame(page).locator(`[name="${name}"]`);
  await field('cardnumber').focus();
  await page.keyboard.type('42424242424242421234123');
  await expect(field('cardnumber')).toHaveValue('4242 4242 4242 4242');
  await expect(field('exp-date')).toHaveValue('12 / 34');
  await expect(field('cvc')).toHaveValue('123');
  await expect(field('postal')).toBeFocused();
  for (let i = 0; i < 4; i++) await page.keyboard.press('Backspace');
  await expect(field('cvc')).toHaveValue('');
  await expect(field('exp-date')).toHaveValue('12 / 3');
  await page.keyboard.press('Backspace');
  await expect(field('exp-date')).toHaveValue('12');
  await page.keyboard.type('29');
  await expect(field('exp-date')).toHaveValue('12 / 29');
  await field('cardnumber').press('Home');
  await page.keyboard.press('Delete');
  await page.keyboard.type('5');
  await expect(field('cardnumber')).toHaveValue('5242 4242 4242 4242');
});

test('Tab leads through the fields and out of them', async ({ page }) => {
  await openShop(page);
  await expect(cardFrame(page).locator('[name="cardnumber"]')).toBeVisible();
  await page.getByLabel('Name on card').focus();
  for (const name of ['cardnumber', 'exp-date', 'cvc', 'postal']) {
    await page.keyboard.press('Tab');
    await expect(cardFrame(page).locator(`[name="${name}"]`)).toBeFocused();
  }
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Pay' })).toBeFocused();
});

test('the fields have names, say what browsers may fill in, and say that they are a test', async ({
  page,
}) => {
  await openShop(page);
  const frame = cardFrame(page);
  for (const [label, autocomplete] of [
    ['Credit or debit card number', 'cc-number'],
    ['Credit or debit card expiration date', 'cc-exp'],
    ['Credit or debit card CVC/CVV', 'cc-csc'],
    ['Postal code', 'billing postal-code'],
  ] as const) {
    await expect(frame.getByRole('textbox', { name: label })).toHaveAttribute(
      'autocomplete',
      autocomplete,
    );
  }
  await expect(frame.getByText('TEST', { exact: true })).toBeVisible();
});

test('the shop’s styles reach the fields, and no address in them is loaded', async ({ page }) => {
  const order = await createIntent(page.request);
  const options = {
    hidePostalCode: true,
    style: {
      base: {
        color: 'rgb(1, 2, 3)',
        fontSize: '20px',
        backgroundColor: 'url(https://elsewhere.example/x.png)',
        '::placeholder': { color: 'rgb(4, 5, 6)' },
      },
      invalid: { color: 'rgb(200, 0, 0)' },
    },
  };
  await page.addInitScript((each) => Object.assign(window, { order: each }), { ...order, options });
  await page.goto('/stripe-shop.html');
  const number = cardFrame(page).locator('[name="cardnumber"]');
  await expect(number).toHaveCSS('color', 'rgb(1, 2, 3)');
  await expect(number).toHaveCSS('font-size', '20px');
  await expect(number).toHaveCSS('background-image', 'none');
  expect(await number.evaluate((each) => getComputedStyle(each, '::placeholder').color)).toBe(
    'rgb(4, 5, 6)',
  );
  await number.fill('4242424242424241');
  await expect(number).toHaveCSS('color', 'rgb(200, 0, 0)');
  await expect(cardFrame(page).locator('[name="postal"]')).toHaveCount(0);
});

test('a page of another origin pays, with frames of the sandbox’s', async ({ page, baseURL }) => {
  const shop = await serveElsewhere(baseURL ?? '');
  await openShop(page, `${shop.url}/stripe-shop.html`);
  await pay(page, { number: SECURE });
  await challenge(page).getByRole('textbox').fill('1234');
  await challenge(page).getByRole('button', { name: 'Authenticate' }).click();
  await expect(page.getByText('Paid: succeeded')).toBeVisible();
  expect(new URL(page.url()).origin).not.toBe(baseURL);
  shop.close();
});

test('a strict policy that names the sandbox lets it pay', async ({ page }) => {
  await page.route('**/stripe-shop.html', async (route) => {
    const response = await route.fetch();
    const policy =
      "default-src 'none'; script-src 'self'; connect-src 'self'; frame-src 'self'; style-src 'self'; require-trusted-types-for 'script'";
    await route.fulfill({
      response,
      headers: { ...response.headers(), 'content-security-policy': policy },
    });
  });
  await openShop(page);
  await pay(page, { number: SECURE });
  await challenge(page).getByRole('textbox').fill('1234');
  await challenge(page).getByRole('button', { name: 'Authenticate' }).click();
  await expect(page.getByText('Paid: succeeded')).toBeVisible();
});

for (const width of [320, 375, 500, 800]) {
  test(`the whole number is seen ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    await openShop(page);
    await fillCard(page);
    for (const name of ['cardnumber', 'exp-date', 'cvc', 'postal']) {
      const field = cardFrame(page).locator(`[name="${name}"]`);
      expect(await field.evaluate((each) => each.scrollWidth - each.clientWidth), name).toBe(0);
      await expect(field).toBeInViewport({ ratio: 1 });
    }
  });
}
