import { isRecord } from '../../intent/index.ts';
import type { JsonObject } from '../base/json.ts';

function fields(name: string, value: unknown): [string, string][] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each, at) => fields(`${name}[${at}]`, each));
  if (!isRecord(value)) return [[name, String(value)]];
  return Object.entries(value).flatMap(([key, each]) => fields(`${name}[${key}]`, each));
}

/** Parameters as Stripe's API takes them: `card[number]=…`. What is undefined or null is left out. */
export function encodeForm(params: JsonObject): URLSearchParams {
  return new URLSearchParams(Object.entries(params).flatMap(([name, each]) => fields(name, each)));
}

/** Both objects in one, at every depth; where both have a value, the second one's counts. */
export function merge(first: JsonObject, second: JsonObject): JsonObject {
  const merged = Object.entries(second)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => {
      const before = first[name];
      return [name, isRecord(before) && isRecord(value) ? merge(before, value) : value];
    });
  return { ...first, ...Object.fromEntries(merged) };
}
