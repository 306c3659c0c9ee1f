import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { createGateway } from '../gateway/index.ts';
import { type Checkout, createCheckout } from './createCheckout.ts';
import { createReporter } from './report.ts';
import type { CheckoutState } from './state.ts';
import { createTestCheckout, intent, PAID, QR, SECRET } from './testing/createTestCheckout.ts';

const uncaught = vi.fn();
process.on('uncaughtException', uncaught);
afterEach(() => uncaught.mockClear());

it('reports the outcome even where another callback throws, and rethrows the error', async () => {
  const outcomes: string[] = [];
  const harness = createTestCheckout(PAID, {
    onChange: () => {
      throw new Error('a mistake of the shop');
    },
    onSuccess: ({ outcome }) => outcomes.push(outcome),
  });
  await harness.advance();
  expect(outcomes).toEqual(['succeeded']);
  expect(harness.checkout.getState()).toMatchObject({ phase: 'succeeded', connection: 'live' });
  expect(uncaught).toHaveBeenCalledOnce();
});

it('calls nothing back after a callback has destroyed the checkout', async () => {
  const onSuccess = vi.fn();
  let checkout: Checkout | undefined;
  const harness = createTestCheckout(PAID, { onChange: () => checkout?.destroy(), onSuccess });
  checkout = harness.checkout;
  await harness.advance();
  expect(onSuccess).not.toHaveBeenCalled();
});

it('calls back only when the caller has the checkout in hand', async () => {
  const harness = createTestCheckout(PAID);
  await harness.advance();
  const { gateway } = harness;
  const late: Checkout = createCheckout({
    gateway,
    clientSecret: SECRET,
    onSuccess: () => late.destroy(),
  });
  await harness.advance();
  expect(uncaught).not.toHaveBeenCalled();
});

it('reports an outcome once, however often the payment is read', () => {
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
  const harness = createTestCheckout(QR);
  await harness.advance();
  const refuse = async () => Response.json({}, { status: 400 });
  const other = createCheckout({
    gateway: createGateway({ gateway: 'stripe', publishableKey: 'pk_test_1', fetch: refuse }),
    clientSecret: `${SECRET}x`,
  });
  harness.answerWith(PAID);
  await harness.advance(10_000);
  expect(harness.states).toEqual(['action:qr', 'succeeded']);
  expect(other.getState().phase).toBe('unavailable');
  other.destroy();
});

it('reports a second failure that equals the first, and none twice', async () => {
  const declined = (id: string) =>
    intent({
      status: 'requires_payment_method',
      last_payment_error: { code: 'card_declined', payment_method: { id } },
    });
  const harness = createTestCheckout(declined('pm_1'));
  await harness.advance();
  for (const id of ['pm_1', 'pm_2', 'pm_2']) {
    harness.answerWith(declined(id));
    harness.trigger('user');
    await harness.advance(1_000);
  }
  expect(harness.results).toEqual(['failed', 'failed']);
});

it('reports a failure once, whatever the connection does after it', async () => {
  const harness = createTestCheckout(QR);
  await harness.advance();
  harness.answerWith(intent({ status: 'requires_payment_method' }));
  await harness.advance(10_000);
  harness.answerWith('offline');
  harness.trigger('visible');
  await harness.advance(10_000);
  harness.answerWith(intent({ status: 'requires_payment_method', description: 'changed' }));
  harness.trigger('visible');
  await harness.advance(10_000);
  expect(harness.results).toEqual(['failed']);
});

it('reports a second attempt with another outcome', async () => {
  const harness = createTestCheckout(
    intent({ status: 'requires_payment_method', last_payment_error: { code: 'card_declined' } }),
  );
  await harness.advance(1_000);
  harness.answerWith(QR);
  harness.checkout.refetch();
  await harness.advance();
  harness.answerWith(PAID);
  await harness.advance(10_000);
  expect(harness.states).toEqual(['failed', 'action:qr', 'succeeded']);
  expect(harness.results).toEqual(['failed', 'succeeded']);
});

it('reports each unknown status once in the console, and never a secret', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  onTestFinished(() => warn.mockRestore());
  const lines = () => warn.mock.calls.map(([line]) => String(line));
  const harness = createTestCheckout(intent({ status: 'on_hold' }));
  for (const status of ['on_hold', 'processing', 'on_hold', 'pi_1_secret_2', 'sk_test_1', '<b>']) {
    harness.answerWith(intent({ status }));
    await harness.advance(30_000);
  }
  expect(lines()).toHaveLength(2);
  expect(lines()[0]).toContain('status "on_hold"');
  expect(lines().join()).not.toMatch(/secret|sk_test|</);
});
