import qs from 'qs';
import { problems } from './errors.ts';
import type { Hash, Intent, PaymentError } from './intent.ts';
import { presentPaymentMethod } from './paymentMethod.ts';
import { stripeMethods } from './stripeMethods.ts';
import type { Dialect, View } from './world.ts';

const seconds = (milliseconds: number) => Math.floor(milliseconds / 1000);

/** What a publishable key may see, as captured in stripe-android's fixtures. */
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

/** Stripe's smallest charges for the currencies most often tried; others start at 1. */
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

function presentError(error: PaymentError): Hash {
  const { code, declineCode, message, paymentMethod: method, type } = error;
  return {
    code,
    ...(declineCode && { decline_code: declineCode }),
    message,
    ...(method && { payment_method: presentPaymentMethod(method, seconds(method.created)) }),
    type,
  };
}

function presentMethod({ paymentMethod: method }: Intent, { expand }: View): unknown {
  if (!method || !expand.includes('payment_method')) return method?.id ?? null;
  return presentPaymentMethod(method, seconds(method.created));
}

const typesOf = (intent: Intent) => intent.allowedTypes ?? Object.keys(stripeMethods);

function presentWhole(intent: Intent, view: View): Hash {
  const processing = intent.status === 'processing' && intent.paymentMethod;
  return {
    id: intent.id,
    object: 'payment_intent',
    amount: intent.amount,
    amount_capturable: intent.amountCapturable,
    amount_details: { tip: {} },
    amount_received: intent.amountReceived,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: intent.automaticPaymentMethods,
    canceled_at: intent.canceledAt === null ? null : seconds(intent.canceledAt),
    cancellation_reason: intent.cancellationReason,
    capture_method: intent.captureMethod,
    client_secret: intent.clientSecret,
    confirmation_method: intent.confirmationMethod,
    created: seconds(intent.created),
    currency: intent.currency,
    customer: null,
    description: null,
    last_payment_error: intent.lastError && presentError(intent.lastError),
    latest_charge: intent.latestCharge,
    livemode: false,
    metadata: intent.metadata,
    next_action: intent.action?.wire ?? null,
    on_behalf_of: null,
    payment_method: presentMethod(intent, view),
    payment_method_options: intent.paymentMethodOptions,
    payment_method_types: typesOf(intent),
    processing: processing ? { type: processing.type } : null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    ...intent.extras,
    status: intent.status,
    transfer_data: null,
    transfer_group: intent.extras.transfer_group ?? null,
  };
}

/** Only the named fields of an answer. */
export function subset(whole: Hash, fields: readonly string[]): Hash {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => fields.includes(name)));
}

function decodeForm(contentType: string, body: string): Hash {
  const looksLikeJson = contentType.includes('json') || /^\s*[{[]/.test(body);
  if (looksLikeJson) throw problems.notForm();
  return qs.parse(body, { depth: 8, arrayLimit: 100, parameterLimit: 1000 });
}

/** What Stripe says on the way back: a hint for the page, never a result. */
function redirectStatus({ status }: Intent): string {
  if (status === 'processing') return 'processing';
  return status === 'requires_payment_method' || status === 'canceled' ? 'failed' : 'succeeded';
}

/** Stripe's API: forms in; times in seconds and lower-case currencies out. */
export const stripe: Dialect = {
  name: 'stripe',
  methods: stripeMethods,
  defaults: { captureMethod: 'automatic_async', allowedTypes: null },
  strict: true,
  smallest: (currency) => SMALLEST[currency] ?? 1,
  decode: decodeForm,
  present(intent, view) {
    const whole = presentWhole(intent, view);
    return view.publishable ? subset(whole, PUBLISHABLE_FIELDS) : whole;
  },
  returnParams: (intent) => ({
    payment_intent: intent.id,
    payment_intent_client_secret: intent.clientSecret,
    redirect_status: redirectStatus(intent),
  }),
};
