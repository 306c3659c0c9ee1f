/** Each kind of step is paid in browsers as old as those that README's "Compatibility" names. */
import { en } from '../../src/locales/en.ts';
import { IPHONE } from '../support/customer.ts';
import {
  approvesInApp,
  type CustomerJourney,
  followsRedirectLink,
  isRedirected,
  namesOf,
  opensApp,
  passesChallenge,
  paysVoucher,
  scansAppLink,
  scansQrCode,
  sendsTransfer,
} from '../support/customerJourneys.ts';
import { OLD_BROWSERS } from '../support/olderBrowsers.ts';
import { makeOlder } from '../support/olderPage.ts';
import { expect, FACES, type Face, type OrderRequest, type Shop, test } from '../support/shop.ts';

interface Case {
  readonly kind: string;
  readonly order: OrderRequest;
  readonly journey: CustomerJourney;
}

const QR: Case = {
  kind: 'a QR code',
  order: { gateway: 'wooshpay', method: 'wechat_pay', currency: 'cny' },
  journey: scansQrCode,
};

const CHALLENGE: Case = {
  kind: 'a 3-D Secure fingerprint and challenge',
  order: { gateway: 'wooshpay', method: 'card', card: '4000000000003220' },
  journey: passesChallenge,
};

const BANK: OrderRequest = { gateway: 'stripe', method: 'ideal', currency: 'eur' };
const WALLET: OrderRequest = { gateway: 'stripe', method: 'wechat_pay', currency: 'cny' };
const IOS: OrderRequest = { ...WALLET, options: { client: 'ios' } };

const DESKTOP: readonly Case[] = [
  QR,
  CHALLENGE,
  { kind: 'a redirect', order: BANK, journey: isRedirected },
  { kind: 'a wallet app’s link, scanned', order: IOS, journey: scansAppLink },
  {
    kind: 'a voucher',
    order: { gateway: 'stripe', method: 'multibanco', currency: 'eur' },
    journey: paysVoucher(en.voucher.where.multibanco, {
      '': { Entity: '12345', Reference: '999 123 456' },
    }),
  },
  {
    kind: 'a bank transfer',
    order: { gateway: 'stripe', method: 'customer_balance', currency: 'gbp' },
    journey: sendsTransfer('£20.99', {
      '': { 'Sort code': '10-88-00', 'Account number': '00012345' },
    }),
  },
  {
    kind: 'an approval in an app',
    order: { gateway: 'stripe', method: 'mb_way', currency: 'eur' },
    journey: approvesInApp,
  },
];

const PHONE: readonly Case[] = [
  CHALLENGE,
  { kind: 'a redirect', order: BANK, journey: followsRedirectLink },
  { kind: 'a wallet app’s link', order: IOS, journey: opensApp() },
];

async function pays(shop: Shop, each: Case, face: Face, onPhone: boolean): Promise<void> {
  const { page } = shop;
  const order = await shop.order(each.order);
  const { payload } = await shop.nextAction(order);
  await shop.stopPolling();
  await shop.open(face, order, onPhone ? { redirect: 'button' } : {});
  await each.journey({
    shop,
    page,
    order,
    payload,
    ...namesOf(each.order.method ?? ''),
    activate: (target) => (onPhone ? target.tap() : target.click()),
    onPhone,
  });
  await shop.expectPhase('succeeded');
}

for (const face of Object.keys(FACES) as Face[]) {
  test.describe(`a browser that lacks what each of the oldest lacks, by ${face}`, () => {
    test.beforeEach(({ context }) => makeOlder(context));

    for (const each of DESKTOP) {
      test(`pays ${each.kind}`, ({ shop }) => pays(shop, each, face, false));
    }

    test('pays a form', async ({ shop, page }) => {
      const order = await shop.order({
        gateway: 'stripe',
        methods: ['wechat_pay', 'oxxo'],
        currency: 'mxn',
      });
      await shop.open(face, order);
      await page.getByRole('radio', { name: 'OXXO' }).check();
      await page.getByLabel(en.pay.fields.name).fill('Ana Souza');
      await page.getByLabel(en.pay.fields.email).fill('ana@');
      const submit = page.getByRole('button', { name: en.pay.voucher });
      await submit.click();
      await expect(page.getByLabel(en.pay.fields.email)).toHaveAccessibleDescription(
        en.pay.wrong.email,
      );
      await page.getByLabel(en.pay.fields.email).fill('ana@example.com');
      await submit.click();
      await shop.expectPhase('action');
      await shop.simulate(order, 'succeed');
      await shop.expectPhase('succeeded');
    });
  });

  test.describe(`such a phone, by ${face}`, () => {
    test.use(IPHONE);
    test.beforeEach(({ context }) => makeOlder(context));

    for (const each of PHONE) {
      test(`pays ${each.kind}`, ({ shop }) => pays(shop, each, face, true));
    }
  });
}

