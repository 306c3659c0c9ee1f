export { PaystepCheckoutElement } from './element.tsx';
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
export { type Mounted, type MountOptions, mount } from './mount.ts';
export type { ElementCallbacks } from './settings.ts';
