import { test as base, expect } from '@playwright/test';
import { closeAfterBlankPage } from './closePages.ts';

/** What every browser test begins with: a browser whose pages end in peace. */
export const test = base.extend({
  browser: [
    async ({ browser }, use) => {
      closeAfterBlankPage(browser);
      await use(browser);
    },
    { scope: 'worker' },
  ],
});

export { expect };
