import { serveSandbox } from 'paystep/sandbox';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import fixtures from './fixtures.json';

let sandbox;
let payments;

beforeAll(async () => {
  // A port of its own, so that test files may run at the same time.
  sandbox = await serveSandbox({ port: 0, fixtures });
  process.env.STRIPE_SECRET_KEY = 'sk_test_1';
  process.env.STRIPE_API_BASE = sandbox.url;
  // After that, since it reads them as it is loaded.
  payments = await import('./payments.js');
});

beforeEach(() => sandbox.reset());

afterAll(() => sandbox.close());

it('charges the saved card', async () => {
  const { id, result } = await payments.charge('cus_ada', 1800);
  expect(id).toMatch(/^pi_/);
  expect(result).toBe('paid');
});

it('says why a card is not charged', async () => {
  expect(await payments.charge('cus_bob', 1800)).toMatchObject({ result: 'card_declined' });
});

it('charges once where an answer was lost, since the client sends the same key again', async () => {
  const fault = { kind: 'drop', call: 'create', when: 'after', times: 1 };
  await fetch(`${sandbox.url}/sandbox/faults`, { method: 'POST', body: JSON.stringify(fault) });
  const { id, result } = await payments.charge('cus_ada', 1800);
  expect(result).toBe('paid');
  const headers = { authorization: 'Bearer sk_test_1' };
  const list = await (await fetch(`${sandbox.url}/v1/payment_intents`, { headers })).json();
  expect(list.data.map((payment) => payment.id)).toEqual([id]);
});
