export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * WooshPay's 2022 answers hold objects and lists as JSON strings, and `""` where there is none.
 * Anything that is not a string passes unchanged.
 */
export function parseJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
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

/**
 * A time as milliseconds since 1970. The documents say seconds, WooshPay sends milliseconds: 1e11 s
 * would be the year 5138.
 */
export function milliseconds(value: unknown): number | null {
  const time = wholeNumber(value);
  return time === null || time > 1e11 ? time : time * 1000;
}
