import Stripe from 'stripe';

const {
  STRIPE_SECRET_KEY,
  STRIPE_PUBLISHABLE_KEY,
  STRIPE_API_BASE, // the local sandbox's address; none is Stripe itself
} = process.env;

const stripe = new Stripe(STRIPE_SECRET_KEY, addressOf(STRIPE_API_BASE));

function addressOf(base) {
  if (!base) return {};
  const { hostname, port, protocol } = new URL(base);
  return { host: hostname, port, protocol: protocol.slice(0, -1) };
}

/** Not confirmed: the customer chooses how to pay, in the browser. */
export function createPayment({ id, amount, currency }) {
  return stripe.paymentIntents.create(
    { amount, currency, payment_method_types: ['wechat_pay', 'alipay'], metadata: { order: id } },
    // Sent twice, it is one payment all the same.
    { idempotencyKey: `order-${id}` },
  );
}

/** What the page may know. */
export function describePayment(payment) {
  return {
    gateway: 'stripe',
    publishableKey: STRIPE_PUBLISHABLE_KEY,
    apiBase: STRIPE_API_BASE,
    clientSecret: payment.client_secret,
    updatesUrl: `/api/updates?intent=${payment.id}`,
  };
}
