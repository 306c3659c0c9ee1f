import type { DialectName } from './intent.ts';
import { stripe } from './stripe.ts';
import { wooshpay } from './wooshpay.ts';
import type { Dialect } from './world.ts';

/** Both gateways, by the name that an intent carries. */
export const DIALECTS: Readonly<Record<DialectName, Dialect>> = { stripe, wooshpay };
