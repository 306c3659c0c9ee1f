import { problems } from '../errors/errors.ts';
import { email, emptyable, type Reader, shaped, text } from './readers.ts';

const country: Reader<string> = (value, name) => {
  const code = text(value, name);
  if (/^[A-Za-z]{2}$/.test(code)) return code.toUpperCase();
  const message = `Country '${code}' is unknown. Try using a 2-character country code instead, such as "US" or "GB".`;
  throw problems.invalid(message, 'country_code_invalid', name);
};

const line = emptyable(text);

const addressLines = shaped({
  city: line,
  country: emptyable(country),
  line1: line,
  line2: line,
  postal_code: line,
  state: line,
});

/** `billing_details` as Stripe takes them. */
export const billingDetails = shaped({
  address: emptyable(addressLines),
  email: emptyable(email),
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
export const shipping: Reader<unknown> = (value, name) => {
  const read = shaped(SHIPPING)(value, name);
  const missing = (['address', 'name'] as const).find((each) => read[each] === undefined);
  if (missing) throw problems.missing(`${name}[${missing}]`);
  return read;
};
