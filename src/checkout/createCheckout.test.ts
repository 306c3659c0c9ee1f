import { expect, it, onTestFinished, vi } from 'vitest';
import { createCheckout } from './createCheckout.ts';
import {
  createTestCheckout,
  intent,
  intentWithAction,
  PAID,
  QR,
  SECRET,
  SETUP_SECRET,
  setupIntent,
} from './testing/createTestCheckout.ts';

it('goes from the code to the outcome, reports it once and stops', async () => {
  const harness = createTestCheckout(QR);
  await harness.advance();
  harness.answerWith(PAID);
  await harness.advance(10 * 60_000);
  expect(harness.states).toEqual(['action:qr', 'succeeded']);
  expect(harness.results).toEqual(['succeeded']);
  expect(harness.reads).toHaveLength(2);
});

it('goes with a SetupIntent from the code that the page brings along to its end', async () => {
  const pix_display_qr_code = { data: '00020126330014br.gov.bcb.pix' };
  const next_action = { type: 'pix_display_qr_code', pix_display_qr_code };
  const initialIntent = setupIntent({ status: 'requires_action', next_action });
  const onSuccess = vi.fn();
  const harness = createTestCheckout(initialIntent, {
    clientSecret: SETUP_SECRET,
    initialIntent,
    onSuccess,
  });
  expect(harness.checkout.getState()).toMatchObject({ phase: 'action', intent: { kind: 'setup' } });
  await harness.advance();
  harness.answerWith(setupIntent({ status: 'succeeded' }));
  await harness.advance(10 * 60_000);
  expect(harness.states).toEqual(['action:qr', 'succeeded']);
  expect(onSuccess).toHaveBeenCalledOnce();
  expect(onSuccess.mock.calls[0]?.[0]).toMatchObject({
    outcome: 'succeeded',
    intent: { id: 'seti_1', kind: 'setup' },
  });
});

it('waits through manual confirmation for the shop’s server', async () => {
  const harness = createTestCheckout(QR);
  await harness.advance();
  harness.answerWith(intent({ status: 'requires_confirmation', confirmation_method: 'manual' }));
  await harness.advance(10_000);
  harness.answerWith(PAID);
  await harness.advance(5_000);
  expect(harness.states).toEqual(['action:qr', 'processing', 'succeeded']);
});

it('ends every request, timer and callback when it is destroyed', async () => {
  const harness = createTestCheckout(QR);
  await harness.advance();
  harness.answerWith({ after: 1_000, body: PAID });
  harness.trigger('visible');
  await harness.advance(10);
  harness.checkout.destroy();
  expect(harness.reads.at(-1)?.signal.aborted).toBe(true);
  await harness.advance(60_000);
  expect(harness.states).toEqual(['action:qr']);
  expect(harness.results).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

it('paints a code that the page brings along before the gateway has answered', async () => {
  const harness = createTestCheckout('silence', { initialIntent: QR });
  expect(harness.checkout.getState().phase).toBe('action');
  await harness.advance(0);
  expect(harness.states).toEqual(['action:qr']);
  expect(harness.reads).toHaveLength(1);
});

it.each([
  ['an outcome', PAID],
  ['a failure', intent({ status: 'requires_payment_method', last_payment_error: { code: 'x' } })],
  ['a redirect', intentWithAction('redirect_to_url', { url: 'https://bank.example' })],
  ['a challenge', intentWithAction('challenge_redirect', { url: 'https://acs.example' })],
  ['another payment', { ...QR, id: 'pi_9' }],
])('believes %s only from the gateway itself', async (_, initialIntent) => {
  const harness = createTestCheckout('silence', { initialIntent });
  await harness.advance(100);
  expect(harness.states).toEqual([]);
  expect(harness.checkout.getState().phase).toBe('loading');
});

it('keeps the code of initialIntent while the gateway is out of reach', async () => {
  const harness = createTestCheckout('offline', { initialIntent: QR });
  await harness.advance(5 * 60_000);
  expect(harness.states).toEqual(['action:qr', 'action:qr retrying']);
  expect(harness.errors).toEqual([]);
});

it('takes it away where the gateway refuses the payment', async () => {
  const harness = createTestCheckout({ http: 404 }, { initialIntent: QR });
  await harness.advance();
  expect(harness.states).toEqual(['action:qr', 'unavailable paused']);
});

it('sends no request where the client secret is invalid', async () => {
  const harness = createTestCheckout(QR, { clientSecret: 'pi_1' });
  await harness.advance(60_000);
  expect(harness.reads).toHaveLength(0);
  expect(harness.errors).toEqual(['invalid-secret']);
});

it('takes the gateway as one list of options, and refetch reads at once', async () => {
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

it('throws at once where no gateway can be made of its options', () => {
  const create = () => createCheckout({ gateway: 'stripe', clientSecret: SECRET });
  expect(create).toThrow(/publishable key is missing/);
});

it('reports an initialIntent of another payment', () => {
  const harness = createTestCheckout('silence', { initialIntent: QR });
  expect(harness.checkout.getState()).toMatchObject({ intent: { gateway: 'stripe' } });
});
