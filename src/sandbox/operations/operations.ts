import type { Operation } from './operation.ts';
import { PAYMENT_INTENT_OPERATIONS } from './paymentIntents.ts';
import { SETUP_INTENT_OPERATIONS } from './setupIntents.ts';

/** The operations on one intent, of both kinds. */
export const OPERATIONS: readonly Operation[] = [
  ...PAYMENT_INTENT_OPERATIONS,
  ...SETUP_INTENT_OPERATIONS,
];
