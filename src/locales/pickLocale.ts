/** The languages that there is a file for. */
export const LOCALES = [
  'en',
  ...['zh-Hans', 'zh-Hant', 'ja', 'ko', 'th', 'id', 'ms', 'vi', 'fil'],
  ...['es', 'pt-BR', 'fr', 'de', 'pl', 'ar'],
] as readonly Locale[];

export type Locale =
  | 'en'
  | 'zh-Hans'
  | 'zh-Hant'
  | 'ja'
  | 'ko'
  | 'th'
  | 'id'
  | 'ms'
  | 'vi'
  | 'fil'
  | 'es'
  | 'pt-BR'
  | 'fr'
  | 'de'
  | 'pl'
  | 'ar';

/** Codes that languages had, or that stand for one of several ways to write them. */
const OTHER: Readonly<Record<string, Locale>> = {
  in: 'id',
  pt: 'pt-BR',
  tl: 'fil',
  zh: 'zh-Hans',
};

/**
 * The language to speak to somebody who wants one of these, best first; English where there is none.
 *
 * @param wanted BCP 47 tags, in any case.
 * @returns with it the tag that asked for it, which tells the region for money and dates.
 */
export function pickLocale(wanted: readonly string[]): { locale: Locale; tag: string } {
  for (const tag of wanted) {
    const locale = localeOf(tag);
    if (locale) return { locale, tag };
  }
  return { locale: 'en', tag: 'en' };
}

function localeOf(tag: string): Locale | undefined {
  const [language = '', ...rest] = tag.toLowerCase().split(/[-_]/);
  // Written in traditional characters where it says so, and in these places if it says nothing.
  if (language === 'zh' && !rest.includes('hans') && /hant|tw|hk|mo/.test(rest.join())) {
    return 'zh-Hant';
  }
  const own = LOCALES.find((locale) => locale === language);
  return own ?? (Object.hasOwn(OTHER, language) ? OTHER[language] : undefined);
}
