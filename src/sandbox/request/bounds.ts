import { sizeOf } from '../base/bounded.ts';
import type { JsonObject } from '../base/json.ts';
import { problems } from '../errors/errors.ts';

/** The deepest nesting of parameters, in a form and in JSON. */
export const DEEPEST = 8;
export const MOST_PARAMS = 1000;

/** Inherited names such as `constructor`, which would break code that reads them. */
const isInherited = (name: string) => name in Object.prototype;

const isNest = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Stripe's limit for texts without a limit of their own (its OpenAPI description). */
const LONGEST_TEXT = 5000;

/** A parameter with its name as errors show it: `shipping[address][line1]`. */
type Entry = readonly [name: string, value: unknown];

const entriesOf = ([name, value]: Entry): Entry[] =>
  isNest(value)
    ? Object.entries(value).map(([key, each]) => [name ? `${name}[${key}]` : key, each])
    : [];

/**
 * Bounds texts before any other code reads them, so that such code may take any number of steps.
 */
function checkText(name: string, text: unknown): void {
  if (typeof text === 'string' && text.length > LONGEST_TEXT)
    throw problems.tooLong(name, text.length, LONGEST_TEXT);
}

function checkNames(nest: object): void {
  const names = Object.keys(nest);
  for (const name of names) checkText(name.slice(0, 80), name);
  const inherited = names.find(isInherited);
  if (inherited !== undefined) throw problems.unknown([inherited]);
}

/** Refuses parameters that are too many, too deep, too long, or have inherited names. */
export function checkShape(params: JsonObject): JsonObject {
  let level: Entry[] = [['', params]];
  let count = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    count += level.length;
    if (depth > DEEPEST + 1 || count > MOST_PARAMS + 1) throw problems.tooComplex();
    for (const [name, value] of level) {
      checkText(name, value);
      if (isNest(value)) checkNames(value);
    }
    level = level.flatMap(entriesOf);
  }
  return params;
}

/** The largest object. One request brings less; only many requests about one object bring more. */
const LARGEST = 2_000_000;

/**
 * Refuses an object that a request would make too large. The store itself does not check: changes
 * by time have to be stored in any case.
 */
export function checkSize<T>(value: T): T {
  if (sizeOf(value) > LARGEST) throw problems.objectTooLarge(LARGEST);
  return value;
}
