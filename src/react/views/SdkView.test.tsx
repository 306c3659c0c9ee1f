import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { intent, intentWithAction } from '../../checkout/testing/createTestCheckout.ts';
import type { NextAction } from '../../intent/index.ts';
import { passTime } from '../testing/clock.ts';
import { heading, openCheckout } from '../testing/openCheckout.tsx';

const SDK = intentWithAction('use_stripe_sdk', { type: 'stripe_3ds2_fingerprint', key: 'k' });
const UNKNOWN = intentWithAction('carrier_pigeon', { code: 1 });

/** A handler that keeps what it was asked and ends when the test says so. */
function createHandler() {
  const asked: NextAction[] = [];
  const ends: { resolve: (value: unknown) => void; reject: (error: Error) => void }[] = [];
  const onSdkAction = (action: NextAction) =>
    new Promise((resolve, reject) => {
      asked.push(action);
      ends.push({ resolve, reject });
    });
  return { asked, onSdkAction, end: () => ends[0] as (typeof ends)[number] };
}

it.each([
  ['use_stripe_sdk', SDK, { type: 'stripe_3ds2_fingerprint', key: 'k' }],
  ['carrier_pigeon', UNKNOWN, { code: 1 }],
])('hands %s to the shop’s handler', async (type, wire, payload) => {
  const { asked, onSdkAction } = createHandler();
  await openCheckout(wire, { onSdkAction: onSdkAction });
  expect(asked).toEqual([{ type, payload }]);
});

it('asks the handler once, under StrictMode and over renders with new closures', async () => {
  const { asked, onSdkAction } = createHandler();
  const { change, answerNext } = await openCheckout(SDK, {
    onSdkAction: onSdkAction,
    strict: true,
  });
  await change({ onSdkAction: (action) => onSdkAction(action) });
  await answerNext({ ...SDK, description: 'changed' });
  expect(asked).toHaveLength(1);
});

it('asks again for the next attempt', async () => {
  const { asked, onSdkAction } = createHandler();
  const { answerNext } = await openCheckout(SDK, { onSdkAction: onSdkAction });
  await answerNext(intent({ status: 'requires_payment_method' }));
  await answerNext(SDK);
  expect(asked).toHaveLength(2);
});

it.each<[string, (handler: ReturnType<typeof createHandler>) => void]>([
  ['well', ({ end }) => end().resolve({ paymentIntent: { status: 'succeeded' } })],
  ['badly', ({ end }) => end().reject(new Error('The SDK failed'))],
])('takes a handler that ends %s for a hint to read, and no more', async (_, end) => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const handler = createHandler();
  const { reads, root } = await openCheckout(SDK, handler);
  expect(reads).toHaveLength(1);
  end(handler);
  await passTime();
  expect(reads).toHaveLength(2);
  expect(root.dataset.phase).toBe('action');
});

it('stays on screen where the handler throws at once', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const { reads, root } = await openCheckout(SDK, {
    onSdkAction: () => {
      throw new Error('Stripe is not defined');
    },
  });
  expect(root.isConnected).toBe(true);
  expect(heading()).toBe('One more step');
  expect(reads.length).toBeGreaterThan(1);
});

it.each([
  ['use_stripe_sdk', SDK, /pay another way/],
  ['carrier_pigeon', UNKNOWN, /a step that this page does not know/],
])('tells developer and customer plainly that nobody does %s', async (type, wire, words) => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { click, reads } = await openCheckout(wire);
  expect(log).toHaveBeenCalledOnce();
  expect(log.mock.calls[0]?.[0]).toContain(`"${type}"`);
  expect(log.mock.calls[0]?.[0]).toContain('onSdkAction');
  expect(screen.getByText(words)).toBeTruthy();
  await click('Check again');
  expect(reads).toHaveLength(2);
});

it('asks a handler that comes later', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const { asked, onSdkAction } = createHandler();
  const { change } = await openCheckout(SDK);
  await change({ onSdkAction: onSdkAction });
  await change({});
  expect(asked).toHaveLength(1);
});

it('says nothing of the action’s content in the log', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  await openCheckout(
    intentWithAction('homing_pigeon', { type: 'x', client_secret: 'pi_1_secret_2' }),
  );
  expect(log).toHaveBeenCalledOnce();
  expect(JSON.stringify(log.mock.calls)).not.toMatch(/secret/);
});

describe('a step that is refused for its address', () => {
  const LAN = 'http://192.168.1.5:4242/sandbox/wallet/pi_1?client_secret=pi_1_secret_2';

  it.each([
    ['redirect_to_url', { url: LAN }, 'Its "url" is at http://192.168.1.5:4242: '],
    ['challenge_redirect', { url: LAN }, 'Its "url" is at http://192.168.1.5:4242: '],
    ['dana_handle_redirect', { url: 'https://a.example@b.example/' }, 'user name'],
    ['wechat_pay_redirect_to_ios_app', { native_url: 'wallet-of-2031://x' }, '"wallet-of-2031:"'],
  ])('is told as such, once, with no more than an origin: %s', async (type, payload, words) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { answerNext } = await openCheckout(intentWithAction(type, payload), { strict: true });
    await answerNext({ ...intentWithAction(type, payload), description: 'changed' });
    await answerNext(intent({ status: 'processing' }));
    await answerNext(intentWithAction(type, payload));
    expect(heading()).toBe('This step cannot be shown');
    expect(log).toHaveBeenCalledOnce();
    const [said] = log.mock.calls[0] ?? [];
    expect(said).toContain(`Paystep: the next action "${type}" cannot be shown. `);
    expect(said).toContain(words);
    expect(said).not.toMatch(/secret|sandbox|gateway's own script/);
  });

  it('says how to mend it', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    await openCheckout(intentWithAction('gcash_handle_redirect', { url: LAN }));
    expect(log.mock.calls[0]?.[0]).toMatch(/Use https: .* or localhost\.$/);
  });

  it('is told to a developer whose handler is asked for it, too', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { asked, onSdkAction } = createHandler();
    await openCheckout(intentWithAction('bpi_handle_redirect', { url: LAN }), {
      onSdkAction: onSdkAction,
    });
    expect(asked).toEqual([{ type: 'bpi_handle_redirect', payload: { url: LAN } }]);
    expect(log.mock.calls[0]?.[0]).toContain('http://192.168.1.5:4242:');
  });
});
