import { localeTag } from './locale.ts';

/**
 * How many decimals the API's smallest unit stands for, where that is not two.
 * Source: Stripe's "zero-decimal" and "three-decimal" currency lists. ISK and UGX have no decimals
 * in use but are sent with two, so they stay out of the list.
 */
const DECIMALS = new Map([
  ...decimals(0, 'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'),
  ...decimals(3, 'bhd jod kwd omr tnd'),
]);

function decimals(digits: number, currencies: string) {
  return currencies.split(' ').map((currency) => [currency, digits] as const);
}

/** How many decimals the gateway's smallest unit of a currency stands for. */
export function decimalsOf(currency: string): number {
  return DECIMALS.get(currency.toLowerCase()) ?? 2;
}

/**
 * An amount as the customer reads it.
 *
 * @param amount in the currency's smallest unit, as the gateway counts it.
 * @param currency ISO 4217, either case. One that the browser does not know is written as its code.
 * @param locale BCP 47, `en_US` too. One that is none falls back to the browser's own.
 *
 * @example
 * ```ts
 * formatMoney(2099, 'cny', 'en'); // 'CN¥20.99'
 * formatMoney(2099, 'jpy', 'en'); // '¥2,099'
 * ```
 */
export function formatMoney(amount: number, currency: string, locale?: string): string {
  const digits = decimalsOf(currency);
  const value = amount / 10 ** digits;
  const tag = localeTag(locale);
  try {
    const plain = new Intl.NumberFormat(tag, { style: 'currency', currency });
    const shown = plain.resolvedOptions().maximumFractionDigits ?? 2;
    // Never round what will be charged: show the decimals that are there, even for ISK.
    if (Number(value.toFixed(shown)) === value) return isolateSymbol(plain.format(value));
    const exact = { style: 'currency', currency, minimumFractionDigits: digits } as const;
    return isolateSymbol(new Intl.NumberFormat(tag, exact).format(value));
  } catch {
    return `${value.toFixed(digits)} ${currency.toUpperCase()}`;
  }
}

/** From right to left `US$` would be read as `$US`, so its letters are kept together (LRI, PDI). */
function isolateSymbol(text: string): string {
  return text.startsWith('\u200f') ? text.replace(/[A-Z]+\S/, '\u2066$&\u2069') : text;
}
