/**
 * The oldest browsers in which a payment has to work, and what they lack of what today's have, by
 * MDN's browser-compat-data.
 */
import bcd, {
  type BrowserName,
  type Identifier,
  type SimpleSupportStatement,
} from '@mdn/browser-compat-data/forLegacyNode';

const OLDEST = {
  'Chrome 84': { chrome: 84, webview_android: 84 },
  'Firefox 78': { firefox: 78 },
  'Safari 14': { safari: 14, safari_ios: 14 },
} as const satisfies Record<string, Partial<Record<BrowserName, number>>>;

export type OldBrowser = keyof typeof OLDEST;

export const OLD_BROWSERS = Object.keys(OLDEST) as OldBrowser[];

/** A feature, with what it is called on the way to it: `['Object', 'hasOwn']`. */
export interface Feature {
  readonly path: readonly string[];
  readonly identifier: Identifier;
}

/** Whether one of the browsers lacks it, or has it only behind a flag or under another name. */
export function isLacking(
  { __compat }: Identifier,
  browsers: readonly OldBrowser[] = OLD_BROWSERS,
): boolean {
  if (!__compat) return false;
  return browsers
    .flatMap((browser) => Object.entries(OLDEST[browser]))
    .some(([name, version]) => {
      const statements = [__compat.support[name as BrowserName] ?? []].flat();
      return !statements.some((each) => isSupported(each, version));
    });
}

function isSupported(statement: SimpleSupportStatement, version: number): boolean {
  const { version_added: added, version_removed: removed, ...limits } = statement;
  if (limits.flags || limits.prefix || limits.alternative_name) return false;
  return isReached(added, version) && !(removed && isReached(removed, version));
}

/** A version may be "≤79", "preview" or false. */
const isReached = (since: unknown, version: number) =>
  Number.parseFloat(String(since).replace('≤', '')) <= version;

/** All features below one. */
function* featuresIn(identifier: Identifier, path: readonly string[] = []): Generator<Feature> {
  for (const [name, below] of Object.entries(identifier)) {
    if (name === '__compat' || !below) continue;
    const feature = { path: [...path, name], identifier: below as Identifier };
    if (feature.identifier.__compat) yield feature;
    yield* featuresIn(feature.identifier, feature.path);
  }
}

const featuresOf = (root: Identifier | undefined) => [...featuresIn(root ?? {})];

/** What belongs to the language, and its members. */
export const LANGUAGE_FEATURES: readonly Feature[] = featuresOf(bcd.javascript.builtins);

/** The browser's interfaces, and their members. */
export const BROWSER_FEATURES: readonly Feature[] = featuresOf(bcd.api);

export const CSS = bcd.css;

export const LOOKBEHIND = bcd.javascript.regular_expressions?.lookbehind_assertion;
