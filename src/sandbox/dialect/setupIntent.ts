import type { DialectName } from '../base/dialectName.ts';
import type { JsonObject } from '../base/json.ts';
import {
  allowedTypesOf,
  futureUsageOf,
  type Intent,
  type PaymentError,
} from '../payment/intent.ts';
import { mandateFields } from '../payment/mandate.ts';
import { attemptIdOf } from '../payment/setupAttempt.ts';
import { applicationOf, presentAutomaticMethods, presentConfiguration } from './platform.ts';

/**
 * The types that Stripe can set up: those of stripe 23.1.0, `SetupAttempt.PaymentMethodDetails`, and
 * `bizum`, which only `SetupIntent.PaymentMethodOptions` names. Without cards in a terminal.
 */
export const STRIPE_SETUP_TYPES: readonly string[] = `
  acss_debit amazon_pay au_becs_debit bacs_debit bancontact bizum blik boleto card cashapp ideal
  kakao_pay klarna kr_card link naver_pay nz_bank_account paypal payto pix revolut_pay satispay
  sepa_debit sofort twint upi us_bank_account`
  .trim()
  .split(/\s+/);

/** What a SetupIntent takes where the merchant names no types. */
export const SETUP_TYPES: Readonly<Record<DialectName, readonly string[]>> = {
  stripe: STRIPE_SETUP_TYPES,
  // As in the sample of WooshPay's guide (docs.wooshpay.com/7228013m0).
  wooshpay: ['card'],
};

/** The fields that a publishable key may see, as captured in stripe-android's fixtures. */
export const PUBLISHABLE_SETUP_FIELDS: readonly string[] = [
  'id',
  'object',
  'cancellation_reason',
  'client_secret',
  'created',
  'description',
  'last_setup_error',
  'livemode',
  'next_action',
  'payment_method',
  'payment_method_types',
  'status',
  'usage',
];

/** Stripe answers with these for cards; a setup has no installments. */
const CARD_OPTIONS = {
  mandate_options: null,
  network: null,
  request_three_d_secure: 'automatic',
} as const;

function optionsOf(intent: Intent, types: readonly string[]): JsonObject {
  const options = intent.paymentMethodOptions;
  if (!types.includes('card')) return options;
  return { ...options, card: { ...CARD_OPTIONS, ...(options.card as JsonObject | undefined) } };
}

/** What is sent with a create and not shown. */
const HIDDEN: readonly string[] = ['single_use', 'mandate_data', 'payment_method_configuration'];

const shownExtras = ({ extras }: Intent): JsonObject =>
  Object.fromEntries(Object.entries(extras).filter(([name]) => !HIDDEN.includes(name)));

/** What differs between the gateways. */
interface SetupForm {
  time(milliseconds: number): number;
  error(error: PaymentError): JsonObject;
}

/** The types of a SetupIntent as its gateway shows them. */
const typesOf = (intent: Intent) => allowedTypesOf(intent, SETUP_TYPES[intent.dialect]);

/** The fields that both gateways show of a SetupIntent. */
function presentCommon(intent: Intent, { error, time }: SetupForm): JsonObject {
  const types = typesOf(intent);
  return {
    id: intent.id,
    object: 'setup_intent',
    cancellation_reason: intent.cancellationReason,
    client_secret: intent.clientSecret,
    created: time(intent.created),
    customer: intent.customer,
    description: null,
    last_setup_error: intent.lastError && error(intent.lastError),
    latest_attempt: attemptIdOf(intent),
    livemode: false,
    metadata: intent.metadata,
    next_action: intent.action?.nextAction ?? null,
    payment_method: intent.paymentMethod?.id ?? null,
    payment_method_options: optionsOf(intent, types),
    payment_method_types: types,
    status: intent.status,
    usage: futureUsageOf(intent),
    ...mandateFields(intent),
  };
}

/** A SetupIntent as Stripe shows it to a secret key. */
export const presentStripeSetup = (intent: Intent, form: SetupForm): JsonObject => ({
  ...presentCommon(intent, form),
  allowed_payment_method_types: intent.allowedTypes,
  application: applicationOf(intent),
  automatic_payment_methods: presentAutomaticMethods(intent),
  customer_account: null,
  excluded_payment_method_types: intent.excludedTypes.length > 0 ? intent.excludedTypes : null,
  flow_directions: null,
  on_behalf_of: null,
  payment_method_configuration_details: presentConfiguration(intent),
  ...shownExtras(intent),
});

/** The same at WooshPay, whose samples show the times and actions of its PaymentIntents. */
export const presentWooshpaySetup = (intent: Intent, form: SetupForm): JsonObject => ({
  ...presentCommon(intent, form),
  return_url: intent.returnUrl,
  ...shownExtras(intent),
});
