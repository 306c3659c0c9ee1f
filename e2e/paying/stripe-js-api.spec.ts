// Calls of the stand-in for Stripe.js, typed by Stripe's own package: what these types allow has to
// run, and what they promise has to come.
import type { Page } from '@playwright/test';
import type {
  Stripe,
  StripeCardCvcElement,
  StripeCardElement,
  StripeCardNumberElement,
  StripeConstructor,
  StripeElements,
} from '@stripe/stripe-js';
import { expect, test } from '../support/shop.ts';
import { challenge, createIntent, fillCard } from '../support/stripeJs.ts';

declare global {
  interface Window {
    Stripe?: StripeConstructor;
    stripe: Stripe;
    group: StripeElements;
    card: StripeCardElement;
    number: StripeCardNumberElement;
    cvc: StripeCardCvcElement;
    events: unknown[];
  }
}

async function open(page: Page): Promise<void> {
  await page.goto('/stripe-api.html');
  await page.evaluate(() => {
    if (window.Stripe) window.stripe = window.Stripe('pk_test_1');
    window.group = window.stripe.elements();
    window.events = [];
  });
}

/** The Element `card`, filled in. */
async function openCard(page: Page, number?: string): Promise<void> {
  await open(page);
  await page.evaluate(() => {
    window.card = window.group.create('card', { hidePostalCode: false });
    window.card.mount('#card');
  });
  await fillCard(page, number ? { number } : {});
}

/** The three Elements of a card, filled in. */
async function openSplit(page: Page, cvc = '123'): Promise<void> {
  await open(page);
  await page.evaluate(() => {
    window.number = window.group.create('cardNumber', { showIcon: true });
    window.number.mount('#number');
    window.group.create('cardExpiry').mount('#expiry');
    window.cvc = window.group.create('cardCvc');
    window.cvc.mount('#cvc');
  });
  await page.frameLocator('#number iframe').getByRole('textbox').fill('378282246310005');
  await page.frameLocator('#expiry iframe').getByRole('textbox').fill('12/34');
  await page.frameLocator('#cvc iframe').getByRole('textbox').fill(cvc);
}

/** The intent as its server sees it. */
async function read(page: Page, clientSecret: string) {
  const list = clientSecret.startsWith('seti_') ? 'setup_intents' : 'payment_intents';
  const response = await page.request.get(`/v1/${list}/${clientSecret.split('_secret_')[0]}`, {
    headers: { authorization: 'Bearer sk_test_1' },
    params: { 'expand[0]': 'payment_method' },
  });
  return response.json();
}

/** The name and the message of what a call throws or rejects with. */
const complaint = (page: Page, call: () => unknown) =>
  page.evaluate(
    `(async () => { try { await (${call})(); return null; } catch (e) { return e.name + ': ' + e.message; } })()`,
  ) as Promise<string | null>;

