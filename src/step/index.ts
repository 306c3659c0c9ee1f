export { type Device, type DeviceHints, readDevice } from './device.ts';
export { planStep } from './planStep.ts';
export type {
  AppStep,
  ChallengeStep,
  DelegateStep,
  FingerprintStep,
  QrStep,
  RedirectStep,
  Step,
  StepKind,
  UnsupportedStep,
} from './step.ts';
