import type { ConfirmParams } from '../gateway/index.ts';
import type { FieldSpec } from './method.ts';
import type { Offer } from './offers.ts';

const list = (types: string): ReadonlySet<string> => new Set(types.split(/\s+/));

/**
 * The types whose `payment_method_options` a SetupIntent takes at its confirm: Stripe's
 * (https://docs.stripe.com/api/setup_intents/confirm), and the one that WooshPay documents
 * (https://docs.wooshpay.com/api-53887725).
 */
const OPTIONS: Readonly<Record<string, ReadonlySet<string>>> = {
  stripe: list(
    `acss_debit amazon_pay bacs_debit bizum blik card card_present klarna link paypal payto pix
    sepa_debit upi us_bank_account`,
  ),
  wooshpay: list('card'),
};

/**
 * Stripe's types whose mandate goes along where they are saved: debits, those that its
 * `Mandate` object knows (https://docs.stripe.com/api/mandates/object), and those of which stripe-android
 * says so where there is an "intent to setup" (`lpmfoundations/paymentmethod/definitions`).
 */
const MANDATES = list(
  `acss_debit au_becs_debit bacs_debit nz_bank_account sepa_debit us_bank_account
    amazon_pay bancontact blik cashapp ideal kakao_pay klarna kr_card link naver_pay paypal payto pix
  revolut_pay satispay sofort twint upi`,
);

/** Saved as a SEPA debit, for which Stripe wants both (the same source). */
const SEPA = list('bancontact ideal sofort');
const SEPA_FIELDS: readonly FieldSpec[] = [
  { field: 'name', place: 'billing', key: 'name' },
  { field: 'email', place: 'billing', key: 'email' },
];

/** Who agreed, and where, the gateway sees from the request. */
const MANDATE_DATA = {
  customer_acceptance: { type: 'online', online: { infer_from_client: true } },
};

/**
 * The same parameters for a SetupIntent: without what it does not take, and with the mandate that the
 * customer has read beside the button.
 */
export function setupParams(
  gateway: string | null,
  type: string | null | undefined,
  { setup_future_usage: _, payment_method_options: options = {}, ...params }: ConfirmParams,
): ConfirmParams {
  const known = OPTIONS[gateway ?? ''];
  const taken = Object.entries(options).filter(([name]) => !known || known.has(name));
  // A ConfirmationToken has its own.
  const hasMandate =
    gateway === 'stripe' && MANDATES.has(type ?? '') && params.confirmation_token === undefined;
  return {
    ...(hasMandate && { mandate_data: MANDATE_DATA }),
    ...params,
    ...(taken.length > 0 && { payment_method_options: Object.fromEntries(taken) }),
  };
}

/** The same offer where the method is saved: it asks for nothing that is not sent, and may ask for more. */
export function offerForSetup(gateway: string | null, offer: Offer): Offer {
  const { type, method } = offer;
  const isSent = OPTIONS[gateway ?? '']?.has(type) ?? true;
  const asked = method.fields.filter(({ place }) => place !== 'options' || isSent);
  const isAsked = ({ field }: FieldSpec) => asked.some((each) => each.field === field);
  const more = gateway === 'stripe' && SEPA.has(type) ? SEPA_FIELDS : [];
  const fields = [...asked, ...more.filter((each) => !isAsked(each))];
  const isSame = asked.length === method.fields.length && fields.length === asked.length;
  return isSame ? offer : { type, method: { ...method, fields } };
}
