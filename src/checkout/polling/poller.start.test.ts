import { describe, expect, it, onTestFinished } from 'vitest';
import { DEVICES } from '../../step/testing/devices.ts';
import { checkoutOf } from '../createCheckout.ts';
import { openPayment } from '../openPayment.ts';
import type { CheckoutState } from '../state.ts';
import { createWorld, intent, inWords, PAID, QR, SECRET } from '../testing/world.ts';
import { createPoller } from './poller.ts';
import { noTriggers } from './triggers.ts';

const HIDDEN = { ...noTriggers, hidden: () => true };

describe('a page that is opened in the background', () => {
  it('reads at once, and then as seldom as one that was hidden later', async () => {
    const world = createWorld(QR, { wakeUps: HIDDEN });
    await world.advance();
    expect(world.states).toEqual(['action:qr']);
    await world.advance(60_000);
    expect(world.reads.length).toBeLessThanOrEqual(5);
    expect(world.reads.length).toBeGreaterThanOrEqual(4);
  });

  it('reads no more after five minutes, until it is seen', async () => {
    let isHidden = true;
    let show = () => {};
    const world = createWorld(QR, {
      wakeUps: {
        hidden: () => isHidden,
        listen(refetch) {
          show = () => refetch('visible');
          return () => {};
        },
      },
    });
    await world.advance(6 * 60_000);
    expect(world.states.at(-1)).toBe('action:qr paused');
    const { length } = world.reads;
    await world.advance(60 * 60_000);
    expect(world.reads).toHaveLength(length);
    world.answerWith(PAID);
    isHidden = false;
    show();
    await world.advance();
    expect(world.states.at(-1)).toBe('succeeded');
  });
});

describe('a checkout that opens what another on the page watches already', () => {
  const UNPAID = intent({ status: 'requires_payment_method' });

  function openAnother({ gateway }: ReturnType<typeof createWorld>) {
    const states: string[] = [];
    const onChange = (state: CheckoutState) => states.push(inWords(state));
    const checkout = checkoutOf({ gateway, clientSecret: SECRET, onChange }, noTriggers);
    onTestFinished(() => checkout.destroy());
    return { checkout, states };
  }

  it('shows it at once', async () => {
    const world = createWorld(QR);
    await world.advance();
    world.answerWith('silence');
    expect(inWords(openAnother(world).checkout.getState())).toBe('action:qr');
  });

  it('knows that the customer was at a step, so that a wish for a method is a failure', async () => {
    const world = createWorld(QR);
    await world.advance();
    world.answerWith(UNPAID);
    const { states } = openAnother(world);
    await world.advance();
    expect(states).toEqual(['action:qr', 'failed']);
  });

  it.each([
    ['after an answer', QR, ['action:qr'], 'action:qr'],
    ['before one', 'offline', [], 'loading'],
  ] as const)('is not in trouble because reads failed %s', async (_, first, told, words) => {
    const world = createWorld(first);
    await world.advance();
    world.answerWith('offline');
    await world.advance(20_000);
    world.answerWith('silence');
    const { states, checkout } = openAnother(world);
    await world.advance();
    expect([states, inWords(checkout.getState())]).toEqual([told, words]);
  });
});

describe('a poller that has ended and begins anew', () => {
  function startPolling(first: Parameters<typeof createWorld>[0]) {
    const world = createWorld('silence', { clientSecret: 'pi_2_secret_2' });
    const poller = createPoller({
      payment: openPayment(world.gateway, SECRET),
      device: DEVICES.desktop,
      triggers: noTriggers,
    });
    const begin = () => {
      const end = poller.subscribe(() => {});
      onTestFinished(end);
      return end;
    };
    world.answerWith(first);
    return { ...world, begin, words: () => inWords(poller.getState()) };
  }

  it('has no failures behind it', async () => {
    const { begin, advance, answerWith, words } = startPolling(QR);
    const end = begin();
    await advance();
    answerWith('offline');
    await advance(10_000);
    expect(words()).toBe('action:qr retrying');
    end();
    answerWith('silence');
    begin();
    await advance();
    expect(words()).toBe('action:qr');
  });

  it('has not been refused', async () => {
    const { begin, advance, answerWith, words } = startPolling({ http: 403 });
    const end = begin();
    await advance();
    expect(words()).toBe('unavailable paused');
    end();
    answerWith('silence');
    begin();
    await advance();
    expect(words()).toBe('loading');
  });

  it('waits no longer because the one before was asked to', async () => {
    const { begin, advance, answerWith, words } = startPolling({
      http: 429,
      headers: { 'retry-after': '60' },
    });
    const end = begin();
    await advance();
    end();
    answerWith(QR);
    begin();
    await advance();
    expect(words()).toBe('action:qr');
  });
});