test.describe('createPaymentMethod', () => {
  test('takes an Element and billing details, with the postal code of the fields', async ({
    page,
  }) => {
    await openCard(page);
    await page.frameLocator('#card iframe').getByLabel('Postal code').fill('94103');
    const { paymentMethod } = await page.evaluate(() =>
      window.stripe.createPaymentMethod({
        type: 'card',
        card: window.card,
        billing_details: { name: 'Jenny Rosen' },
        metadata: { order: '7' },
      }),
    );
    expect(paymentMethod).toMatchObject({
      id: expect.stringMatching(/^pm_/),
      type: 'card',
      card: { brand: 'visa', last4: '4242', exp_month: 12, exp_year: 2034 },
      billing_details: { name: 'Jenny Rosen', address: { postal_code: '94103' } },
      metadata: { order: '7' },
    });
  });

  test('takes the three Elements of a card by the one with the number', async ({ page }) => {
    await openSplit(page, '1234');
    const { paymentMethod } = await page.evaluate(() =>
      window.stripe.createPaymentMethod({ type: 'card', card: window.number }),
    );
    expect(paymentMethod?.card).toMatchObject({
      brand: 'amex',
      last4: '0005',
      exp_year: 2034,
      checks: { cvc_check: 'unchecked' },
    });
  });

  test('says what is wrong in another Element of the card', async ({ page }) => {
    // Three digits are too few for American Express.
    await openSplit(page, '123');
    const { error } = await page.evaluate(() =>
      window.stripe.createPaymentMethod({ type: 'card', card: window.number }),
    );
    expect(error).toMatchObject({ type: 'validation_error', code: 'incomplete_cvc' });
    await expect(page.locator('#cvc')).toHaveClass(/StripeElement--invalid/);
    await expect(page.locator('#number')).not.toHaveClass(/StripeElement--invalid/);
  });

  test('knows the brand in a frame that comes after the number', async ({ page }) => {
    await open(page);
    await page.evaluate(() => {
      window.number = window.group.create('cardNumber');
      window.number.mount('#number');
    });
    await page.frameLocator('#number iframe').getByRole('textbox').fill('378282246310005');
    await page.evaluate(() => window.group.create('cardCvc').mount('#cvc'));
    const cvc = page.frameLocator('#cvc iframe').getByRole('textbox');
    await cvc.fill('123');
    await cvc.blur();
    await expect(page.locator('#cvc')).toHaveClass(/StripeElement--invalid/);
  });

  test('takes a token, and other types with what they need', async ({ page }) => {
    await open(page);
    const answers = await page.evaluate(async () => [
      await window.stripe.createPaymentMethod({ type: 'card', card: { token: 'tok_mastercard' } }),
      await window.stripe.createPaymentMethod({
        type: 'sepa_debit',
        sepa_debit: { iban: 'DE89370400440532013000' },
        billing_details: { name: 'Jenny', email: 'jenny@example.com' },
      }),
      await window.stripe.createPaymentMethod({ type: 'card', card: { token: 'tok_nobody' } }),
    ]);
    expect(answers).toMatchObject([
      { paymentMethod: { card: { brand: 'mastercard' } } },
      { paymentMethod: { sepa_debit: { last4: '3000' } } },
      { error: { type: 'invalid_request_error', code: 'resource_missing' } },
    ]);
  });
});

test('createToken makes a token, once for one payment method', async ({ page }) => {
  await openCard(page);
  const { token } = await page.evaluate(() =>
    window.stripe.createToken(window.card, { name: 'Jenny Rosen', address_city: 'Berlin' }),
  );
  expect(token).toMatchObject({
    id: expect.stringMatching(/^tok_/),
    type: 'card',
    used: false,
    card: { brand: 'Visa', last4: '4242', name: 'Jenny Rosen', address_city: 'Berlin' },
  });
  const use = () =>
    page.evaluate(
      (id) => window.stripe.createPaymentMethod({ type: 'card', card: { token: id } }),
      token?.id ?? '',
    );
  expect((await use()).paymentMethod).toMatchObject({
    card: { last4: '4242', exp_year: 2034 },
    billing_details: { name: 'Jenny Rosen', address: { city: 'Berlin' } },
  });
  expect((await use()).error).toMatchObject({ code: 'token_already_used' });
});

test.describe('confirmCardPayment', () => {
  test('takes the id of a payment method, and the address of the goods', async ({ page }) => {
    const { clientSecret } = await createIntent(page.request);
    await open(page);
    const { paymentIntent } = await page.evaluate(
      (secret) =>
        window.stripe.confirmCardPayment(secret, {
          payment_method: 'pm_card_visa',
          receipt_email: 'jenny@example.com',
          shipping: { name: 'Jenny', address: { line1: 'Road 1' } },
        }),
      clientSecret,
    );
    expect(paymentIntent).toMatchObject({
      status: 'succeeded',
      receipt_email: 'jenny@example.com',
      shipping: { name: 'Jenny' },
    });
  });

  test('leaves the next action to the page with `handleActions: false`', async ({ page }) => {
    const { clientSecret } = await createIntent(page.request);
    await openCard(page, '4000000000003220');
    const { paymentIntent } = await page.evaluate(
      (secret) =>
        window.stripe.confirmCardPayment(
          secret,
          { payment_method: { card: window.card } },
          { handleActions: false },
        ),
      clientSecret,
    );
    expect(paymentIntent).toMatchObject({
      status: 'requires_action',
      next_action: { type: 'use_stripe_sdk' },
    });
    await expect(page.getByRole('dialog')).toHaveCount(0);
    const handled = page.evaluate(
      (secret) => window.stripe.handleNextAction({ clientSecret: secret }),
      clientSecret,
    );
    await challenge(page).getByRole('textbox').fill('1234');
    await challenge(page).getByRole('button', { name: 'Authenticate' }).click();
    expect((await handled).paymentIntent).toMatchObject({ status: 'succeeded' });
  });

  test('asks for the security code of a saved card again', async ({ page }) => {
    const { clientSecret } = await createIntent(page.request);
    await openSplit(page, '1');
    const confirm = () =>
      page.evaluate(
        (secret) =>
          window.stripe.confirmCardPayment(secret, {
            payment_method: 'pm_card_visa',
            payment_method_options: { card: { cvc: window.cvc } },
          }),
        clientSecret,
      );
    expect((await confirm()).error).toMatchObject({ code: 'incomplete_cvc' });
    await page.frameLocator('#cvc iframe').getByRole('textbox').fill('1234');
    expect((await confirm()).paymentIntent).toMatchObject({ status: 'succeeded' });
  });

  test('reports what the sandbox refuses, and a sandbox that is away', async ({ page }) => {
    const { clientSecret } = await createIntent(page.request);
    await open(page);
    const confirm = () =>
      page.evaluate(
        (secret) => window.stripe.confirmCardPayment(secret, { payment_method: 'pm_nobody' }),
        clientSecret,
      );
    expect((await confirm()).error).toMatchObject({ code: 'resource_missing' });
    await page.route('**/v1/**', (route) => route.abort());
    expect((await confirm()).error).toMatchObject({ type: 'api_connection_error' });
  });
});

