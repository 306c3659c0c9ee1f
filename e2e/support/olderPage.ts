/** Makes the pages of today's browser lack what older ones do. */
import type { BrowserContext, Route } from '@playwright/test';
import {
  BROWSER_FEATURES,
  isLacking,
  LANGUAGE_FEATURES,
  OLD_BROWSERS,
  type OldBrowser,
} from './olderBrowsers.ts';
import { rewriteStyles, withoutLacks } from './olderStyles.ts';

/** Playwright itself needs these in the page; nothing of Paystep does. */
const NEEDED_BY_TESTS = /^Big(Ui|I)nt64Array$/;

/** What is to be taken away, members first: `['Object', 'hasOwn']`, `['BroadcastChannel']`. */
const pathsLackedBy = (browsers: readonly OldBrowser[]) =>
  [...LANGUAGE_FEATURES, ...BROWSER_FEATURES]
    .filter(({ path, identifier }) => path.length < 3 && isLacking(identifier, browsers))
    .map(({ path }) => path)
    .filter(([name = '']) => !NEEDED_BY_TESTS.test(name))
    .sort((a, b) => b.length - a.length);

/** Takes away from each page of a context, and from its style sheets, what these browsers lack. */
export async function makeOlder(
  context: BrowserContext,
  browsers: readonly OldBrowser[] = OLD_BROWSERS,
): Promise<void> {
  await context.addInitScript(takeAway, pathsLackedBy(browsers));
  await context.route(/\/paystep[^/]*\.js/, (route) =>
    change(route, (script) => rewriteStyles(script, browsers)),
  );
  await context.route(/\/assets\/[^/]*\.css/, (route) =>
    change(route, (css) => withoutLacks(css, browsers)),
  );
}

async function change(route: Route, rewrite: (text: string) => string): Promise<void> {
  const response = await route.fetch();
  await route.fulfill({ response, body: rewrite(await response.text()) });
}

/** Runs in the page, before anything of it. */
function takeAway(paths: readonly (readonly string[])[]): void {
  const globals = window as unknown as Record<string, Record<string, object> | undefined>;
  for (const [owner = '', member] of paths) {
    if (!member) Reflect.deleteProperty(window, owner);
    else if (owner === 'Window') Reflect.deleteProperty(window, member);
    else deleteMember(globals[owner], member);
  }
  // The data mark what is static only of the browser's own interfaces: `Response.json_static`.
  function deleteMember(place: Record<string, object> | undefined, member: string): void {
    const name = member.replace(/_static$/, '');
    const isOfPrototype = name === member && place?.prototype && name in place.prototype;
    const holder = isOfPrototype ? place.prototype : place;
    if (holder) Reflect.deleteProperty(holder, name);
  }
  // An option that they do not know is no property to be deleted.
  const { addEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const known = typeof options === 'object' ? { ...options } : options;
    if (typeof known === 'object') delete known.signal;
    addEventListener.call(this, type, listener, known);
  };
}
