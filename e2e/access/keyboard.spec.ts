import type { Locator, Page } from '@playwright/test';
import { en } from '../../src/locales/en.ts';
import { payOnScannedPage, readClipboard, scan } from '../support/customer.ts';
import {
  expect,
  FACES,
  type Face,
  type Order,
  type OrderRequest,
  type Shop,
  test,
} from '../support/shop.ts';

/** Tab, the arrows, Enter and Space are all that is pressed here; nothing is clicked. */
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name });

/** Goes on with Tab until it is there; a page has no more than so many places. */
async function tabTo(target: Locator, places = 25): Promise<void> {
  await expect(target).toBeVisible();
  const isThere = () => target.evaluate((element) => element.matches(':focus'));
  for (let at = 0; at < places && !(await isThere()); at++) {
    await target.page().keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

async function pressKey(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press(key);
}

/** Chooses among the radio buttons by the arrows, as one does who cannot see how many there are. */
async function choose(page: Page, name: string): Promise<void> {
  const radio = page.getByRole('radio', { name, exact: true });
  await tabTo(page.getByRole('radio', { checked: true }));
  for (let at = 0; at < 5 && !(await radio.isChecked()); at++) {
    await page.keyboard.press('ArrowDown');
  }
  await expect(radio).toBeFocused();
}

/** Goes to the next field and types. */
async function enter(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page.getByLabel(label));
  await page.keyboard.type(text);
}

async function openCheckout(
  shop: Shop,
  request: OrderRequest,
  options: Record<string, string> = {},
  face: Face = 'script tag',
): Promise<Order> {
  const order = await shop.order(request);
  await shop.open(face, order, options);
  return order;
}

const stripe = (currency: string, more: Partial<OrderRequest>) =>
  ({ gateway: 'stripe', currency, ...more }) as const;

const fields = en.pay.fields;

/** The customer scans with another device, which is operated by touch. */
async function paysWithPhone(page: Page): Promise<void> {
  const phone = await page.context().newPage();
  await phone.goto(await scan(page.getByRole('img', { name: /^QR code/ })));
  await payOnScannedPage(phone);
  await phone.close();
}

for (const face of Object.keys(FACES) as Face[]) {
  test(`a code is chosen from the form, confirmed and paid by ${face}`, async ({ shop, page }) => {
    await openCheckout(shop, stripe('eur', { methods: ['alipay', 'wechat_pay'] }), {}, face);
    await choose(page, 'WeChat Pay');
    await pressKey(button(page, en.pay.code), 'Space');
    await expect(heading(page, en.qr.title('WeChat Pay'))).toBeFocused();
    await paysWithPhone(page);
    await expect(heading(page, en.succeeded.title)).toBeFocused();
  });
}

test('a code is copied as text, by a button that names it', async ({ shop, page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const order = await openCheckout(shop, stripe('brl', { method: 'pix' }));
  await pressKey(button(page, en.picture.copy));
  await expect(button(page, en.copied)).toBeFocused();
  expect(await readClipboard(page)).toBe((await shop.nextAction(order)).payload.data);
});

test('a bank’s page is gone to and come back from', async ({ shop, page }) => {
  await openCheckout(shop, stripe('eur', { methods: ['alipay', 'ideal'] }));
  await choose(page, 'iDEAL');
  await enter(page, fields.name, 'Ana Souza');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/sandbox\//);
  await pressKey(page.getByRole('button', { name: 'Authorize test payment' }));
  await page.waitForURL(/\/return\.html/);
  await shop.expectPhase('succeeded');
});

test('a page that waits for a button is gone to by it', async ({ shop, page }) => {
  await openCheckout(shop, stripe('eur', { method: 'ideal' }), { redirect: 'button' });
  await pressKey(link(page, en.go('iDEAL')));
  await page.waitForURL(/\/sandbox\//);
});

test('an app is opened by its link', async ({ shop, page }) => {
  await openCheckout(shop, stripe('cny', { method: 'wechat_pay', options: { client: 'ios' } }));
  await pressKey(link(page, en.app.page));
  await page.waitForURL(/\/sandbox\//);
});

test('a voucher’s number is copied, and the voucher opened', async ({ shop, page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const order = await openCheckout(shop, stripe('brl', { method: 'boleto' }));
  await pressKey(button(page, en.copy(en.details.number)));
  expect(await readClipboard(page)).toBe((await shop.nextAction(order)).payload.number);
  const opened = page.waitForEvent('popup');
  await pressKey(link(page, en.voucher.open));
  await expect((await opened).getByRole('button', { name: 'Pay this voucher' })).toBeVisible();
});

test('of several stores one is opened, and its code copied', async ({ shop, page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openCheckout(shop, stripe('jpy', { method: 'konbini' }));
  await pressKey(shop.widget.locator('summary', { hasText: 'Lawson' }), 'Space');
  await pressKey(shop.widget.locator('details[open]').getByRole('button').first());
  expect(await readClipboard(page)).toMatch(/^\d+$/);
});

test('a bank transfer’s reference is copied, and the payment looked for', async ({
  shop,
  page,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const order = await openCheckout(shop, stripe('usd', { method: 'customer_balance' }));
  await pressKey(button(page, en.copy(en.details.reference)).first());
  expect(await readClipboard(page)).toBe((await shop.nextAction(order)).payload.reference);
  await pressKey(button(page, en.checkAgain));
  await expect(page.getByText(en.notYet)).toBeVisible();
  await expect(button(page, en.checkAgain)).toBeFocused();
});

test('a BLIK code is entered, and the approval looked for', async ({ shop, page }) => {
  const order = await openCheckout(shop, stripe('pln', { methods: ['blik', 'p24'] }));
  await choose(page, 'BLIK');
  await enter(page, fields.code, '123456');
  await page.keyboard.press('Enter');
  await expect(heading(page, en.await.approval)).toBeFocused();
  await pressKey(button(page, en.checkAgain));
  await expect(page.getByText(en.notYet)).toBeVisible();
  await shop.simulate(order, 'succeed');
  await expect(heading(page, en.succeeded.title)).toBeFocused();
});

test('a challenge is answered in its dialog, after the dialog was closed and opened again', async ({
  shop,
  page,
}) => {
  await openCheckout(shop, {
    gateway: 'wooshpay',
    method: 'card',
    currency: 'usd',
    card: '4000000000003220',
  });
  const dialog = page.getByRole('dialog', { name: en.challenge.title });
  await expect(dialog).toBeFocused({ timeout: 15_000 });
  await pressKey(button(page, en.challenge.cancel));
  await expect(heading(page, en.challenge.title)).toBeFocused();
  await pressKey(button(page, en.challenge.resume));
  await expect(dialog).toBeFocused();
  const issuer = dialog.frameLocator('iframe');
  await tabTo(issuer.getByRole('textbox'));
  await page.keyboard.type('1234');
  await pressKey(issuer.getByRole('button', { name: 'Authenticate' }));
  await expect(heading(page, en.succeeded.title)).toBeFocused();
});

test('out of the challenge’s frame Tab goes on: nothing is trapped', async ({ shop, page }) => {
  await openCheckout(shop, {
    gateway: 'wooshpay',
    method: 'card',
    currency: 'usd',
    card: '4000000000003220',
  });
  const dialog = page.getByRole('dialog', { name: en.challenge.title });
  await tabTo(dialog.frameLocator('iframe').getByRole('textbox'));
  await tabTo(button(page, en.challenge.cancel));
});

test('a declined payment is paid with another method', async ({ shop, page }) => {
  await page.addInitScript(() => {
    Object.assign(window, {
      callbacks: { createPaymentMethod: async () => 'pm_card_chargeDeclinedInsufficientFunds' },
    });
  });
  await openCheckout(shop, stripe('eur', { methods: ['card', 'wechat_pay'] }));
  await pressKey(button(page, en.pay.now('€20.99')));
  await expect(heading(page, en.failed.title)).toBeFocused();
  await pressKey(button(page, en.pay.another));
  await expect(heading(page, en.pay.title)).toBeFocused();
  await choose(page, 'WeChat Pay');
  await pressKey(button(page, en.pay.code));
  await paysWithPhone(page);
  await expect(heading(page, en.succeeded.title)).toBeFocused();
});

test('a code that has expired is renewed', async ({ shop, page }) => {
  const order = await openCheckout(shop, stripe('eur', { methods: ['wechat_pay', 'alipay'] }));
  await pressKey(button(page, en.pay.code));
  await expect(heading(page, en.qr.title('WeChat Pay'))).toBeFocused();
  await shop.simulate(order, 'expire');
  await expect(heading(page, en.failed.title)).toBeFocused();
  await pressKey(button(page, en.tryAgain));
  await expect(heading(page, en.qr.title('WeChat Pay'))).toBeFocused();
});

test('a customer who cannot scan the code chooses another method from there', async ({
  shop,
  page,
}) => {
  await openCheckout(shop, stripe('eur', { methods: ['wechat_pay', 'alipay'] }));
  await pressKey(button(page, en.pay.code));
  await expect(
    page.getByRole('img', { name: 'QR code to pay €20.99 with WeChat Pay' }),
  ).toBeVisible();
  await pressKey(button(page, en.pay.another));
  await choose(page, 'Alipay');
  await pressKey(button(page, en.go('Alipay')));
  await page.waitForURL(/\/sandbox\//);
});

test('what is missing is where Enter leads', async ({ shop, page }) => {
  await openCheckout(shop, stripe('brl', { methods: ['boleto'] }));
  await pressKey(button(page, en.pay.voucher));
  await expect(page.getByLabel(fields.name)).toBeFocused();
  await expect(page.getByLabel(fields.name)).toHaveAccessibleDescription(en.pay.wrong.name);
});
