import { expect, it, onTestFinished, vi } from 'vitest';
import { createCheckout } from './createCheckout.ts';
import { asks, createWorld, intent, PAID, QR, SECRET } from './testing/world.ts';

it('goes from the code to the outcome, tells it once and stops', async () => {
  const world = createWorld(QR);
  await world.advance();
  world.answerWith(PAID);
  await world.advance(10 * 60_000);
  expect(world.states).toEqual(['action:qr', 'succeeded']);
  expect(world.results).toEqual(['succeeded']);
  expect(world.reads).toHaveLength(2);
});

it('waits through manual confirmation for the shop’s server', async () => {
  const world = createWorld(QR);
  await world.advance();
  world.answerWith(intent({ status: 'requires_confirmation', confirmation_method: 'manual' }));
  await world.advance(10_000);
  world.answerWith(PAID);
  await world.advance(5_000);
  expect(world.states).toEqual(['action:qr', 'processing', 'succeeded']);
});

it('ends every request, timer and callback when it is destroyed', async () => {
  const world = createWorld(QR);
  await world.advance();
  world.answerWith({ after: 1_000, gives: PAID });
  world.trigger('visible');
  await world.advance(10);
  world.checkout.destroy();
  expect(world.reads.at(-1)?.signal.aborted).toBe(true);
  await world.advance(60_000);
  expect(world.states).toEqual(['action:qr']);
  expect(world.results).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

it('paints a code that the page brings along before the gateway has answered', async () => {
  const world = createWorld('silence', { initialIntent: QR });
  expect(world.checkout.getState().phase).toBe('action');
  await world.advance(0);
  expect(world.states).toEqual(['action:qr']);
  expect(world.reads).toHaveLength(1);
});

it.each([
  ['an outcome', PAID],
  ['a failure', intent({ status: 'requires_payment_method', last_payment_error: { code: 'x' } })],
  ['a redirect', asks('redirect_to_url', { url: 'https://bank.example' })],
  ['a challenge', asks('challenge_redirect', { url: 'https://acs.example' })],
  ['another payment', { ...QR, id: 'pi_9' }],
])('believes %s only from the gateway itself', async (_, initialIntent) => {
  const world = createWorld('silence', { initialIntent });
  await world.advance(100);
  expect(world.states).toEqual([]);
  expect(world.checkout.getState().phase).toBe('loading');
});

it('keeps a code that the page brought along while the gateway is out of reach', async () => {
  const world = createWorld('offline', { initialIntent: QR });
  await world.advance(5 * 60_000);
  expect(world.states).toEqual(['action:qr', 'action:qr retrying']);
  expect(world.errors).toEqual([]);
});

it('takes it away where the gateway refuses the payment', async () => {
  const world = createWorld({ http: 404 }, { initialIntent: QR });
  await world.advance();
  expect(world.states).toEqual(['action:qr', 'unavailable paused']);
});

it('asks for nothing where the client secret is not one', async () => {
  const world = createWorld(QR, { clientSecret: 'pi_1' });
  await world.advance(60_000);
  expect(world.reads).toHaveLength(0);
  expect(world.errors).toEqual(['invalid-secret']);
});

it('takes the gateway as one list of options, and reads at once when it is asked to', async () => {
  vi.useFakeTimers();
  let status = 'requires_action';
  const retrieve = vi.fn(async () => ({ ...QR, status }));
  const checkout = createCheckout({ gateway: 'stripe', clientSecret: SECRET, retrieve });
  onTestFinished(() => {
    checkout.destroy();
    vi.useRealTimers();
  });
  await vi.advanceTimersByTimeAsync(1);
  expect(checkout.getState()).toMatchObject({ phase: 'action', intent: { gateway: 'stripe' } });
  status = 'succeeded';
  const refetching = checkout.refetch().then(() => checkout.getState().phase);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await refetching).toBe('succeeded');
  expect(retrieve).toHaveBeenCalledTimes(2);
});

it('says at once that a gateway cannot be made of its options', () => {
  const create = () => createCheckout({ gateway: 'stripe', clientSecret: SECRET });
  expect(create).toThrow(/publishable key is missing/);
});

it('says whose the PaymentIntent is that the page brought along', () => {
  const world = createWorld('silence', { initialIntent: QR });
  expect(world.checkout.getState()).toMatchObject({ intent: { gateway: 'stripe' } });
});
