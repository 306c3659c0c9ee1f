import { describe, expect, it } from 'vitest';
import {
  createTestCheckout,
  describeState,
  type GatewayAnswer,
  intent,
  intentWithAction,
  PAID,
  QR,
} from '../testing/createTestCheckout.ts';

/** What stands between the customer and the gateway and answers in its place. */
const STRAY: readonly (readonly [string, GatewayAnswer])[] = [
  ['a firewall’s 403', { http: 403, html: '<h1>Blocked</h1>' }],
  ['a 401', { http: 401 }],
  ['a 404', { http: 404 }],
  ['a 400', { http: 400 }],
  ['a proxy’s 407', { http: 407, html: '' }],
  ['a censor’s 451', { http: 451, html: '<p>Unavailable</p>' }],
  ['a 418', { http: 418 }],
  ['the sign-in page of a public network', { http: 200, html: '<form>Sign in</form>' }],
  ['an empty answer', { http: 200, html: '' }],
  ['JSON of something else', { hello: 1 }],
  ['another payment', intent({ id: 'pi_9' })],
];

describe.each(STRAY)('%s among good answers', (_, stray) => {
  it('is not shown, and the payment is seen all the same', async () => {
    const harness = createTestCheckout(QR);
    await harness.advance();
    harness.answerWith(stray);
    await harness.advance(10_000);
    expect(harness.reads).toHaveLength(2);
    harness.answerWith(PAID);
    await harness.advance(15_000);
    expect(harness.states).toEqual(['action:qr', 'succeeded']);
    expect(harness.errors).toEqual([]);
  });

  it('is shown when it is the fourth in a row, and the slow reads go on', async () => {
    const harness = createTestCheckout(QR);
    await harness.advance();
    harness.answerWith(stray);
    await harness.advance(48_000);
    expect(harness.states).toEqual(['action:qr']);
    await harness.advance(10_000);
    expect(harness.states).toEqual(['action:qr', 'action:qr retrying']);
    expect(harness.reads.length).toBeLessThanOrEqual(6);
    await harness.advance(5 * 60_000);
    expect(harness.reads.length).toBeLessThanOrEqual(22);
    harness.answerWith(QR);
    await harness.advance(36_000);
    expect(harness.states).toEqual(['action:qr', 'action:qr retrying', 'action:qr']);
  });

  it('ends with a read after a return of the customer or a refetch', async () => {
    const harness = createTestCheckout(QR);
    await harness.advance();
    harness.answerWith(stray);
    await harness.advance(6_000);
    harness.answerWith(PAID);
    harness.trigger('user');
    await harness.advance();
    expect(harness.states).toEqual(['action:qr', 'succeeded']);
  });
});

it('pauses, and takes nothing from the screen, where it lasts for half an hour', async () => {
  const harness = createTestCheckout(QR);
  await harness.advance();
  harness.answerWith({ http: 401 });
  await harness.advance(30 * 60_000);
  expect(harness.states).toEqual(['action:qr', 'action:qr retrying', 'action:qr paused']);
  expect(harness.errors).toEqual(['unauthorized']);
  const { length } = harness.reads;
  await harness.advance(60 * 60_000);
  expect(harness.reads).toHaveLength(length);
  harness.answerWith(PAID);
  harness.trigger('user');
  await harness.advance();
  expect(harness.states.at(-1)).toBe('succeeded');
});

it.each([
  ['a refusal', { http: 403, html: '' }, 'unavailable paused', 1],
  ['something else', { http: 200, html: '' }, 'unavailable retrying', 5],
] as const)('is believed before a first good answer: %s', async (_, answer, state, reads) => {
  const harness = createTestCheckout(answer);
  await harness.advance(10_000);
  expect(describeState(harness.checkout.getState())).toBe(state);
  expect(harness.reads.length).toBeLessThanOrEqual(reads);
});

it('is reported to the shop once, when the customer sees it', async () => {
  const harness = createTestCheckout(QR);
  await harness.advance();
  harness.answerWith({ http: 403, html: '' });
  await harness.advance(48_000);
  expect([harness.errors, harness.checkout.getState().error]).toEqual([[], null]);
  await harness.advance(5 * 60_000);
  expect(harness.errors).toEqual(['unauthorized']);
});

it('lets a lost connection in between be shown as usual', async () => {
  const harness = createTestCheckout(QR);
  await harness.advance();
  harness.answerWith({ http: 403, html: '' });
  await harness.advance(6_000);
  harness.answerWith('offline');
  await harness.advance(16_000);
  expect(harness.states).toEqual(['action:qr', 'action:qr retrying']);
});

it('expires a code at its end also while only stray answers come', async () => {
  const harness = createTestCheckout(
    intentWithAction('wechat_pay_display_qr_code', { data: 'x', expires_at: 1_800_000_025 }),
  );
  await harness.advance();
  harness.answerWith({ http: 403, html: '' });
  await harness.advance(24_990);
  expect(harness.states.at(-1)).toBe('action:qr');
  await harness.advance(20);
  expect(harness.states.at(-1)).toBe('action:qr expired');
});
