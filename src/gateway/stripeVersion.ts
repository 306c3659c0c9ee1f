/**
 * The version that Stripe is asked to answer in, whatever the account's default is: before 2019-02-11 a
 * confirm takes other parameters. Stripe's own browser script sends `_stripe_version` in the query or
 * the form (github.com/stripe/react-stripe-js/issues/532); the header would cost a CORS preflight.
 */
export const STRIPE_VERSION = { _stripe_version: '2025-03-31.basil' };
