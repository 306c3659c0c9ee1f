import type { Page } from '@playwright/test';
import { en } from '../../src/locales/en.ts';
import { slowClock } from '../support/customer.ts';
import {
  expect,
  FACES,
  type Face,
  type Order,
  type OrderRequest,
  type Shop,
  test,
} from '../support/shop.ts';

const ORDER = { gateway: 'stripe', currency: 'eur' } as const;
const CHALLENGED = {
  ...ORDER,
  gateway: 'wooshpay',
  method: 'card',
  card: '4000000000003220',
} as const;

const faces = Object.keys(FACES) as Face[];
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function openCheckout(shop: Shop, face: Face, request: Partial<OrderRequest>) {
  const order = await shop.order({ ...ORDER, ...request });
  await shop.open(face, order, { redirect: 'button' });
  return order;
}

/** A field of the shop's own, beside the checkout. */
async function addField(page: Page): Promise<void> {
  await page.evaluate(() => {
    const field = document.createElement('input');
    field.setAttribute('aria-label', 'Order note');
    document.body.append(field);
  });
}

/** The shop has made another payment, and gives it to the checkout that is there. */
const replace = (page: Page, order: Order) =>
  page.evaluate((order) => {
    const element = document.querySelector('paystep-checkout');
    if (element) element.setAttribute('client-secret', order.clientSecret);
    else (window as unknown as { setOrder(order: Order): void }).setOrder(order);
  }, order);

