import { expect, type Page } from '@playwright/test';
import { entries, type Finished, StoryFrame, test as withBook } from '../support/storybook.ts';

/** A column of 280 px, with the room that the Storybook leaves around it. */
const NARROW = { width: 312, height: 640 };

interface Shown {
  readonly page: Page;
  readonly frame: StoryFrame;
  /** What has gone wrong in the page since it was last asked. */
  readonly errors: () => readonly string[];
}

const test = withBook.extend<object, { shown: Shown }>({
  shown: [
    async ({ browser, book }, use) => {
      const page = await browser.newPage({ viewport: NARROW, locale: 'en-US' });
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await use({ page, frame: new StoryFrame(page, book), errors: () => errors.splice(0) });
      await page.close();
    },
    { scope: 'worker' },
  ],
});

const violations = ({ reporters }: Finished) =>
  reporters
    .flatMap(({ result }) => result.violations ?? [])
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);

/** By how much something is wider than the page, so that one has to scroll sideways. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const all = entries();

for (const theme of ['light', 'dark']) {
  for (const { id, title, name } of all.filter(({ type }) => type === 'story')) {
    test(`${title}: ${name}, ${theme}`, async ({ shown }) => {
      const end = await shown.frame.show(id, `theme:${theme}`);
      expect(violations(end)).toEqual([]);
      expect(end.status).toBe('success');
      expect(await overflow(shown.page)).toBe(0);
      expect(shown.errors()).toEqual([]);
    });
  }
}

/** On these screens every word is Paystep's own, but for amounts, names and addresses. */
const TRANSLATED = 'h2, button, legend, label, dt, .ps-text, .ps-note:not(:empty), a.ps-button';

/** Names of apps, which each is written so everywhere. */
const NAMES = /^(Google Pay|PhonePe|Paytm)$/;

const ours = all.filter(
  // The consent is the shop's.
  ({ title, name }) => /^(Phases|Steps|SetupIntents)/.test(title) && !/consent/.test(name),
);

for (const { id, title, name } of ours) {
  test(`${title}: ${name}, in no language but the customer’s`, async ({ shown }) => {
    await shown.frame.show(id, 'locale:pseudo');
    const texts = await shown.page.locator('.paystep').locator(TRANSLATED).allTextContents();
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter((text) => text && !text.includes('⟦') && !NAMES.test(text))).toEqual([]);
  });
}

for (const { id, title, name } of all.filter(({ tags }) => tags.includes('play-fn'))) {
  for (const locale of ['de', 'ar']) {
    test(`${title}: ${name}, played in ${locale}`, async ({ shown }) => {
      const end = await shown.frame.show(id, `locale:${locale}`);
      expect(violations(end)).toEqual([]);
      expect(end.status).toBe('success');
      expect(await overflow(shown.page)).toBe(0);
    });
  }
}

for (const { id, title, name } of all.filter(({ type }) => type === 'docs')) {
  test(`${title}: ${name}, to be read`, async ({ page, book }) => {
    await page.goto(`${book}/iframe.html?viewMode=docs&id=${id}`);
    // All of the Storybook is loaded for each.
    await expect(page.getByRole('heading').first()).toBeVisible({ timeout: 30_000 });
  });
}
