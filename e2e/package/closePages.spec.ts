import type { Page } from '@playwright/test';
import { expect, test } from '../support/base.ts';

/** As every checkout does, and as the bank's page may. */
const LISTENS = `<script>
  addEventListener('pagehide', () => {});
  document.addEventListener('visibilitychange', () => {});
</script>`;

/** What may be on its way when a test ends. */
const ENDS: Readonly<Record<string, string>> = {
  'a page that leaves': 'location.assign("/bank")',
  'a pop-up that opens': 'open("/bank")',
  'a pop-up that goes on': 'open("/hop")',
  'an answer that never comes': 'location.assign("/never")',
};

const ROUNDS = 12;

async function serve(page: Page): Promise<void> {
  const html = (body: string) => ({ contentType: 'text/html', body: LISTENS + body });
  const answers: Readonly<Record<string, string>> = {
    '/shop': 'Shop',
    '/bank': 'Bank',
    '/hop': '<script>setTimeout(() => location.assign("/bank"))</script>',
  };
  await page.context().route('**', (route) => {
    const body = answers[new URL(route.request().url()).pathname];
    return body === undefined ? undefined : route.fulfill(html(body));
  });
}

for (const [name, script] of Object.entries(ENDS)) {
  test(`${name} keeps no context from closing`, async ({ browser }) => {
    for (let round = 0; round < ROUNDS; round++) {
      const context = await browser.newContext();
      const page = await context.newPage();
      await serve(page);
      await page.goto('http://shop.example/shop');
      await page.evaluate((code) => void setTimeout(code), script);
      // Another moment each time: what hangs does so in a few milliseconds only.
      await page.waitForTimeout(round * 4);
      await context.close();
      expect(context.pages()).toEqual([]);
    }
  });
}
