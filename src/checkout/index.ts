export { attemptOf } from './attempt.ts';
export { FRAME, isInOwnWindow, isReturnMessage, POPUP } from './channel.ts';
export { checksum } from './checksum.ts';
export { type ConfirmResult, type ConfirmTask, confirmOnce } from './confirmOnce.ts';
export {
  CHECKOUT_OPTIONS,
  type Checkout,
  type CheckoutOptions,
  createCheckout,
  watchOptions,
} from './createCheckout.ts';
export { currentDevice } from './currentDevice.ts';
export { type Outcome, type Phase, type PhaseFacts, phaseOf } from './phase.ts';
export {
  type PaymentIntentQuery,
  type PaymentIntentQueryOptions,
  paymentIntentQuery,
  sharedQuery,
} from './query.ts';
export type { CreateReader } from './reader.ts';
export { type ReturnParams, readReturn } from './readReturn.ts';
export { type CheckoutCallbacks, type CheckoutResult, createReporter } from './report.ts';
export type { ActionState, CheckoutState, Connection, FailedState } from './state.ts';
export { noWakeUps, type WakeReason, type WakeUps } from './wakeUps.ts';
export { createWatch, type Watch } from './watch.ts';
