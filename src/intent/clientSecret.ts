/**
 * `{id}_secret_{secret}`; Stripe also issues `{id}_scoped_secret_{secret}`.
 * Its mobile SDKs check the same shape before any request.
 */
const CLIENT_SECRET = /^(pi_[^_]+)_(?:scoped_)?secret_[^_]+$/;

/** The id of the PaymentIntent that a client secret opens, or null where it is no client secret. */
export function intentIdOf(clientSecret: string): string | null {
  return CLIENT_SECRET.exec(clientSecret)?.[1] ?? null;
}
