import { beforeEach, describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../sandbox.ts';

/** A merchant's server that knows nothing but WooshPay's API reference: plain fetch, Basic auth, JSON. */
const KEY = 'sk_test_wooshpay';
const BASE = 'https://sandbox.example/wooshpay';

let sandbox: Sandbox;
let now: number;

beforeEach(() => {
  // The sample's own time.
  now = 1_671_261_323_000;
  sandbox = createSandbox({ now: () => now });
});

async function call(method: string, path: string, body?: object, style?: string) {
  const response = await sandbox.fetch(`${BASE}${path}`, {
    method,
    headers: {
      authorization: `Basic ${btoa(`${KEY}:`)}`,
      'content-type': 'application/json',
      ...(style && { 'sandbox-style': style }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

const create = (body: object, style?: string) => call('POST', '/v1/payment_intents', body, style);

/** The request that the reference has for create, letter for letter. */
const REQUEST = {
  amount: 10,
  currency: 'USD',
  confirm: true,
  payment_method_data: {
    type: 'card',
    card: { exp_month: '12', exp_year: '2026', number: '4111111111111111', cvc: '123' },
    billing_details: {
      address: {
        line1: 'XX mansion',
        line2: 'XX Town',
        city: 'city',
        state: 'California',
        country: 'US',
        postal_code: '55555',
      },
      name: 'Tom',
    },
  },
  description: 'product description',
  quantity: 2,
  metadata: { key1: 'value1' },
  merchant_user_id: '123456',
  merchant_order_id: 'Order112344343',
  shipping: {
    address: {
      line1: 'XX mansion',
      line2: 'XX Town',
      city: 'city',
      state: 'California',
      country: 'US',
      postal_code: 'xxx xxx',
    },
    name: 'tom',
    phone: 'xxxx',
  },
  return_url: 'https://your.website',
};

describe('create, as in the reference', () => {
  it('answers the sample field by field', async () => {
    const { status, body } = await create(REQUEST, '2022');
    expect(status).toBe(200);
    expect(body).toEqual({
      id: expect.stringMatching(/^pi_\d{19}$/),
      object: 'payment_intent',
      created: 1671261323000,
      currency: 'USD',
      amount: 10,
      status: 'succeeded',
      description: 'product description',
      metadata: { key1: 'value1' },
      livemode: false,
      shipping: {
        address: {
          city: 'city',
          country: 'US',
          line1: 'XX mansion',
          line2: 'XX Town',
          state: 'California',
          postal_code: 'xxx xxx',
        },
        carrier: null,
        name: 'tom',
        phone: 'xxxx',
        tracking_number: null,
      },
      customer: null,
      quantity: 2,
      invoice: null,
      merchant_user_id: '123456',
      merchant_order_id: 'Order112344343',
      client_secret: expect.stringMatching(/^pi_\d{19}_secret_[A-Za-z0-9]{24}$/),
      last_payment_error: null,
      next_action: null,
      payment_method_types: '["wechat_pay","alipay","card"]',
      receipt_email: null,
      canceled_at: null,
      cancellation_reason: null,
      confirmation_method: 'automatic',
      payment_method_options:
        '{"card":{"request_three_d_secure":"auto","capture_method":"automatic"}}',
      '3ds_status': null,
      amount_capturable: null,
      return_url: 'https://your.website',
      payment_method: expect.stringMatching(/^pm_\d{19}$/),
      amount_received: null,
      capture_method: 'automatic',
    });
  });

  it('makes a payment method of the data, without the number', async () => {
    const { body } = await create(REQUEST);
    const method = await call('GET', `/v1/payment_methods/${body.payment_method}`);
    expect(method.body).toMatchObject({
      type: 'card',
      card: { last4: '1111', exp_month: 12, exp_year: 2026 },
      billing_details: REQUEST.payment_method_data.billing_details,
    });
    expect(JSON.stringify(method.body)).not.toContain('4111111111111111');
  });

  it('waits, where confirm is not set, for a method and a confirm', async () => {
    const { confirm: _, payment_method_data, return_url, ...params } = REQUEST;
    const { body } = await create(params);
    expect(body.status).toBe('requires_payment_method');
    const path = `/v1/payment_intents/${body.id}`;
    const updated = await call('POST', path, { payment_method_data });
    expect(updated.body.status).toBe('requires_confirmation');
    const confirmed = await call('POST', `${path}/confirm`, { return_url });
    expect(confirmed.body).toMatchObject({ status: 'succeeded', return_url });
    expect((await call('GET', path)).body).toEqual(confirmed.body);
  });

  it.each([
    ['return_url', 'https://your.website'],
    ['off_session', true],
  ])('takes %s "only when confirm=true"', async (name, value) => {
    const { status, body } = await create({ amount: 10, currency: 'USD', [name]: value });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ type: 'invalid_request_error', param: name });
  });

  it.each([
    [{ amount: undefined }, 'amount'],
    [{ currency: undefined }, 'currency'],
    [{ amount: 100_000_000 }, 'amount'],
    [{ amount: 0 }, 'amount'],
    [{ amount: -1 }, 'amount'],
    [{ metadata: 'x' }, 'metadata'],
  ])('refuses %o, naming %s', async (more, param) => {
    const { status, body } = await create({ ...REQUEST, ...more });
    expect(status).toBe(400);
    expect(body.error.param).toBe(param);
  });

  it('unsets keys of the metadata by an empty value', async () => {
    const { body } = await create({ ...REQUEST, metadata: { key1: 'value1', key2: 'value2' } });
    const path = `/v1/payment_intents/${body.id}`;
    const less = await call('POST', path, { metadata: { key1: '' } });
    expect(less.body.metadata).toEqual({ key2: 'value2' });
    expect((await call('POST', path, { metadata: '' })).body.metadata).toEqual({});
  });

  it('needs no customer for an off-session payment', async () => {
    const card = { ...REQUEST.payment_method_data.card, number: '4000000000003220' };
    const payment_method_data = { ...REQUEST.payment_method_data, card };
    const { status, body } = await create({ ...REQUEST, payment_method_data, off_session: true });
    expect(status).toBe(402);
    expect(body.error).toMatchObject({ type: 'card_error', code: 'authentication_required' });
  });
});

/** Every field of the answer in the reference. */
const FIELDS = [
  'id',
  'object',
  'created',
  'currency',
  'customer',
  'amount',
  'status',
  'description',
  'metadata',
  'livemode',
  'shipping',
  'merchant_order_id',
  'client_secret',
  'last_payment_error',
  'next_action',
  'payment_method_types',
  'payment_method_options',
  'payment_method',
  'receipt_email',
  'canceled_at',
  'cancellation_reason',
  'confirmation_method',
  '3ds_status',
  'amount_capturable',
  'return_url',
  'quantity',
  'latest_charge',
  'merchant_user_id',
  'amount_received',
  'capture_method',
  'invoice',
  'setup_future_usage',
];

describe('capture, as in the reference', () => {
  const authorize = async (more: object = {}) =>
    (await create({ ...REQUEST, amount: 1000, capture_method: 'manual', ...more })).body;
  const capture = (id: string, body: object = {}) =>
    call('POST', `/v1/payment_intents/${id}/capture`, body);

  it('takes the full amount by default, and shows every field', async () => {
    const authorized = await authorize();
    expect(authorized).toMatchObject({
      status: 'requires_capture',
      amount_capturable: 1000,
      amount_received: 0,
    });
    const { body } = await capture(authorized.id);
    expect(Object.keys(body).sort()).toEqual([...FIELDS].sort());
    expect(body).toMatchObject({
      status: 'succeeded',
      amount_capturable: 0,
      amount_received: 1000,
      latest_charge: expect.stringMatching(/^ch_/),
    });
  });

  it('releases what is not captured', async () => {
    const { id } = await authorize();
    const { body } = await capture(id, { amount_to_capture: 400, final_capture: false });
    expect(body).toMatchObject({
      status: 'succeeded',
      amount: 1000,
      amount_received: 400,
      amount_capturable: 0,
    });
    const again = await capture(id);
    expect(again.status).toBe(400);
    expect(again.body.error.code).toBe('payment_intent_unexpected_state');
  });

  it('takes no more than the original amount', async () => {
    const { id } = await authorize();
    expect((await capture(id, { amount_to_capture: 1001 })).status).toBe(400);
    expect((await capture(id, { amount_to_capture: 0 })).status).toBe(400);
  });

  it('needs a payment that requires capture, and one that there is', async () => {
    const { body } = await create(REQUEST);
    expect((await capture(body.id)).body.error.message).toContain('already been captured');
    expect((await capture('pi_1600000000000000000')).status).toBe(404);
  });

  it('is too late seven days after', async () => {
    const { id } = await authorize();
    now += 7 * 24 * 3600 * 1000;
    const { body } = await call('GET', `/v1/payment_intents/${id}`);
    expect(body).toMatchObject({ status: 'canceled', canceled_at: now, amount_capturable: 0 });
  });

  it('can be set for one method', async () => {
    const options = { card: { capture_method: 'manual', request_three_d_secure: 'auto' } };
    const authorized = await authorize({
      capture_method: 'automatic',
      payment_method_options: options,
    });
    expect(authorized).toMatchObject({
      status: 'requires_capture',
      payment_method_options: options,
    });
  });
});

describe('the fields of the reference', () => {
  const pay = (number: string, more: object = {}) => {
    const card = { ...REQUEST.payment_method_data.card, number };
    return create({ ...REQUEST, payment_method_data: { type: 'card', card }, ...more });
  };

  it('include the error of the last attempt', async () => {
    const { status, body } = await pay('4000000000000002');
    expect(status).toBe(402);
    expect(body.error.payment_intent.last_payment_error).toEqual({
      code: 'card_declined',
      message: expect.any(String),
      payment_method: expect.objectContaining({ type: 'card' }),
      type: 'card_error',
      decline_code: 'generic_decline',
      charge: null,
    });
  });

  it('include the authentication of the card', async () => {
    const challenged = (await pay('4000000000003220')).body;
    const known = {
      three_d_enrollment: 'Y',
      three_d_secure_version: '2.2.0',
      three_d_secure_server_transaction_id: expect.stringMatching(/^[\d-]{36}$/),
    };
    expect(challenged['3ds_status']).toEqual({ ...known, status: 'PENDING', three_d_result: 'C' });
    const simulate = (id: string, outcome: string) =>
      sandbox.fetch(`https://sandbox.example/sandbox/intents/${id}/simulate`, {
        method: 'POST',
        body: JSON.stringify({ outcome }),
      });
    const read = async (id: string) => (await call('GET', `/v1/payment_intents/${id}`)).body;
    await simulate(challenged.id, 'succeed');
    const authenticated = { ...known, status: 'COMPLETED', three_d_result: 'Y' };
    expect((await read(challenged.id))['3ds_status']).toEqual(authenticated);
    const refused = (await pay('4000000000003220')).body;
    await simulate(refused.id, 'fail');
    expect((await read(refused.id))['3ds_status']).toEqual({
      ...known,
      status: 'FAILED',
      three_d_result: 'N',
    });
    const frictionless = (await pay('4000000000003055')).body;
    await simulate(frictionless.id, 'succeed');
    expect((await read(frictionless.id))['3ds_status']).toEqual({
      ...authenticated,
      cavv: expect.stringMatching(/^[\w+/]{27}=$/),
      eci: 5,
    });
  });

  it('include a cancellation', async () => {
    const { body } = await create({ amount: 10, currency: 'USD' });
    for (const cancellation_reason of ['duplicate', 'fraudulent', 'requested_by_customer']) {
      const { body: other } = await create({ amount: 10, currency: 'USD' });
      const path = `/v1/payment_intents/${other.id}/cancel`;
      expect((await call('POST', path, { cancellation_reason })).body).toMatchObject({
        status: 'canceled',
        canceled_at: now,
        cancellation_reason,
      });
    }
    const odd = await call('POST', `/v1/payment_intents/${body.id}/cancel`, {
      cancellation_reason: 'boredom',
    });
    expect(odd.body.error.param).toBe('cancellation_reason');
  });

  it('keep setup_future_usage, the receipt and manual confirmation', async () => {
    const { body } = await create({
      amount: 10,
      currency: 'USD',
      setup_future_usage: 'off_session',
      receipt_email: 'tom@example.com',
      confirmation_method: 'manual',
      payment_method_types: ['card'],
    });
    expect(body).toMatchObject({
      setup_future_usage: 'off_session',
      receipt_email: 'tom@example.com',
      confirmation_method: 'manual',
      payment_method_types: ['card'],
      amount_capturable: null,
      amount_received: null,
    });
  });

  it('are found in a list', async () => {
    const { body } = await create(REQUEST);
    const { body: list } = await call('GET', '/v1/payment_intents?limit=5');
    expect(list).toMatchObject({ object: 'list', has_more: false, data: [body] });
    const query = encodeURIComponent("metadata['key1']:'value1' AND currency:'usd'");
    const { body: found } = await call('GET', `/v1/payment_intents/search?query=${query}`);
    expect(found.data).toEqual([body]);
  });
});
