import { updates } from '../../lib/updates.js';

/** Stripe calls this; the order is fulfilled in lib/updates.js. */
export const POST = (request) => updates().handleWebhook(request);
