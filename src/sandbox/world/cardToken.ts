import type { DialectName } from '../base/dialectName.ts';
import type { JsonObject } from '../base/json.ts';
import type { PaymentMethod } from '../payment/intent.ts';

/** A card that a browser has entered, for one payment method (`POST /v1/tokens`). */
export interface CardToken {
  readonly id: string;
  readonly dialect: DialectName;
  /** The connected account that it belongs to; null for the platform's. */
  readonly account: string | null;
  /** Milliseconds. */
  readonly created: number;
  readonly cardId: string;
  readonly behaviour: PaymentMethod['behaviour'];
  /** As a payment method shows them. */
  readonly details: JsonObject;
  readonly name: string | null;
  /** The lines of the address that were sent: `line1`, `postal_code`, … */
  readonly address: JsonObject;
  readonly used: boolean;
}
