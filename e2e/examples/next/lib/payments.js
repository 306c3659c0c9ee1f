import Stripe from 'stripe';

/** The sandbox's address, or nothing for Stripe itself. */
function addressOf(base) {
  if (!base) return {};
  const { hostname, port, protocol } = new URL(base);
  return { host: hostname, port, protocol: protocol.slice(0, -1) };
}

/** Made when it is needed: while the app is built there is no key. */
function stripe() {
  const { STRIPE_API_BASE, STRIPE_SECRET_KEY } = process.env;
  return new Stripe(STRIPE_SECRET_KEY, addressOf(STRIPE_API_BASE));
}

/**
 * The PaymentIntent of an order. A page is rendered again at each reload: the key makes it the same
 * payment each time (for a day, so a real shop keeps the id with its order).
 */
export function paymentOf({ id, amount, currency }) {
  return stripe().paymentIntents.create(
    { amount, currency, payment_method_types: ['wechat_pay', 'alipay'], metadata: { order: id } },
    { idempotencyKey: `order-${id}` },
  );
}

/** What the browser may know of the gateway. */
export function gatewaySettings() {
  const { STRIPE_API_BASE, STRIPE_PUBLISHABLE_KEY } = process.env;
  return { gateway: 'stripe', publishableKey: STRIPE_PUBLISHABLE_KEY, apiBase: STRIPE_API_BASE };
}
