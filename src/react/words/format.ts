import { decimalsOf, localeTag } from '../../intent/index.ts';

/**
 * An amount as a bank's form takes it: no currency, no grouping, the locale's decimal sign.
 * @param amount in the currency's smallest unit
 */
export function plainAmount(amount: number, currency: string, locale: string | undefined): string {
  const digits = decimalsOf(currency);
  const style = {
    useGrouping: false,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    numberingSystem: 'latn',
  };
  return new Intl.NumberFormat(localeTag(locale), style).format(amount / 10 ** digits);
}

/**
 * A day and its time as the customer writes them, in the customer's zone, which it names: a voucher
 * ends at midnight of the country that it is paid in. @param at milliseconds since 1970
 */
export function formatDate(at: number, locale: string | undefined): string {
  return format(at, locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  });
}

/** A day alone, for what has no hour. @param at milliseconds since 1970 */
export function formatDay(at: number, locale: string | undefined): string {
  return format(at, locale, { year: 'numeric', month: 'long', day: 'numeric' });
}

/** A time that is none is ''. */
function format(at: number, locale: string | undefined, style: Intl.DateTimeFormatOptions): string {
  try {
    return new Intl.DateTimeFormat(localeTag(locale), style).format(at);
  } catch {
    return '';
  }
}

/** A country's name in a language; its code where the browser knows none. */
export function countryName(code: string, locale: string | undefined): string {
  try {
    return new Intl.DisplayNames(localeTag(locale), { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Time left as digits, `4:59` or `1:04:59`. @param seconds whole ones */
export function formatTime(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const two = (count: number) => String(count).padStart(2, '0');
  const digits = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${digits}` : `${minutes}:${digits}`;
}
