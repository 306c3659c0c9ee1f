import Stripe from 'stripe';

export const SECRET = 'whsec_test';

const { webhooks } = new Stripe('sk_test_1');

export interface SignedParts {
  readonly secret?: string;
  /** Seconds since 1970. */
  readonly timestamp?: number;
}

/** The header as the gateway's own client makes it for tests. */
export const sign = (payload: string, { secret = SECRET, timestamp }: SignedParts = {}) =>
  webhooks.generateTestHeaderString({ payload, secret, ...(timestamp && { timestamp }) });

export const eventOf = (id: string, object: object, type = 'payment_intent.succeeded') =>
  JSON.stringify({ id, object: 'event', type, data: { object } });

export const intentObject = (id: string, status = 'succeeded') => ({
  id,
  object: 'payment_intent',
  status,
});

export function webhookRequest(
  body: string,
  signature = sign(body),
  header = 'Stripe-Signature',
): Request {
  const headers = { [header]: signature };
  return new Request('https://shop.example/webhook', { method: 'POST', headers, body });
}
