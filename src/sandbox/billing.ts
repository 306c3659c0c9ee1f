import { problems } from './errors.ts';
import { email, emptyable, type Reader, shaped, text } from './readers.ts';

const country: Reader<string> = (value, name) => {
  const code = text(value, name);
  if (/^[A-Za-z]{2}$/.test(code)) return code.toUpperCase();
  const message = `Country '${code}' is unknown. Try using a 2-character country code instead, such as "US" or "GB".`;
  throw problems.invalid(message, 'country_code_invalid', name);
};

const line = emptyable(text);

/** `billing_details` as Stripe takes them. */
export const billingDetails = shaped({
  address: emptyable(
    shaped({
      city: line,
      country: emptyable(country),
      line1: line,
      line2: line,
      postal_code: line,
      state: line,
    }),
  ),
  email: emptyable(email),
  name: line,
  phone: line,
  tax_id: text,
});
