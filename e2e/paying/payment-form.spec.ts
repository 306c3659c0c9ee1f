import type { Locator, Page, Route } from '@playwright/test';
import { en } from '../../src/locales/en.ts';
import { methodName } from '../../src/locales/methods.ts';
import { authorize, IPHONE, payOnScannedPage, scan } from '../support/customer.ts';
import {
  expect,
  FACES,
  type Face,
  intentId,
  type Order,
  type OrderRequest,
  type Shop,
  test,
} from '../support/shop.ts';

const ORDER = { gateway: 'stripe', currency: 'eur' } as const;

/** A PaymentIntent that nobody has confirmed, and the page that it is paid on. */
async function openUnpaid(
  shop: Shop,
  request: Partial<OrderRequest> = {},
  face: Face = 'script tag',
): Promise<Order> {
  const order = await shop.order({ ...ORDER, ...request });
  await shop.open(face, order);
  await shop.expectPhase('payable');
  return order;
}

const method = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** The statuses of the confirms of an order that have reached the gateway, repeats included. */
async function confirms(shop: Shop, order: Order): Promise<number[]> {
  const response = await shop.page.request.get(`/sandbox/intents/${intentId(order)}`);
  const { calls } = await response.json();
  const sent = calls.filter(({ name }: { name: string }) => name === 'confirm');
  return sent.map(({ status }: { status: number }) => status);
}

/** Makes the next confirms of an order go wrong. */
async function respondToConfirmWith(
  shop: Shop,
  order: Order,
  fault: Readonly<Record<string, unknown>>,
) {
  const data = { method: 'POST', intent: intentId(order), times: 1, ...fault };
  const response = await shop.page.request.post('/sandbox/faults', { data });
  expect(response.ok(), await response.text()).toBe(true);
}

/** Keeps the gateway's answer to the next confirm on its way, until it is let go. */
async function holdAnswer({ page }: Shop): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const holdRequest = async (route: Route) => {
    const response = await route.fetch();
    await held;
    await route.fulfill({ response });
  };
  await page.route('**/confirm', holdRequest, { times: 1 });
  return release;
}

async function fill(page: Page, values: Readonly<Record<string, string>>) {
  for (const [label, value] of Object.entries(values)) await page.getByLabel(label).fill(value);
}

const fields = en.pay.fields;
const BUYER = { [fields.name]: 'Ana Souza', [fields.email]: 'ana@example.com' };
const BOLETO = {
  ...BUYER,
  [fields.taxId]: '529.982.247-25',
  [fields.line1]: 'Avenida Paulista 1',
  [fields.city]: 'São Paulo',
  [fields.state]: 'SP',
  [fields.postalCode]: '01310-100',
};

/** A way to pay, from the list to the end. */
interface Case {
  readonly kind: string;
  readonly type: string;
  readonly order?: Partial<OrderRequest>;
  readonly entered?: Readonly<Record<string, string>>;
  readonly chosen?: Readonly<Record<string, string>>;
  readonly action: (name: string) => string;
  readonly pays: (shop: Shop, order: Order) => Promise<void>;
}

const scans: Case['pays'] = async ({ page }) => {
  const phone = await page.context().newPage();
  await phone.goto(await scan(page.getByRole('img', { name: /^QR code/ })));
  await payOnScannedPage(phone);
  await phone.close();
};

