import type { DialectName } from '../base/dialectName.ts';
import type { JsonObject } from '../base/json.ts';
import type { CashBalance } from './cashTransaction.ts';

/** A customer: the stored fields and the cash balance. */
export interface Customer extends CashBalance {
  readonly id: string;
  readonly dialect: DialectName;
  /** The connected account that it belongs to; null for the platform's. */
  readonly account: string | null;
  /** Milliseconds. */
  readonly created: number;
  readonly deleted: boolean;
  readonly metadata: Readonly<Record<string, string>>;
  /** Fields that are only stored and shown again. */
  readonly extras: JsonObject;
  /** Whether the cash balance is applied to waiting bank transfers automatically. */
  readonly reconciliation: 'automatic' | 'manual';
}

/** A customer as both gateways show it. `created` is in the gateway's own unit. */
export function presentCustomer(customer: Customer, created: number): JsonObject {
  if (customer.deleted) return { id: customer.id, object: 'customer', deleted: true };
  return {
    id: customer.id,
    object: 'customer',
    address: null,
    balance: 0,
    created,
    currency: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: null,
    invoice_prefix: customer.id.slice(-8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    name: null,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
    ...customer.extras,
    metadata: customer.metadata,
  };
}

/** The cash balance as both gateways show it. */
export function presentCash({ cash, id, reconciliation }: Customer): JsonObject {
  const held = Object.entries(cash).filter(([, amount]) => amount > 0);
  return {
    object: 'cash_balance',
    available: held.length > 0 ? Object.fromEntries(held) : null,
    customer: id,
    livemode: false,
    settings: { reconciliation_mode: reconciliation, using_merchant_default: false },
  };
}
