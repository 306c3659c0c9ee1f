export { PaystepCheckoutElement } from './element.tsx';
export {
  type CompleteDetail,
  type ErrorDetail,
  type EventDetail,
  PaystepChangeEvent,
  PaystepCompleteEvent,
  PaystepErrorEvent,
} from './events.ts';
export { type Mounted, type MountOptions, mount } from './mount.ts';
export type { ElementCallbacks } from './settings.ts';
