export { ConfirmError, type ConfirmOptions, confirmPaymentIntent } from './confirmPaymentIntent.ts';
export {
  type ConfirmParams,
  createGateway,
  type Gateway,
  type GatewayName,
  type GatewayOptions,
  type Param,
  type RetrieveOptions,
} from './createGateway.ts';
export { GatewayError, type GatewayErrorDetails, type GatewayErrorKind } from './gatewayError.ts';
export { tell } from './tell.ts';
