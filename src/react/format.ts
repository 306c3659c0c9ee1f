/** A day and its time as the customer writes them. @param at milliseconds since 1970 */
export function formatDate(at: number, locale: string | undefined): string {
  return format(at, locale, { dateStyle: 'long', timeStyle: 'short' });
}

/** A day alone, for what has no hour. @param at milliseconds since 1970 */
export function formatDay(at: number, locale: string | undefined): string {
  return format(at, locale, { dateStyle: 'long' });
}

/** A locale that is none falls back to the browser's own. */
function format(at: number, locale: string | undefined, style: Intl.DateTimeFormatOptions): string {
  try {
    return new Intl.DateTimeFormat(locale, style).format(at);
  } catch {
    return new Intl.DateTimeFormat(undefined, style).format(at);
  }
}

/** Time left as digits, `4:59` or `1:04:59`. @param seconds whole ones */
export function formatTime(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const two = (count: number) => String(count).padStart(2, '0');
  const rest = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}
