import { type Check, closestWord } from '../checkout/checkOptions.ts';
import { hasOwn, isRecord } from '../intent/index.ts';
import { en } from '../locales/index.ts';

/** Texts by the gateway's own words, of which there may be others. */
const OPEN: ReadonlySet<string> = new Set(['methods', 'apps', 'accounts', 'accountTypes']);

/** Texts of a shop's own whose names or kinds are none of Paystep's. */
export const MESSAGES: Check = ({ options: { messages } }) =>
  isRecord(messages) ? linesFor(messages, en, 'messages') : [];

function linesFor(
  texts: Readonly<Record<string, unknown>>,
  known: Readonly<Record<string, unknown>>,
  path: string,
): readonly string[] {
  return Object.entries(texts).flatMap(([name, value]) => {
    const text = hasOwn(known, name) ? known[name] : undefined;
    if (text === undefined) return [unknownName(name, Object.keys(known), path)];
    if (value === undefined || value === null || OPEN.has(name)) return [];
    if (typeof value !== typeof text)
      return [`${path}.${name} is no ${kindOf(text)}, so the language's own counts.`];
    return isRecord(value) && isRecord(text) ? linesFor(value, text, `${path}.${name}`) : [];
  });
}

function unknownName(name: string, names: readonly string[], path: string): string {
  const meant = closestWord(name, names);
  const shown = /^\w{1,40}$/.test(name) ? `${path}.${name}` : `such a name in ${path}`;
  return `there is no ${shown}.${meant ? ` Did you mean ${meant}?` : ''}`;
}

const kindOf = (text: unknown) => (isRecord(text) ? 'group of texts' : typeof text);
