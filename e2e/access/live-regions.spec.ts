import type { Page } from '@playwright/test';
import { en } from '../../src/locales/en.ts';
import { expect, FACES, type Face, type OrderRequest, type Shop, test } from '../support/shop.ts';

const ORDER = { gateway: 'stripe', currency: 'eur' } as const;
const READS = '**/v1/payment_intents/**';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Records the text of each live region of the checkout, once a frame, as a browser announces it. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const announcements: string[] = [];
    Object.assign(window, { announcements });
    const before = new Map<Element, string>();
    const recordAnnouncements = () => {
      const root = document.querySelector('paystep-checkout')?.shadowRoot ?? document;
      const regions = root.querySelectorAll(
        '.paystep :is([role=status], [role=alert], [aria-live])',
      );
      for (const region of regions) {
        const text = (region as HTMLElement).innerText.replaceAll(/\s+/g, ' ').trim();
        if (text && text !== before.get(region)) announcements.push(text);
        before.set(region, text);
      }
      requestAnimationFrame(recordAnnouncements);
    };
    requestAnimationFrame(recordAnnouncements);
  });
}

const announcements = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { announcements: string[] }).announcements);

async function openCheckout(shop: Shop, face: Face, request: Partial<OrderRequest>) {
  await listen(shop.page);
  const order = await shop.order({ ...ORDER, ...request });
  await shop.open(face, order);
  return order;
}

const SUCCEEDED = `${en.succeeded.title}. ${en.succeeded.text}`;

for (const face of Object.keys(FACES) as Face[]) {
  test(`each phase is announced once to a screen reader, by ${face}`, async ({ shop, page }) => {
    const order = await openCheckout(shop, face, { method: 'wechat_pay' });
    await shop.expectPhase('action');
    await shop.simulate(order, 'process');
    await shop.expectPhase('processing');
    await shop.simulate(order, 'succeed');
    await shop.expectPhase('succeeded');
    await expect.poll(() => announcements(page)).toContain(SUCCEEDED);
    expect((await announcements(page)).filter((text) => text !== en.loading)).toEqual([
      en.qr.title('WeChat Pay'),
      `${en.processing.title}. ${en.processing.text}`,
      SUCCEEDED,
    ]);
  });

  test(`what is read with the heading is not announcements again, by ${face}`, async ({
    shop,
    page,
  }) => {
    const order = await openCheckout(shop, face, { methods: ['wechat_pay', 'alipay'] });
    await button(page, en.pay.code).press('Enter');
    await expect(page.getByRole('heading', { level: 2 })).toBeFocused();
    await shop.simulate(order, 'fail');
    await button(page, en.tryAgain).waitFor();
    await expect.poll(async () => (await announcements(page)).at(-1)).toContain('.');
    const texts = await announcements(page);
    expect(texts.filter((text) => text !== en.loading)).toEqual([
      en.pay.title,
      en.pay.busy,
      expect.stringMatching(/^(Payment failed\. )?The payment/),
    ]);
  });
}

test('a lost connection and its end are announcements once each', async ({ shop, page }) => {
  const order = await openCheckout(shop, 'script tag', { method: 'wechat_pay' });
  await shop.expectPhase('action');
  await page.route(READS, (route) => route.abort());
  await expect(page.getByText(en.reconnecting)).toBeVisible({ timeout: 15_000 });
  await page.unroute(READS);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(page.getByText(en.reconnected)).toHaveCount(1);
  await expect(page.getByText(en.reconnecting)).toBeHidden();
  await shop.simulate(order, 'succeed');
  await shop.expectPhase('succeeded');
  await expect.poll(() => announcements(page)).toContain(SUCCEEDED);
  const texts = await announcements(page);
  expect(texts.slice(-3)).toEqual([en.reconnecting, en.reconnected, SUCCEEDED]);
});

test('the countdown is announced once, a minute before its end, and the end once', async ({
  shop,
  page,
}) => {
  await page.clock.install();
  await listen(page);
  const order = await shop.order({ ...ORDER, method: 'wechat_pay' });
  const at = Math.floor(Date.now() / 1000) + 90;
  await page.route(READS, async (route) => {
    const response = await route.fetch();
    const json = await response.json();
    json.next_action.wechat_pay_display_qr_code.expires_at = at;
    await route.fulfill({ response, json });
  });
  await shop.open('script tag', order);
  await expect(page.getByRole('timer')).toBeVisible();
  for (let second = 0; second < 100; second++) await page.clock.runFor(1_000);
  await expect(page.getByText(en.expired.title)).toBeVisible();
  await page.clock.runFor(1_000);
  const texts = (await announcements(page)).filter((text) => text !== en.loading);
  expect(texts).toEqual([
    en.qr.title('WeChat Pay'),
    en.expiresIn('1:00'),
    `${en.expired.title} ${en.expired.renew}`,
  ]);
});

test('copied is announcements once, and so is what is wrong', async ({ shop, page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openCheckout(shop, 'script tag', { method: 'pix', currency: 'brl' });
  await button(page, en.picture.copy).press('Enter');
  await expect(button(page, en.copied)).toBeVisible();
  await expect.poll(() => announcements(page)).toContain(en.copied);
  expect((await announcements(page)).filter((text) => text === en.copied)).toHaveLength(1);
});

test('a refusal is announcements once each time', async ({ shop, page }) => {
  await openCheckout(shop, 'script tag', { methods: ['wechat_pay', 'alipay'] });
  await page.route('**/confirm', (route) =>
    route.fulfill({ status: 400, json: { error: { code: 'x' } } }),
  );
  const count = async () =>
    (await announcements(page)).filter((text) => text === en.pay.refused).length;
  for (const times of [1, 2]) {
    await button(page, en.pay.code).press('Enter');
    await expect.poll(count).toBe(times);
    await expect(button(page, en.pay.code)).toBeFocused();
  }
});
