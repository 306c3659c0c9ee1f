/** Currencies in which the gateways count otherwise than ISO 4217 does: minor digits by code. */
const DIGITS: Readonly<Record<string, number>> = { isk: 2, mga: 0, ugx: 2 };

/** `1099`, `eur` → `€10.99`, for the pages that a customer sees. */
export function formatMoney(amount: number, currency: string): string {
  const style = { style: 'currency', currency } as const;
  const usual = new Intl.NumberFormat('en', style).resolvedOptions().maximumFractionDigits ?? 2;
  const digits = DIGITS[currency] ?? usual;
  const format = { ...style, minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat('en', format).format(amount / 10 ** digits);
}
