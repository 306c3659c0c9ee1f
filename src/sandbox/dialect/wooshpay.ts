import { type JsonObject, parseJsonObject } from '../base/json.ts';
import { lookup } from '../base/lookup.ts';
import { problems } from '../errors/errors.ts';
import { wooshpayMethods } from '../methods/wooshpayMethods.ts';
import {
  allowedTypesOf,
  captureMethodOf,
  type Intent,
  type PaymentError,
} from '../payment/intent.ts';
import { presentPaymentMethod, presentShipping } from '../payment/present.ts';
import { checkShape } from '../request/bounds.ts';
import type { CreateParams } from '../request/params.ts';
import type { Dialect } from './dialect.ts';
import { PUBLISHABLE_SETUP_FIELDS, presentWooshpaySetup } from './setupIntent.ts';
import { PUBLISHABLE_FIELDS, pickFields } from './stripe.ts';
import { threeDSecure } from './threeDSecure.ts';
import { WOOSHPAY_STYLES } from './wooshpayStyles.ts';

const VISIBLE = {
  payment: [...PUBLISHABLE_FIELDS, 'return_url'],
  setup: [...PUBLISHABLE_SETUP_FIELDS, 'return_url'],
} as const;

function presentError(error: PaymentError): JsonObject {
  const { code, declineCode, message, paymentMethod: method, type } = error;
  return {
    code,
    message,
    payment_method: method ? presentPaymentMethod(method, method.created) : null,
    type,
    decline_code: declineCode ?? null,
    charge: null,
  };
}

/** WooshPay adds these for cards, as in its reference for create. */
function presentOptions(intent: Intent): JsonObject {
  const options = intent.paymentMethodOptions;
  if (!intent.allowedTypes?.includes('card')) return options;
  const usual = { request_three_d_secure: 'auto', capture_method: intent.captureMethod };
  return { ...options, card: { ...usual, ...(options.card as JsonObject | undefined) } };
}

/**
 * Null in every published sample, even of a succeeded payment; a manual capture shows the amounts.
 */
const amounts = (intent: Intent): JsonObject => {
  const isShown = captureMethodOf(intent) === 'manual';
  return {
    amount_capturable: isShown ? intent.amountCapturable : null,
    amount_received: isShown ? intent.amountReceived : null,
  };
};

/** Samples of 2023 and later: `created` in milliseconds, upper-case currency, real JSON inside. */
function presentAll(intent: Intent): JsonObject {
  if (intent.kind === 'setup') {
    return presentWooshpaySetup(intent, { time: wooshpay.time, error: presentError });
  }
  return {
    id: intent.id,
    object: 'payment_intent',
    created: intent.created,
    currency: wooshpay.currency(intent.currency),
    amount: intent.amount,
    status: intent.status,
    description: null,
    metadata: intent.metadata,
    livemode: false,
    customer: intent.customer,
    quantity: null,
    invoice: null,
    merchant_user_id: null,
    merchant_order_id: null,
    client_secret: intent.clientSecret,
    last_payment_error: intent.lastError && presentError(intent.lastError),
    next_action: intent.action?.nextAction ?? null,
    payment_method_types: allowedTypesOf(intent, Object.keys(wooshpayMethods)),
    receipt_email: null,
    canceled_at: intent.canceledAt,
    cancellation_reason: intent.cancellationReason,
    confirmation_method: intent.confirmationMethod,
    payment_method_options: presentOptions(intent),
    '3ds_status': threeDSecure(intent),
    ...amounts(intent),
    return_url: intent.returnUrl,
    payment_method: intent.paymentMethod?.id ?? null,
    latest_charge: intent.latestCharge,
    capture_method: intent.captureMethod,
    setup_future_usage: null,
    ...intent.extras,
    shipping: presentShipping(intent.extras.shipping),
  };
}

/**
 * A create in one step names the method once: by its data (docs.wooshpay.com/doc-3594267, mcash), or,
 * in TrueMoney's sample, by a list of one with that method's options (docs.guanglian.co/2738725m0).
 * The reference's sample for create pays by card, and its answer lists the account's usual types.
 */
function complete(params: CreateParams): CreateParams {
  const { payment_method_types: types, payment_method_data: data } = params;
  const [only = ''] = types?.length === 1 ? types : [];
  const isNamedByOptions = params.payment_method_options?.[only] && params.confirm;
  if (isNamedByOptions && !data && !params.payment_method) {
    return { ...params, payment_method_data: { type: only } };
  }
  const type = data?.type;
  if (types || typeof type !== 'string' || type === 'card') return params;
  return { ...params, payment_method_types: [type] };
}

function decodeJson(_contentType: string, body: string): JsonObject {
  const params = parseJsonObject(body);
  if (params) return checkShape(params);
  throw problems.notJson();
}

/**
 * WooshPay's API, with the quirks of its published samples: JSON in; times in milliseconds and
 * upper-case currencies out. Create with `sandbox_style: "2022"`, or send the header
 * `Sandbox-Style: 2022`, to get the older answers with JSON inside strings (`2022-10`: and empty
 * strings for what is missing); `siblings` gives every key that a next action can have.
 */
export const wooshpay: Dialect = {
  name: 'wooshpay',
  methods: wooshpayMethods,
  otherTypes: null,
  defaults: { captureMethod: 'automatic', allowedTypes: ['wechat_pay', 'alipay', 'card'] },
  complete,
  // WooshPay publishes no complete list of parameters, so an unknown one may be right.
  strict: false,
  time: (milliseconds) => milliseconds,
  currency: (code) => code.toUpperCase(),
  smallest: () => 1,
  decode: decodeJson,
  present(intent, view) {
    const answer = presentAll(intent);
    const shown = view.publishable ? pickFields(answer, VISIBLE[intent.kind]) : answer;
    return lookup(WOOSHPAY_STYLES, view.style ?? intent.style)?.(shown) ?? shown;
  },
  presentError,
  // WooshPay documents none.
  returnParams: () => ({}),
};
