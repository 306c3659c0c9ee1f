/**
 * `{id}_secret_{secret}`; Stripe also issues `{id}_scoped_secret_{secret}`.
 * Its mobile SDKs check the same shape before any request. Letters, digits and dashes only: the id
 * becomes a part of a URL, and the secret may have come from one (the return page's).
 */
const CLIENT_SECRET = /^((?:pi|seti)_[A-Za-z0-9-]+)_(?:scoped_)?secret_[A-Za-z0-9-]+$/;

/** The id of the PaymentIntent or SetupIntent that a client secret opens, or null where it is no client secret. */
export function intentIdOf(clientSecret: string): string | null {
  return CLIENT_SECRET.exec(clientSecret)?.[1] ?? null;
}
