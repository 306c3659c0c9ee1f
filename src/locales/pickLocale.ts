/** The languages that have a file. */
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

/** Former codes of languages, and codes that stand for one of several scripts or regions. */
const ALIASES: Readonly<Record<string, Locale>> = {
  in: 'id',
  pt: 'pt-BR',
  tl: 'fil',
  zh: 'zh-Hans',
};

/**
 * The first of the preferred languages that has a file; English where there is none.
 *
 * @param preferred BCP 47 tags in any case, best first.
 * @returns the language, and the preferred tag, whose region formats money and dates.
 */
export function pickLocale(preferred: readonly string[]): { locale: Locale; tag: string } {
  for (const tag of preferred) {
    const locale = localeOf(tag);
    if (locale) return { locale, tag };
  }
  return { locale: 'en', tag: 'en' };
}

function localeOf(tag: string): Locale | undefined {
  const [language = '', ...subtags] = tag.toLowerCase().split(/[-_]/);
  // Traditional characters by their subtag, or by the region where no script is named.
  if (language === 'zh' && !subtags.includes('hans') && /hant|tw|hk|mo/.test(subtags.join())) {
    return 'zh-Hant';
  }
  const exact = LOCALES.find((locale) => locale === language);
  return exact ?? (Object.keys(ALIASES).includes(language) ? ALIASES[language] : undefined);
}
