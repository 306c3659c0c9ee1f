import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBrowser } from '../testing/browser.ts';
import { createConfirmingGateway, openTab, settle, UNPAID } from '../testing/confirmingGateway.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 });
  createBrowser().activate();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const refused = (count: number) => Array.from({ length: count }, () => 'forbidden' as const);

describe('a customer who has agreed to pay', () => {
  it('is asked again where the amount has changed', async () => {
    const gateway = createConfirmingGateway();
    const tab = await openTab(gateway);
    gateway.updateIntent({ amount: 9999 });
    expect(await settle(tab.pay())).toEqual({ kind: 'amount_changed' });
    expect(gateway.keys).toEqual([]);
    expect(tab.checkout.getState()).toMatchObject({ phase: 'payable', intent: { amount: 9999 } });
    expect(await settle(tab.pay())).toEqual({ kind: 'updated' });
  });

  it('is asked again where the currency has changed', async () => {
    const gateway = createConfirmingGateway();
    const tab = await openTab(gateway);
    gateway.updateIntent({ currency: 'usd' });
    expect(await settle(tab.pay())).toEqual({ kind: 'amount_changed' });
    expect(gateway.keys).toEqual([]);
  });

  it('sees each decline, also for the same reason', async () => {
    const gateway = createConfirmingGateway();
    gateway.nextConfirms('declined', 'declined');
    const tab = await openTab(gateway);
    await settle(tab.pay());
    await settle(tab.pay());
    expect(tab.results).toEqual(['failed', 'failed']);
    expect(gateway.attempts()).toBe(2);
  });

  it('sees each decline of a saved method, which the charge distinguishes', async () => {
    const gateway = createConfirmingGateway(UNPAID, { failureDetail: 'a saved method' });
    gateway.nextConfirms('declined', 'declined');
    const tab = await openTab(gateway);
    await settle(tab.pay());
    await settle(tab.pay());
    expect(tab.results).toEqual(['failed', 'failed']);
  });

  it('sees a decline as one where it is like the last in all that is shown', async () => {
    const gateway = createConfirmingGateway(UNPAID, { failureDetail: 'only a code' });
    gateway.nextConfirms('declined', 'declined');
    const tab = await openTab(gateway);
    expect(await settle(tab.pay())).toEqual({ kind: 'updated' });
    expect(await settle(tab.pay())).toEqual({ kind: 'updated' });
    expect(tab.currentState()).toBe('failed');
    expect(gateway.attempts()).toBe(2);
  });

  it('sees a rejection where the payment shows nothing of a decline', async () => {
    const gateway = createConfirmingGateway(UNPAID, { failureDetail: 'nothing' });
    gateway.nextConfirms('declined');
    const tab = await openTab(gateway);
    expect(await settle(tab.pay())).toMatchObject({ kind: 'rejected', error: { status: 402 } });
    expect(tab.currentState()).toBe('payable');
  });

  it('can pay when a fault of the gateway’s has passed', async () => {
    const gateway = createConfirmingGateway();
    // Stripe answers a key with the same 500 for a day.
    gateway.nextConfirms('server_error');
    const tab = await openTab(gateway);
    expect(await settle(tab.pay())).toMatchObject({ kind: 'unknown', error: { status: 500 } });
    expect(await settle(tab.pay())).toEqual({ kind: 'updated' });
    expect(gateway.attempts()).toBe(1);
  });

  it('sees the result where the very last answer is lost', async () => {
    const gateway = createConfirmingGateway();
    gateway.nextConfirms('lost_request', 'conflict', 'lost_request', 'lost_answer');
    const tab = await openTab(gateway);
    expect(await settle(tab.pay())).toEqual({ kind: 'updated' });
    expect(tab.currentState()).toBe('action:redirect');
  });

  it('waits as long as the gateway asks for', async () => {
    const gateway = createConfirmingGateway();
    gateway.nextConfirms('rate_limited');
    const tab = await openTab(gateway);
    const result = tab.pay();
    await vi.advanceTimersByTimeAsync(29_000);
    expect(gateway.keys).toHaveLength(1);
    await settle(result);
    expect(gateway.keys).toHaveLength(2);
    expect(new Set(gateway.keys).size).toBe(1);
  });

  it('uses another key for another method', async () => {
    const gateway = createConfirmingGateway();
    gateway.nextConfirms('rejected');
    const tab = await openTab(gateway);
    expect(await settle(tab.pay('paypal'))).toMatchObject({
      kind: 'rejected',
      param: 'payment_method_data[paypal][email]',
    });
    expect(tab.currentState()).toBe('payable');
    await settle(tab.pay('alipay'));
    expect(new Set(gateway.keys).size).toBe(2);
  });
});

