import type { DialectName } from '../payment/intent.ts';
import type { Dialect } from '../world/world.ts';
import { stripe } from './stripe.ts';
import { wooshpay } from './wooshpay.ts';

/** Both gateways, by the name that an intent carries. */
export const DIALECTS: Readonly<Record<DialectName, Dialect>> = { stripe, wooshpay };
