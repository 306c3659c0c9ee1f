import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { createGateway } from '../gateway/index.ts';
import { type Checkout, createCheckout } from './createCheckout.ts';
import { createReporter } from './report.ts';
import type { CheckoutState } from './state.ts';
import { createWorld, intent, PAID, QR, SECRET } from './testing/world.ts';

const uncaught = vi.fn();
process.on('uncaughtException', uncaught);
afterEach(() => uncaught.mockClear());

it('tells the outcome even where another callback throws, and lets the mistake be seen', async () => {
  const outcomes: string[] = [];
  const world = createWorld(PAID, {
    onChange: () => {
      throw new Error('a mistake of the shop');
    },
    onSuccess: ({ outcome }) => outcomes.push(outcome),
  });
  await world.advance();
  expect(outcomes).toEqual(['succeeded']);
  expect(world.checkout.getState()).toMatchObject({ phase: 'succeeded', connection: 'live' });
  expect(uncaught).toHaveBeenCalledOnce();
});

it('calls nothing back after a callback has destroyed the checkout', async () => {
  const onSuccess = vi.fn();
  let checkout: Checkout | undefined;
  const world = createWorld(PAID, { onChange: () => checkout?.destroy(), onSuccess });
  checkout = world.checkout;
  await world.advance();
  expect(onSuccess).not.toHaveBeenCalled();
});

it('calls back only when the caller has the checkout in hand', async () => {
  const world = createWorld(PAID);
  await world.advance();
  const { gateway } = world;
  const late: Checkout = createCheckout({
    gateway,
    clientSecret: SECRET,
    onSuccess: () => late.destroy(),
  });
  await world.advance();
  expect(uncaught).not.toHaveBeenCalled();
});

it('tells an outcome once, however often the payment is read anew', () => {
  const onSuccess = vi.fn();
  const onFailure = vi.fn();
  const report = createReporter(() => ({ onSuccess, onFailure }));
  const intent = { id: 'pi_1' };
  const base = { connection: 'live', error: null };
  const state = (phase: string) =>
    ({ ...base, phase, intent, failure: null }) as never as CheckoutState;
  for (const phase of ['succeeded', 'loading', 'succeeded']) report(state(phase));
  expect(onSuccess).toHaveBeenCalledTimes(1);
  expect(onFailure).not.toHaveBeenCalled();
  for (const phase of ['failed', 'action', 'failed']) report(state(phase));
  expect(onSuccess).toHaveBeenCalledTimes(1);
  expect(onFailure).toHaveBeenCalledTimes(2);
});

it('lets nobody with a wrong secret stop another checkout', async () => {
  const world = createWorld(QR);
  await world.advance();
  const refuse = async () => Response.json({}, { status: 400 });
  const other = createCheckout({
    gateway: createGateway({ gateway: 'stripe', publishableKey: 'pk_test_1', fetch: refuse }),
    clientSecret: `${SECRET}x`,
  });
  world.answerWith(PAID);
  await world.advance(10_000);
  expect(world.states).toEqual(['action:qr', 'succeeded']);
  expect(other.getState().phase).toBe('unavailable');
  other.destroy();
});

it('tells of a second failure like the first, and of none twice', async () => {
  const declined = (id: string) =>
    intent({
      status: 'requires_payment_method',
      last_payment_error: { code: 'card_declined', payment_method: { id } },
    });
  const world = createWorld(declined('pm_1'));
  await world.advance();
  for (const id of ['pm_1', 'pm_2', 'pm_2']) {
    world.answerWith(declined(id));
    world.trigger('user');
    await world.advance(1_000);
  }
  expect(world.results).toEqual(['failed', 'failed']);
});

it('tells a failure once, whatever the connection does after it', async () => {
  const world = createWorld(QR);
  await world.advance();
  world.answerWith(intent({ status: 'requires_payment_method' }));
  await world.advance(10_000);
  world.answerWith('offline');
  world.trigger('visible');
  await world.advance(10_000);
  world.answerWith(intent({ status: 'requires_payment_method', description: 'changed' }));
  world.trigger('visible');
  await world.advance(10_000);
  expect(world.results).toEqual(['failed']);
});

it('tells a second attempt that ends otherwise', async () => {
  const world = createWorld(
    intent({ status: 'requires_payment_method', last_payment_error: { code: 'card_declined' } }),
  );
  await world.advance(1_000);
  world.answerWith(QR);
  world.checkout.refetch();
  await world.advance();
  world.answerWith(PAID);
  await world.advance(10_000);
  expect(world.states).toEqual(['failed', 'action:qr', 'succeeded']);
  expect(world.results).toEqual(['failed', 'succeeded']);
});

it('tells the console once of each status that nobody knows, and never a secret', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  onTestFinished(() => warn.mockRestore());
  const lines = () => warn.mock.calls.map(([line]) => String(line));
  const world = createWorld(intent({ status: 'on_hold' }));
  for (const status of ['on_hold', 'processing', 'on_hold', 'pi_1_secret_2', 'sk_test_1', '<b>']) {
    world.answerWith(intent({ status }));
    await world.advance(30_000);
  }
  expect(lines()).toHaveLength(2);
  expect(lines()[0]).toContain('status "on_hold"');
  expect(lines().join()).not.toMatch(/secret|sk_test|</);
});
