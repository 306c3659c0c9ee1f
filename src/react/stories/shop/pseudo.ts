import { en, type MessageOverrides } from '../../../locales/index.ts';

/** English with each text in brackets: a text without them is written into a view. */
export const PSEUDO_LOCALE = {
  ...(inBrackets(en) as object),
  lang: 'en',
  dir: 'ltr',
} as MessageOverrides;

function inBrackets(value: unknown): unknown {
  if (typeof value === 'string') return `⟦${value}⟧`;
  if (typeof value === 'function')
    return (...parameters: unknown[]) => inBrackets(value(...parameters));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, inBrackets(text)]));
}
