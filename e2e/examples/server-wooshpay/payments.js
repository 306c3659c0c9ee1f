const {
  WOOSHPAY_SECRET_KEY,
  WOOSHPAY_PUBLISHABLE_KEY,
  WOOSHPAY_API_BASE, // the local sandbox's address; none is WooshPay itself
} = process.env;

/** WooshPay's test keys have an address of their own. */
const WOOSHPAY = WOOSHPAY_SECRET_KEY?.startsWith('sk_live_')
  ? 'https://api.wooshpay.com'
  : 'https://apitest.wooshpay.com';

/** Not confirmed: the customer chooses how to pay, in the browser. */
export async function createPayment({ id, amount, currency }) {
  const response = await fetch(`${WOOSHPAY_API_BASE ?? WOOSHPAY}/v1/payment_intents`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${btoa(`${WOOSHPAY_SECRET_KEY}:`)}`,
      'content-type': 'application/json',
      // Sent twice, it is one payment all the same.
      'idempotency-key': `order-${id}`,
    },
    body: JSON.stringify({
      amount,
      currency,
      payment_method_types: ['gcash', 'alipayplus'],
      merchant_order_id: id,
      metadata: { order: id },
    }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`WooshPay: ${answer.error?.message ?? response.status}`);
  return answer;
}

/** What the page may know. */
export function describePayment(payment) {
  return {
    gateway: 'wooshpay',
    publishableKey: WOOSHPAY_PUBLISHABLE_KEY,
    apiBase: WOOSHPAY_API_BASE,
    clientSecret: payment.client_secret,
    updatesUrl: `/api/updates?intent=${payment.id}`,
  };
}