test('handleCardAction authenticates what the server then confirms again', async ({ page }) => {
  const { clientSecret } = await createIntent(page.request, {
    confirmation_method: 'manual',
    confirm: 'true',
    use_stripe_sdk: 'true',
    payment_method: 'pm_card_threeDSecure2Required',
  });
  await open(page);
  const handle = () =>
    page.evaluate((secret) => window.stripe.handleCardAction(secret), clientSecret);
  const handled = handle();
  await challenge(page).getByRole('textbox').fill('1234');
  await challenge(page).getByRole('button', { name: 'Authenticate' }).click();
  expect((await handled).paymentIntent).toMatchObject({ status: 'requires_confirmation' });
  expect((await handle()).error).toMatchObject({ code: 'payment_intent_unexpected_state' });
});

test('confirmCardSetup saves a card, and retrieveSetupIntent reads it', async ({ page }) => {
  const { clientSecret } = await createIntent(page.request, {}, 'setup_intents');
  await openCard(page);
  const { setupIntent } = await page.evaluate(
    (secret) =>
      window.stripe.confirmCardSetup(secret, {
        payment_method: { card: window.card, billing_details: { email: 'jenny@example.com' } },
      }),
    clientSecret,
  );
  expect(setupIntent).toMatchObject({ status: 'succeeded', object: 'setup_intent' });
  const again = await page.evaluate(
    (secret) => window.stripe.retrieveSetupIntent(secret),
    clientSecret,
  );
  expect(again.setupIntent?.status).toBe('succeeded');
  const { payment_method } = await read(page, clientSecret);
  expect(payment_method.billing_details.email).toBe('jenny@example.com');
});

test('a declined setup is an error that has the SetupIntent', async ({ page }) => {
  const { clientSecret } = await createIntent(page.request, {}, 'setup_intents');
  await openCard(page, '4000000000000002');
  const { error } = await page.evaluate(
    (secret) => window.stripe.confirmCardSetup(secret, { payment_method: { card: window.card } }),
    clientSecret,
  );
  expect(error).toMatchObject({
    code: 'card_declined',
    setup_intent: { status: 'requires_payment_method' },
  });
});

