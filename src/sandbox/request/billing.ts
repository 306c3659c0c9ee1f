import type { JsonObject } from '../base/json.ts';
import { problems } from '../errors/errors.ts';
import { email, matching, orEmptyString, type Reader, text } from './readers.ts';

const country: Reader<string> = (value, name) => {
  const code = text(value, name);
  if (/^[A-Za-z]{2}$/.test(code)) return code.toUpperCase();
  const message = `Country '${code}' is unknown. Try using a 2-character country code instead, such as "US" or "GB".`;
  throw problems.invalid(message, 'country_code_invalid', name);
};

const line = orEmptyString(text);

/** A postal address; an empty string unsets a line. */
export const addressLines = matching({
  city: line,
  country: orEmptyString(country),
  line1: line,
  line2: line,
  postal_code: line,
  state: line,
});

/** `billing_details` as Stripe takes them. */
export const billingDetails = matching({
  address: orEmptyString(addressLines),
  email: orEmptyString(email),
  name: line,
  phone: line,
  tax_id: text,
});

const SHIPPING = {
  address: addressLines,
  name: text,
  carrier: line,
  phone: line,
  tracking_number: line,
};

/** `shipping` as Stripe takes it: an address and a name are required. */
export const shipping: Reader<JsonObject> = (value, name) => {
  const read = matching(SHIPPING)(value, name);
  const missing = (['address', 'name'] as const).find((each) => read[each] === undefined);
  if (missing) throw problems.missing(`${name}[${missing}]`);
  return read;
};
