// What a shop's server writes: without the DOM, with the types of Node.js and of its packages.
import { createServer } from 'node:http';
import { createServer as createHttp2Server } from 'node:http2';
import { createUpdates, memoryBroker, redisBroker, toNode, type Updates } from 'paystep/server';
import { createClient } from 'redis';
import type Stripe from 'stripe';

const signingSecret = 'whsec_1';

const updates: Updates = createUpdates({
  gateway: 'stripe',
  signingSecret,
  broker: redisBroker(createClient({ url: 'redis://localhost' })),
  onEvent: async ({ id, type, data }) => [id, type, data.object.metadata] satisfies unknown[],
});

createUpdates<Stripe.Event>({
  gateway: 'stripe',
  signingSecret: [signingSecret, 'whsec_2'],
  onEvent(event) {
    if (event.type === 'payment_intent.succeeded') event.data.object.amount satisfies number;
  },
});

createUpdates({ broker: memoryBroker(), origins: '*' }).publish('pay_1', { settled: true });

// @ts-expect-error a gateway has a signing secret
createUpdates({ gateway: 'stripe' });
// @ts-expect-error there is no such gateway
createUpdates({ gateway: 'paypal', signingSecret });
// @ts-expect-error there is no such option
createUpdates({ gateway: 'stripe', signingSecret, onevent() {} });
createServer(toNode(updates.handleStream));
createHttp2Server(toNode(updates.handleWebhook));
updates.handleWebhook(new Request('https://shop.example/')) satisfies Promise<Response>;
updates.stats().streams satisfies number;
