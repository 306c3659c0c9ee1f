import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createGateway } from '../../gateway/index.ts';
import { parseIntent } from '../../intent/index.ts';
import { DEVICES } from '../../step/testing/devices.ts';
import { openPayment } from '../openPayment.ts';
import {
  describeState,
  intent,
  type Json,
  PAID,
  QR,
  SECRET,
} from '../testing/createTestCheckout.ts';
import { createPoller } from './poller.ts';
import { noTriggers } from './triggers.ts';

beforeEach(() => vi.useFakeTimers({ now: 1_800_000_000_000 }));
afterEach(() => vi.useRealTimers());

const UNPAID = intent({ status: 'requires_payment_method' });
const read = (json: Json) => parseIntent(json);

/** A poller with a subscriber, and a gateway whose reads take a second. */
async function startPolling(first: Json) {
  let answer = first;
  let reads = 0;
  const gateway = createGateway({
    gateway: 'stripe',
    publishableKey: 'pk_test_1',
    async fetch() {
      reads += 1;
      const answerAtStart = answer;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      return Response.json(answerAtStart);
    },
  });
  const poller = createPoller({
    payment: openPayment(gateway, SECRET),
    device: DEVICES.desktop,
    triggers: noTriggers,
  });
  const states: string[] = [];
  const stop = poller.subscribe(() => states.push(describeState(poller.getState())));
  onTestFinished(stop);
  await vi.advanceTimersByTimeAsync(1_001);
  states.length = 0;
  const answerWith = (next: Json) => {
    answer = next;
  };
  return { poller, stop, states, answerWith, reads: () => reads };
}

describe('the answer to something else than a read', () => {
  it('is the state at once, without a read', async () => {
    const { poller, states, reads } = await startPolling(UNPAID);
    await poller.reserveAnswer()(read(QR));
    expect(states).toEqual(['action:qr']);
    expect(reads()).toBe(1);
  });

  it('replaces a read that began before it and has not answered', async () => {
    const { poller, states, answerWith } = await startPolling(UNPAID);
    void poller.refetch('user');
    const acceptAnswer = poller.reserveAnswer();
    answerWith(QR);
    await acceptAnswer(read(QR));
    // The read that saw the payment as it was would answer by now.
    await vi.advanceTimersByTimeAsync(1_500);
    expect(states).toEqual(['action:qr']);
  });

  it('does not replace a read that has answered meanwhile', async () => {
    const { poller, states, answerWith } = await startPolling(UNPAID);
    const acceptAnswer = poller.reserveAnswer();
    answerWith(PAID);
    void poller.refetch('user');
    await vi.advanceTimersByTimeAsync(1_001);
    await acceptAnswer(read(QR));
    expect(states).toEqual(['succeeded']);
  });

  it('causes another read where the read meanwhile may have been too early', async () => {
    const { poller, states, answerWith } = await startPolling(UNPAID);
    const acceptAnswer = poller.reserveAnswer();
    void poller.refetch('user');
    await vi.advanceTimersByTimeAsync(1_001);
    answerWith(QR);
    const accepted = acceptAnswer(read(QR));
    await vi.advanceTimersByTimeAsync(1_001);
    await accepted;
    expect(states).toEqual(['action:qr']);
  });

  it('changes nothing without a subscriber', async () => {
    const { poller, stop, states } = await startPolling(UNPAID);
    const acceptAnswer = poller.reserveAnswer();
    stop();
    await acceptAnswer(read(QR));
    expect(states).toEqual([]);
    expect(describeState(poller.getState())).toBe('payable');
  });

  it('is polled further', async () => {
    const { poller, states, answerWith } = await startPolling(UNPAID);
    await poller.reserveAnswer()(read(QR));
    answerWith(PAID);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(states).toEqual(['action:qr', 'succeeded']);
  });
});
