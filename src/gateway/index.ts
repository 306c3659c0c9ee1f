export { ConfirmError } from './confirm.ts';
export { createGateway, type GatewaySource, resolveGateway } from './createGateway.ts';
export type { CustomGateway } from './customGateway.ts';
export type { ConfirmCall, Dialect, GatewayRequest, Refusal, RetrieveCall } from './dialect.ts';
export type {
  ConfirmOptions,
  Gateway,
  GatewayName,
  GatewayOptions,
  RetrieveOptions,
  Transport,
} from './gateway.ts';
export { GatewayError, type GatewayErrorDetails, type GatewayErrorKind } from './gatewayError.ts';
export type { IntentJson, NextActionJson, PaymentErrorJson } from './intentJson.ts';
export type { ConfirmParams, Param } from './params.ts';
export { warnOnce } from './warnOnce.ts';
