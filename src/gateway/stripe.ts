import type { Dialect, DialectReads } from './dialect.ts';
import type { ConfirmParams } from './params.ts';

/**
 * The version that Stripe is asked to answer in, whatever the account's default is: before 2019-02-11 a
 * confirm takes other parameters. Stripe's own browser script sends `_stripe_version` in the query or
 * the form (https://github.com/stripe/react-stripe-js/issues/532); the header would cost a CORS preflight.
 */
export const STRIPE_VERSION = { _stripe_version: '2025-03-31.basil' };

/**
 * The connected account of a direct charge. Stripe documents the header `Stripe-Account`
 * (https://docs.stripe.com/connect/authentication), which would cost a CORS preflight; its own browser
 * script sends this name beside the key, in the query or the form (public recordings of its traffic).
 */
const accountParams = (account: string | undefined) => account && { _stripe_account: account };

/**
 * Stripe. The key goes into the query, as Stripe's own browser script sends it (public recordings
 * of its traffic show `GET /v1/payment_intents/{id}?key=pk_…&client_secret=…`): without an
 * Authorization header the read is a simple request and costs no CORS preflight. A publishable key
 * is no secret, and the client secret is in the query by Stripe's documents.
 */
export const stripe: DialectReads = {
  name: 'stripe',
  baseUrl: 'https://api.stripe.com',
  retrieve: ({ publishableKey, clientSecret, account, expand }) => ({
    query: {
      client_secret: clientSecret,
      key: publishableKey,
      ...STRIPE_VERSION,
      ...accountParams(account),
      ...(expand && { 'expand[]': 'payment_method' }),
    },
  }),
};

/** How Stripe confirms; apart, since the script tag's first file has no use for it. */
export const confirmAtStripe: Dialect['confirm'] = ({
  publishableKey,
  clientSecret,
  account,
  params,
  idempotencyKey,
}) => ({
  headers: {
    'content-type': 'application/x-www-form-urlencoded',
    'idempotency-key': idempotencyKey,
  },
  body: formOf({
    ...STRIPE_VERSION,
    ...params,
    ...accountParams(account),
    client_secret: clientSecret,
    key: publishableKey,
  }),
});

const formOf = (params: ConfirmParams) => new URLSearchParams(pairs(params)).toString();

/** Stripe's form: `payment_method_data[billing_details][name]=…`, lists by their number. */
function pairs(params: ConfirmParams, parent = ''): string[][] {
  return Object.entries(params).flatMap(([name, value]) => {
    const path = parent ? `${parent}[${name}]` : name;
    if (value === undefined) return [];
    if (typeof value !== 'object') return [[path, `${value}`]];
    return pairs({ ...value } as ConfirmParams, path);
  });
}
