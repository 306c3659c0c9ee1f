import { beforeEach, describe, expect, it } from 'vitest';
import { card, confirmed, createTestClient, SECRET, type TestClient } from '../testing/client.ts';

const DAY = 24 * 3600 * 1000;

let client: TestClient;
let now: number;

beforeEach(() => {
  now = 1_700_000_000_000;
  client = createTestClient({ now: () => now });
});

type Dialect = 'stripe' | 'wooshpay';

const authorization = `Bearer ${SECRET}`;

/** The events since a number of them, oldest first. */
async function eventsSince(count: number, dialect: Dialect = 'stripe') {
  const { body } = await client.send(`/${dialect}/v1/events?limit=100`, {
    headers: { authorization },
  });
  return body.data.reverse().slice(count);
}

const types = (events: readonly { readonly type: string }[]) => events.map(({ type }) => type);

/** The types of the events of one act, in order. */
async function typesOf(act: () => Promise<unknown>, dialect: Dialect = 'stripe') {
  const { length } = await eventsSince(0, dialect);
  await act();
  return types(await eventsSince(length, dialect));
}

const post = async (path: string, params: object = {}) =>
  (await client.post('stripe', path, params)).body;

const remove = (path: string) =>
  client.send(`/stripe/v1${path}`, { method: 'DELETE', headers: { authorization } });

const createCustomer = async (params: object = {}): Promise<string> =>
  (await post('/customers', params)).id;

const GOOD = '4242424242424242';
const MANUAL = { capture_method: 'manual' };

const authorize = async (more: object = {}): Promise<string> =>
  (await client.stripe('', card(GOOD, { ...MANUAL, ...more }))).body.id;

describe('the events of a payment', () => {
  it('have that of its charge before its own', async () => {
    expect(await typesOf(() => client.stripe('', card(GOOD)))).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
    ]);
  });

  it('have an update of the charge two seconds later, with its balance transaction', async () => {
    await client.stripe('', card(GOOD));
    const { length } = await eventsSince(0);
    now += 2000;
    const [updated, ...more] = await eventsSince(length);
    expect(updated).toMatchObject({
      type: 'charge.updated',
      data: { object: { balance_transaction: expect.stringMatching(/^txn_/) } },
      request: { id: null, idempotency_key: null },
    });
    expect(updated.data.previous_attributes).toEqual({ balance_transaction: null });
    expect(more).toEqual([]);
    now += 60_000;
    expect(await eventsSince(length + 1)).toEqual([]);
  });

  it.each(['automatic', 'manual'])('have no such update with %s capture', async (method) => {
    const { body } = await client.stripe('', card(GOOD, { capture_method: method }));
    if (method === 'manual') await client.stripe(`/${body.id}/capture`);
    const wait = async () => {
      now += 60_000;
    };
    expect(await typesOf(wait)).toEqual([]);
  });

  it('have that of a declined charge, and none where nothing was charged', async () => {
    const declined = ['charge.failed', 'payment_intent.payment_failed'];
    expect(await typesOf(() => client.stripe('', card('4000000000000002')))).toEqual([
      'payment_intent.created',
      ...declined,
    ]);
    const { body } = await client.stripe('', card('4000002760003184'));
    expect(await typesOf(() => client.simulate(body.id, 'fail'))).toEqual([
      'payment_intent.payment_failed',
    ]);
  });

  it('follow a debit that is pending', async () => {
    const { body } = await client.stripe('', confirmed('sepa_debit'));
    expect(types(await eventsSince(0))).toEqual([
      'payment_intent.created',
      'charge.pending',
      'payment_intent.processing',
    ]);
    expect(await typesOf(() => client.simulate(body.id, 'fail'))).toEqual([
      'charge.failed',
      'payment_intent.payment_failed',
    ]);
  });

  it('have that of a method that is set up between charge and end', async () => {
    const customer = await createCustomer();
    const params = card(GOOD, { customer, setup_future_usage: 'off_session' });
    expect(await typesOf(() => client.stripe('', params))).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_method.attached',
      'payment_intent.succeeded',
    ]);
  });

  it('are none for a change of the description', async () => {
    const { body } = await client.stripe('', card(GOOD));
    expect(await typesOf(() => client.stripe(`/${body.id}`, { description: 'Tea' }))).toEqual([]);
  });
});

