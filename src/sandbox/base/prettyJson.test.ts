import { beforeEach, describe, expect, it } from 'vitest';
import { createTestClient, PUBLISHABLE, SECRET, type TestClient } from '../testing/client.ts';

let client: TestClient;
let sent: string[];

beforeEach(() => {
  sent = [];
  client = createTestClient({
    forwardTo: ['http://localhost:3000/'],
    fetch: async (_, { body }) => {
      sent.push(String(body));
      return new Response();
    },
  });
});

const ask = async (path: string, init: RequestInit = {}) => {
  const headers = { authorization: `Bearer ${SECRET}`, ...init.headers };
  const answer = await client.sandbox.fetch(`http://sandbox${path}`, { ...init, headers });
  return { text: await answer.text(), type: answer.headers.get('content-type') };
};

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  ask(path, { method: 'POST', headers: { ...FORM, ...headers }, body });

const PAID =
  'amount=1800&currency=eur&payment_method=pm_card_visa&confirm=true&return_url=https://a.b/';

const isPretty = (text: string) => text === JSON.stringify(JSON.parse(text), null, 2);

describe('a JSON answer', () => {
  it('can be searched with grep', async () => {
    expect((await post('/v1/payment_intents', PAID)).text.split('\n')).toContain(
      '  "status": "succeeded",',
    );
  });

  it.each<[string, () => ReturnType<typeof ask>]>([
    ['of an operation', () => post('/v1/payment_intents', PAID)],
    ['of a resource', () => post('/v1/customers', 'name=Ada')],
    ['of a list', () => ask('/v1/payment_intents')],
    ['of WooshPay', () => ask('/wooshpay/v1/customers')],
    ['to a wrong parameter', () => post('/v1/payment_intents', 'amount=x')],
    [
      'to a wrong key',
      () => ask(`/v1/customers?key=${PUBLISHABLE}`, { headers: { authorization: '' } }),
    ],
    ['to a wrong path', () => ask('/v1/nothing')],
    ['to a wrong path outside of the API', () => ask('/nothing')],
    ['with a fault', () => ask('/v1/customers', { headers: { 'sandbox-fault': 'server_error' } })],
    ['under /sandbox', () => ask('/sandbox/clock')],
  ])('is indented by two spaces, without a newline at the end: %s', async (_, send) => {
    const { text, type } = await send();
    expect(text).toContain('\n  "');
    expect(isPretty(text)).toBe(true);
    expect(type).toBe('application/json');
  });

  it('is the same in every byte for a repeated key', async () => {
    const create = () => post('/v1/payment_intents', PAID, { 'idempotency-key': 'order-1' });
    const first = await create();
    expect(await create()).toEqual(first);
    expect(isPretty(first.text)).toBe(true);
  });
});

it('is what a webhook has, too', async () => {
  await post('/v1/payment_intents', PAID);
  await expect.poll(() => sent.length).toBeGreaterThan(0);
  expect(sent.filter((text) => !isPretty(text))).toEqual([]);
});
