export { intentIdOf } from './clientSecret.ts';
export { hasOwn } from './hasOwn.ts';
export { isRecord, milliseconds, text, wholeNumber } from './json.ts';
export { type IntentKind, kindOfId } from './kind.ts';
export { localeTag } from './locale.ts';
export { decimalsOf, formatMoney } from './money.ts';
export type { NextAction } from './nextAction.ts';
export {
  type PaymentFailure,
  type PaymentIntent,
  PaymentIntentError,
  type PaymentMethodInfo,
  parseIntent,
} from './paymentIntent.ts';
export { INTENT_STATUSES, type IntentStatus, isIntentStatus } from './status.ts';