describe('the events of an authorization', () => {
  const TEN = { payment_method_options: { card: { request_multicapture: 'if_available' } } };

  it('have one capture, although a part is released', async () => {
    const id = await authorize();
    expect(types(await eventsSince(1))).toEqual([
      'charge.succeeded',
      'payment_intent.amount_capturable_updated',
    ]);
    const part = { amount_to_capture: 800 };
    expect(await typesOf(() => client.stripe(`/${id}/capture`, part))).toEqual([
      'charge.captured',
      'refund.created',
      'payment_intent.succeeded',
    ]);
  });

  it('have updates for parts of a capture, and the capture for the last', async () => {
    const id = await authorize(TEN);
    const part = { amount_to_capture: 300, final_capture: false };
    expect(await typesOf(() => client.stripe(`/${id}/capture`, part))).toEqual([
      'charge.updated',
      'payment_intent.amount_capturable_updated',
    ]);
    expect(await typesOf(() => client.stripe(`/${id}/capture`))).toEqual([
      'charge.captured',
      'payment_intent.succeeded',
    ]);
  });

  it('show that time releases what was not captured', async () => {
    const id = await authorize(TEN);
    await client.stripe(`/${id}/capture`, { amount_to_capture: 300, final_capture: false });
    const wait = async () => {
      now += 8 * DAY;
    };
    expect(await typesOf(wait)).toEqual([
      'charge.captured',
      'refund.created',
      'payment_intent.succeeded',
    ]);
    await authorize();
    expect(await typesOf(wait)).toEqual([
      'charge.expired',
      'refund.created',
      'payment_intent.canceled',
    ]);
  });

  it('have a refund of the charge for its cancellation', async () => {
    const id = await authorize();
    expect(await typesOf(() => client.stripe(`/${id}/cancel`))).toEqual([
      'refund.created',
      'charge.refunded',
      'payment_intent.canceled',
    ]);
  });
});

describe('the events of a SetupIntent', () => {
  const confirm = (customer?: string) =>
    post('/setup_intents', {
      confirm: true,
      payment_method: 'pm_card_visa',
      payment_method_types: ['card'],
      ...(customer && { customer }),
    });

  it('have that of the method that it attaches', async () => {
    const customer = await createCustomer();
    expect(await typesOf(() => confirm(customer))).toEqual([
      'setup_intent.created',
      'payment_method.attached',
      'setup_intent.succeeded',
    ]);
  });

  it('are of no method without a customer, and never of a charge', async () => {
    expect(await typesOf(() => confirm())).toEqual([
      'setup_intent.created',
      'setup_intent.succeeded',
    ]);
  });
});

describe('the events of customers and their methods', () => {
  it('begin with the customer where a method comes with it', async () => {
    expect(await typesOf(() => createCustomer({ payment_method: 'pm_card_visa' }))).toEqual([
      'customer.created',
      'payment_method.attached',
    ]);
  });

  it('begin with the methods where the customer is deleted', async () => {
    const customer = await createCustomer({ payment_method: 'pm_card_visa' });
    expect(await typesOf(() => remove(`/customers/${customer}`))).toEqual([
      'payment_method.detached',
      'customer.deleted',
    ]);
  });

  it('are none where the customer was refused', async () => {
    const refused = { payment_method: 'pm_card_chargeDeclined' };
    expect(await typesOf(() => post('/customers', refused))).toEqual([]);
  });

  it('have an update only where something changes', async () => {
    const customer = await createCustomer({ name: 'Ada' });
    const rename = (name: string) => typesOf(() => post(`/customers/${customer}`, { name }));
    expect(await rename('Grace')).toEqual(['customer.updated']);
    expect(await rename('Grace')).toEqual([]);
  });

  it('follow a method to its customer and back, but not its creation', async () => {
    const make = () => post('/payment_methods', { type: 'card', card: { token: 'tok_visa' } });
    const customer = await createCustomer();
    expect(await typesOf(make)).toEqual([]);
    const { id } = await make();
    const path = `/payment_methods/${id}`;
    const edit = () => post(path, { metadata: { shelf: '7' } });
    expect(await typesOf(() => post(`${path}/attach`, { customer }))).toEqual([
      'payment_method.attached',
    ]);
    expect(await typesOf(edit)).toEqual(['payment_method.updated']);
    expect(await typesOf(edit)).toEqual([]);
    expect(await typesOf(() => post(`${path}/detach`))).toEqual(['payment_method.detached']);
  });

  it('are not sent for a payment with a method of the customer', async () => {
    const customer = await createCustomer();
    const { id } = await post('/payment_methods/pm_card_visa/attach', { customer });
    const pay = () =>
      client.stripe('', {
        ...card(GOOD),
        payment_method_data: undefined,
        customer,
        payment_method: id,
      });
    expect(await typesOf(pay)).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
    ]);
  });
});

it('WooshPay has the events of intents, and none of charges and customers', async () => {
  const act = async () => {
    await client.post('wooshpay', '/customers', { name: 'Ada' });
    await client.wooshpay('', card(GOOD));
  };
  expect(await typesOf(act, 'wooshpay')).toEqual([
    'payment_intent.created',
    'payment_intent.succeeded',
  ]);
});
