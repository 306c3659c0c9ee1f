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
    await world.pass();
    expect(world.states).toEqual(['action:qr']);
    await world.pass(60_000);
    expect(world.reads.length).toBeLessThanOrEqual(5);
    expect(world.reads.length).toBeGreaterThanOrEqual(4);
  });

  it('reads no more after five minutes, until it is seen', async () => {
    let isHidden = true;
    let show = () => {};
    const world = createWorld(QR, {
      wakeUps: {
        hidden: () => isHidden,
        listen(wake) {
          show = () => wake('visible');
          return () => {};
        },
      },
    });
    await world.pass(6 * 60_000);
    expect(world.states.at(-1)).toBe('action:qr paused');
    const { length } = world.reads;
    await world.pass(60 * 60_000);
    expect(world.reads).toHaveLength(length);
    world.set(PAID);
    isHidden = false;
    show();
    await world.pass();
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
    await world.pass();
    world.set('silence');
    expect(inWords(openAnother(world).checkout.getState())).toBe('action:qr');
  });

  it('knows that the customer was at a step, so that a wish for a method is a failure', async () => {
    const world = createWorld(QR);
    await world.pass();
    world.set(UNPAID);
    const { states } = openAnother(world);
    await world.pass();
    expect(states).toEqual(['action:qr', 'failed']);
  });

  it.each([
    ['after an answer', QR, ['action:qr'], 'action:qr'],
    ['before one', 'offline', [], 'loading'],
  ] as const)('is not in trouble because reads failed %s', async (_, first, told, words) => {
    const world = createWorld(first);
    await world.pass();
    world.set('offline');
    await world.pass(20_000);
    world.set('silence');
    const { states, checkout } = openAnother(world);
    await world.pass();
    expect([states, inWords(checkout.getState())]).toEqual([told, words]);
  });
});

describe('a watch that has ended and begins anew', () => {
  function watching(first: Parameters<typeof createWorld>[0]) {
    const world = createWorld('silence', { clientSecret: 'pi_2_secret_2' });
    const watch = createPoller({
      payment: openPayment(world.gateway, SECRET),
      device: DEVICES.desktop,
      triggers: noTriggers,
    });
    const begin = () => {
      const end = watch.subscribe(() => {});
      onTestFinished(end);
      return end;
    };
    world.set(first);
    return { ...world, begin, words: () => inWords(watch.getState()) };
  }

  it('has no failures behind it', async () => {
    const { begin, pass, set, words } = watching(QR);
    const end = begin();
    await pass();
    set('offline');
    await pass(10_000);
    expect(words()).toBe('action:qr retrying');
    end();
    set('silence');
    begin();
    await pass();
    expect(words()).toBe('action:qr');
  });

  it('has not been refused', async () => {
    const { begin, pass, set, words } = watching({ http: 403 });
    const end = begin();
    await pass();
    expect(words()).toBe('unavailable paused');
    end();
    set('silence');
    begin();
    await pass();
    expect(words()).toBe('loading');
  });

  it('waits no longer because the one before was asked to', async () => {
    const { begin, pass, set, words } = watching({ http: 429, headers: { 'retry-after': '60' } });
    const end = begin();
    await pass();
    end();
    set(QR);
    begin();
    await pass();
    expect(words()).toBe('action:qr');
  });
});
