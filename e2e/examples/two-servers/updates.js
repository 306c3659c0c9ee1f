import { createUpdates, redisBroker } from 'paystep/server';
import { settleOrder } from './orders.js';
import { redis } from './redis.js';

/** The webhook reaches one process, and through Redis the customer who waits at the other. */
export const updates = createUpdates({
  gateway: 'stripe',
  signingSecret: process.env.STRIPE_WEBHOOK_SECRET,
  broker: redisBroker(redis),
  // As our balancer tells it; whoever comes to a server without one could tell any.
  addressOf: (request) => request.headers.get('x-real-ip'),
  async onEvent({ type, data }) {
    if (type === 'payment_intent.succeeded') await settleOrder(data.object.metadata.order);
  },
});
