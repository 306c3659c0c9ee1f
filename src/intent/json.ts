export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What Stripe nests deepest, a bank's address in a transfer's instructions, has five levels. */
const DEEPEST = 20;

/**
 * The same value down to a level that no answer of a gateway needs, and null below. So whatever walks
 * it by recursion (`JSON.stringify`, a comparison of two reads) can never overflow the stack.
 */
function bounded(value: unknown, levels = DEEPEST): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (levels === 0) return null;
  const below = (item: unknown) => bounded(item, levels - 1);
  if (Array.isArray(value)) return value.map(below);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, below(item)]));
}

/**
 * WooshPay's 2022 answers hold objects and lists as JSON strings, and `""` where there is none.
 * Anything that is not a string passes unchanged, and everything is cut at the depth of {@link bounded}.
 */
export function parseJson(value: unknown): unknown {
  if (typeof value !== 'string') return bounded(value);
  try {
    return bounded(JSON.parse(value));
  } catch {
    return null;
  }
}

export function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

export function wholeNumber(value: unknown): number | null {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : null;
}

/** The end of the year 9999: what is later is no time, and beyond 8.64e15 no `Date` either. */
const LATEST = 253_402_300_799_999;

/**
 * A time as milliseconds since 1970. The documents say seconds, WooshPay sends milliseconds: 1e11 s
 * would be the year 5138.
 */
export function milliseconds(value: unknown): number | null {
  const number = wholeNumber(value) ?? LATEST + 1;
  const time = number > 1e11 ? number : number * 1000;
  return time > LATEST ? null : time;
}
