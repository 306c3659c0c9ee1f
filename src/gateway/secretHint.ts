import { intentIdOf } from '../intent/index.ts';
import type { Dialect } from './dialect.ts';

const PAYMENT_INTENT = "Give the PaymentIntent's client_secret";
const FORM =
  'Give the client_secret of a PaymentIntent or SetupIntent: "pi_…_secret_…" or "seti_…_secret_…", without quotes or spaces.';

/** What is given in place of a client secret, by how it begins. The first that fits counts. */
const MIX_UPS: readonly (readonly [form: RegExp, hint: string])[] = [
  [/^(pi|seti)_[^_]+$/, 'It looks like the id alone; give the whole client_secret.'],
  [/^[prs]k_/, `It looks like an API key. ${PAYMENT_INTENT}.`],
  [
    // https://docs.stripe.com/api/checkout/sessions/object#checkout_session_object-client_secret
    /^cs_/,
    "It belongs to a Checkout Session, which only Stripe's own script can drive. Create a PaymentIntent, and give its client_secret.",
  ],
  [/^ek_/, `It looks like an ephemeral key, which is for mobile apps. ${PAYMENT_INTENT}.`],
  [/^cuss_/, `It belongs to a CustomerSession, which nobody pays. ${PAYMENT_INTENT}.`],
  [
    // https://docs.stripe.com/api/invoices/object#invoice_object-confirmation_secret
    /^(sub|in)_/,
    "It looks like a subscription's or an invoice's id. Give the client_secret of the invoice: latest_invoice.confirmation_secret.client_secret.",
  ],
  [/^(ctoken|pm|tok|src|card)_/, `It is what pays, not what is paid. ${PAYMENT_INTENT}.`],
  [/^(acct|cus|ch|price|prod|plink|order)_/, `It is another object's id. ${PAYMENT_INTENT}.`],
  [
    /^(undefined|null|\[object.*)$|\{\{|<%|\$\{/,
    `It holds no value: what makes the page has not filled it in. ${FORM}`,
  ],
  [/^\s*[{[]\s*"/, `It looks like the whole PaymentIntent. ${PAYMENT_INTENT} alone.`],
];

/** What may have been mixed up where `intentId` finds no id in a client secret. It quotes nothing of it. */
export function secretHint(
  value: string,
  intentId: NonNullable<Dialect['intentId']> = intentIdOf,
): string {
  if (intentId !== intentIdOf) return "The gateway's intentId() finds no id in it.";
  return MIX_UPS.find(([form]) => form.test(value))?.[1] ?? FORM;
}
