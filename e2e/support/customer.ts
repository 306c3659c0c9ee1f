import { type BrowserContextOptions, devices, type Locator, type Page } from '@playwright/test';
import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import { scan as scanPixels } from '../../src/react/testing/scanner.ts';
import { expect } from './shop.ts';

const { defaultBrowserType: _, ...iphone } = devices['iPhone 14'];
const { defaultBrowserType: __, ...android } = devices['Pixel 7'];

export const IPHONE = iphone;
export const ANDROID = android;

const inApp = (tokens: string) => ({
  ...IPHONE,
  userAgent:
    `Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 ${tokens}`.trim(),
});

/** The same phone, in the browser that is built into another app. */
export const WECHAT = inApp('MicroMessenger/8.0.44(0x18002c2b) NetType/WIFI Language/en');
export const ALIPAY = inApp('NebulaSDK/1.8.100112 Nebula AlipayClient/10.5.0 Language/en');
/** An app whose user agent does not name it. */
export const WEB_VIEW = inApp('');
export const INSTAGRAM = inApp('Instagram 314.0.0.20.109 (iPhone15,2; iOS 17_0; en_US)');

/** The text of a code in a picture, if there is one. */
export function readCode(png: Buffer): string | undefined {
  const { data, width, height } = PNG.sync.read(png);
  return jsqr(new Uint8ClampedArray(data), width, height)?.data;
}

/** What the scanner of a till reads: the kind of each barcode, and its text. */
export function scanBarcode(png: Buffer): Promise<string[]> {
  const { data, width, height } = PNG.sync.read(png);
  return scanPixels({ data: new Uint8ClampedArray(data), width, height }, ['Code128', 'ITF']);
}

/** Scans a code from the screen, as soon as it is painted. */
export async function scan(code: Locator): Promise<string> {
  let text: string | undefined;
  const readAgain = async () => {
    text = readCode(await code.screenshot());
    return text;
  };
  await expect.poll(readAgain).toBeTruthy();
  return String(text);
}

/** Does something on another device, which shares nothing with the shop's browser. */
export async function onAnotherDevice(
  shop: Page,
  interact: (page: Page) => Promise<void>,
  device: BrowserContextOptions = IPHONE,
): Promise<void> {
  const context = await shop.context().browser()?.newContext(device);
  if (!context) throw new Error('There is no browser.');
  await context.addInitScript(() => Object.assign(window, { checkoutOptions: {} }));
  try {
    await interact(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Agrees on the page of a bank, a wallet or a card's issuer. */
export async function authorize(page: Page): Promise<void> {
  const code = page.getByRole('textbox', { name: 'One-time code' });
  await expect(page.getByText('Test mode')).toBeVisible();
  if (await code.isVisible()) await code.fill('1234');
  await page
    .getByRole('button', { name: /^(Authorize test (payment|setup)|Authenticate)$/ })
    .click();
}

/** Pays on the page that a scanned code opens. */
export async function payOnScannedPage(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Pay', exact: true }).click();
  await expect(page.getByText('Payment approved')).toBeVisible();
}

/** The page is in front again after another app or tab was. */
export async function returnToPage(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}

/** From here on only the test advances the clock. */
export async function stopClock(page: Page): Promise<void> {
  // A slow page may be past that second when it hears of it; it stands still then, and waits for another.
  await expect(() => page.clock.pauseAt(Date.now() + 1_000)).toPass();
}

/**
 * A page whose clock the test advances, and whose requests, which take real time, do not run out of
 * theirs meanwhile: after each step their answers are waited for.
 */
export async function slowClock(page: Page): Promise<(milliseconds: number) => Promise<void>> {
  await page.clock.install();
  await page.addInitScript(() => {
    const { fetch } = window;
    let pendingRequests = 0;
    const count = async (...request: Parameters<typeof fetch>) => {
      pendingRequests += 1;
      try {
        return await fetch(...request);
      } finally {
        pendingRequests -= 1;
      }
    };
    Object.assign(window, { fetch: count, isAnswered: () => pendingRequests === 0 });
  });
  const isAnswered = () =>
    page.evaluate(() => (window as unknown as { isAnswered(): boolean }).isAnswered());
  return async (milliseconds) => {
    for (let remaining = milliseconds; remaining > 0; remaining -= 2_000) {
      await page.clock.runFor(Math.min(remaining, 2_000));
      await expect.poll(isAnswered, { intervals: [10] }).toBe(true);
    }
  };
}

/** What is in the clipboard now. */
export function readClipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Opens a link that leads to a page of its own, and does something there. */
export async function withNewTab(
  page: Page,
  openLink: () => Promise<void>,
  interact: (tab: Page) => Promise<void>,
): Promise<void> {
  const [tab] = await Promise.all([page.waitForEvent('popup'), openLink()]);
  await interact(tab);
  await tab.close();
}
