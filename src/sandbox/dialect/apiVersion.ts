import { problems } from '../errors/errors.ts';

/** The version that answers follow, where a request names none. */
export const API_VERSION = '2026-10-28.endive';

/** Previews add to it: `2026-10-28.preview; some_beta=v1`. */
const FORM = /^\d{4}-\d{2}-\d{2}(\.[a-z]+)?(;[\x20-\x7e]{0,200})?$/;

/** The version that a request names. Each one is accepted, and the answers are always the same. */
export function apiVersionOf(version: unknown = API_VERSION): string {
  const name = String(version);
  if (FORM.test(name)) return name;
  throw problems.badVersion(name);
}
