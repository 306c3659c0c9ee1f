import type { Page } from '@playwright/test';
import { expect, hold, test } from '../support/shop.ts';

const ORDER = { gateway: 'stripe', method: 'wechat_pay', currency: 'cny' } as const;

interface LayoutShiftAttribution {
  readonly node: Node | null;
  readonly previousRect: DOMRectReadOnly;
  readonly currentRect: DOMRectReadOnly;
}

/** From the page's first paint on: each shift that no customer has brought about, and of what. */
function recordShifts() {
  const page = window as unknown as { shifts: string[] };
  page.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, sources } = entry as PerformanceEntry & {
        readonly value: number;
        readonly sources: readonly LayoutShiftAttribution[];
      };
      const moves = sources.map(
        ({ node, previousRect: from, currentRect: to }) =>
          `"${node?.textContent}" from ${from.x}, ${from.y} to ${to.x}, ${to.y}`,
      );
      page.shifts.push(`${value}: ${moves.join('; ')}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** What is below the checkout moves with its height. */
function addTextBelow() {
  addEventListener('DOMContentLoaded', () => {
    const text = document.createElement('p');
    text.append('Delivery within three days.');
    document.body.append(text);
  });
}

/** The code moves what is below it by its own height, which nothing else has. */
const isOfCode = (shift: string) => {
  const [, from, to] = /from \S+, (\S+) to \S+, (\S+)/.exec(shift) ?? [];
  return Number(to) - Number(from) > 200;
};

/** Every shift of the page so far, once it is painted and still. */
async function shifts(page: Page): Promise<string[]> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100))),
  );
  return page.evaluate(() => (window as unknown as { shifts: string[] }).shifts);
}

for (const width of [375, 1280]) {
  for (const locale of ['en', 'de', 'ar']) {
    test(`nothing shifts from the loading screen to the amount at ${width} px in ${locale}`, async ({
      shop,
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.addInitScript(recordShifts);
      await shop.open('script tag', await shop.order(ORDER), { locale });
      await expect(shop.widget.locator('.ps-qr')).toBeVisible();
      await expect(shop.widget.locator('.ps-amount')).toContainText(/\d/);
      expect(await shifts(page)).toEqual([]);
    });
  }

  for (const locale of ['en', 'de', 'fr']) {
    test(`nothing below moves when a long amount comes after the code at ${width} px in ${locale}`, async ({
      shop,
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.addInitScript(recordShifts);
      await page.addInitScript(addTextBelow);
      const cdp = await page.context().newCDPSession(page);
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await shop.open('script tag', await shop.order({ ...ORDER, amount: 12_345_600 }), { locale });
      await expect(shop.widget.locator('.ps-amount')).toContainText(/\d/);
      const all = await shifts(page);
      const code = all.findIndex(isOfCode);
      expect(all[code]).toContain('Delivery within three days.');
      expect(all.slice(code + 1)).toEqual([]);
    });
  }

  for (const [method, currency, label] of [
    ['ideal', 'eur', 'Full name'],
    ['fpx', 'myr', 'Bank'],
    ['klarna', 'eur', 'Country'],
  ] as const) {
    test(`nothing shifts while the form is completed, with ${method} first at ${width} px`, async ({
      shop,
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.addInitScript(recordShifts);
      const release = await hold(page, '**/paystep-steps.js*');
      const methods = [method, 'alipay'];
      await shop.open('script tag', await shop.order({ gateway: 'stripe', methods, currency }));
      const input = page.getByLabel(label, { exact: true });
      await expect(input).toBeVisible();
      await expect(shop.widget.locator('.ps-amount')).toContainText(/\d/);
      const box = await input.boundingBox();
      release();
      await page.waitForResponse('**/paystep-steps.js*');
      await expect(input).toBeEnabled();
      expect(await shifts(page)).toEqual([]);
      expect(await input.boundingBox()).toEqual(box);
    });
  }
}
