import type { JsonObject } from '../base/json.ts';

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** A former value: of objects what has changed of them, of all else the whole. */
const formerOf = (before: unknown, after: unknown): unknown =>
  isObject(before) && isObject(after) ? previousAttributes(before, after) : (before ?? null);

/**
 * The former values of what a change has changed, as `previous_attributes` shows them: of nested
 * objects the changed fields alone (`metadata: { order: '7' }`), of arrays the whole, and null for
 * what was not there (stripe 23.1.0, `Events.d.ts`; a recorded `charge.refund.updated` in
 * airbytehq/airbyte, `source-stripe/unit_tests/test_streams.py`).
 */
export function previousAttributes(before: JsonObject, after: JsonObject): JsonObject {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter((name) => !isSame(before[name], after[name]));
  return Object.fromEntries(changed.map((name) => [name, formerOf(before[name], after[name])]));
}