test('other types have a call of their own, and lead to their page', async ({ page }) => {
  const { clientSecret } = await createIntent(page.request, {
    currency: 'eur',
    'payment_method_types[0]': 'ideal',
  });
  await open(page);
  await page.evaluate((secret) => {
    window.stripe.confirmIdealPayment(secret, {
      payment_method: { ideal: {}, billing_details: { name: 'Jenny' } },
      return_url: location.href,
    });
  }, clientSecret);
  await page.waitForURL(/\/sandbox\/bank\//);
  await page.getByRole('button', { name: 'Authorize test payment' }).click();
  await page.waitForURL(/redirect_status=succeeded/);
  await page.evaluate(() => history.replaceState(null, '', location.pathname));
});

test('a connected account’s intent is confirmed as that account’s', async ({ page }) => {
  const response = await page.request.post('/v1/payment_intents', {
    headers: { authorization: 'Bearer sk_test_1', 'stripe-account': 'acct_1ABC' },
    form: { amount: 2099, currency: 'usd', 'payment_method_types[0]': 'card' },
  });
  const { client_secret: secret } = await response.json();
  await open(page);
  const [connected, platform] = await page.evaluate(async (each) => {
    const connected = window.Stripe?.('pk_test_1', {
      stripeAccount: 'acct_1ABC',
      apiVersion: '2026-10-28.endive',
      locale: 'de',
    });
    const elements = connected?.elements();
    const card = elements?.create('card');
    card?.mount('#card');
    await new Promise<void>((resolve) => card?.on('ready', () => resolve()));
    return [
      await connected?.confirmCardPayment(each, { payment_method: 'pm_card_visa' }),
      await window.stripe.retrievePaymentIntent(each),
    ];
  }, secret);
  expect(connected?.paymentIntent?.status).toBe('succeeded');
  expect(platform?.error?.type).toBe('invalid_request_error');
});

test.describe('an Element', () => {
  test('tells of focus, of Escape, and of what changes; until it is asked no more', async ({
    page,
  }) => {
    await openCard(page);
    await page.evaluate(() => window.card.blur());
    await expect(page.locator('#card')).not.toHaveClass(/--focus/);
    await page.evaluate(() => {
      const { card, events } = window;
      card.on('focus', () => events.push('focus'));
      card.on('blur', () => events.push('blur'));
      card.on('escape', () => events.push('escape'));
      card.once('change', ({ brand, complete }) => events.push([brand, complete]));
    });
    const number = page.frameLocator('#card iframe').getByLabel('Credit or debit card number');
    await page.evaluate(() => window.card.focus());
    await expect(number).toBeFocused();
    await number.fill('6011');
    await number.fill('60');
    await number.press('Escape');
    await page.evaluate(() => window.card.blur());
    await expect
      .poll(() => page.evaluate(() => window.events))
      .toEqual(['focus', ['discover', false], 'escape', 'blur']);
  });

  test('is emptied, switched off, taken away and put back', async ({ page }) => {
    await openCard(page);
    const number = page.frameLocator('#card iframe').getByLabel('Credit or debit card number');
    await page.evaluate(() => window.card.clear());
    await expect(number).toHaveValue('');
    await expect(page.locator('#card')).toHaveClass(/StripeElement--empty/);
    await expect(page.locator('#card')).not.toHaveClass(/StripeElement--complete/);
    await page.evaluate(() => window.card.update({ disabled: true }));
    await expect(number).toBeDisabled();
    await page.evaluate(() => window.card.unmount());
    await expect(page.locator('#card')).toBeEmpty();
    await expect(page.locator('#card')).toHaveClass('');
    await page.evaluate(() => {
      window.card.update({ disabled: false, hidePostalCode: true });
      window.card.mount('#number');
    });
    const again = page.frameLocator('#number iframe');
    await again.getByLabel('Credit or debit card number').fill('4242424242424242');
    await expect(again.getByLabel('Postal code')).toHaveCount(0);
    const found = await page.evaluate(() => {
      const before = window.group.getElement('card') === window.card;
      window.card.destroy();
      return [before, window.group.getElement('card')];
    });
    expect(found).toEqual([true, null]);
  });

  test('says where its frame cannot be loaded', async ({ page }) => {
    await page.clock.install();
    await page.route('**/sandbox/stripejs/**', (route) => route.abort());
    await open(page);
    await page.evaluate(() => {
      window.card = window.group.create('card');
      window.card.on('loaderror', ({ error }) => window.events.push(error.type));
      window.card.mount('#card');
    });
    await page.clock.runFor(16_000);
    await expect.poll(() => page.evaluate(() => window.events)).toEqual(['api_connection_error']);
  });
});

for (const [what, call, message] of [
  ['a live key', () => window.Stripe?.('pk_live_1'), /takes a test key/],
  ['a secret key', () => window.Stripe?.('sk_test_secret'), /your publishable test key/],
  [
    'an Element that it has not',
    () => window.group.create('address', { mode: 'billing' }),
    /no Element "address". It has card, cardNumber, cardExpiry, cardCvc, payment/,
  ],
  [
    'a second Element of a type',
    () => [window.group.create('card'), window.group.create('card')],
    /there is an Element "card" already/,
  ],
  ['a Payment Element of nothing', () => window.group.create('payment'), /clientSecret/],
  [
    'a place that is not there',
    () => window.group.create('cardNumber').mount('#nowhere'),
    /no element of the page matches #nowhere/,
  ],
  [
    'an Element that is not mounted',
    () => window.stripe.createPaymentMethod({ type: 'card', card: window.group.create('card') }),
    /not mounted yet/,
  ],
  [
    'the wrong Element',
    () => window.stripe.createToken(window.group.create('cardCvc') as never),
    /takes the Element "card" or "cardNumber"/,
  ],
  [
    'no client secret',
    () => window.stripe.confirmCardPayment('pi_123_and_more'),
    /client secret of an intent/,
  ],
  [
    'the secret of a setup',
    () => window.stripe.confirmCardPayment('seti_1_secret_2'),
    /of a PaymentIntent, and has got one of a SetupIntent/,
  ],
  [
    'no return URL',
    () => window.stripe.confirmPayment({ clientSecret: 'pi_1_secret_2' } as never),
    /return_url/,
  ],
  [
    'a call that it has not',
    () =>
      window.stripe.paymentRequest({
        country: 'US',
        currency: 'usd',
        total: { label: '', amount: 1 },
      }),
    /has no stripe.paymentRequest/,
  ],
] as const) {
  test(`wrong use is an IntegrationError with the cure: ${what}`, async ({ page }) => {
    await open(page);
    const text = await complaint(page, call);
    expect(text).toMatch(/^IntegrationError: /);
    expect(text).toMatch(message);
    expect(text).not.toMatch(/sk_test|_secret_2|and_more/);
  });
}

test('the script is one, whatever a page has, and may be constructed', async ({ page }) => {
  const warnings: string[] = [];
  page.on('console', (message) => warnings.push(message.text()));
  await page.route('**/stripe-api.html', async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    const body = text.replace(
      '<script',
      '<a id="Stripe" href="#"></a><script src="/v3/"></script><script',
    );
    await route.fulfill({ response, body });
  });
  await page.goto('/stripe-api.html');
  const [version, call] = await page.evaluate(() => {
    const Constructor = window.Stripe as never as new (key: string) => Stripe;
    return [
      (window.Stripe as never as { version: number }).version,
      typeof new Constructor('pk_test_1').elements,
    ];
  });
  expect([version, call]).toEqual([3, 'function']);
  expect(warnings).toEqual(['Stripe.js is on this page already; the stand-in is not used.']);
});

