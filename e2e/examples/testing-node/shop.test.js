import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, beforeEach, test } from 'node:test';
import { serveSandbox } from 'paystep/sandbox';
import Stripe from 'stripe';
import { createShop } from './shop.js';

const webhookSecret = 'whsec_test_1';

let sandbox;
let shop;
let shipped;

before(async () => {
  shop = createShop({ webhookSecret, ship: (order) => shipped(order) }).listen(0);
  await once(shop, 'listening');
  sandbox = await serveSandbox({
    port: 0,
    webhookSecret,
    forwardTo: [`http://localhost:${shop.address().port}/webhook`],
    fixtures: {
      payment_intents: [
        // It waits for a customer who scans its code.
        {
          id: 'pi_order_7',
          amount: 1800,
          currency: 'cny',
          payment_method_data: { type: 'wechat_pay' },
          confirm: true,
          metadata: { order: '7' },
        },
      ],
    },
  });
});

beforeEach(() => sandbox.reset());

after(async () => {
  await sandbox.close();
  shop.close();
});

const simulate = (id, outcome) =>
  fetch(`${sandbox.url}/sandbox/intents/${id}/simulate`, {
    method: 'POST',
    body: JSON.stringify({ outcome }),
  });

test('an order is shipped once its code is paid', async () => {
  const order = new Promise((resolve) => {
    shipped = resolve;
  });
  await simulate('pi_order_7', 'succeed');
  assert.equal(await order, '7');
});

test('an order that was canceled is not shipped', async () => {
  shipped = () => assert.fail('It was shipped.');
  await simulate('pi_order_7', 'cancel');
  const { hostname, port } = new URL(sandbox.url);
  const stripe = new Stripe('sk_test_1', { host: hostname, port, protocol: 'http' });
  const [canceled] = (await stripe.events.list()).data;
  assert.equal(canceled.type, 'payment_intent.canceled');
});
