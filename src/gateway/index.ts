export {
  createGateway,
  type Gateway,
  type GatewayName,
  type GatewayOptions,
  type RetrieveOptions,
} from './createGateway.ts';
export { GatewayError, type GatewayErrorKind } from './gatewayError.ts';
