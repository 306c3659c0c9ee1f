import { createUpdates } from 'paystep/server';
import { settleOrder } from './orders.js';

/** The gateway's webhooks fulfil the order, and then update the page of the customer who waits. */
export const updates = createUpdates({
  gateway: 'wooshpay',
  signingSecret: process.env.WOOSHPAY_WEBHOOK_SECRET,
  onEvent({ type, data }) {
    if (type === 'payment_intent.succeeded') settleOrder(data.object.metadata.order);
  },
});
