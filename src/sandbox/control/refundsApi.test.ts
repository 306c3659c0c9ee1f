import { beforeEach, describe, expect, it } from 'vitest';
import { card, confirmed, createTestClient, type TestClient } from '../testing/client.ts';

let client: TestClient;
beforeEach(() => {
  client = createTestClient({ now: () => 1_700_000_000_000 });
});

const simulate = (id: string, outcome?: unknown) =>
  client.send(`/sandbox/refunds/${id}/simulate`, {
    method: 'POST',
    body: JSON.stringify({ outcome }),
  });

const refundOf = async (params: object) => {
  const { body: intent } = await client.stripe('', params);
  if (intent.status === 'requires_action') await client.simulate(intent.id, 'succeed');
  const { body } = await client.post('stripe', '/refunds', { payment_intent: intent.id });
  return body;
};

describe('simulate for a refund', () => {
  it('ends one that is pending', async () => {
    const { id } = await refundOf(card('4000000000007726'));
    expect(await simulate(id, 'succeed')).toMatchObject({
      status: 200,
      body: { id, status: 'succeeded' },
    });
    const again = await simulate(id, 'succeed');
    expect(again.status).toBe(400);
    expect(again.body.error.message).toContain('has a status of succeeded');
  });

  it('fails one that has succeeded, and gives the money back to the merchant', async () => {
    const { charge, id } = await refundOf(card('4242424242424242'));
    expect((await simulate(id, 'fail')).body.status).toBe('failed');
    const headers = { authorization: 'Bearer sk_test_1' };
    const { body } = await client.send(`/v1/charges/${charge}`, { headers });
    expect(body.amount_refunded).toBe(0);
    expect((await simulate(id, 'fail')).status).toBe(400);
  });

  it('has the customer name a bank account', async () => {
    const { id, status } = await refundOf(confirmed('promptpay', { currency: 'thb' }));
    expect(status).toBe('requires_action');
    expect((await simulate(id, 'succeed')).body.status).toBe('succeeded');
  });

  it('names the outcomes, and unknown refunds', async () => {
    const { id } = await refundOf(card('4242424242424242'));
    const wrong = await simulate(id, 'vanish');
    expect(wrong.body.error.message).toContain('succeed, fail');
    expect((await simulate(id)).status).toBe(400);
    expect((await simulate('re_none', 'fail')).status).toBe(404);
  });
});
