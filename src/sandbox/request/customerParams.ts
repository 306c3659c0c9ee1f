import type { JsonObject } from '../base/json.ts';
import { problems } from '../errors/errors.ts';
import { addressLines } from './billing.ts';
import {
  anything,
  email,
  emailText,
  integer,
  list,
  matching,
  metadata,
  object,
  oneOf,
  orEmptyString,
  type Read,
  type Reader,
  readParams,
  text,
  upTo,
} from './readers.ts';

const unset = orEmptyString(text);

const shippingDetails = matching({ address: addressLines, name: text, phone: unset });

/** A customer's `shipping` as Stripe takes it: an address and a name are required. */
const shipping: Reader<JsonObject> = (value, name) => {
  const read = shippingDetails(value, name);
  const missing = (['address', 'name'] as const).find((each) => read[each] === undefined);
  if (missing) throw problems.missing(`${name}[${missing}]`);
  return read;
};

/** What invoices of a customer begin with. */
const prefix: Reader<string> = (value, name) => {
  const read = text(value, name);
  if (/^[A-Z0-9]{1,12}$/.test(read)) return read;
  throw problems.wrongKind(name, '1 to 12 uppercase letters or numbers');
};

/** What Stripe alone checks: e-mail addresses, and the names inside of other parameters. */
const INSIDE = {
  address: orEmptyString(addressLines),
  // Recorded in fjordllc/bootcamp issues 4134 and 6408.
  email: orEmptyString(email),
  invoice_settings: matching({
    custom_fields: orEmptyString(anything),
    default_payment_method: unset,
    footer: unset,
    rendering_options: orEmptyString(matching({ amount_tax_display: unset, template: text })),
  }),
  shipping: orEmptyString(shipping),
} as const;

/** A customer's fields that are stored and shown again: those of stripe 23.1.0, `Customers.d.ts`. */
export const CUSTOMER_FIELDS = {
  address: orEmptyString(object),
  balance: integer,
  business_name: orEmptyString(upTo(150)),
  description: orEmptyString(text),
  email: orEmptyString(emailText),
  individual_name: orEmptyString(upTo(150)),
  invoice_prefix: prefix,
  invoice_settings: object,
  name: orEmptyString(upTo(256)),
  next_invoice_sequence: integer,
  phone: orEmptyString(upTo(20)),
  preferred_locales: list,
  shipping: orEmptyString(object),
  tax_exempt: orEmptyString(oneOf('exempt', 'none', 'reverse')),
} as const;

/** Stripe's older form of payment methods. */
const noSource: Reader<never> = (_, name) => {
  throw problems.noSources(name);
};

/** `tax`, `tax_id_data` and `validate` have no effect: the sandbox has no invoices and no taxes. */
export const CUSTOMER_PARAMS = {
  ...CUSTOMER_FIELDS,
  metadata,
  payment_method: text,
  cash_balance: object,
  tax: object,
  tax_id_data: anything,
  validate: anything,
  source: noSource,
  default_source: noSource,
} as const;

export type CustomerParams = Read<typeof CUSTOMER_PARAMS>;

/** The parameters of a create or an update. `strict`: as Stripe checks them. */
export function readCustomer(raw: JsonObject, strict: boolean): CustomerParams {
  const params = readParams(CUSTOMER_PARAMS, raw);
  return strict ? { ...params, ...readParams(INSIDE, raw) } : params;
}
