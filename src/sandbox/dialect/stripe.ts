import type { JsonObject } from '../base/json.ts';
import { problems } from '../errors/errors.ts';
import { stripeMethods } from '../methods/stripeMethods.ts';
import type { Intent, PaymentError } from '../payment/intent.ts';
import { allowedTypesOf } from '../payment/intent.ts';
import { KIND_NAMES } from '../payment/intentKind.ts';
import { presentPaymentMethod, presentShipping } from '../payment/present.ts';
import { parseForm } from '../request/form.ts';
import type { BankCodes, Dialect } from './dialect.ts';
import { presentMethodOptions } from './methodOptions.ts';
import { OTHER_STRIPE_TYPES } from './otherStripeTypes.ts';
import { applicationOf, presentAutomaticMethods, presentConfiguration } from './platform.ts';
import { PUBLISHABLE_SETUP_FIELDS, presentStripeSetup } from './setupIntent.ts';

const seconds = (milliseconds: number) => Math.floor(milliseconds / 1000);

/** The fields that a publishable key may see, as captured in stripe-android's fixtures. */
export const PUBLISHABLE_FIELDS: readonly string[] = [
  'id',
  'object',
  'amount',
  'canceled_at',
  'cancellation_reason',
  'capture_method',
  'client_secret',
  'confirmation_method',
  'created',
  'currency',
  'description',
  'last_payment_error',
  'livemode',
  'next_action',
  'payment_method',
  'payment_method_types',
  'receipt_email',
  'setup_future_usage',
  'shipping',
  'source',
  'status',
];

/** Stripe's smallest amounts in common currencies; in others it is 1. */
const SMALLEST: Readonly<Record<string, number>> = {
  aud: 50,
  cad: 50,
  chf: 50,
  eur: 50,
  gbp: 30,
  hkd: 400,
  jpy: 50,
  sgd: 50,
  usd: 50,
};

const docUrl = (code: string) => `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`;

/** What the card's bank advises, and its network answers. */
const bankCodes = ({ adviceCode, networkDeclineCode }: BankCodes): JsonObject => ({
  ...(adviceCode && { advice_code: adviceCode }),
  ...(networkDeclineCode && { network_decline_code: networkDeclineCode }),
});

/**
 * An intent's last error, as recorded (zulip/zulip, corporate/tests/stripe_fixtures): without
 * `request_log_url`. `payment_method_type` is "only populated for invoice-related errors" (stripe 23.1.0).
 */
function presentError(error: PaymentError): JsonObject {
  const { charge, code, declineCode, message, param, paymentMethod: method, type } = error;
  return {
    ...bankCodes(error),
    code,
    doc_url: docUrl(code),
    ...(declineCode && { decline_code: declineCode }),
    ...(charge && { charge }),
    message,
    ...(param && { param }),
    ...(method && { payment_method: presentPaymentMethod(method, seconds(method.created)) }),
    type,
  };
}

const typesOf = (intent: Intent) => allowedTypesOf(intent, Object.keys(stripeMethods));

/** Stripe names the group of a destination charge itself, where the merchant does not. */
function transferGroupOf({ extras, id, latestCharge }: Intent): unknown {
  const isTransferred = latestCharge !== null && Boolean(extras.transfer_data);
  return extras.transfer_group ?? (isTransferred ? `group_${id}` : null);
}

/** Fields that Stripe shows only where they were sent. */
function optionalFields({ extras }: Intent): JsonObject {
  const { hooks, payment_details } = extras;
  const details = payment_details as JsonObject | null | undefined;
  return {
    ...(hooks !== undefined && { hooks }),
    ...(details && {
      payment_details: { customer_reference: null, order_reference: null, ...details },
    }),
  };
}

/** Without what is shown otherwise than it was sent. */
const shownExtras = ({ extras }: Intent): JsonObject => {
  const { hooks: _, payment_details: __, payment_method_configuration: ___, ...shown } = extras;
  return shown;
};

