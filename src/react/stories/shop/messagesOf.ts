import { loadLocale } from '#loadLocale';
import { en, type Locale, type Messages } from '../../../locales/index.ts';
import { PSEUDO_LOCALE } from './pseudo.ts';

/** The words in which a story is shown, for its play to find them. @param globals the toolbar's */
export async function messagesOf(globals: Readonly<Record<string, unknown>>): Promise<Messages> {
  const locale = globals.locale as Locale | 'pseudo' | undefined;
  if (locale === 'pseudo') return PSEUDO_LOCALE as Messages;
  return locale === undefined || locale === 'en' ? en : loadLocale(locale);
}