describe('a gateway that sends fewer details', () => {
  it.each([
    ['a decline', 'declined', 'failed'],
    ['what was declined, with the answer lost', 'declined_answer_lost', 'failed'],
  ] as const)('is read for %s', async (_, outcome, state) => {
    const gateway = createConfirmingGateway(UNPAID, { bringsIntent: false, isIdempotent: false });
    gateway.nextConfirms(outcome);
    const tab = await openTab(gateway);
    expect(await settle(tab.pay())).toEqual({ kind: 'updated' });
    expect(tab.currentState()).toBe(state);
    expect(gateway.attempts()).toBe(1);
  });

  it('is read where the payment was made between the last read and the confirm', async () => {
    const gateway = createConfirmingGateway(UNPAID, { bringsIntent: false });
    let reads = 0;
    const fetch: typeof gateway.fetch = async (input, init) => {
      const answer = await gateway.fetch(input, init);
      if (init?.method !== 'POST' && ++reads === 2) gateway.updateIntent({ status: 'succeeded' });
      return answer;
    };
    const tab = await openTab({ fetch });
    expect(await settle(tab.pay())).toEqual({ kind: 'updated' });
    expect(tab.currentState()).toBe('succeeded');
    expect(gateway.attempts()).toBe(0);
  });

  it('is not taken at its word where a read is refused after a confirm was sent', async () => {
    const gateway = createConfirmingGateway();
    const tab = await openTab(gateway);
    gateway.nextConfirms('lost_answer');
    gateway.nextReads(...answeredReads(1), ...refused(9));
    expect(await settle(tab.pay())).toMatchObject({ kind: 'unknown' });
    expect(gateway.keys).toHaveLength(1);
  });

  it.each([1, 2, 3])(
    'is asked again where it refuses %i reads, which a firewall may do',
    async (count) => {
      const gateway = createConfirmingGateway();
      const tab = await openTab(gateway);
      gateway.nextReads(...refused(count));
      expect(await settle(tab.pay())).toEqual({ kind: 'updated' });
      expect(gateway.attempts()).toBe(1);
    },
  );

  it('has refused where it refuses each read', async () => {
    const gateway = createConfirmingGateway();
    const tab = await openTab(gateway);
    gateway.nextReads(...refused(9));
    const error = { kind: 'unauthorized' };
    expect(await settle(tab.pay())).toMatchObject({ kind: 'rejected', param: null, error });
    expect(gateway.keys).toEqual([]);
  });

  it('is sent nothing as long as it cannot be read', async () => {
    const gateway = createConfirmingGateway();
    const tab = await openTab(gateway);
    gateway.nextReads('lost', 'lost', 'lost', 'lost', 'lost', 'lost', 'lost');
    expect(await settle(tab.pay())).toMatchObject({ kind: 'unknown' });
    expect(gateway.keys).toEqual([]);
  });
});

describe('the shop’s own server', () => {
  it('gets the same key for every repeat, and passes on a decline', async () => {
    const gateway = createConfirmingGateway();
    const callbackCalls: string[] = [];
    const declined = { code: 'card_declined', payment_method: { id: 'pm_1' } };
    const tab = await openTab(gateway, {
      async confirm(_secret, _params, { idempotencyKey }) {
        callbackCalls.push(idempotencyKey);
        if (callbackCalls.length === 1) throw new TypeError('Failed to fetch');
        gateway.updateIntent({ last_payment_error: declined });
        return { error: { type: 'card_error', ...declined, payment_intent: gateway.intent() } };
      },
    });
    expect(await settle(tab.pay())).toEqual({ kind: 'updated' });
    expect(tab.currentState()).toBe('failed');
    expect(callbackCalls).toHaveLength(2);
    expect(new Set(callbackCalls).size).toBe(1);
  });

  it('passes on a server error, which the gateway would repeat for the same key', async () => {
    const gateway = createConfirmingGateway();
    const callbackCalls: string[] = [];
    const tab = await openTab(gateway, {
      async confirm(_secret, _params, { idempotencyKey }) {
        callbackCalls.push(idempotencyKey);
        return { error: { type: 'api_error' } };
      },
    });
    expect(await settle(tab.pay())).toMatchObject({ kind: 'unknown' });
    expect(new Set(callbackCalls).size).toBe(1);
    await settle(tab.pay());
    expect(new Set(callbackCalls).size).toBe(2);
  });
});

describe('a checkout that has ended', () => {
  it('confirms nothing', async () => {
    const gateway = createConfirmingGateway();
    const { checkout, pay } = await openTab(gateway);
    checkout.destroy();
    await expect(pay()).rejects.toThrow(/after destroy/);
    expect(gateway.keys).toEqual([]);
  });

  it('repeats nothing, reads nothing and calls nobody back', async () => {
    const gateway = createConfirmingGateway();
    const { checkout, pay, states } = await openTab(gateway);
    gateway.nextConfirms('lost_request');
    const result = pay();
    await vi.advanceTimersByTimeAsync(1);
    const reads = gateway.reads();
    checkout.destroy();
    expect(await settle(result)).toMatchObject({ kind: 'unknown' });
    expect(gateway.keys).toHaveLength(1);
    expect(gateway.reads()).toBe(reads);
    expect(states).toEqual(['payable']);
  });

  it('sends nothing where it ends during the first read', async () => {
    const gateway = createConfirmingGateway();
    const { checkout, pay } = await openTab(gateway);
    const result = pay();
    checkout.destroy();
    expect(await settle(result)).toMatchObject({ kind: 'unknown' });
    expect(gateway.keys).toEqual([]);
  });

  it('does not change what another checkout on the page reads of the same payment', async () => {
    const gateway = createConfirmingGateway();
    const slow: typeof gateway.fetch = async (...request) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return gateway.fetch(...request);
    };
    const closedTab = await openTab({ fetch: slow }, { page: 'shop' });
    await vi.advanceTimersByTimeAsync(100);
    const result = closedTab.pay();
    await vi.advanceTimersByTimeAsync(150);
    closedTab.checkout.destroy();
    // What is cached for nobody is dropped.
    await vi.advanceTimersByTimeAsync(1);
    // Its first read is under way when the old one's confirm is answered.
    const next = await openTab({ fetch: slow }, { page: 'shop' });
    await settle(result);
    expect(next.currentState()).toBe('action:redirect');
  });
});

/** Reads that are answered as usual before one that is not. */
function answeredReads(count: number): undefined[] {
  return Array.from({ length: count });
}
