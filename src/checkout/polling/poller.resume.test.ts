import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createGateway } from '../../gateway/index.ts';
import { DEVICES } from '../../step/testing/devices.ts';
import { openPayment } from '../openPayment.ts';
import { describeState, type Json, PAID, QR, SECRET } from '../testing/createTestCheckout.ts';
import { createPoller } from './poller.ts';
import { noTriggers } from './triggers.ts';

beforeEach(() => vi.useFakeTimers({ now: 1_800_000_000_000 }));
afterEach(() => vi.useRealTimers());

/** A poller with a subscriber that leaves for an hour and comes back. */
async function resume(first: Json, then: Json) {
  let answer = first;
  const gateway = createGateway({
    gateway: 'stripe',
    publishableKey: 'pk_test_1',
    async fetch() {
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
  const subscribe = () => poller.subscribe(() => states.push(describeState(poller.getState())));
  const unsubscribe = subscribe();
  await vi.advanceTimersByTimeAsync(1_001);
  unsubscribe();
  await vi.advanceTimersByTimeAsync(3_600_000);
  answer = then;
  const before = poller.getState();
  const stop = subscribe();
  await vi.advanceTimersByTimeAsync(1_001);
  stop();
  return { states, before, after: poller.getState() };
}

it('shows the old state until the next answer, to a subscriber who comes back after the reader has dropped it', async () => {
  const { states } = await resume(QR, PAID);
  expect(states).toEqual(['action:qr', 'succeeded']);
});

it('is in the very same state where nothing has changed', async () => {
  const { states, before, after } = await resume(QR, QR);
  expect(states).toEqual(['action:qr']);
  expect(after).toBe(before);
});
