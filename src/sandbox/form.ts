import qs from 'qs';
import { problems } from './errors.ts';
import type { Hash } from './intent.ts';

/** How deep parameters may be nested, in a form and in JSON. */
const DEEPEST = 8;
const MOST = 1000;

/** A form, of a query or a body: `expand[]=payment_method`, `created[gte]=1700000000`. */
export function formHash(text: string): Hash {
  try {
    const params = qs.parse(text, {
      depth: DEEPEST,
      strictDepth: true,
      arrayLimit: 100,
      parameterLimit: MOST,
      throwOnLimitExceeded: true,
      duplicates: 'last',
      // Otherwise `metadata[constructor]` would be lost without a word.
      allowPrototypes: true,
    });
    return checkShape(params as Hash);
  } catch (error) {
    if (error instanceof RangeError) throw problems.tooComplex();
    throw error;
  }
}

/** Names that every object has: they would break what reads them. */
const isInherited = (name: string) => name in Object.prototype;

const isNest = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Refuses what is too much, or has names of every object: what is echoed must also be written again. */
export function checkShape(params: Hash): Hash {
  let level: unknown[] = [params];
  let count = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    count += level.length;
    if (depth > DEEPEST + 1 || count > MOST + 1) throw problems.tooComplex();
    const nests = level.filter(isNest);
    const inherited = nests.flatMap((nest) => Object.keys(nest)).find(isInherited);
    if (inherited !== undefined) throw problems.unknown([inherited]);
    level = nests.flatMap((nest) => Object.values(nest));
  }
  return params;
}
