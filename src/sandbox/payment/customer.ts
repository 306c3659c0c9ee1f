import type { DialectName } from '../base/dialectName.ts';
import type { JsonObject } from '../base/json.ts';
import type { CashBalance } from './cashTransaction.ts';
import { presentAddress } from './present.ts';

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

const INVOICE_SETTINGS = {
  custom_fields: null,
  default_payment_method: null,
  footer: null,
  rendering_options: null,
} as const;

/** The payment method that a customer's invoices take; shops read it as the customer's usual one. */
export function defaultMethodOf({ extras }: Customer): string | null {
  const { default_payment_method: id } = { ...(extras.invoice_settings as JsonObject | undefined) };
  return typeof id === 'string' ? id : null;
}

/** The customer with another usual payment method, or with none. */
export const withDefaultMethod = (customer: Customer, id: string | null): Customer => {
  const settings = customer.extras.invoice_settings as JsonObject | undefined;
  const invoice_settings = { ...settings, default_payment_method: id };
  return { ...customer, extras: { ...customer.extras, invoice_settings } };
};

/** Unlike a payment's, it has no carrier (stripe 23.1.0, `CustomerCreateParams.Shipping`). */
function presentShippingOf({ extras }: Customer): JsonObject | null {
  const { shipping } = extras;
  if (typeof shipping !== 'object' || shipping === null) return null;
  const { address, ...others } = shipping as JsonObject;
  return { address: presentAddress(address), name: null, phone: null, ...others };
}

function presentInvoiceSettings({ extras }: Customer): JsonObject {
  const settings = { ...INVOICE_SETTINGS, ...(extras.invoice_settings as JsonObject | undefined) };
  const { rendering_options: rendering } = settings;
  const options = rendering && {
    amount_tax_display: null,
    template: null,
    ...(rendering as object),
  };
  return { ...settings, rendering_options: options };
}

/** A customer as both gateways show it. `created` is in the gateway's own unit. */
export function presentCustomer(customer: Customer, created: number): JsonObject {
  if (customer.deleted) return { id: customer.id, object: 'customer', deleted: true };
  return {
    id: customer.id,
    object: 'customer',
    balance: 0,
    created,
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: null,
    invoice_prefix: customer.id.slice(-8).toUpperCase(),
    livemode: false,
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    tax_exempt: 'none',
    test_clock: null,
    ...customer.extras,
    address: presentAddress(customer.extras.address),
    invoice_settings: presentInvoiceSettings(customer),
    metadata: customer.metadata,
    shipping: presentShippingOf(customer),
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
