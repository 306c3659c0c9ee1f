import type { Dialect } from './dialect.ts';
import { STRIPE_VERSION } from './stripeVersion.ts';

/**
 * Stripe. The key goes into the query, as Stripe's own browser script sends it (public recordings
 * of its traffic show `GET /v1/payment_intents/{id}?key=pk_…&client_secret=…`): without an
 * Authorization header the read is a simple request and costs no CORS preflight. A publishable key
 * is no secret, and the client secret is in the query by Stripe's documents.
 */
export const stripe: Dialect = {
  address: 'https://api.stripe.com',
  retrieve: ({ publishableKey, clientSecret }) => ({
    query: { client_secret: clientSecret, key: publishableKey, ...STRIPE_VERSION },
    headers: {},
  }),
};
