import { beforeEach, describe, expect, it } from 'vitest';
import { card, createTestClient, ORIGIN, SECRET, type TestClient } from '../../testing/client.ts';

let client: TestClient;
beforeEach(() => {
  client = createTestClient({ now: () => Date.UTC(2026, 10, 20, 12, 0, 0) });
});

const pay = async (more: object = {}) =>
  (await client.stripe('', card('4242424242424242', more))).body;

const pathOf = (id: string) => `/sandbox/console/${id}`;

/** The words of the part about charges, without its tags. */
const shownFor = async (id: string) => {
  const { body } = await client.send(pathOf(id));
  const [, part = ''] = /id="charges"([\s\S]*)id="timeline-title"/.exec(body) ?? [];
  return part.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
};

const submitRefund = (id: string, fields: Record<string, string>, site = 'same-origin') =>
  client.send(`${pathOf(id)}/refund`, {
    method: 'POST',
    headers: { 'sec-fetch-site': site, referer: `${ORIGIN}${pathOf(id)}` },
    body: new URLSearchParams(fields),
  });

const refundsOf = async (id: string) => {
  const headers = { authorization: `Bearer ${SECRET}` };
  return (await client.send(`/v1/refunds?payment_intent=${id}`, { headers })).body.data;
};

describe('the charges of a payment', () => {
  it('are shown with a button to refund what is left', async () => {
    const { id, latest_charge } = await pay();
    expect(await shownFor(id)).toContain(`Charges and refunds 12:00:00 €18.00 succeeded`);
    expect(await shownFor(id)).toContain(latest_charge);
    const sent = await submitRefund(id, { charge: latest_charge, amount: '500' });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, pathOf(id)]);
    expect(await refundsOf(id)).toMatchObject([{ amount: 500, status: 'succeeded' }]);
    expect(await shownFor(id)).toContain('refunded €5.00 succeeded');
    const { body } = await client.send(pathOf(id));
    expect(body).toContain(
      'name="amount" inputmode="numeric" pattern="[0-9]*" maxlength="12" value="1300"',
    );
    await submitRefund(id, { charge: latest_charge, amount: '1300' });
    expect((await client.send(pathOf(id))).body).not.toContain(`${pathOf(id)}/refund`);
  });

  it('are not shown where there is none, and not refunded where nothing is captured', async () => {
    const open = (await client.stripe('', { amount: 1800, currency: 'eur' })).body;
    expect(await shownFor(open.id)).not.toContain('Charges and refunds');
    const held = await pay({ capture_method: 'manual' });
    expect((await client.send(pathOf(held.id))).body).not.toContain('/refund"');
    await client.stripe(`/${held.id}/cancel`);
    expect(await shownFor(held.id)).toContain('released €18.00');
  });

  it('say what is wrong with a refund', async () => {
    const { id, latest_charge } = await pay();
    const answer = await submitRefund(id, { charge: latest_charge, amount: '2000' });
    expect(answer.status).toBe(400);
    expect(answer.body).toContain('Refund amount (€20.00) is greater than unrefunded amount');
    expect(answer.body).toContain(`<code>${id}</code>`);
  });

  it('are not refunded by forms of other sites', async () => {
    const { id, latest_charge } = await pay();
    const answer = await submitRefund(id, { charge: latest_charge }, 'cross-site');
    expect(answer.status).toBe(403);
    expect(await refundsOf(id)).toEqual([]);
  });
});
