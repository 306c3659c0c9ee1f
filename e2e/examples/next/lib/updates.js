import { createUpdates } from 'paystep/server';

let made;

/** Made when it is needed: while the app is built there is no secret. */
export function updates() {
  made ??= createUpdates({
    gateway: 'stripe',
    signingSecret: process.env.STRIPE_WEBHOOK_SECRET,
    onEvent({ type, data }) {
      if (type !== 'payment_intent.succeeded') return;
      console.log(`Order ${data.object.metadata.order} is paid: send the tea.`);
    },
  });
  return made;
}
