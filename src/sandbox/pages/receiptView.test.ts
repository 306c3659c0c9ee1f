import { beforeEach, describe, expect, it } from 'vitest';
import { card, createTestClient, SECRET, type TestClient } from '../testing/client.ts';

let client: TestClient;
beforeEach(() => {
  client = createTestClient({ now: () => Date.UTC(2026, 10, 20), merchant: 'Tea & <Co>' });
});

const pay = async (more: object = {}) =>
  (await client.stripe('', card('4242424242424242', more))).body;

const receiptUrlOf = async (charge: string) => {
  const headers = { authorization: `Bearer ${SECRET}` };
  return (await client.send(`/v1/charges/${charge}`, { headers })).body.receipt_url as string;
};

const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('a receipt', () => {
  it('is behind the receipt_url of a charge, with what has come back', async () => {
    const { latest_charge, id } = await pay({ description: 'A tin of tea' });
    await client.post('stripe', '/refunds', { payment_intent: id, amount: 500 });
    const { body, headers, status } = await client.send(await receiptUrlOf(latest_charge));
    expect(status).toBe(200);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    const text = textOf(body);
    for (const part of [
      'Tea &amp; &lt;Co&gt;',
      'A tin of tea',
      'paid €18.00',
      'date 2026-11-20',
      'method visa •••• 4242',
      'refunded 2026-11-20 -€5.00',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('says that money is only authorized, and that it was released or refunded', async () => {
    const held = await pay({ capture_method: 'manual' });
    const url = await receiptUrlOf(held.latest_charge);
    expect(textOf((await client.send(url)).body)).toContain('authorized €18.00');
    await client.stripe(`/${held.id}/cancel`);
    expect(textOf((await client.send(url)).body)).toContain('Released');
    const paid = await pay();
    await client.post('stripe', '/refunds', { payment_intent: paid.id });
    const refunded = await client.send(await receiptUrlOf(paid.latest_charge));
    expect(refunded.body).toContain('<h1>Refunded</h1>');
  });

  it('is of no failed charge', async () => {
    const { body } = await client.stripe('', card('4000000000000002'));
    const url = `/sandbox/receipts/${body.error.charge}`;
    expect((await client.send(url)).status).toBe(404);
    expect((await client.send('/sandbox/receipts/ch_none')).status).toBe(404);
  });
});
