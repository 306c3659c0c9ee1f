/**
 * A locale as `Intl` takes it: servers and phones also write `en_US`, and POSIX `de_DE.UTF-8@euro`.
 * Undefined, which is the browser's own, where it is none (`C`, an empty text).
 */
export function localeTag(locale: string | undefined): string | undefined {
  try {
    const tag = locale?.replace(/[.@].*/, '').replace(/_/g, '-');
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
