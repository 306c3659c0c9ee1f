export { type Device, readDevice } from './device.ts';
export { planStep } from './planStep.ts';
export type {
  AppStep,
  AwaitStep,
  BankTransferStep,
  ChallengeStep,
  Detail,
  DetailGroup,
  DetailName,
  FingerprintStep,
  PostalAddress,
  QrStep,
  RedirectStep,
  SdkStep,
  Step,
  StepKind,
  UnsupportedStep,
  VoucherStep,
  WechatJsapiStep,
  WechatPayParams,
} from './step.ts';
