/** The languages that have a file. */
export const LOCALES = [
  'en',
  ...['zh-Hans', 'zh-Hant', 'ja', 'ko', 'th', 'id', 'ms', 'vi', 'fil'],
  ...['es', 'pt-BR', 'pt-PT', 'fr', 'de', 'it', 'nl', 'sv', 'da', 'nb', 'fi'],
  ...['pl', 'cs', 'hu', 'ro', 'el', 'tr', 'ru', 'uk', 'ar', 'he', 'hi'],
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
  | 'pt-PT'
  | 'fr'
  | 'de'
  | 'it'
  | 'nl'
  | 'sv'
  | 'da'
  | 'nb'
  | 'fi'
  | 'pl'
  | 'cs'
  | 'hu'
  | 'ro'
  | 'el'
  | 'tr'
  | 'ru'
  | 'uk'
  | 'ar'
  | 'he'
  | 'hi';

/** Former codes of languages, and codes that stand for one of several scripts or regions. */
const ALIASES = new Map<string, Locale>([
  ['in', 'id'],
  ['iw', 'he'],
  ['nn', 'nb'],
  ['no', 'nb'],
  ['pt', 'pt-BR'],
  ['tl', 'fil'],
  ['zh', 'zh-Hans'],
]);

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

/**
 * Where Portuguese is written as in Portugal.
 *
 * @see https://github.com/unicode-org/cldr/blob/main/common/supplemental/supplementalData.xml parentLocales
 */
const EUROPEAN_PORTUGUESE = /^(ao|ch|cv|fr|gq|gw|lu|mo|mz|pt|st|tl)$/;

const TRADITIONAL_CHINESE = /^(hant|tw|hk|mo)$/;

function localeOf(tag: string): Locale | undefined {
  const [language = '', ...subtags] = tag.toLowerCase().split(/[-_]/);
  const has = (pattern: RegExp) => subtags.some((subtag) => pattern.test(subtag));
  // Traditional characters by their subtag, or by the region where no script is named.
  if (language === 'zh' && !has(/hans/) && has(TRADITIONAL_CHINESE)) return 'zh-Hant';
  if (language === 'pt' && has(EUROPEAN_PORTUGUESE)) return 'pt-PT';
  return ALIASES.get(language) ?? LOCALES.find((locale) => locale === language);
}
