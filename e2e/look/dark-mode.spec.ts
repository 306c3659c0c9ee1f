import type { Locator, Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { en } from '../../src/locales/en.ts';
import { qrPath } from '../../src/react/qr/qrPath.ts';
import { IPHONE, readCode, scanBarcode } from '../support/customer.ts';
import { expect, FACES, type Face, type Shop, test } from '../support/shop.ts';

const ORDER = { gateway: 'stripe', method: 'wechat_pay', currency: 'cny' } as const;

const BLACK = '0,0,0';
const WHITE = '255,255,255';

/** The page is light and has no dark theme, as most shops: browsers darken only such pages. */
const lighten = (page: Page) =>
  page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      document.querySelector('meta[name="color-scheme"]')?.remove();
      document.documentElement.style.colorScheme = 'light';
    });
  });

async function darkenByBrowser(page: Page): Promise<void> {
  await lighten(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setAutoDarkModeOverride', { enabled: true });
}

/**
 * What extensions as Dark Reader do: each colour of a style sheet or an attribute that they can read
 * is overridden by a dark one for grounds, and by a light one for all else.
 */
function darkenByExtension(page: Page): Promise<void> {
  return page.evaluate(() => {
    const DARK = '#181a1b';
    const PALE = '#e8e6e3';
    const root = document.querySelector('paystep-checkout')?.shadowRoot ?? document;
    const overrides: string[] = [];
    const override = (selector: string, name: string) => {
      const color = name.startsWith('background') ? DARK : PALE;
      overrides.push(`${selector} { ${name}: ${color} !important }`);
    };
    const walk = (rules: CSSRuleList) => {
      for (const rule of rules) {
        if (rule instanceof CSSGroupingRule) walk(rule.cssRules);
        if (!(rule instanceof CSSStyleRule)) continue;
        for (const name of rule.style) {
          const value = rule.style.getPropertyValue(name);
          const isColor = CSS.supports('color', value) && !/^(initial|transparent)$/.test(value);
          if (/color|^(fill|stroke)$/.test(name) && isColor) {
            override(rule.selectorText, name);
          }
        }
      }
    };
    for (const { cssRules } of [...root.styleSheets, ...root.adoptedStyleSheets]) walk(cssRules);
    for (const name of ['fill', 'stroke']) {
      for (const shape of root.querySelectorAll(`svg [${name}]`)) {
        shape.setAttribute('data-dark', '');
        overrides.push(`[data-dark] { ${name}: ${DARK} !important }`);
      }
    }
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(overrides.join('\n'));
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  });
}

interface Darkness {
  readonly before?: (page: Page) => Promise<unknown>;
  readonly after?: (page: Page) => Promise<unknown>;
  readonly theme?: string;
}

const DARKNESS: Readonly<Record<string, Darkness>> = {
  'where the browser darkens light pages': { before: darkenByBrowser },
  'where an extension rewrites the colours': { after: darkenByExtension },
  'in the customer’s own colours': {
    before: (page) => page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' }),
  },
  'on a dark system': { before: (page) => page.emulateMedia({ colorScheme: 'dark' }) },
  'on a dark system with theme="auto"': {
    before: (page) => page.emulateMedia({ colorScheme: 'dark' }),
    theme: 'auto',
  },
  'with theme="dark"': { theme: 'dark' },
  'on paper': { after: (page) => page.emulateMedia({ media: 'print' }) },
};

for (const face of Object.keys(FACES) as Face[]) {
  for (const [name, { before, after, theme }] of Object.entries(DARKNESS)) {
    test(`a barcode is black on white ${name}, by ${face}`, async ({ shop, page }) => {
      await before?.(page);
      const order = await shop.order({ gateway: 'stripe', method: 'oxxo', currency: 'mxn' });
      await shop.open(face, order, { theme: theme ?? null });
      const { number } = (await shop.nextAction(order)).payload;
      const barcode = page.getByRole('img', { name: en.voucher.barcode(number) });
      await expect(barcode).toHaveCount(1);
      await after?.(page);
      const read = async () => scanBarcode(await barcode.screenshot());
      await expect.poll(read).toEqual([`Code128 ${number}`]);
      const { data, height, width } = PNG.sync.read(await barcode.screenshot());
      const middle = (height >> 1) * width * 4;
      expect(data.subarray(middle + 12, middle + 15).join(), 'quiet zone').toBe(WHITE);
    });
  }
}

/** Where the gateway gives no more than a picture, which is black on nothing. */
async function giveSeeThroughPicture(page: Page): Promise<string> {
  const text = 'https://qr.example/see-through';
  const { size, path } = qrPath(text) ?? { size: 0, path: '' };
  const body = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`;
  await page.route('**/see-through.svg', (route) =>
    route.fulfill({ contentType: 'image/svg+xml', body }),
  );
  await page.route(/\/payment_intents\/[^/]+\?/, async (route) => {
    const response = await route.fetch();
    const json = await response.json();
    const payload = json.next_action?.wechat_pay_display_qr_code;
    const image = new URL('/see-through.svg', route.request().url()).href;
    if (payload) Object.assign(payload, { data: null, image_url_svg: image });
    await route.fulfill({ response, json });
  });
  return text;
}

/** Read as the strictest app does: dark on light, and with white around it. */
async function expectBlackOnWhite(code: Locator, text: string): Promise<void> {
  await expect.poll(async () => readCode(await code.screenshot()), 'the code is read').toBe(text);
  const { data, width, height } = PNG.sync.read(await code.screenshot());
  const colors = new Map<string, number>();
  for (let at = 0; at < data.length; at += 4) {
    const color = `${data[at]},${data[at + 1]},${data[at + 2]}`;
    colors.set(color, (colors.get(color) ?? 0) + 1);
  }
  const share = (color: string) => (colors.get(color) ?? 0) / (width * height);
  expect(share(WHITE), 'white').toBeGreaterThan(0.5);
  expect(share(BLACK), 'black').toBeGreaterThan(0.2);
  // Its box has round corners.
  const [x, y] = [width >> 1, height >> 1];
  const around = [
    [3, y],
    [width - 4, y],
    [x, 3],
    [x, height - 4],
  ] as const;
  const edges = around.map(([across, down]) => {
    const at = (down * width + across) * 4;
    return data.subarray(at, at + 3).join();
  });
  expect(new Set(edges), 'quiet zone').toEqual(new Set([WHITE]));
}

async function openDarkened(shop: Shop, face: Face, { before, theme }: Darkness) {
  await before?.(shop.page);
  const order = await shop.order(ORDER);
  await shop.open(face, order, { theme: theme ?? null });
  return order;
}

for (const face of Object.keys(FACES) as Face[]) {
  for (const [name, darkness] of Object.entries(DARKNESS)) {
    test(`a code is black on white ${name}, by ${face}`, async ({ shop, page }) => {
      const order = await openDarkened(shop, face, darkness);
      const code = page.getByRole('img', { name: /QR code/ });
      await expect(code).toBeVisible();
      await darkness.after?.(page);
      await expectBlackOnWhite(code, (await shop.nextAction(order)).payload.data);
    });

    test(`a gateway’s see-through picture is black on white ${name}, by ${face}`, async ({
      shop,
      page,
    }) => {
      const text = await giveSeeThroughPicture(page);
      await openDarkened(shop, face, darkness);
      const picture = page.getByRole('img', { name: /QR code/ });
      await expect(picture).toHaveJSProperty('tagName', 'IMG');
      await darkness.after?.(page);
      await expectBlackOnWhite(picture, text);
    });
  }
}

test.describe('on a phone', () => {
  test.use(IPHONE);

  for (const name of [
    'where the browser darkens light pages',
    'where an extension rewrites the colours',
  ]) {
    test(`the picture over a code is black on white ${name}`, async ({ shop, page }) => {
      const darkness = DARKNESS[name] ?? {};
      const order = await openDarkened(shop, 'script tag', darkness);
      const picture = shop.widget.locator('.ps-qr-picture');
      await expect(picture).toBeVisible();
      await darkness.after?.(page);
      await expectBlackOnWhite(picture, (await shop.nextAction(order)).payload.data);
    });
  }
});
