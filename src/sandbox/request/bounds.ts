import { sizeOf } from '../base/bounded.ts';
import type { JsonObject } from '../base/json.ts';
import { problems } from '../errors/errors.ts';

/** How deep parameters may be nested, in a form and in JSON. */
export const DEEPEST = 8;
export const MOST_PARAMS = 1000;

/** Names that every object has: they would break what reads them. */
const isInherited = (name: string) => name in Object.prototype;

const isNest = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Stripe's most for a text of which nothing else is said (its OpenAPI description). */
const LONGEST_TEXT = 5000;

/** A parameter by the name that errors tell: `shipping[address][line1]`. */
type Entry = readonly [name: string, value: unknown];

const entriesOf = ([name, value]: Entry): Entry[] =>
  isNest(value)
    ? Object.entries(value).map(([key, each]) => [name ? `${name}[${key}]` : key, each])
    : [];

/** Before anything looks into a text: what does so may take as many steps as it likes after this. */
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

/**
 * Refuses what is too much or too long, or has names of every object: what is echoed must also be
 * written again.
 */
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

/** Of one entry. A request brings less; only many of them, put together in one object, bring more. */
const LARGEST = 2_000_000;

/**
 * Refuses what a request would let one object grow to. Not done where an object is kept: what time
 * makes of one, a little longer, has to be kept in any case.
 */
export function checkSize<T>(value: T): T {
  if (sizeOf(value) > LARGEST) throw problems.objectTooLarge(LARGEST);
  return value;
}