function presentPayment(intent: Intent): JsonObject {
  const processing = intent.status === 'processing' && intent.paymentMethod;
  return {
    id: intent.id,
    object: 'payment_intent',
    allowed_payment_method_types: intent.allowedTypes,
    amount: intent.amount,
    amount_capturable: intent.amountCapturable,
    amount_received: intent.amountReceived,
    application: applicationOf(intent),
    application_fee_amount: null,
    automatic_payment_methods: presentAutomaticMethods(intent),
    canceled_at: intent.canceledAt === null ? null : seconds(intent.canceledAt),
    cancellation_reason: intent.cancellationReason,
    capture_method: intent.captureMethod,
    client_secret: intent.clientSecret,
    confirmation_method: intent.confirmationMethod,
    created: seconds(intent.created),
    currency: intent.currency,
    customer: intent.customer,
    customer_account: null,
    description: null,
    excluded_payment_method_types: intent.excludedTypes.length > 0 ? intent.excludedTypes : null,
    last_payment_error: intent.lastError && presentError(intent.lastError),
    latest_charge: intent.latestCharge,
    livemode: false,
    managed_payments: null,
    metadata: intent.metadata,
    next_action: intent.action?.nextAction ?? null,
    on_behalf_of: null,
    payment_method: intent.paymentMethod?.id ?? null,
    payment_method_configuration_details: presentConfiguration(intent),
    payment_method_options: presentMethodOptions(intent.paymentMethodOptions, typesOf(intent)),
    payment_method_types: typesOf(intent),
    payment_record: null,
    processing: processing ? { type: processing.type } : null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: intent.status,
    transfer_data: null,
    ...shownExtras(intent),
    ...optionalFields(intent),
    transfer_group: transferGroupOf(intent),
    shipping: presentShipping(intent.extras.shipping),
    amount_details: { tip: {}, ...(intent.extras.amount_details as JsonObject | null | undefined) },
  };
}

const SETUP_FORM = { time: seconds, error: presentError } as const;

/** The fields of each kind of intent, and those of them that a publishable key may see. */
const PRESENTERS = {
  payment: [presentPayment, PUBLISHABLE_FIELDS],
  setup: [(intent: Intent) => presentStripeSetup(intent, SETUP_FORM), PUBLISHABLE_SETUP_FIELDS],
} as const;

/** The named fields of an answer. */
export function pickFields(answer: JsonObject, fields: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(answer).filter(([name]) => fields.includes(name)));
}

const FORM = 'application/x-www-form-urlencoded';

/** A body without a type counts as a form. `fetch` gives each text the type `text/plain`. */
function decodeForm(contentType: string, body: string): JsonObject {
  if (body === '') return {};
  const [type = ''] = contentType.toLowerCase().split(';');
  const isForm = type.trim() === FORM || type === '';
  if (!isForm || /^\s*[{[]/.test(body)) throw problems.notForm(type);
  return parseForm(body);
}

/** Stripe's `redirect_status` on the return URL. It may be outdated, so pages only read again. */
function redirectStatus({ status }: Intent): string {
  if (status === 'processing') return 'processing';
  return status === 'requires_payment_method' || status === 'canceled' ? 'failed' : 'succeeded';
}

/** Stripe's API: forms in; times in seconds and lower-case currencies out. */
export const stripe: Dialect = {
  name: 'stripe',
  methods: stripeMethods,
  otherTypes: OTHER_STRIPE_TYPES,
  defaults: { captureMethod: 'automatic_async', allowedTypes: null },
  strict: true,
  time: seconds,
  currency: (code) => code,
  smallest: (currency) => SMALLEST[currency] ?? 1,
  decode: decodeForm,
  docUrl,
  bankCodes,
  present(intent, view) {
    const [presentAll, publishable] = PRESENTERS[intent.kind];
    const answer = presentAll(intent);
    return view.publishable ? pickFields(answer, publishable) : answer;
  },
  presentError,
  returnParams(intent) {
    const { object } = KIND_NAMES[intent.kind];
    return {
      [object]: intent.id,
      [`${object}_client_secret`]: intent.clientSecret,
      redirect_status: redirectStatus(intent),
    };
  },
};
