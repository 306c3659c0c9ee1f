import { environmentManager, QueryClient, QueryObserver } from '@tanstack/query-core';
import { afterEach, expect, it, vi } from 'vitest';
import { createGateway } from '../gateway/index.ts';
import { type Checkout, createCheckout } from './createCheckout.ts';
import { paymentIntentQuery } from './query.ts';
import { createReporter } from './report.ts';
import type { CheckoutState } from './state.ts';
import { createWorld, PAID, QR, SECRET } from './testing/world.ts';

const uncaught = vi.fn();
process.on('uncaughtException', uncaught);
afterEach(() => uncaught.mockClear());

// Its own timers stand still on what it takes for a server, as plain Node.
environmentManager.setIsServer(() => false);

it('tells the outcome even where another callback throws, and lets the mistake be seen', async () => {
  const outcomes: string[] = [];
  const world = createWorld(PAID, {
    onChange: () => {
      throw new Error('a mistake of the shop');
    },
    onComplete: ({ outcome }) => outcomes.push(outcome),
  });
  await world.pass();
  expect(outcomes).toEqual(['succeeded']);
  expect(world.checkout.getState()).toMatchObject({ phase: 'succeeded', connection: 'live' });
  expect(uncaught).toHaveBeenCalledOnce();
});

it('calls nothing back after a callback has destroyed the checkout', async () => {
  const onComplete = vi.fn();
  let checkout: Checkout | undefined;
  const world = createWorld(PAID, { onChange: () => checkout?.destroy(), onComplete });
  checkout = world.checkout;
  await world.pass();
  expect(onComplete).not.toHaveBeenCalled();
});

it('calls back only when the caller has the checkout in hand', async () => {
  const queryClient = new QueryClient();
  const world = createWorld(PAID, { queryClient });
  await world.pass();
  const { gateway } = world;
  const late: Checkout = createCheckout({
    gateway,
    clientSecret: SECRET,
    queryClient,
    onComplete: () => late.destroy(),
  });
  await world.pass();
  expect(uncaught).not.toHaveBeenCalled();
});

it('tells an outcome once, however often the payment is read anew', () => {
  const onComplete = vi.fn();
  const report = createReporter(() => ({ onComplete }));
  const intent = { id: 'pi_1' };
  const base = { connection: 'live', error: null };
  const state = (phase: string) =>
    ({ ...base, phase, intent, failure: null }) as never as CheckoutState;
  for (const phase of ['succeeded', 'loading', 'succeeded']) report(state(phase));
  expect(onComplete).toHaveBeenCalledTimes(1);
  for (const phase of ['failed', 'action', 'failed']) report(state(phase));
  expect(onComplete).toHaveBeenCalledTimes(3);
});

it('tells of a lost connection also where the merchant’s own query does the reading', async () => {
  const queryClient = new QueryClient();
  const world = createWorld('offline', { queryClient });
  const own = new QueryObserver(
    queryClient,
    paymentIntentQuery({ gateway: world.gateway, clientSecret: SECRET }),
  );
  world.checkout.destroy();
  const stop = own.subscribe(() => {});
  const states: string[] = [];
  const other = createCheckout({
    gateway: world.gateway,
    clientSecret: SECRET,
    queryClient,
    onChange: ({ phase, connection }) => states.push(`${phase} ${connection}`),
  });
  await world.pass(60_000);
  expect(states).toContain('unavailable retrying');
  other.destroy();
  stop();
});

it('lets nobody with a wrong secret stop another checkout', async () => {
  const queryClient = new QueryClient();
  const world = createWorld(QR, { queryClient });
  await world.pass();
  const refuse = async () => Response.json({}, { status: 400 });
  const other = createCheckout({
    gateway: createGateway({ gateway: 'stripe', publishableKey: 'pk_test_1', fetch: refuse }),
    clientSecret: `${SECRET}x`,
    queryClient,
  });
  world.set(PAID);
  await world.pass(10_000);
  expect(world.states).toEqual(['action:qr', 'succeeded']);
  expect(other.getState().phase).toBe('unavailable');
  other.destroy();
});

it('gives plain react-query options that stop at a refusal', async () => {
  const world = createWorld({ http: 401 });
  world.checkout.destroy();
  const read = vi.fn(async () => Response.json({}, { status: 401 }));
  const gateway = createGateway({ gateway: 'stripe', publishableKey: 'pk_test_1', fetch: read });
  const client = new QueryClient();
  const stop = new QueryObserver(
    client,
    paymentIntentQuery({ gateway, clientSecret: SECRET }),
  ).subscribe(() => {});
  await world.pass(10 * 60_000);
  expect(read).toHaveBeenCalledTimes(1);
  stop();
});

it('and that poll, slow down and stop at an outcome', async () => {
  const world = createWorld(QR);
  world.checkout.destroy();
  let answer = QR;
  const read = vi.fn(async () => Response.json(answer));
  const gateway = createGateway({ gateway: 'stripe', publishableKey: 'pk_test_1', fetch: read });
  const client = new QueryClient();
  const stop = new QueryObserver(
    client,
    paymentIntentQuery({ gateway, clientSecret: SECRET }),
  ).subscribe(() => {});
  await world.pass(60_000);
  expect(read.mock.calls.length).toBeGreaterThan(18);
  expect(read.mock.calls.length).toBeLessThanOrEqual(26);
  answer = PAID;
  await world.pass(20_000);
  const { length } = read.mock.calls;
  await world.pass(10 * 60_000);
  expect(read).toHaveBeenCalledTimes(length);
  stop();
});
