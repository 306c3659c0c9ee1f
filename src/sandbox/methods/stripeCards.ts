import {
  approves,
  choices,
  type Plan,
  type PlanInput,
  planCard,
  redirects,
  requestsThreeDSecure,
  requiresAction,
} from './plan.ts';

/**
 * 3-D Secure: a redirect, or `use_stripe_sdk` where the merchant leaves the action to Stripe.js.
 */
function authenticate(input: PlanInput): Plan {
  const sdk = input.useStripeSdk || input.returnUrl === null;
  return sdk ? bySdk(input) : redirects('challenge')(input);
}

const sourceOf = ({ intentId }: PlanInput) => intentId.replace(/^(pi|seti)_/, 'src_');

/** The only form of `use_stripe_sdk` with a page (stripe-ios#1198). */
const sdkRedirect = requiresAction('challenge', 'use_stripe_sdk', (input) => ({
  type: 'three_d_secure_redirect',
  stripe_js: input.page('challenge'),
  source: sourceOf(input),
}));

/**
 * Only Stripe.js can carry out this one. Fields as in stripe-android's PaymentIntentFixtures.kt.
 */
const sdkFingerprint = requiresAction('challenge', 'use_stripe_sdk', (input) => ({
  type: 'stripe_3ds2_fingerprint',
  three_d_secure_2_source: sourceOf(input),
  directory_server_name: 'visa',
  directory_server_encryption: {
    directory_server_id: 'A000000003',
    algorithm: 'RSA',
    certificate: 'sandbox',
    root_certificate_authorities: ['sandbox'],
  },
  merchant: 'acct_sandbox',
  server_transaction_id: '00000000-0000-4000-8000-000000000000',
  three_ds_method_url: '',
  three_ds_optimizations: 'k',
}));

/**
 * `use_stripe_sdk`: the page, or with `payment_method_options[card][sandbox_action]` the other one.
 */
const bySdk = choices(sdkRedirect, { stripe_3ds2_fingerprint: sdkFingerprint });

const HOUR = 3600;

/**
 * 15,000 INR in paise: above it the customer has to approve
 * (docs.stripe.com/india-recurring-payments).
 */
const INDIAN_LIMIT = 1_500_000;

/** The charge comes 26 hours after the request (the same page). */
const notice = requiresAction('none', 'card_await_notification', ({ amount, currency, now }) => ({
  charge_attempt_at: Math.floor(now / 1000) + 26 * HOUR,
  customer_approval_required: currency === 'inr' && amount > INDIAN_LIMIT,
}));

/**
 * A card that can do without 3-D Secure is challenged where the merchant asks for it, and a card that
 * is not enrolled is not (docs.stripe.com/testing#three-ds-cards).
 */
const frictionless = (input: PlanInput): Plan =>
  input.card?.kind === 'frictionless' && requestsThreeDSecure(input)
    ? authenticate(input)
    : approves(input);

/** Cards of the Stripe dialect. */
export const stripeCard = planCard({ authenticate, frictionless, notice });
