import type { Hash } from '../payment/intent.ts';

/** One JSON object; nothing at all is an empty one, and anything else is null. */
export function jsonHash(text: string): Hash | null {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    const isHash = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isHash ? (value as Hash) : null;
  } catch {
    return null;
  }
}
