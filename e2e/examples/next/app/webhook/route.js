import { readWebhook } from '../../lib/payments.js';

export async function POST(request) {
  // The raw body: one that was parsed and written anew has another signature.
  const event = readWebhook(await request.text(), request.headers.get('stripe-signature') ?? '');
  if (!event) return new Response('The signature is wrong.', { status: 400 });
  if (event.type === 'payment_intent.succeeded') {
    console.log(`Order ${event.data.object.metadata.order} is paid: send the tea.`);
  }
  return new Response('Thank you.');
}