test('`elements.submit()` comes before a confirm without an intent', async ({ page }) => {
  await open(page);
  const text = await complaint(page, () => {
    const elements = window.stripe.elements({ mode: 'payment', amount: 1099, currency: 'usd' });
    elements.create('payment').mount('#card');
    return window.stripe.createConfirmationToken({ elements });
  });
  expect(text).toMatch(/^IntegrationError: Call elements.submit\(\) before/);
});

test('the fields send what is entered to their own sandbox, whatever the page says', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') asked.push(request.url());
  });
  await open(page);
  await page.evaluate(() => {
    const iframe = document.createElement('iframe');
    iframe.title = 'Secure card payment input frame';
    iframe.src = '/sandbox/stripejs/fields';
    iframe.addEventListener('load', () => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => window.events.push(data);
      const base = 'https://elsewhere.example';
      const access = { base, publishableKey: 'pk_test_1', account: null, version: null };
      const options = {};
      const settings = { type: 'card', access, group: 'g', options, appearance: {}, color: '' };
      iframe.contentWindow?.postMessage({ kind: 'paystep-connect', settings }, '*', [port2]);
      const call = (path: string) => ({
        kind: 'call',
        id: 1,
        call: { path, params: {}, place: 'method', siblings: [] },
      });
      document.querySelector('h1')?.addEventListener('click', () => {
        port1.postMessage({ kind: 'settings', settings });
        port1.postMessage(call('payment_methods'));
        port1.postMessage(call('../../elsewhere'));
      });
    });
    document.querySelector('#card')?.append(iframe);
  });
  await fillCard(page);
  await page.getByRole('heading').click();
  await expect
    .poll(() => page.evaluate(() => JSON.stringify(window.events)))
    .toMatch(/"id":"pm_.*send no such request|send no such request.*"id":"pm_/);
  expect(asked).toEqual([new URL('/v1/payment_methods', page.url()).href]);
});
