import { localeTag } from '../../intent/index.ts';

/**
 * Countries with their names, in the order of the customer's alphabet; the codes where the browser
 * knows no names. @param codes ISO 3166
 */
export function namedCountries(
  codes: readonly string[],
  locale: string | undefined,
): readonly (readonly [code: string, name: string])[] {
  const tag = localeTag(locale);
  try {
    const names = new Intl.DisplayNames(tag, { type: 'region' });
    const { compare } = new Intl.Collator(tag);
    const named = codes.map((code) => [code, names.of(code) ?? code] as const);
    return named.sort(([, a], [, b]) => compare(a, b));
  } catch {
    return codes.map((code) => [code, code]);
  }
}
