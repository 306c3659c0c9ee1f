import { isRecord } from '../../intent/index.ts';

/** A JSON object, or the same as a form sends it. */
export type JsonObject = Readonly<Record<string, unknown>>;
/** Parses a JSON object. An empty text is an empty object; anything else is null. */
export function parseJsonObject(text: string): JsonObject | null {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}
