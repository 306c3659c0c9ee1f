import type { Dialect } from '../dialect/dialect.ts';
import type { Intent } from '../payment/intent.ts';

/** The address that the customer goes back to, with what the gateway adds; null where none was given. */
export function returnUrlFor(intent: Intent, dialect: Dialect): string | null {
  if (intent.returnUrl === null) return null;
  const url = new URL(intent.returnUrl);
  const added = Object.entries(dialect.returnParams(intent));
  for (const [name, value] of added) url.searchParams.set(name, value);
  // Never as it was given: a header takes ASCII alone.
  return url.href;
}
