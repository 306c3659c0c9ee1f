import { beforeEach, describe, expect, it } from 'vitest';
import { ROUTES } from '../api.ts';
import { OPERATIONS } from '../operations/operations.ts';
import { createTestClient, SECRET, type TestClient } from '../testing/client.ts';
import { answerOf } from './answerOf.ts';

const calls = [...ROUTES, ...OPERATIONS];

const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

describe('answerOf', () => {
  it.each([
    ['POST /customers', 'customer'],
    ['GET /customers/:id', 'customer'],
    ['DELETE /customers/:id', 'customer'],
    ['GET /customers', { data: 'customer' }],
    ['GET /customers/:id/payment_methods', { data: 'payment_method' }],
    ['GET /customers/:id/payment_methods/:method', 'payment_method'],
    ['GET /customers/:id/cash_balance', 'cash_balance'],
    ['POST /test_helpers/customers/:id/fund_cash_balance', 'customer_cash_balance_transaction'],
    ['POST /payment_methods/:id/attach', 'payment_method'],
    ['POST /payment_intents/:id/confirm', 'payment_intent'],
    ['GET /payment_intents/search', { data: 'payment_intent', total_count: 'hash' }],
    ['GET /charges/:id/refunds', { data: 'refund' }],
    ['GET /products/:id', {}],
  ])('names what a call answers with: %s', (call, expected) => {
    const [method = '', path = ''] = call.split(' ');
    expect(answerOf({ method, path })).toEqual(expected);
  });

  it.each(calls.map((call) => [nameOf(call), call] as const))('knows %s', (_, call) => {
    expect(answerOf(call)).not.toEqual({});
  });
});

describe('the list of a call', () => {
  let client: TestClient;

  beforeEach(() => {
    client = createTestClient();
  });

  const lists = ROUTES.filter(({ method, path }) => method === 'GET' && !path.includes(':'));

  it.each(lists.map((call) => [call.path, call] as const))('is one: %s', async (path, call) => {
    const query = path.endsWith('/search') ? '?query=created>1' : '';
    const headers = { authorization: `Bearer ${SECRET}` };
    const { body } = await client.send(`/v1${path}${query}`, { headers });
    expect(body.object).toBe(path.endsWith('/search') ? 'search_result' : 'list');
    expect(answerOf(call)).toHaveProperty('data');
  });
});
