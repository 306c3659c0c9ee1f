import { beforeEach, describe, expect, it } from 'vitest';
import { secureRandom } from '../base/random.ts';
import type { Charge } from '../payment/charge.ts';
import type { Refund } from '../payment/refund.ts';
import { card, createTestClient, type TestClient } from '../testing/client.ts';
import { EventLog, type GatewayEvent } from './events.ts';
import { Store } from './store.ts';

type Dialect = 'stripe' | 'wooshpay';

const now = 1_700_000_000_000;

let client: TestClient;

const types = (events: readonly { readonly type: string }[]) => events.map(({ type }) => type);

describe('the events of refunds', () => {
  let store: Store;
  let log: EventLog;
  let charge: Charge;
  let sent: GatewayEvent[];

  const pay = async (dialect: Dialect): Promise<Charge> => {
    await client[dialect]('', card('4242424242424242'));
    const paid = client.sandbox.snapshot().charges.at(-1);
    if (!paid) throw new Error('nothing was charged');
    return paid;
  };

  async function start(dialect: Dialect) {
    charge = await pay(dialect);
    store = new Store(() => now);
    log = new EventLog({ now: () => now, random: secureRandom });
    store.restore(client.sandbox.snapshot());
    store.onChange((changes, trigger) => sent.push(...log.add(changes, trigger)));
  }

  beforeEach(() => {
    sent = [];
    client = createTestClient({ now: () => now });
  });

  const refundOf = (more: Partial<Refund> = {}): Refund => ({
    ...({
      id: 're_1',
      created: now,
      amount: 500,
      status: 'succeeded',
      reason: null,
      failureReason: null,
      metadata: {},
    } as const),
    dialect: charge.dialect,
    account: null,
    charge: charge.id,
    paymentIntent: charge.paymentIntent,
    currency: charge.currency,
    ...more,
  });

  /** The types of the events of storing a refund. */
  const put = (refund: Refund, after: Charge = charge) => {
    sent = [];
    store.putRefund(refund, after);
    return types(sent);
  };

  it('are that of the refund, and then that of its charge', async () => {
    await start('stripe');
    const refunded = { ...charge, amountRefunded: 500 };
    expect(put(refundOf(), refunded)).toEqual(['refund.created', 'charge.refunded']);
    expect(sent.map(({ object }) => object.object)).toEqual(['refund', 'charge']);
    expect(sent[1]).toMatchObject({
      object: { amount_refunded: 500, refunded: false },
      previous: { amount_refunded: 0 },
      intentId: charge.paymentIntent,
    });
  });

  it('are two for an update, both with the refund', async () => {
    await start('stripe');
    put(refundOf());
    const edited = refundOf({ metadata: { order: '7' } });
    expect(put(edited)).toEqual(['refund.updated', 'charge.refund.updated']);
    for (const event of sent) {
      expect(event).toMatchObject({
        object: { id: 're_1', object: 'refund', metadata: { order: '7' } },
        previous: { metadata: { order: null } },
      });
    }
    expect(put(edited)).toEqual([]);
  });

  it('show a failure, and nothing of the charge', async () => {
    await start('stripe');
    put(refundOf(), { ...charge, amountRefunded: 500 });
    const failed = refundOf({ status: 'failed', failureReason: 'lost_or_stolen_card' });
    expect(put(failed)).toEqual(['refund.failed', 'refund.updated', 'charge.refund.updated']);
  });

  it('are at WooshPay what its guide names', async () => {
    await start('wooshpay');
    expect(put(refundOf(), { ...charge, amountRefunded: 500 })).toEqual(['charge.refund.updated']);
    expect(sent[0]?.previous).toBeNull();
    expect(put(refundOf({ metadata: { order: '7' } }))).toEqual(['charge.refund.updated']);
  });

  it('are an update where the charge alone changes', async () => {
    await start('stripe');
    store.putCharge({ ...charge, metadata: { order: '7' } });
    expect(sent).toMatchObject([
      { type: 'charge.updated', previous: { metadata: { order: null } } },
    ]);
  });
});
