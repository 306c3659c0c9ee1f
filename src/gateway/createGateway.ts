import { withConfirm } from './confirm.ts';
import { createGatewayReader } from './createGatewayReader.ts';
import { type CustomGateway, checkedGateway, isGateway, markChecked } from './customGateway.ts';
import type { Dialect } from './dialect.ts';
import type { Gateway, GatewayName, GatewayOptions } from './gateway.ts';

/**
 * A client for PaymentIntents with a publishable key.
 *
 * @throws {TypeError} on a misuse: an unknown gateway, or a key that is not a publishable one.
 *
 * @example
 * ```ts
 * const gateway = createGateway({ gateway: 'stripe', publishableKey: 'pk_test_…' });
 * const intent = await gateway.retrieve('pi_…_secret_…');
 * console.log(intent.status, intent.amount);
 * ```
 */
export function createGateway(options: GatewayOptions): Gateway {
  return markChecked(withConfirm(createGatewayReader(options)));
}

/** A gateway, or all that one is made of: each way in takes either. */
export interface GatewaySource extends Omit<GatewayOptions, 'gateway'> {
  /**
   * `stripe` or `wooshpay`, with `publishableKey` beside it; a {@link Dialect} of your own; or what
   * `createGateway` has made, or reads and confirms as that does: the options beside it mean nothing
   * then.
   */
  readonly gateway: GatewayName | Dialect | CustomGateway;
}

/**
 * The gateway that these options name.
 * @throws {TypeError} as {@link createGateway} does.
 */
export function resolveGateway({ gateway, ...options }: GatewaySource): Gateway {
  return isGateway(gateway) ? checkedGateway(gateway) : createGateway({ ...options, gateway });
}