const leaves: Case['pays'] = async ({ page }) => {
  await page.waitForURL(/\/sandbox\//);
  await authorize(page);
  await page.waitForURL(/\/return\.html/);
};

const isPaid: Case['pays'] = async (shop, order) => {
  await shop.expectPhase('action');
  await shop.simulate(order, 'succeed');
};

const CASES: readonly Case[] = [
  { kind: 'code', type: 'wechat_pay', action: () => en.pay.code, pays: scans },
  { kind: 'wallet', type: 'paypal', action: en.go, pays: leaves },
  {
    kind: 'bank',
    type: 'ideal',
    entered: { [fields.name]: 'Ana Souza' },
    action: en.go,
    pays: leaves,
  },
  {
    kind: 'voucher',
    type: 'boleto',
    order: { currency: 'brl' },
    entered: BOLETO,
    action: () => en.pay.voucher,
    pays: isPaid,
  },
  {
    kind: 'wallet at WooshPay',
    type: 'gcash',
    order: { gateway: 'wooshpay', currency: 'php' },
    action: en.go,
    pays: leaves,
  },
  {
    kind: 'number at WooshPay',
    type: 'mobile_money',
    order: { gateway: 'wooshpay', currency: 'ugx' },
    chosen: { [fields.provider]: 'MTN Mobile Money' },
    entered: { [fields.phone]: '+256 777 000 001' },
    action: en.go,
    pays: leaves,
  },
  {
    kind: 'choice of an app at WooshPay',
    type: 'upi',
    order: { gateway: 'wooshpay', currency: 'inr' },
    chosen: { [fields.app]: 'PhonePe' },
    entered: { [fields.email]: 'ana@example.com' },
    action: en.go,
    pays: leaves,
  },
];

for (const { kind, type, order: request, entered = {}, chosen = {}, action, pays } of CASES) {
  const name = methodName(type, en);
  for (const face of Object.keys(FACES) as Face[]) {
    test(`a ${kind} (${name}) is chosen, confirmed and paid by ${face}`, async ({ shop, page }) => {
      const order = await openUnpaid(shop, { methods: ['alipay', type], ...request }, face);
      await method(page, name).check();
      await fill(page, entered);
      for (const [label, name] of Object.entries(chosen)) {
        await page.getByLabel(label).selectOption({ label: name });
      }
      await button(page, action(name)).click();
      await pays(shop, order);
      await shop.expectPhase('succeeded');
      expect(await confirms(shop, order)).toEqual([200]);
    });
  }
}

test.describe('on a phone', () => {
  test.use(IPHONE);

  test('wallets that the phone can open come first, and a tap is enough', async ({
    shop,
    page,
  }) => {
    const order = await openUnpaid(shop, {
      gateway: 'wooshpay',
      currency: 'php',
      methods: ['wechat_pay', 'bpi', 'gcash'],
    });
    await expect(page.getByRole('radio')).toHaveCount(3);
    await expect(page.locator('.ps-choice-name')).toHaveText(['WeChat Pay', 'GCash', 'BPI']);
    await page.getByText('GCash', { exact: true }).tap();
    await button(page, en.go('GCash')).tap();
    await leaves(shop, order);
    await shop.expectPhase('succeeded');
  });
});

test('the keyboard is enough for everything', async ({ shop, page }) => {
  await openUnpaid(shop, { methods: ['alipay', 'ideal', 'paypal'] });
  await expect(method(page, 'Alipay')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(method(page, 'Alipay')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(method(page, 'iDEAL')).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.type('A B');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/sandbox\//);
});

test('a declined card is explained plainly, and another method pays', async ({ shop, page }) => {
  await page.addInitScript(() => {
    Object.assign(window, {
      cardFields: '<input aria-label="Card number">',
      callbacks: { createPaymentMethod: async () => 'pm_card_chargeDeclinedInsufficientFunds' },
    });
  });
  const order = await openUnpaid(shop, { methods: ['card', 'wechat_pay'] });
  await expect(page.getByLabel('Card number')).toBeVisible();
  await button(page, en.pay.now('€20.99')).click();
  await shop.expectPhase('failed');
  await expect(shop.widget).toContainText(en.failed.funds);
  await button(page, en.pay.another).click();
  await expect(method(page, en.pay.card)).toBeChecked();
  await method(page, 'WeChat Pay').check();
  await button(page, en.pay.code).click();
  await scans(shop, order);
  await shop.expectPhase('succeeded');
  expect(await confirms(shop, order)).toEqual([402, 200]);
  const events = await shop.pageEvents();
  const outcomes = events.flatMap(({ outcome }) => outcome ?? []);
  expect(outcomes).toEqual(['failed', 'succeeded']);
});

test('after a card that its issuer will not accept again, another method comes first', async ({
  shop,
  page,
}) => {
  await page.addInitScript(() => {
    Object.assign(window, {
      cardFields: '<input aria-label="Card number">',
      callbacks: { createPaymentMethod: async () => 'pm_card_visa_chargeDeclinedLostCard' },
    });
  });
  await openUnpaid(shop, { methods: ['card', 'wechat_pay'] });
  await button(page, en.pay.now('€20.99')).click();
  await shop.expectPhase('failed');
  await expect(shop.widget).toContainText(en.failed.declined);
  await expect(page.getByRole('button')).toHaveText([en.pay.another, en.tryAgain]);
  await button(page, en.pay.another).click();
  await expect(method(page, 'WeChat Pay')).toBeChecked();
});

test('what the merchant’s card fields say is shown in place', async ({ shop, page }) => {
  await page.addInitScript(() => {
    Object.assign(window, {
      callbacks: {
        createPaymentMethod: async () => {
          throw new Error('Your card number is incomplete.');
        },
      },
    });
  });
  const order = await openUnpaid(shop, { methods: ['card'] });
  await button(page, en.pay.now('€20.99')).click();
  await expect(page.getByRole('alert').filter({ hasText: 'incomplete' })).toBeVisible();
  expect(await confirms(shop, order)).toEqual([]);
});

test('a code that has expired is renewed from the page', async ({ shop, page }) => {
  const order = await openUnpaid(shop, { methods: ['wechat_pay', 'alipay'] });
  await button(page, en.pay.code).click();
  await shop.expectPhase('action');
  await shop.simulate(order, 'expire');
  await shop.expectPhase('failed');
  await expect(shop.widget).toContainText(en.failed.expired);
  await button(page, en.tryAgain).click();
  await shop.expectPhase('action');
  await scans(shop, order);
  await shop.expectPhase('succeeded');
});

test('a customer who has changed their mind goes back to the list', async ({ shop, page }) => {
  const order = await openUnpaid(shop, { methods: ['wechat_pay', 'alipay'] });
  await button(page, en.pay.code).click();
  await shop.expectPhase('action');
  await button(page, en.pay.another).click();
  await method(page, 'Alipay').check();
  await button(page, en.go('Alipay')).click();
  await leaves(shop, order);
  await shop.expectPhase('succeeded');
});

test('an error stands beside each missing field, and the entered values stay', async ({
  shop,
  page,
}) => {
  const order = await openUnpaid(shop, { methods: ['boleto'], currency: 'brl' });
  await fill(page, { ...BOLETO, [fields.taxId]: '529.982.247-26' });
  await button(page, en.pay.voucher).click();
  await expect(page.getByLabel(fields.taxId)).toBeFocused();
  await expect(page.getByLabel(fields.taxId)).toHaveAccessibleDescription(en.pay.wrong.taxId);
  await expect(page.getByLabel(fields.name)).toHaveValue('Ana Souza');
  expect(await confirms(shop, order)).toEqual([]);
  await page.getByLabel(fields.taxId).fill('529.982.247-25');
  await expect(page.getByLabel(fields.taxId)).toHaveAccessibleDescription('');
  await button(page, en.pay.voucher).click();
  await shop.expectPhase('action');
});

test('the form asks again for a BLIK code that the bank refuses', async ({ shop, page }) => {
  const order = await openUnpaid(shop, { methods: ['blik', 'p24'], currency: 'pln' });
  const pay = button(page, en.pay.now('PLN 20.99'));
  const code = page.getByLabel(fields.code);
  await code.fill('12345');
  await pay.click();
  await expect(code).toHaveAccessibleDescription(en.pay.wrong.code);
  await code.fill('000 000');
  await pay.click();
  await shop.expectPhase('failed');
  await expect(shop.widget).toContainText(en.failed.code);
  await button(page, en.tryAgain).click();
  await expect(method(page, 'BLIK')).toBeChecked();
  await expect(code).toHaveValue('');
  await code.fill('123456');
  await pay.click();
  await isPaid(shop, order);
  await shop.expectPhase('succeeded');
  expect(await confirms(shop, order)).toEqual([402, 200]);
});

test('a value that only the gateway can check is marked at its field', async ({ shop, page }) => {
  const order = await openUnpaid(shop, { methods: ['boleto'], currency: 'brl' });
  await page.route('**/confirm', (route) =>
    route.fulfill({
      status: 400,
      json: { error: { code: 'tax_id_invalid', param: 'payment_method_data[boleto][tax_id]' } },
    }),
  );
  await fill(page, BOLETO);
  await button(page, en.pay.voucher).click();
  await expect(page.getByLabel(fields.taxId)).toBeFocused();
  await expect(page.getByLabel(fields.taxId)).toHaveAccessibleDescription(en.pay.wrong.taxId);
  await page.unroute('**/confirm');
  await button(page, en.pay.voucher).click();
  await isPaid(shop, order);
  await shop.expectPhase('succeeded');
});

test('a double click confirms once', async ({ shop, page }) => {
  const order = await openUnpaid(shop, { methods: ['wechat_pay'] });
  await button(page, en.pay.code).dblclick();
  await shop.expectPhase('action');
  expect(await confirms(shop, order)).toEqual([200]);
});

for (const face of Object.keys(FACES) as Face[]) {
  test(`what was chosen is held, and nothing jumps, while the gateway confirms, by ${face}`, async ({
    shop,
    page,
  }) => {
    const order = await openUnpaid(shop, { methods: ['wechat_pay', 'alipay'] }, face);
    const release = await holdAnswer(shop);
    await method(page, 'WeChat Pay').check();
    const pay = button(page, en.pay.code);
    const before = await pay.boundingBox();
    await pay.click();
    await expect.poll(() => confirms(shop, order)).toEqual([200]);
    expect(await button(page, en.pay.busy).boundingBox()).toEqual(before);
    await page.getByText('Alipay', { exact: true }).click();
    await expect(method(page, 'WeChat Pay')).toBeChecked();
    release();
    await shop.expectPhase('action');
    await expect(page.getByRole('heading', { name: en.qr.title('WeChat Pay') })).toBeVisible();
    expect(await confirms(shop, order)).toEqual([200]);
  });
}

test('a customer who opens the list comes back to the same code', async ({ shop, page }) => {
  const order = await openUnpaid(shop, { methods: ['wechat_pay', 'alipay'] });
  await method(page, 'WeChat Pay').check();
  await button(page, en.pay.code).click();
  await button(page, en.pay.another).click();
  await button(page, en.pay.back).click();
  const title = page.getByRole('heading', { name: en.qr.title('WeChat Pay') });
  await expect(title).toBeFocused();
  await button(page, en.pay.another).click();
  await button(page, en.pay.code).click();
  await scans(shop, order);
  await shop.expectPhase('succeeded');
  expect(await confirms(shop, order)).toEqual([200]);
});

test('a reload while the gateway confirms shows what has come of it', async ({ shop, page }) => {
  const order = await openUnpaid(shop, { methods: ['wechat_pay'] });
  await holdAnswer(shop);
  await button(page, en.pay.code).click();
  // The confirm has reached the gateway, which keeps its answer back.
  await expect.poll(() => confirms(shop, order)).toEqual([200]);
  await page.reload();
  await shop.expectPhase('action');
  expect(await confirms(shop, order)).toEqual([200]);
});

for (const [name, fault] of [
  ['answers 500', { kind: 'server_error' }],
  ['is busy with it', { kind: 'lock_timeout' }],
  ['has the key in use', { kind: 'conflict' }],
  ['breaks off', { kind: 'drop' }],
  ['answers garbage', { kind: 'malformed', form: 'html' }],
] as const) {
  test(`is confirmed once although the gateway ${name}`, async ({ shop, page }) => {
    const order = await openUnpaid(shop, { methods: ['wechat_pay'] });
    await respondToConfirmWith(shop, order, fault);
    await button(page, en.pay.code).click();
    await shop.expectPhase('action');
    await scans(shop, order);
    await shop.expectPhase('succeeded');
    expect((await confirms(shop, order)).filter((status) => status === 200)).toHaveLength(1);
  });
}

test('a confirm whose answer is lost is looked up, not repeated', async ({ shop, page }) => {
  const order = await openUnpaid(shop, { methods: ['wechat_pay'] });
  // A connection that ends before the answer begins is one that Chromium itself tries again.
  await respondToConfirmWith(shop, order, { kind: 'break_off' });
  await button(page, en.pay.code).click();
  await shop.expectPhase('action');
  expect(await confirms(shop, order)).toHaveLength(1);
});

test('an unreachable gateway is shown, and the entered values stay', async ({ shop, page }) => {
  const order = await openUnpaid(shop, { methods: ['ideal'] });
  await page.getByLabel(fields.name).fill('Ana Souza');
  await page.clock.install();
  await page.route('**/confirm', (route) => route.abort());
  await button(page, en.go('iDEAL')).click();
  for (let i = 0; i < 12; i++) await page.clock.runFor(2_000);
  await expect(page.getByRole('alert').filter({ hasText: en.pay.unanswered })).toBeVisible();
  await expect(page.getByLabel(fields.name)).toHaveValue('Ana Souza');
  expect(await confirms(shop, order)).toEqual([]);
});

test('two tabs pay once', async ({ shop, page }) => {
  const order = await openUnpaid(shop, { methods: ['wechat_pay'] });
  const other = await page.context().newPage();
  await other.addInitScript(() => Object.assign(window, { checkoutOptions: {} }));
  await other.goto(page.url());
  const pay = (tab: Page): Locator => button(tab, en.pay.code);
  await expect(pay(other)).toBeVisible();
  await Promise.all([pay(page).click(), pay(other).click()]);
  await shop.expectPhase('action');
  await expect(other.locator('.paystep')).toHaveAttribute('data-phase', 'action');
  expect(await confirms(shop, order)).toEqual([200]);
});

test('a payment method that is on the payment already needs one word', async ({ shop, page }) => {
  const order = await openUnpaid(shop, {
    methods: ['card'],
    params: { payment_method: 'pm_card_visa' },
  });
  await expect(shop.widget).toContainText(en.pay.ending(en.pay.card, '4242'));
  await button(page, en.pay.now('€20.99')).click();
  await shop.expectPhase('succeeded');
  expect(await confirms(shop, order)).toEqual([200]);
});

test('with manual confirmation the merchant’s server confirms, and the page waits', async ({
  shop,
}) => {
  const params = { confirmation_method: 'manual', payment_method: 'pm_card_visa' };
  await shop.open('script tag', await shop.order({ ...ORDER, methods: ['card'], params }));
  await shop.expectPhase('processing');
});

test('a shop without confirm offers no methods', async ({ shop, page }) => {
  const order = await shop.order({ ...ORDER, methods: ['wechat_pay'] });
  await shop.open('script tag', order, { 'payment-method-types': '' });
  await shop.expectPhase('payable');
  await expect(shop.widget).toContainText(en.payable.text);
  await expect(page.getByRole('radio')).toHaveCount(0);
});

test('without a return URL no method with a redirect is offered, and the console reports why', async ({
  shop,
  page,
}) => {
  const logged: string[] = [];
  page.on('console', (message) => logged.push(message.text()));
  const order = await shop.order({ ...ORDER, methods: ['wechat_pay', 'ideal'] });
  await shop.open('script tag', order, { 'return-url': null as never });
  await expect(page.getByRole('radio')).toHaveCount(1);
  await expect
    .poll(() => logged.join('\n'))
    .toContain('ideal cannot be offered without a return URL');
});

test('the form asks for consent to save a method, and never narrows the usage', async ({
  shop,
  page,
}) => {
  const consent = 'Keep this for my next order';
  const options = { 'setup-future-usage': 'off_session', consent };
  const order = await shop.order({ ...ORDER, methods: ['paypal'] });
  await shop.open('script tag', order, options);
  await page.getByRole('checkbox', { name: consent }).check();
  const sent = page.waitForRequest(/\/confirm$/);
  await button(page, en.go('PayPal')).click();
  expect(new URLSearchParams((await sent).postData() ?? '').get('setup_future_usage')).toBe(
    'off_session',
  );
});

test('a customer who comes back from the bank unpaid tries again from there', async ({
  shop,
  page,
}) => {
  const order = await openUnpaid(shop, { methods: ['ideal', 'paypal'] });
  await method(page, 'PayPal').check();
  await button(page, en.go('PayPal')).click();
  await page.waitForURL(/\/sandbox\/wallet/);
  await page.getByRole('button', { name: /^Fail/ }).click();
  await page.waitForURL(/\/return\.html/);
  await shop.expectPhase('failed');
  await button(page, en.pay.another).click();
  await method(page, 'iDEAL').check();
  await page.getByLabel(fields.name).fill('Ana Souza');
  await button(page, en.go('iDEAL')).click();
  await leaves(shop, order);
  await shop.expectPhase('succeeded');
});
