export { checksum } from './checksum.ts';
export { attemptOf } from './confirm/attempt.ts';
export { type ConfirmResult, confirmOnce } from './confirm/confirmOnce.ts';
export {
  CHECKOUT_OPTIONS,
  type Checkout,
  type CheckoutOptions,
  createCheckout,
  pollerOptions,
} from './createCheckout.ts';
export { currentDevice } from './currentDevice.ts';
export { isDelayed } from './delayed.ts';
export { listen } from './listen.ts';
export { openPayment, type Payment } from './openPayment.ts';
export { type Outcome, type Phase, phaseOf } from './phase.ts';
export { createPoller, type Poller } from './polling/poller.ts';
export type { CreateReader } from './polling/reader.ts';
export {
  type IntentQuery,
  type IntentQueryOptions,
  intentQuery,
  sharedQuery,
} from './query.ts';
export {
  type CheckoutCallbacks,
  type CheckoutFailure,
  type CheckoutSuccess,
  createReporter,
} from './report.ts';
export { FRAME, isInOwnWindow, isReturnMessage, POPUP } from './return/channel.ts';
export { type ReturnParams, readReturn } from './return/readReturn.ts';
export type { ActionState, CheckoutState, Connection, FailedState } from './state.ts';
