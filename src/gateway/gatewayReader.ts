import type { DialectReads } from './dialect.ts';
import type { Gateway, GatewayOptions } from './gateway.ts';

/** A gateway that reads, with what a confirm needs of it too; see `withConfirm`. */
export interface GatewayReader extends Omit<Gateway, 'confirm'> {
  readonly dialect: DialectReads;
  readonly options: GatewayOptions;
}

/** Whatever reads: a gateway, or the half of one that the script tag's first file has. */
export type ReadableGateway = Gateway | GatewayReader;
