import { describe, expect, it, onTestFinished } from 'vitest';
import { DEVICES } from '../../step/testing/devices.ts';
import { createCheckoutWithTriggers } from '../createCheckout.ts';
import { openPayment } from '../openPayment.ts';
import type { CheckoutState } from '../state.ts';
import {
  createTestCheckout,
  describeState,
  intent,
  PAID,
  QR,
  SECRET,
} from '../testing/createTestCheckout.ts';
import { createPoller } from './poller.ts';
import { noTriggers } from './triggers.ts';

const HIDDEN = { ...noTriggers, hidden: () => true };

describe('a page that is opened in the background', () => {
  it('reads at once, and then as seldom as one that was hidden later', async () => {
    const harness = createTestCheckout(QR, { triggers: HIDDEN });
    await harness.advance();
    expect(harness.states).toEqual(['action:qr']);
    await harness.advance(60_000);
    expect(harness.reads.length).toBeLessThanOrEqual(5);
    expect(harness.reads.length).toBeGreaterThanOrEqual(4);
  });

  it('reads no more after five minutes, until it is seen', async () => {
    let isHidden = true;
    let show = () => {};
    const harness = createTestCheckout(QR, {
      triggers: {
        hidden: () => isHidden,
        listen(refetch) {
          show = () => refetch('visible');
          return () => {};
        },
      },
    });
    await harness.advance(6 * 60_000);
    expect(harness.states.at(-1)).toBe('action:qr paused');
    const { length } = harness.reads;
    await harness.advance(60 * 60_000);
    expect(harness.reads).toHaveLength(length);
    harness.answerWith(PAID);
    isHidden = false;
    show();
    await harness.advance();
    expect(harness.states.at(-1)).toBe('succeeded');
  });
});

describe('a checkout that opens what another on the page watches already', () => {
  const UNPAID = intent({ status: 'requires_payment_method' });

  function openAnother({ gateway }: ReturnType<typeof createTestCheckout>) {
    const states: string[] = [];
    const onChange = (state: CheckoutState) => states.push(describeState(state));
    const checkout = createCheckoutWithTriggers(
      { gateway, clientSecret: SECRET, onChange },
      noTriggers,
    );
    onTestFinished(() => checkout.destroy());
    return { checkout, states };
  }

  it('shows it at once', async () => {
    const harness = createTestCheckout(QR);
    await harness.advance();
    harness.answerWith('silence');
    expect(describeState(openAnother(harness).checkout.getState())).toBe('action:qr');
  });

  it('knows that the customer was at a step, so that requires_payment_method is a failure', async () => {
    const harness = createTestCheckout(QR);
    await harness.advance();
    harness.answerWith(UNPAID);
    const { states } = openAnother(harness);
    await harness.advance();
    expect(states).toEqual(['action:qr', 'failed']);
  });

  it.each([
    ['after an answer', QR, ['action:qr'], 'action:qr'],
    ['before one', 'offline', [], 'loading'],
  ] as const)(
    'is not “retrying” because reads failed %s',
    async (_, first, reportedState, laterState) => {
      const harness = createTestCheckout(first);
      await harness.advance();
      harness.answerWith('offline');
      await harness.advance(20_000);
      harness.answerWith('silence');
      const { states, checkout } = openAnother(harness);
      await harness.advance();
      expect([states, describeState(checkout.getState())]).toEqual([reportedState, laterState]);
    },
  );
});

describe('a poller that has ended and starts again', () => {
  function startPolling(first: Parameters<typeof createTestCheckout>[0]) {
    const harness = createTestCheckout('silence', { clientSecret: 'pi_2_secret_2' });
    const poller = createPoller({
      payment: openPayment(harness.gateway, SECRET),
      device: DEVICES.desktop,
      triggers: noTriggers,
    });
    const subscribe = () => {
      const end = poller.subscribe(() => {});
      onTestFinished(end);
      return end;
    };
    harness.answerWith(first);
    return { ...harness, subscribe, currentState: () => describeState(poller.getState()) };
  }

  it('has no failures behind it', async () => {
    const { subscribe, advance, answerWith, currentState } = startPolling(QR);
    const end = subscribe();
    await advance();
    answerWith('offline');
    await advance(10_000);
    expect(currentState()).toBe('action:qr retrying');
    end();
    answerWith('silence');
    subscribe();
    await advance();
    expect(currentState()).toBe('action:qr');
  });

  it('has not been refused', async () => {
    const { subscribe, advance, answerWith, currentState } = startPolling({ http: 403 });
    const end = subscribe();
    await advance();
    expect(currentState()).toBe('unavailable paused');
    end();
    answerWith('silence');
    subscribe();
    await advance();
    expect(currentState()).toBe('loading');
  });

  it('does not inherit the Retry-After of the one before', async () => {
    const { subscribe, advance, answerWith, currentState } = startPolling({
      http: 429,
      headers: { 'retry-after': '60' },
    });
    const end = subscribe();
    await advance();
    end();
    answerWith(QR);
    subscribe();
    await advance();
    expect(currentState()).toBe('action:qr');
  });
});
