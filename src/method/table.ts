import type { GatewayName } from '../gateway/index.ts';
import { hasOwn } from '../intent/index.ts';
import type { Method } from './method.ts';
import { type MethodRows, method, tokenized } from './rows.ts';
import { STRIPE_METHODS } from './stripeMethods.ts';
import { WOOSHPAY_METHODS } from './wooshpayMethods.ts';

/** Every payment method that can be paid with from here, a row a type; a new method is a new row. */
export const METHODS: Readonly<Record<GatewayName, MethodRows>> = {
  stripe: STRIPE_METHODS,
  wooshpay: WOOSHPAY_METHODS,
};

/** At a gateway that nobody here knows, a card takes the gateway's own fields all the same. */
const ELSEWHERE: MethodRows = { card: tokenized };

/** The rows of a gateway, by payment method type. */
export function methodsAt(gateway: string | null): MethodRows {
  const known: Readonly<Record<string, MethodRows>> = METHODS;
  return known[gateway ?? ''] ?? ELSEWHERE;
}

/** A wallet of tomorrow: most are a page and ask for nothing. */
const UNKNOWN = method('page');

/** Terminals in shops, and what no customer confirms. */
const NOT_ONLINE = /_present$|^(custom|interac|paper_check|check_scan|stripe_balance)/;

/** The row for a type; null where nobody can pay with it on a page. */
export function methodOf(gateway: string | null, type: string): Method | null {
  const rows = methodsAt(gateway);
  if (hasOwn(rows, type)) return rows[type] ?? null;
  return NOT_ONLINE.test(type) ? null : UNKNOWN;
}
