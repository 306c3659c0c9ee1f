export { ConfirmError, confirmPaymentIntent } from './confirmPaymentIntent.ts';
export {
  type ConfirmParams,
  createGateway,
  type Gateway,
  type GatewayName,
  type GatewayOptions,
  type Param,
  type RetrieveOptions,
} from './createGateway.ts';
export { GatewayError, type GatewayErrorKind } from './gatewayError.ts';
