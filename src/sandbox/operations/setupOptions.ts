import { lookup } from '../base/lookup.ts';
import {
  anything,
  matching,
  object,
  oneOf,
  orEmptyString,
  type Reader,
  type Rules,
} from '../request/readers.ts';

/** The names of stripe 23.1.0, `SetupIntentConfirmParams.PaymentMethodOptions`. */
const OPTIONS: Readonly<Record<string, Rules>> = {
  acss_debit: names('currency mandate_options verification_method'),
  bacs_debit: names('mandate_options'),
  blik: names('code mandate_options'),
  card: {
    ...names('cvc mandate_options moto network setup_credential_usage three_d_secure'),
    request_three_d_secure: oneOf('any', 'automatic', 'challenge'),
  },
  klarna: names('currency on_demand preferred_locale subscriptions'),
  link: names('persistent_token'),
  paypal: names('billing_agreement_id'),
  payto: names('mandate_options'),
  pix: names('mandate_options'),
  sepa_debit: names('mandate_options'),
  upi: names('mandate_options setup_future_usage'),
  us_bank_account: names('financial_connections mandate_options networks verification_method'),
};

/** The sandbox's own, for every type. */
const SANDBOX = names('expires_after_seconds sandbox_action');

function names(list: string): Rules {
  return Object.fromEntries(list.split(' ').map((name) => [name, anything]));
}

/** `payment_method_options` of a SetupIntent as Stripe takes them. */
export const setupOptions: Reader<unknown> = (value, name) =>
  Object.entries(object(value, name)).map(([type, options]) => {
    const rules = { ...SANDBOX, ...lookup(OPTIONS, type) };
    return orEmptyString(matching(rules))(options ?? {}, `${name}[${type}]`);
  });
