export { PaystepCheckoutElement } from './element.ts';
export {
  type ErrorDetail,
  type EventDetail,
  type FailureDetail,
  PaystepChangeEvent,
  PaystepErrorEvent,
  PaystepFailureEvent,
  PaystepSuccessEvent,
  type SuccessDetail,
} from './events.ts';
export type {
  PaystepCheckoutReactProps,
  PaystepCheckoutSvelteProps,
  PaystepCheckoutVueProps,
} from './frameworks.ts';
export { type Mounted, mount } from './mount.ts';
export type { ElementOptions } from './options.ts';
