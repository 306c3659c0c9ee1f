import { expect, test } from '../support/shop.ts';

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
      await page.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100))),
      );
      expect(await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts)).toEqual(
        [],
      );
    });
  }
}