for (const browser of OLD_BROWSERS) {
  test.describe(`a browser that lacks what ${browser} does`, () => {
    test.beforeEach(({ context }) => makeOlder(context, [browser]));

    for (const each of [QR, CHALLENGE]) {
      test(`pays ${each.kind}`, ({ shop }) => pays(shop, each, 'script tag', false));
    }
  });
}

/** The issuer's page inside the dialog. */
const issuer = ({ page }: Shop) => page.getByRole('dialog').frameLocator('iframe');

const FOCUS = () => {
  const host = document.activeElement;
  return (host?.shadowRoot?.activeElement ?? host)?.closest('dialog') !== null;
};

test.describe('the dialog of a browser that has none', () => {
  test.beforeEach(async ({ context, shop }) => {
    await makeOlder(context);
    await shop.open('script tag', await shop.order(CHALLENGE.order));
    await expect(issuer(shop).getByRole('textbox')).toBeVisible();
  });

  test('lies over the page, which cannot be clicked or scrolled', async ({ page }) => {
    const covered = await page.evaluate(() => document.elementFromPoint(5, 5)?.localName);
    expect(covered).toBe('paystep-checkout');
    const overflow = () => page.evaluate(() => document.documentElement.style.overflow);
    expect(await overflow()).toBe('hidden');
    await page.keyboard.press('Escape');
    expect(await overflow()).toBe('');
  });

  test('is a modal one for assistive technology', async ({ page }) => {
    await expect(page.getByRole('dialog')).toHaveAttribute('aria-modal', 'true');
    await expect(page.getByRole('dialog')).toHaveAccessibleName(en.challenge.title);
  });

  test('keeps the focus', async ({ page }) => {
    await page.evaluate(() => {
      const link = document.createElement('button');
      link.textContent = 'Elsewhere';
      document.body.append(link);
    });
    for (let i = 0; i < 8; i++) {
      await page.keyboard.press('Tab');
      const isBody = await page.evaluate(() => document.activeElement === document.body);
      expect(isBody || (await page.evaluate(FOCUS))).toBe(true);
    }
    await page.evaluate(() => document.querySelector('button')?.focus());
    expect(await page.evaluate(FOCUS)).toBe(true);
  });

  test('closes by Escape, and opens again with what was typed', async ({ shop, page }) => {
    await issuer(shop).getByRole('textbox').fill('12');
    await page.getByRole('button', { name: 'Cancel', exact: true }).focus();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await expect(issuer(shop).getByRole('textbox')).toHaveValue('12');
  });
});

test('a return in another tab wakes the shop’s tab without a BroadcastChannel', async ({
  shop,
  context,
}) => {
  await makeOlder(context);
  await shop.stopPolling();
  const order = await shop.order(BANK);
  await shop.open('script tag', order, { redirect: 'button' });
  await shop.expectPhase('action');
  const other = await context.newPage();
  await shop.simulate(order, 'succeed');
  await other.goto(`/return.html?order=${order.orderId}`);
  await shop.expectPhase('succeeded');
});

test('the look passes a policy by the nonce of the page’s scripts', async ({
  shop,
  page,
  context,
}) => {
  await makeOlder(context);
  await page.route('**/checkout.html*', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll('<script', '<script nonce="n1"');
    const policy = "style-src 'nonce-n1'; script-src 'nonce-n1'";
    await route.fulfill({
      response,
      body,
      headers: { ...response.headers(), 'content-security-policy': policy },
    });
  });
  await shop.open('script tag', await shop.order(QR.order));
  await shop.expectPhase('action');
  await expect(shop.widget).toHaveCSS('border-radius', '14px');
});

test('nothing listens any more after the element has gone', async ({ shop, page, context }) => {
  await makeOlder(context);
  const order = await shop.order(QR.order);
  await shop.open('script tag', order);
  await shop.expectPhase('action');
  await page.evaluate(() => document.querySelector('paystep-checkout')?.remove());
  await page.waitForTimeout(300);
  const before = await shop.reads(order);
  await page.evaluate(() => {
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event('online'));
  });
  await page.waitForTimeout(1_500);
  expect(await shop.reads(order)).toBe(before);
});
