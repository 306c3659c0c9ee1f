import Stripe from 'stripe';

const {
  STRIPE_SECRET_KEY,
  STRIPE_API_BASE, // the sandbox's address in tests; none is Stripe itself
} = process.env;

const stripe = new Stripe(STRIPE_SECRET_KEY, addressOf(STRIPE_API_BASE));

function addressOf(base) {
  if (!base) return {};
  const { hostname, port, protocol } = new URL(base);
  return { host: hostname, port, protocol: protocol.slice(0, -1) };
}

/** Charges the card that a customer has saved: `paid`, or why it is not. */
export async function charge(customer, amount) {
  const { data } = await stripe.paymentMethods.list({ customer, type: 'card' });
  try {
    const { id, status } = await stripe.paymentIntents.create({
      amount,
      currency: 'eur',
      customer,
      payment_method: data[0].id,
      confirm: true,
      off_session: true,
    });
    return { id, result: status === 'succeeded' ? 'paid' : status };
  } catch (error) {
    return { id: error.payment_intent?.id, result: error.code };
  }
}
