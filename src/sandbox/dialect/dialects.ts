import type { DialectName } from '../base/dialectName.ts';
import type { Dialect } from './dialect.ts';
import { stripe } from './stripe.ts';
import { wooshpay } from './wooshpay.ts';

/** Both gateways, by the name that an intent carries. */
export const DIALECTS: Readonly<Record<DialectName, Dialect>> = { stripe, wooshpay };
