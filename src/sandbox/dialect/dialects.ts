import type { DialectName } from '../base/dialectName.ts';
import type { Intent } from '../payment/intent.ts';
import type { Dialect } from './dialect.ts';
import { stripe } from './stripe.ts';
import { wooshpay } from './wooshpay.ts';

/** Both gateways by name. */
export const DIALECTS: Readonly<Record<DialectName, Dialect>> = { stripe, wooshpay };

/** The URL that the customer returns to, with the gateway's own parameters; null where there is none. */
export function returnUrlFor(intent: Intent): string | null {
  if (intent.returnUrl === null) return null;
  const url = new URL(intent.returnUrl);
  const added = Object.entries(DIALECTS[intent.dialect].returnParams(intent));
  for (const [name, value] of added) url.searchParams.set(name, value);
  // The serialized form, not the merchant's text: a header takes ASCII only.
  return url.href;
}
