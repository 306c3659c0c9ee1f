import { en, type MessageOverrides } from '../../../locales/index.ts';

/** English with each text in brackets: a text without them is written into a view. */
export const PSEUDO = { ...(marked(en) as object), lang: 'en', dir: 'ltr' } as MessageOverrides;

function marked(value: unknown): unknown {
  if (typeof value === 'string') return `⟦${value}⟧`;
  if (typeof value === 'function') return (...given: unknown[]) => marked(value(...given));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, own]) => [name, marked(own)]));
}
