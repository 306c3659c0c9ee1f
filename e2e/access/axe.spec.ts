import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { en } from '../../src/locales/en.ts';
import { appName } from '../../src/locales/methods.ts';
import { IPHONE, WECHAT } from '../support/customer.ts';
import { expect, type OrderRequest, type Shop, test } from '../support/shop.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run(
    context: object,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** What stands in the way of assistive technology; the pages in frames are the banks' own. */
function violations(page: Page, rules: readonly string[] | null): Promise<string[]> {
  return page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: Axe };
    const options = { iframes: false, ...(runOnly && { runOnly }) };
    const found = (await axe.run(document, options)).violations;
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, rules);
}

const stripe = (method: string, currency: string, more: Partial<OrderRequest> = {}) =>
  ({ gateway: 'stripe', method, currency, ...more }) as const;

const wooshpay = (method: string, currency: string, more: Partial<OrderRequest> = {}) =>
  ({ gateway: 'wooshpay', method, currency, ...more }) as const;

/** The customer chooses among these in the checkout. */
const choosing = (...methods: string[]) =>
  ({ gateway: 'stripe', methods, currency: 'eur' }) as const;

const SDK = { card: '4000000000003220', useStripeSdk: true };

type Screen = readonly [
  name: string,
  request: OrderRequest,
  text: string,
  then?: (shop: Shop) => Promise<void>,
];

const EVERYWHERE: readonly Screen[] = [
  ['a page to go to', stripe('ideal', 'eur'), en.go('iDEAL')],
  ['a code with its tools', stripe('pix', 'brl'), en.picture.copy],
  ['a code as a picture', stripe('upi', 'inr'), en.expiresIn('')],
  [
    'WeChat’s own call, outside it',
    wooshpay('wechat_pay', 'cny', { options: { openid: 'o1' } }),
    en.app.address,
  ],
  ['a voucher', stripe('boleto', 'brl'), en.voucher.pdf, copies],
  ['a voucher with a barcode', stripe('oxxo', 'mxn'), en.voucher.open, showsImage],
  ['a transfer with its code', stripe('customer_balance', 'eur'), en.transfer.scan, showsImage],
  ['a voucher for several stores', stripe('konbini', 'jpy'), 'Lawson', opensLawson],
  ['a bank transfer', stripe('customer_balance', 'usd'), en.transfer.open],
  ['an approval', stripe('blik', 'pln'), en.await.silent, expectNoViolations],
  [
    'small deposits',
    stripe('us_bank_account', 'usd', { options: { verification_method: 'microdeposits' } }),
    en.await.enterCode,
  ],
  [
    'a step for the shop',
    stripe('card', 'eur', { ...SDK, options: { sandbox_action: 'stripe_3ds2_fingerprint' } }),
    en.sdk.title,
  ],
  ['an unknown step', stripe('sandbox_mystery', 'usd'), en.unsupported.title],
  ['a form with mistakes', choosing('boleto', 'ideal'), en.pay.title, sendsNothing],
  ['a payment that has failed', choosing('wechat_pay', 'ideal'), en.pay.title, fails],
  ['a challenge', wooshpay('card', 'usd', { card: SDK.card }), en.challenge.title, isAsked],
];

const PROFILES: Readonly<Record<string, readonly [device: object, screens: readonly Screen[]]>> = {
  'a desktop': [
    {},
    [
      ...EVERYWHERE,
      [
        'a link into an app, as a code',
        stripe('wechat_pay', 'cny', { options: { client: 'ios' } }),
        en.app.scan('WeChat'),
      ],
    ],
  ],
  'a phone': [
    IPHONE,
    [
      ...EVERYWHERE,
      ['an app', wooshpay('alipayplus', 'hkd'), en.app.open(appName('alipayplus', en)), isBack],
      ['a code to keep', stripe('wechat_pay', 'cny'), en.picture.save],
    ],
  ],
  'a phone, in WeChat': [
    WECHAT,
    [['an app that is refused', wooshpay('alipay', 'cny'), en.app.refused('Alipay')]],
  ],
};

/** With the copy button's text after a click. */
async function copies({ page }: Shop): Promise<void> {
  await page.getByRole('button', { name: en.copy(en.details.number) }).click();
  await expect(page.getByRole('status').filter({ hasText: en.copied })).toHaveCount(1);
}

async function showsImage({ page }: Shop): Promise<void> {
  await expect(page.getByRole('img')).toHaveCount(1);
}

async function opensLawson({ page, widget }: Shop): Promise<void> {
  await page.getByText('Lawson', { exact: true }).click();
  await expect(widget.getByText('234567', { exact: true })).toBeVisible();
}

async function sendsNothing({ page, widget }: Shop): Promise<void> {
  await page.getByRole('button', { name: en.pay.voucher }).click();
  await expect(widget).toContainText(en.pay.wrong.taxId);
}

async function fails(shop: Shop): Promise<void> {
  // On a phone codes come last.
  await shop.page.getByRole('radio', { name: 'WeChat Pay' }).check();
  await shop.page.getByRole('button', { name: en.pay.code }).click();
  await shop.page.getByRole('button', { name: en.pay.another }).waitFor();
  const id = await shop.page.evaluate(() =>
    document
      .querySelector('paystep-checkout')
      ?.getAttribute('client-secret')
      ?.split('_secret_')
      .at(0),
  );
  await shop.page.request.post(`/sandbox/intents/${id}/simulate`, { data: { outcome: 'fail' } });
  await shop.expectPhase('failed');
}

/** With the text after a read that found no payment. */
async function expectNoViolations({ page }: Shop): Promise<void> {
  await page.getByRole('button', { name: en.checkAgain }).click();
  await expect(page.getByText(en.notYet)).toBeVisible();
}

async function isAsked({ page }: Shop): Promise<void> {
  const code = page.getByRole('dialog').frameLocator('iframe').getByRole('textbox');
  await expect(code).toBeVisible();
}

/** With the texts for a customer who has come back from the app. */
async function isBack({ page, widget }: Shop): Promise<void> {
  await page.route('**/sandbox/wallet/**', (route) => route.fulfill({ status: 204 }));
  await page.getByRole('link', { name: en.app.open(appName('alipayplus', en)) }).tap();
  await page.evaluate(() => {
    const notifyVisibility = () => document.dispatchEvent(new Event('visibilitychange'));
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
    notifyVisibility();
    Reflect.deleteProperty(document, 'visibilityState');
    notifyVisibility();
  });
  await expect(widget).toContainText(en.app.again);
}

for (const [profile, [device, screens]] of Object.entries(PROFILES)) {
  test.describe(`nothing stands in the way of assistive technology on ${profile}`, () => {
    test.use(device);
    for (const [name, request, text, then] of screens) {
      test(`with ${name}`, async ({ shop, page }) => {
        await shop.open('script tag', await shop.order(request), { redirect: 'button' });
        await expect(shop.widget).toContainText(text);
        await then?.(shop);
        await page.evaluate(AXE);
        expect(await violations(page, null)).toEqual([]);
        // Nothing but the colours changes.
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await violations(page, ['color-contrast'])).toEqual([]);
      });
    }
  });
}
