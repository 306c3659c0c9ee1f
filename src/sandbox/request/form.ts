import qs from 'qs';
import type { JsonObject } from '../base/json.ts';
import { problems } from '../errors/errors.ts';
import { checkShape, DEEPEST, MOST_PARAMS } from './bounds.ts';

/**
 * Parses a form, from the query or the body: `expand[]=payment_method`, `created[gte]=1700000000`.
 */
export function parseForm(text: string): JsonObject {
  try {
    const params = qs.parse(text, {
      depth: DEEPEST,
      strictDepth: true,
      arrayLimit: 100,
      parameterLimit: MOST_PARAMS,
      throwOnLimitExceeded: true,
      duplicates: 'last',
      // Without it `metadata[constructor]` would be dropped silently.
      allowPrototypes: true,
    });
    return checkShape(params as JsonObject);
  } catch (error) {
    if (error instanceof RangeError) throw problems.tooComplex();
    throw error;
  }
}
