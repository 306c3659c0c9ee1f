import { beforeEach, expect, it } from 'vitest';
import { createTestClient, PUBLISHABLE, SECRET, type TestClient } from '../testing/client.ts';

let client: TestClient;

beforeEach(() => {
  client = createTestClient();
});

const NUMBER = '4242424242424242';

const CARD = {
  'card[number]': NUMBER,
  'card[exp_month]': '12',
  'card[exp_year]': '2034',
  'card[cvc]': '123',
  'card[name]': 'Jenny Rosen',
  'card[address_zip]': '94103',
};

const post = (path: string, params: Record<string, string>, headers: Record<string, string> = {}) =>
  client.send(path, {
    method: 'POST',
    headers: { authorization: `Bearer ${PUBLISHABLE}`, ...headers },
    body: new URLSearchParams(params),
  });

const read = (id: string, key: string, headers: Record<string, string> = {}) =>
  client.send(`/v1/tokens/${id}`, { headers: { authorization: `Bearer ${key}`, ...headers } });

it('makes a token of a card with a publishable key', async () => {
  const { body, status } = await post('/v1/tokens', CARD);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    id: expect.stringMatching(/^tok_/),
    object: 'token',
    type: 'card',
    used: false,
    livemode: false,
    card: {
      id: expect.stringMatching(/^card_/),
      object: 'card',
      brand: 'Visa',
      last4: '4242',
      exp_month: 12,
      exp_year: 2034,
      name: 'Jenny Rosen',
      address_zip: '94103',
      address_city: null,
      cvc_check: 'unchecked',
    },
  });
});

it('is one payment method, with the name and the address of the card', async () => {
  const { id } = (await post('/v1/tokens', CARD)).body;
  const params = {
    type: 'card',
    'card[token]': id,
    'billing_details[address][city]': 'San Francisco',
  };
  const method = await post('/v1/payment_methods', params);
  expect(method.body).toMatchObject({
    card: { last4: '4242', exp_year: 2034, checks: { cvc_check: 'unchecked' } },
    billing_details: {
      name: 'Jenny Rosen',
      address: { postal_code: '94103', city: 'San Francisco' },
    },
  });
  expect((await read(id, SECRET)).body.used).toBe(true);
  const again = await post('/v1/payment_methods', params);
  expect(again.body.error).toMatchObject({ code: 'token_already_used', param: 'card[token]' });
});

it('keeps neither the number nor the security code', async () => {
  await post('/v1/tokens', CARD);
  expect(JSON.stringify(client.sandbox.snapshot())).not.toMatch(/42424242|"123"/);
});

it('is still there in a sandbox that goes on with the state', async () => {
  const { id } = (await post('/v1/tokens', CARD)).body;
  client = createTestClient({ snapshot: client.sandbox.snapshot() });
  expect((await read(id, SECRET)).body.id).toBe(id);
});

it('is the account’s own, and read with a secret key alone', async () => {
  const { id } = (await post('/v1/tokens', CARD, { 'stripe-account': 'acct_1' })).body;
  expect((await read(id, SECRET)).status).toBe(404);
  expect((await read(id, SECRET, { 'stripe-account': 'acct_1' })).status).toBe(200);
  expect((await read(id, PUBLISHABLE, { 'stripe-account': 'acct_1' })).status).toBe(403);
  const foreign = await post('/v1/payment_methods', { type: 'card', 'card[token]': id });
  expect(foreign.body.error).toMatchObject({ code: 'resource_missing' });
});

it.each([
  [{}, { code: 'parameter_missing', param: 'card' }],
  [{ 'card[cvc]': '123' }, { code: 'parameter_missing', param: 'card[number]' }],
  [{ ...CARD, 'card[exp_year]': '2020' }, { code: 'invalid_expiry_year' }],
  [{ ...CARD, 'card[surprise]': '1' }, { code: 'parameter_unknown' }],
  [{ 'pii[id_number]': '1' }, { code: 'parameter_unknown' }],
])('refuses %o', async (params, error) => {
  expect((await post('/v1/tokens', params as Record<string, string>)).body.error).toMatchObject(
    error,
  );
});
