import type { Page } from '@playwright/test';
import { en } from '../../src/locales/en.ts';
import { scan } from '../support/customer.ts';
import { expect, type OrderRequest, type Shop, test } from '../support/shop.ts';

const stripe = (currency: string, more: Partial<OrderRequest>) =>
  ({ gateway: 'stripe', currency, ...more }) as const;

type Screen = readonly [
  name: string,
  request: OrderRequest,
  text: string,
  then?: (shop: Shop) => Promise<void>,
];

const CARD = '4000000000003220';

/** One of each kind of screen. */
const SCREENS: readonly Screen[] = [
  [
    'a form with mistakes',
    stripe('brl', { methods: ['boleto', 'pix'] }),
    en.pay.title,
    showFieldError,
  ],
  ['a code', stripe('brl', { method: 'pix' }), en.picture.copy],
  ['a way out to a page', stripe('eur', { method: 'ideal' }), en.iHavePaid],
  ['an app', stripe('cny', { method: 'wechat_pay', options: { client: 'ios' } }), en.app.page],
  ['a voucher', stripe('jpy', { method: 'konbini' }), 'Lawson'],
  ['a bank transfer', stripe('usd', { method: 'customer_balance' }), en.transfer.open],
  ['an approval', stripe('pln', { method: 'blik' }), en.await.silent],
  ['a failure', stripe('eur', { methods: ['wechat_pay', 'alipay'] }), en.pay.title, fails],
  [
    'a challenge',
    { gateway: 'wooshpay', method: 'card', currency: 'usd', card: CARD },
    en.challenge.title,
    isAsked,
  ],
];

async function showFieldError({ page, widget }: Shop): Promise<void> {
  await page.getByRole('button', { name: en.pay.voucher }).click();
  await expect(widget).toContainText(en.pay.wrong.taxId);
}

async function fails(shop: Shop): Promise<void> {
  await shop.page.route('**/confirm', async (route) => {
    const response = await route.fetch();
    const json = await response.json();
    const error = { code: 'card_declined', payment_method: { id: 'pm_1', type: 'alipay' } };
    const failed = { status: 'requires_payment_method', last_payment_error: error };
    await route.fulfill({ response, json: { ...json, next_action: null, ...failed } });
  });
  await shop.page.getByRole('button', { name: en.pay.code }).click();
  await shop.expectPhase('failed');
}

async function isAsked({ page }: Shop): Promise<void> {
  const code = page.getByRole('dialog').frameLocator('iframe').getByRole('textbox');
  await expect(code).toBeVisible({ timeout: 15_000 });
}

async function openScreen(shop: Shop, [, request, text, then]: Screen): Promise<void> {
  const options = { redirect: 'button', consent: 'Keep this', 'setup-future-usage': 'off_session' };
  await shop.open('script tag', await shop.order(request), options);
  await expect(shop.widget).toContainText(text, { timeout: 15_000 });
  await then?.(shop);
}

/** What does not fit: a page to scroll sideways, or clipped text. */
function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('paystep-checkout')?.shadowRoot ?? document;
    const isClipped = (element: Element) =>
      getComputedStyle(element).overflowX !== 'visible' &&
      (element.scrollWidth > element.clientWidth + 1 ||
        element.scrollHeight > element.clientHeight + 1);
    const clipped = [...root.querySelectorAll('.paystep *:not(.ps-spoken, svg, svg *, dialog)')]
      .filter((element) => element.getClientRects().length > 0 && isClipped(element))
      .map(({ outerHTML }) => outerHTML.slice(0, 80));
    const { scrollWidth } = document.documentElement;
    return scrollWidth > innerWidth ? [`${scrollWidth} px wide`, ...clipped] : clipped;
  });
}

/** Text spacing as WCAG 1.4.12 has it. */
function space(page: Page): Promise<void> {
  return page.evaluate(() => {
    const css = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    const root = document.querySelector('paystep-checkout')?.shadowRoot ?? document;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  });
}

/** Whatever is pressed, with its size in CSS pixels; what stands for a radio button is its label. */
function targets(page: Page): Promise<{ html: string; width: number; height: number }[]> {
  return page.evaluate(() => {
    const root = document.querySelector('paystep-checkout')?.shadowRoot ?? document;
    const all = root.querySelectorAll(
      '.paystep :is(button, a, select, summary, label:has(input), input:not([type=radio], [type=checkbox]))',
    );
    return [...all]
      .filter((element) => element.getClientRects().length > 0)
      .map((element) => {
        const { width, height } = element.getBoundingClientRect();
        return { html: element.outerHTML.slice(0, 80), width, height };
      });
  });
}

/** Controls without an edge that is seen. */
function edgeless(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('paystep-checkout')?.shadowRoot ?? document;
    const controls = root.querySelectorAll('.paystep :is(button, a, select, .ps-input)');
    const hasEdge = (element: Element) => {
      const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(element);
      const isDrawn = borderTopStyle !== 'none' && Number.parseFloat(borderTopWidth) >= 1;
      return isDrawn && !/^rgba\(.*, 0\)$/.test(borderTopColor);
    };
    return [...controls]
      .filter((element) => element.getClientRects().length > 0 && !hasEdge(element))
      .map(({ outerHTML }) => outerHTML.slice(0, 80));
  });
}