for (const face of faces) {
  test.describe(`by ${face}`, () => {
    test('another payment takes over the focus that was in the one before', async ({
      shop,
      page,
    }) => {
      await openCheckout(shop, face, { methods: ['wechat_pay', 'alipay'] });
      await button(page, en.pay.code).focus();
      const [second, third] = [
        await shop.order({ ...ORDER, method: 'wechat_pay' }),
        await shop.order({ ...ORDER, methods: ['wechat_pay', 'alipay'] }),
      ];
      await replace(page, second);
      await expect(heading(page, en.qr.title('WeChat Pay'))).toBeFocused();
      await addField(page);
      await page.getByLabel('Order note').focus();
      await replace(page, third);
      await expect(heading(page, en.pay.title)).toBeVisible();
      await expect(page.getByLabel('Order note')).toBeFocused();
    });

    test('a first paint takes no focus, nor does what follows by itself', async ({
      shop,
      page,
    }) => {
      const order = await openCheckout(shop, face, { method: 'wechat_pay' });
      await expect(heading(page, en.qr.title('WeChat Pay'))).toBeVisible();
      await shop.simulate(order, 'succeed');
      await shop.expectPhase('succeeded');
      await expect(page.locator('body')).toBeFocused();
    });

    test('after a payment by key the focus is on each new heading, until the end', async ({
      shop,
      page,
    }) => {
      const order = await openCheckout(shop, face, { methods: ['wechat_pay', 'alipay'] });
      await button(page, en.pay.code).press('Enter');
      await expect(heading(page, en.qr.title('WeChat Pay'))).toBeFocused();
      await shop.simulate(order, 'process');
      await expect(heading(page, en.processing.title)).toBeFocused();
      await shop.simulate(order, 'succeed');
      await expect(heading(page, en.succeeded.title)).toBeFocused();
    });

    test('after a payment by click no focus ring is around the heading', async ({ shop, page }) => {
      await openCheckout(shop, face, { methods: ['wechat_pay', 'alipay'] });
      await button(page, en.pay.code).click();
      const title = heading(page, en.qr.title('WeChat Pay'));
      await expect(title).toBeFocused();
      await expect(title).toHaveCSS('outline-style', 'none');
    });

    test('another method, and a failure without an action, move the focus to the heading', async ({
      shop,
      page,
    }) => {
      const order = await openCheckout(shop, face, { methods: ['wechat_pay', 'alipay'] });
      await button(page, en.pay.code).press('Enter');
      await button(page, en.pay.another).press('Enter');
      await expect(heading(page, en.pay.title)).toBeFocused();
      await button(page, en.pay.code).focus();
      await shop.simulate(order, 'fail');
      await expect(heading(page, en.failed.title)).toBeFocused();
      await button(page, en.tryAgain).press('Enter');
      await expect(heading(page, en.qr.title('WeChat Pay'))).toBeFocused();
    });

    test('“Check again” on a paused checkout moves the focus to the heading', async ({
      shop,
      page,
    }) => {
      const passTime = await slowClock(page);
      await openCheckout(shop, face, { method: 'wechat_pay' });
      await expect(heading(page, en.qr.title('WeChat Pay'))).toBeVisible();
      // Patience with a code ends after half an hour.
      const isPaused = async () => {
        await passTime(20_000);
        return shop.widget.getByText(en.paused).isVisible();
      };
      await expect.poll(isPaused, { intervals: [20], timeout: 60_000 }).toBe(true);
      await button(page, en.checkAgain).press('Enter');
      await expect(shop.widget).not.toContainText(en.paused);
      await expect(heading(page, en.qr.title('WeChat Pay'))).toBeFocused();
    });

    test('a focus outside of the checkout stays there', async ({ shop, page }) => {
      const order = await openCheckout(shop, face, { methods: ['wechat_pay', 'alipay'] });
      await addField(page);
      await button(page, en.pay.code).click();
      await expect(heading(page, en.qr.title('WeChat Pay'))).toBeFocused();
      await page.getByLabel('Order note').focus();
      await shop.simulate(order, 'succeed');
      await shop.expectPhase('succeeded');
      await expect(page.getByLabel('Order note')).toBeFocused();
    });

    test('a click beside the checkout keeps the focus away', async ({ shop, page }) => {
      const order = await openCheckout(shop, face, { methods: ['wechat_pay', 'alipay'] });
      await button(page, en.pay.code).click();
      await button(page, en.pay.another).focus();
      await page
        .getByRole('heading', { level: 1 })
        .or(page.locator('body'))
        .first()
        .click({
          position: { x: 2, y: 2 },
        });
      await shop.simulate(order, 'succeed');
      await shop.expectPhase('succeeded');
      await expect(page.locator('body')).toBeFocused();
    });

    test('a form that is being sent keeps the focus where it is', async ({ shop, page }) => {
      await openCheckout(shop, face, { methods: ['ideal', 'alipay'] });
      let answer = () => {};
      const held = new Promise<void>((resolve) => {
        answer = resolve;
      });
      await page.route('**/confirm', async (route) => {
        await held;
        await route.fulfill({ status: 400, json: { error: { code: 'x' } } });
      });
      const name = page.getByLabel(en.pay.fields.name);
      await name.fill('Ana Souza');
      await name.press('Enter');
      await expect(button(page, en.pay.busy)).toBeVisible();
      await expect(name).toBeFocused();
      answer();
      await expect(page.getByRole('alert').filter({ hasText: en.pay.refused })).toBeVisible();
      await expect(name).toBeFocused();
    });

    test('the challenge’s dialog takes the focus in, and gives it back at each close', async ({
      shop,
      page,
    }) => {
      const order = await openCheckout(shop, face, CHALLENGED);
      const dialog = page.getByRole('dialog', { name: en.challenge.title });
      await expect(dialog).toBeFocused({ timeout: 15_000 });
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      await expect(heading(page, en.challenge.title)).toBeFocused();
      await page.keyboard.press('Tab');
      await expect(button(page, en.challenge.resume)).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(dialog).toBeFocused();
      await page.keyboard.press('Tab');
      await expect(button(page, en.challenge.cancel)).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(heading(page, en.challenge.title)).toBeFocused();
      await button(page, en.challenge.resume).press('Enter');
      await dialog.frameLocator('iframe').getByRole('textbox').focus();
      await shop.simulate(order, 'succeed');
      await expect(heading(page, en.succeeded.title)).toBeFocused();
    });
  });
}

test('a text that only the old command copies leaves the focus on its button', async ({
  shop,
  page,
}) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('not here'));
  });
  await openCheckout(shop, 'script tag', { method: 'pix', currency: 'brl' });
  await button(page, en.picture.copy).press('Enter');
  await expect(button(page, en.copied)).toBeFocused();
});
