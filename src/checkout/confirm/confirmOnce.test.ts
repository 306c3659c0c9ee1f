import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type ConfirmOutcome,
  createConfirmingGateway,
  openTab,
  settle,
} from '../testing/confirmingGateway.ts';

beforeEach(() => vi.useFakeTimers({ now: 1_800_000_000_000 }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a payment that is confirmed from the page', () => {
  it('is shown as the gateway answers, without another read', async () => {
    const gateway = createConfirmingGateway();
    const tab = await openTab(gateway);
    const reads = gateway.reads();
    const result = tab.pay();
    await vi.advanceTimersByTimeAsync(1);
    expect(await result).toEqual({ kind: 'updated' });
    expect(tab.currentState()).toBe('action:redirect');
    // The one before it was sent.
    expect(gateway.reads()).toBe(reads + 1);
  });

  it('is confirmed once for two clicks', async () => {
    const gateway = createConfirmingGateway();
    const tab = await openTab(gateway);
    await settle(Promise.all([tab.pay(), tab.pay()]));
    expect(gateway.keys).toHaveLength(1);
  });

  it('is not confirmed where somebody else has been faster', async () => {
    const gateway = createConfirmingGateway();
    const tab = await openTab(gateway);
    gateway.updateIntent({ status: 'processing' });
    expect(await settle(tab.pay())).toEqual({ kind: 'updated' });
    expect(gateway.keys).toEqual([]);
    expect(tab.currentState()).toBe('processing');
  });

  it.each<ConfirmOutcome>(['lost_request', 'conflict'])(
    'is confirmed again, under the same key, after "%s"',
    async (outcome) => {
      const gateway = createConfirmingGateway();
      gateway.nextConfirms(outcome, outcome);
      const tab = await openTab(gateway);
      expect(await settle(tab.pay())).toEqual({ kind: 'updated' });
      expect(gateway.keys).toHaveLength(3);
      expect(new Set(gateway.keys).size).toBe(1);
      expect(gateway.attempts()).toBe(1);
    },
  );

  it('is looked up, not repeated, where the answer is lost', async () => {
    const gateway = createConfirmingGateway();
    gateway.nextConfirms('lost_answer');
    const tab = await openTab(gateway);
    expect(await settle(tab.pay())).toEqual({ kind: 'updated' });
    expect(gateway.keys).toHaveLength(1);
    expect(tab.currentState()).toBe('action:redirect');
  });

  it('is given up after four tries, one, two and four seconds apart', async () => {
    const gateway = createConfirmingGateway();
    gateway.nextConfirms(
      'lost_request',
      'lost_request',
      'lost_request',
      'lost_request',
      'lost_request',
    );
    const tab = await openTab(gateway);
    const result = await settle(tab.pay());
    expect(result).toMatchObject({ kind: 'unknown', error: { kind: 'network' } });
    expect(gateway.keys).toHaveLength(4);
    expect(tab.currentState()).toBe('payable');
  });

  it('is another attempt after a decline, even with the same values', async () => {
    const gateway = createConfirmingGateway();
    gateway.nextConfirms('declined', 'declined');
    const tab = await openTab(gateway);
    await settle(tab.pay());
    expect(tab.currentState()).toBe('failed');
    await settle(tab.pay());
    await settle(tab.pay());
    expect(new Set(gateway.keys).size).toBe(3);
    expect(gateway.attempts()).toBe(3);
    expect(tab.currentState()).toBe('action:redirect');
  });

  it('is never taken back by an answer that comes late', async () => {
    const gateway = createConfirmingGateway();
    gateway.nextConfirms('slow');
    const tab = await openTab(gateway);
    const result = tab.pay();
    await vi.advanceTimersByTimeAsync(1_000);
    gateway.updateIntent({ status: 'succeeded', next_action: null });
    await settle(result);
    expect(tab.currentState()).toBe('succeeded');
    expect(tab.states.at(-1)).toBe('succeeded');
    expect(tab.states.indexOf('succeeded')).toBe(tab.states.length - 1);
  });

  it('cannot be confirmed before anybody has seen it', async () => {
    const silent = { ...createConfirmingGateway(), fetch: () => new Promise<Response>(() => {}) };
    const tab = await openTab(silent);
    await expect(tab.pay()).rejects.toThrow(/before the PaymentIntent was read/);
  });
});

describe('two tabs with one payment', () => {
  /** Locks as browsers have them: one at a time, in order. */
  function stubLocks() {
    let last: Promise<unknown> = Promise.resolve();
    const request = (_: string, work: () => Promise<unknown>) => {
      last = last.then(work, work);
      return last;
    };
    vi.stubGlobal('navigator', { locks: { request } });
  }

  it.each([
    ['with locks', stubLocks],
    ['without', () => {}],
  ])('pay once, %s', async (_, stub) => {
    stub();
    const gateway = createConfirmingGateway();
    const [one, other] = [await openTab(gateway), await openTab(gateway)];
    await settle(Promise.all([one.pay(), other.pay()]));
    expect(gateway.attempts()).toBe(1);
    await settle(Promise.resolve());
    expect([one.currentState(), other.currentState()]).toEqual([
      'action:redirect',
      'action:redirect',
    ]);
  });
});
