import { createServer } from 'node:http';
import Stripe from 'stripe';

/** The shop's server: it ships what a webhook says is paid. */
export function createShop({ stripe = new Stripe('sk_test_1'), webhookSecret, ship }) {
  return createServer(async (request, response) => {
    // The raw body: one that was parsed and written anew has another signature.
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    try {
      const signature = request.headers['stripe-signature'];
      const { data, type } = stripe.webhooks.constructEvent(body, signature, webhookSecret);
      if (type === 'payment_intent.succeeded') ship(data.object.metadata.order);
      response.end();
    } catch {
      response.writeHead(400).end();
    }
  });
}
