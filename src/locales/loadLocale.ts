import type { Messages } from './en.ts';
import type { Locale } from './pickLocale.ts';

type File = Promise<{ readonly messages: Messages }>;

/** One file a language, loaded when it is needed. English is always there. */
const FILES: Readonly<Record<Exclude<Locale, 'en'>, () => File>> = {
  'zh-Hans': () => import('./zh-Hans.ts'),
  'zh-Hant': () => import('./zh-Hant.ts'),
  ja: () => import('./ja.ts'),
  ko: () => import('./ko.ts'),
  th: () => import('./th.ts'),
  id: () => import('./id.ts'),
  ms: () => import('./ms.ts'),
  vi: () => import('./vi.ts'),
  fil: () => import('./fil.ts'),
  es: () => import('./es.ts'),
  'pt-BR': () => import('./pt-BR.ts'),
  'pt-PT': () => import('./pt-PT.ts'),
  fr: () => import('./fr.ts'),
  de: () => import('./de.ts'),
  it: () => import('./it.ts'),
  nl: () => import('./nl.ts'),
  sv: () => import('./sv.ts'),
  da: () => import('./da.ts'),
  nb: () => import('./nb.ts'),
  fi: () => import('./fi.ts'),
  pl: () => import('./pl.ts'),
  cs: () => import('./cs.ts'),
  hu: () => import('./hu.ts'),
  ro: () => import('./ro.ts'),
  el: () => import('./el.ts'),
  tr: () => import('./tr.ts'),
  ru: () => import('./ru.ts'),
  uk: () => import('./uk.ts'),
  ar: () => import('./ar.ts'),
  he: () => import('./he.ts'),
  hi: () => import('./hi.ts'),
};

/** Rejects where the file cannot be loaded: a new deployment of an app removes its old files. */
export async function loadLocale(locale: Exclude<Locale, 'en'>): Promise<Messages> {
  return (await FILES[locale]()).messages;
}
