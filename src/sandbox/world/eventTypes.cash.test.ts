import { beforeEach, describe, expect, it } from 'vitest';
import { confirmed, createTestClient, SECRET, type TestClient } from '../testing/client.ts';

let client: TestClient;
let customer: string;

const post = async (path: string, params: object = {}) =>
  (await client.post('stripe', path, params)).body;

beforeEach(async () => {
  client = createTestClient();
  customer = (await post('/customers')).id;
});

/** The events since the customer’s creation, oldest first. */
async function events() {
  const headers = { authorization: `Bearer ${SECRET}` };
  const { body } = await client.send('/v1/events?limit=100', { headers });
  return body.data.reverse().slice(1);
}

const types = async () => (await events()).map(({ type }: { type: string }) => type);

const fund = (amount: number) =>
  post(`/test_helpers/customers/${customer}/fund_cash_balance`, { amount, currency: 'eur' });

const startTransfer = async (): Promise<string> =>
  (await post('/payment_intents', confirmed('customer_balance', { customer }))).id;

const STARTED = ['payment_intent.created', 'payment_intent.requires_action'];
const MOVED = 'customer_cash_balance_transaction.created';
const AVAILABLE = 'cash_balance.funds_available';

describe('the events of a cash balance', () => {
  it('are those of the money and of the balance where nothing waits for it', async () => {
    const transaction = await fund(1000);
    expect(await events()).toMatchObject([
      { type: MOVED, data: { object: transaction } },
      {
        type: AVAILABLE,
        data: { object: { object: 'cash_balance', customer, available: { eur: 1000 } } },
      },
    ]);
  });

  it('leave out a balance that a payment takes whole', async () => {
    const payment_intent = await startTransfer();
    await fund(1800);
    expect(await types()).toEqual([
      ...STARTED,
      'charge.succeeded',
      'payment_intent.succeeded',
      MOVED,
      MOVED,
    ]);
    const [funded, applied] = (await events()).slice(-2);
    expect(funded.data.object).toMatchObject({ type: 'funded', net_amount: 1800 });
    expect(applied.data.object).toMatchObject({
      type: 'applied_to_payment',
      net_amount: -1800,
      ending_balance: 0,
      applied_to_payment: { payment_intent },
    });
  });

  it('show what a payment leaves', async () => {
    await startTransfer();
    await fund(2000);
    const last = (await events()).at(-1);
    expect(last).toMatchObject({ type: AVAILABLE, data: { object: { available: { eur: 200 } } } });
  });

  it('are in the log by the customer', async () => {
    client = createTestClient({
      forwardTo: ['http://localhost:3000/'],
      fetch: async () => new Response(),
    });
    customer = (await post('/customers')).id;
    await fund(1000);
    const { body } = await client.send('/sandbox/deliveries');
    expect(body.data[0]).toMatchObject({ type: AVAILABLE, cash_balance: customer });
  });

  it('are none for a change of its settings, and for a deleted customer', async () => {
    await post(`/customers/${customer}/cash_balance`, {
      settings: { reconciliation_mode: 'manual' },
    });
    await client.send(`/v1/customers/${customer}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${SECRET}` },
    });
    expect(await types()).toEqual(['customer.deleted']);
  });
});
