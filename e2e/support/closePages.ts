import type { Browser, BrowserContext, Page } from '@playwright/test';

const BLANK = 'about:blank';
/** After that a page is closed as it is. Milliseconds. */
const TIMEOUT = 5_000;

/**
 * Sends every page to `about:blank` before it is closed.
 *
 * A page that listens for its own end (`visibilitychange`, `pagehide`), as every checkout does, is
 * asked by Chromium before its tab closes. Where a navigation commits between question and answer,
 * the document that was asked is gone, and the tab stays open for ever; `chromium-headless-shell`
 * does not ask. So nothing may be on its way: each page goes to an empty one first, which is never
 * asked and goes nowhere.
 */
export function closeAfterBlankPage(browser: Browser): void {
  browser.on('context', (context) => {
    context.on('page', (page) => beforeClose(page, () => goBlank(page)));
    beforeClose(context, () => goBlankAll(browser, context));
  });
}

interface Closable {
  close(options?: object): Promise<void>;
}

/** Has something done before it is closed. */
function beforeClose(closable: Closable, task: () => Promise<void>): void {
  const close = closable.close.bind(closable);
  closable.close = async (options) => {
    await task();
    await close(options);
  };
}

async function goBlankAll(browser: Browser, context: BrowserContext): Promise<void> {
  const blanked = new Set<Page>();
  const isBlank = (page: Page) => blanked.has(page);
  const end = Date.now() + TIMEOUT;
  do {
    const pages = context.pages().filter((page) => !isBlank(page));
    await Promise.all(pages.map((page) => goBlank(page)));
    for (const page of pages) blanked.add(page);
  } while (Date.now() < end && !(context.pages().every(isBlank) && (await knowsAllPages(browser))));
}

async function goBlank(page: Page): Promise<void> {
  // One that commits just now comes first, and this one after it.
  const isAfter = () => page.waitForURL(BLANK, { timeout: TIMEOUT });
  await page
    // Nobody is there any more to take an answer that a test has rewritten.
    .unrouteAll({ behavior: 'ignoreErrors' })
    .then(() => page.goto(BLANK, { timeout: TIMEOUT }).catch(isAfter))
    .catch(closesAsItIs);
}

const closesAsItIs = () => undefined;

/** Whether Playwright knows every page: a new pop-up may not be announced yet. */
async function knowsAllPages(browser: Browser): Promise<boolean> {
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  await session.detach();
  const openPages = targetInfos.filter(({ type }) => type === 'page');
  return openPages.length <= browser.contexts().flatMap((context) => context.pages()).length;
}