for (const screen of SCREENS) {
  const [name] = screen;
  test.describe(name, () => {
    test('is large enough to be pressed', async ({ shop, page }) => {
      await openScreen(shop, screen);
      const found = await targets(page);
      expect(found.length).toBeGreaterThan(0);
      expect(found.filter(({ width, height }) => width < 44 || height < 44)).toEqual([]);
    });

    test.describe('on 320 pixels, as at 400 %', () => {
      test.use({ viewport: { width: 320, height: 512 } });

      test('fits, also with more space between letters and lines', async ({ shop, page }) => {
        await openScreen(shop, screen);
        expect(await misfits(page)).toEqual([]);
        await space(page);
        expect(await misfits(page)).toEqual([]);
      });
    });

    test('has its edges in the customer’s own colours', async ({ shop, page }) => {
      await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
      await openScreen(shop, screen);
      expect(await edgeless(page)).toEqual([]);
    });
  });
}

/** The computed colour of a custom property of the theme. */
const colorOf = (shop: Shop, selector: string, property: string) =>
  shop.widget
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

test('a code stays black on white in the customer’s own colours, and is read', async ({
  shop,
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  const order = await shop.order(stripe('brl', { method: 'pix' }));
  await shop.open('script tag', order);
  const code = page.getByRole('img', { name: /^QR code to pay R\$\s?20\.99 with Pix$/ });
  expect(await scan(code)).toBe((await shop.nextAction(order)).payload.data);
});

test('the chosen method, marks, icons and the ring are seen in the customer’s own colours', async ({
  shop,
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await shop.open('script tag', await shop.order(stripe('eur', { methods: ['alipay', 'ideal'] })));
  const chosen = shop.widget.locator('.ps-method[data-chosen]');
  const other = shop.widget.locator('.ps-method:not([data-chosen])');
  await expect(chosen).toBeVisible();
  const edge = (element: typeof chosen) =>
    element.evaluate((each) => getComputedStyle(each).borderTopColor);
  expect(await edge(chosen)).not.toBe(await edge(other));
  const text = await colorOf(shop, '.ps-title', 'color');
  expect(await colorOf(shop, '.ps-method:not([data-chosen]) .ps-icon', 'stroke')).toBe(text);
  const pay = page.getByRole('button', { name: en.go('Alipay') });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(pay).toBeFocused();
  await expect(pay).toHaveCSS('outline-style', 'solid');
  await expect(pay).toHaveCSS('outline-width', '3px');
});

test('prefers-contrast: more gives lines and small text as dark as the text', async ({
  shop,
  page,
}) => {
  await page.emulateMedia({ contrast: 'more' });
  await shop.open('script tag', await shop.order(stripe('pln', { method: 'blik' })));
  await expect(shop.widget).toContainText(en.await.silent, { timeout: 15_000 });
  const text = await colorOf(shop, '.ps-title', 'color');
  expect(await colorOf(shop, '.ps-text', 'color')).toBe(text);
  expect(await colorOf(shop, '.ps-quiet', 'border-top-color')).toBe(text);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the edge of a field stands out three to one where it is ${colorScheme}`, async ({
    shop,
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await shop.open('script tag', await shop.order(stripe('eur', { methods: ['ideal'] })));
    const input = shop.widget.locator('.ps-input').first();
    const ratio = await input.evaluate((element) => {
      const pen = document.createElement('canvas').getContext('2d');
      const light = (color: string) => {
        if (!pen) return 0;
        pen.fillStyle = color;
        pen.fillRect(0, 0, 1, 1);
        const [red = 0, green = 0, blue = 0] = [...pen.getImageData(0, 0, 1, 1).data].map(
          (part) => {
            const share = part / 255;
            return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
          },
        );
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
      };
      const { borderTopColor, backgroundColor } = getComputedStyle(element);
      const [edge, ground] = [light(borderTopColor), light(backgroundColor)];
      return Math.max(edge, ground) / Math.min(edge, ground);
    });
    expect(ratio).toBeGreaterThanOrEqual(3);
  });
}

test('with prefers-reduced-motion nothing moves but the spinner', async ({ shop, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await shop.open('script tag', await shop.order(stripe('pln', { method: 'blik' })));
  await expect(shop.widget).toContainText(en.await.silent, { timeout: 15_000 });
  const endlessAnimations = await page.evaluate(() => {
    const root = document.querySelector('paystep-checkout')?.shadowRoot;
    const running = root?.getAnimations().filter(({ playState }) => playState === 'running') ?? [];
    return running.map(({ effect }) => effect?.getComputedTiming().endTime);
  });
  expect(endlessAnimations.filter((end) => Number(end) > 20)).toEqual([]);
});
