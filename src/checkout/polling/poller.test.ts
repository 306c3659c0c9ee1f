import { expect, it, onTestFinished, vi } from 'vitest';
import { createGateway } from '../../gateway/index.ts';
import { DEVICES } from '../../step/testing/devices.ts';
import { createCheckout } from '../createCheckout.ts';
import { openPayment } from '../openPayment.ts';
import {
  createTestCheckout,
  describeState,
  intent,
  intentWithAction,
  PAID,
  QR,
  SECRET,
} from '../testing/createTestCheckout.ts';
import { createPoller } from './poller.ts';
import { noTriggers } from './triggers.ts';

it.each([
  ['succeeded', 'succeeded'],
  ['requires_capture', 'authorized'],
  ['canceled', 'canceled'],
])('stops reading at %s', async (status, phase) => {
  const harness = createTestCheckout(intent({ status }));
  await harness.advance(60 * 60_000);
  harness.trigger('visible');
  await harness.advance(60_000);
  expect(harness.states).toEqual([phase]);
  expect(harness.results).toEqual([phase]);
  expect(harness.reads).toHaveLength(1);
});

it('keeps the code on screen while the connection is lost, and goes on after it', async () => {
  const harness = createTestCheckout(QR);
  await harness.advance();
  harness.answerWith('offline');
  await harness.advance(20_000);
  expect(harness.states).toEqual(['action:qr', 'action:qr retrying']);
  harness.answerWith(PAID);
  harness.trigger('online');
  await harness.advance();
  expect(harness.states.at(-1)).toBe('succeeded');
  expect(harness.errors).toEqual([]);
});

it('backs off from a gateway that fails, up to half a minute', async () => {
  const harness = createTestCheckout(QR);
  await harness.advance();
  harness.answerWith({ http: 500 });
  await harness.advance(5 * 60_000);
  const gaps = harness.reads.slice(1).map(({ at }, i, all) => (all[i + 1]?.at ?? at) - at);
  for (const [i, gap] of gaps.slice(0, 6).entries()) {
    const expectedDelay = Math.min(1_000 * 2 ** i, 30_000);
    expect(gap).toBeGreaterThanOrEqual(expectedDelay * 0.79);
    expect(gap).toBeLessThanOrEqual(expectedDelay * 1.21);
  }
});

it('backs off from a 429 without Retry-After as from a failure', async () => {
  const harness = createTestCheckout({ http: 429 });
  await harness.advance(1_500);
  expect(harness.reads).toHaveLength(2);
  expect(harness.states).toEqual(['loading retrying']);
  harness.answerWith(QR);
  await harness.advance(3_000);
  expect(harness.states).toEqual(['loading retrying', 'action:qr']);
});

it('sends no read during Retry-After, whatever the trigger', async () => {
  const harness = createTestCheckout(QR);
  await harness.advance();
  harness.answerWith({ http: 429, headers: { 'retry-after': '20' } });
  harness.trigger('visible');
  await harness.advance();
  const before = harness.reads.length;
  for (let i = 0; i < 19; i++) {
    harness.trigger('user');
    await harness.advance(1_000);
  }
  expect(harness.reads).toHaveLength(before);
  harness.answerWith(QR);
  await harness.advance(1_000);
  expect(harness.reads).toHaveLength(before + 1);
  expect(harness.states.at(-1)).toBe('action:qr');
});

it('drops a late answer when a newer one is there', async () => {
  const harness = createTestCheckout(QR);
  await harness.advance();
  harness.answerWith({ after: 5_000, body: QR });
  harness.trigger('visible');
  await harness.advance(2_000);
  harness.answerWith(PAID);
  harness.trigger('return');
  await harness.advance(10_000);
  expect(harness.states).toEqual(['action:qr', 'succeeded']);
  expect(harness.reads.map(({ signal }) => signal.aborted)).toEqual([false, true, false]);
});

it('never has two reads under way', async () => {
  const harness = createTestCheckout(QR);
  await harness.advance();
  harness.answerWith({ after: 500, body: QR });
  for (const reason of ['visible', 'restored', 'online', 'user', 'return'] as const) {
    harness.trigger(reason);
    await harness.advance(20);
  }
  expect(harness.reads).toHaveLength(2);
  await harness.advance(1_000);
  // One more, because the return came after the read had begun.
  expect(harness.reads).toHaveLength(3);
});

it('gives up a read after 10 s and tries again', async () => {
  const harness = createTestCheckout('silence');
  await harness.advance(9_999);
  expect(harness.states).toEqual([]);
  await harness.advance(2);
  expect(harness.states).toEqual(['loading retrying']);
  harness.answerWith(QR);
  await harness.advance(1_300);
  expect(harness.states.at(-1)).toBe('action:qr');
});

it('shows the gateway as unreachable after four failures, and goes on trying', async () => {
  const harness = createTestCheckout('offline');
  await harness.advance(10_000);
  expect(harness.states.at(-1)).toBe('unavailable retrying');
  expect(harness.errors).toEqual(['network']);
  harness.answerWith(QR);
  await harness.advance(30_000);
  expect(harness.states.at(-1)).toBe('action:qr');
});

it.each([
  [401, 'unauthorized'],
  [403, 'unauthorized'],
  [404, 'not-found'],
  [400, 'rejected'],
])('stops at HTTP %i and says why', async (http, kind) => {
  const harness = createTestCheckout({ http });
  await harness.advance(60 * 60_000);
  expect(harness.states).toEqual(['unavailable paused']);
  expect(harness.errors).toEqual([kind]);
  expect(harness.reads).toHaveLength(1);
});

it('slows down while hidden, pauses after five minutes, and reads at once when shown', async () => {
  const harness = createTestCheckout(QR);
  await harness.advance();
  harness.hidePage();
  await harness.advance(4 * 60_000);
  expect(harness.reads.length).toBeLessThanOrEqual(21);
  await harness.advance(10 * 60_000);
  const before = harness.reads.length;
  await harness.advance(60 * 60_000);
  expect(harness.reads).toHaveLength(before);
  harness.answerWith(PAID);
  harness.showPage();
  await harness.advance();
  expect(harness.states).toEqual(['action:qr', 'action:qr paused', 'action:qr', 'succeeded']);
});

it('reads quickly again when the customer comes back', async () => {
  const harness = createTestCheckout(QR);
  await harness.advance(5 * 60_000);
  harness.hidePage();
  await harness.advance(60_000);
  harness.showPage();
  const before = harness.reads.length;
  await harness.advance(10_000);
  expect(harness.reads.length - before).toBeGreaterThanOrEqual(6);
});

it('begins a new schedule with each new wait', async () => {
  const harness = createTestCheckout(QR);
  await harness.advance(5 * 60_000);
  harness.answerWith(intent({ status: 'processing' }));
  await harness.advance(15_000);
  const before = harness.reads.length;
  await harness.advance(10_000);
  expect(harness.reads.length - before).toBeGreaterThanOrEqual(4);
});

it('runs out of patience by pausing, never by failing', async () => {
  const harness = createTestCheckout(QR);
  await harness.advance(2 * 60 * 60_000);
  expect(harness.states).toEqual(['action:qr', 'action:qr paused']);
  expect(harness.results).toEqual([]);
  harness.answerWith(PAID);
  harness.checkout.refetch();
  await harness.advance();
  expect(harness.states.at(-1)).toBe('succeeded');
});

it('reads 24 times in the first minute of a code at most, most of it from the 5th to the 30th second', async () => {
  const harness = createTestCheckout(QR);
  await harness.advance(60_000);
  const times = harness.reads.slice(1).map(({ at }) => at);
  expect(times.length).toBeLessThanOrEqual(24);
  expect(times.filter((at) => at >= 4_000 && at <= 31_000).length).toBeGreaterThanOrEqual(18);
});

it('goes from device data collection to the challenge, each at its own pace', async () => {
  const url = 'https://acs.example/x';
  const harness = createTestCheckout(intentWithAction('ddc_redirect', { url }));
  await harness.advance();
  harness.answerWith(intentWithAction('challenge_redirect', { url }));
  harness.trigger('return');
  await harness.advance();
  harness.answerWith(PAID);
  await harness.advance(3_000);
  expect(harness.states).toEqual(['action:fingerprint', 'action:challenge', 'succeeded']);
});

it('takes requires_payment_method after an action as a failure', async () => {
  const harness = createTestCheckout(QR);
  await harness.advance();
  harness.answerWith(intent({ status: 'requires_payment_method' }));
  await harness.advance(10_000);
  expect(harness.states).toEqual(['action:qr', 'failed']);
  expect(harness.results).toEqual(['failed']);
});

it('watches a status that nobody knows, and calls it no success', async () => {
  const harness = createTestCheckout(intent({ status: 'requires_prayer' }));
  await harness.advance(10_000);
  expect(harness.states).toEqual(['processing']);
  harness.answerWith(PAID);
  await harness.advance(5_000);
  expect(harness.states).toEqual(['processing', 'succeeded']);
});

it('expires a code at the very second the gateway names, after one last read', async () => {
  const at = 1_800_000_000 + 40;
  const harness = createTestCheckout(intentWithAction('pix_display_qr_code', {}));
  harness.answerWith(intentWithAction('wechat_pay_display_qr_code', { data: 'x', expires_at: at }));
  harness.trigger('user');
  await harness.advance(39_999);
  expect(harness.states.at(-1)).toBe('action:qr');
  await harness.advance(2);
  expect(harness.states.at(-1)).toBe('action:qr expired');
  expect(harness.reads.at(-1)?.at).toBe(40_000);
});

it('takes a payment of the last second over the expiry', async () => {
  const code = { data: 'x', expires_at: 1_800_000_000 + 40 };
  const harness = createTestCheckout(intentWithAction('wechat_pay_display_qr_code', code));
  await harness.advance(39_990);
  harness.answerWith(PAID);
  await harness.advance(20);
  expect(harness.states).toEqual(['action:qr', 'succeeded']);
});

it('expires a code even where the last read fails', async () => {
  const harness = createTestCheckout(
    intentWithAction('wechat_pay_display_qr_code', { data: 'x', expires_at: 1_800_000_003 }),
  );
  await harness.advance(1_000);
  harness.answerWith('offline');
  await harness.advance(3_000);
  expect(harness.states.at(-1)).toBe('action:qr expired retrying');
});

it.each([
  ['out of reach', 'offline'],
  ['busy, with Retry-After', { http: 429, headers: { 'retry-after': '60' } }],
  ['silent', 'silence'],
] as const)('expires a code at its second while the gateway is %s', async (_, answer) => {
  const harness = createTestCheckout(
    intentWithAction('wechat_pay_display_qr_code', { data: 'x', expires_at: 1_800_000_025 }),
  );
  await harness.advance();
  harness.answerWith(answer);
  await harness.advance(24_990);
  expect(harness.states.at(-1)).toBe('action:qr retrying');
  await harness.advance(20);
  expect(harness.states.at(-1)).toBe('action:qr expired retrying');
  harness.answerWith(PAID);
  await harness.advance(60_000);
  expect(harness.states.at(-1)).toBe('succeeded');
});

it('reads after a Retry-After that came on an abandoned page, once the page is shown', async () => {
  const harness = createTestCheckout(QR);
  await harness.advance();
  harness.hidePage();
  await harness.advance(10 * 60_000);
  harness.answerWith({ http: 429, headers: { 'retry-after': '60' } });
  harness.trigger('return');
  await harness.advance(1_000);
  harness.answerWith(PAID);
  harness.showPage();
  await harness.advance(70_000);
  expect(harness.states.at(-1)).toBe('succeeded');
});

it('reads a settled payment no more where that fails for a checkout beside another', async () => {
  const harness = createTestCheckout(PAID);
  await harness.advance(10);
  harness.answerWith('offline');
  const other = createCheckout({ gateway: harness.gateway, clientSecret: SECRET });
  await harness.advance(10 * 60_000);
  expect(describeState(other.getState())).toBe('succeeded');
  expect(harness.reads.length).toBeLessThanOrEqual(2);
  other.destroy();
});

it('sends nothing more where a callback asks for a read and then ends the checkout', async () => {
  const harness = createTestCheckout(QR, {
    onChange: () => {
      void harness.checkout.refetch();
      harness.checkout.destroy();
    },
  });
  await harness.advance(10_000);
  expect(harness.reads).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});

it('notifies every subscriber though one throws, and goes on', async () => {
  const harness = createTestCheckout(QR);
  const thrown: unknown[] = [];
  vi.stubGlobal('queueMicrotask', (run: () => void) => {
    try {
      run();
    } catch (error) {
      thrown.push(error);
    }
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  const poller = createPoller({
    payment: openPayment(harness.gateway, SECRET),
    device: DEVICES.desktop,
    triggers: noTriggers,
  });
  const listener = vi.fn();
  const ends = [
    poller.subscribe(() => {
      throw new Error('of a shop');
    }),
    poller.subscribe(listener),
  ];
  await harness.advance();
  expect(listener).toHaveBeenCalled();
  expect(thrown).toHaveLength(1);
  harness.answerWith(PAID);
  await harness.advance(10_000);
  expect(poller.getState().phase).toBe('succeeded');
  for (const end of ends) end();
});

it('waits for nothing once the gateway has refused', async () => {
  const harness = createTestCheckout({ http: 401 });
  await harness.advance();
  expect(harness.errors).toEqual(['unauthorized']);
  expect(vi.getTimerCount()).toBe(0);
});

it('sees a failed payment succeed after all', async () => {
  const harness = createTestCheckout(QR);
  await harness.advance();
  harness.answerWith(intent({ status: 'requires_payment_method' }));
  await harness.advance(10_000);
  harness.answerWith(PAID);
  await harness.advance(60_000);
  expect(harness.results).toEqual(['failed', 'succeeded']);
});

it('waits two minutes at most, whatever Retry-After says', async () => {
  const harness = createTestCheckout(QR);
  await harness.advance();
  harness.answerWith({ http: 429, headers: { 'retry-after': '86400' } });
  await harness.advance(10_000);
  harness.answerWith(PAID);
  await harness.advance(2 * 60_000);
  expect(harness.states.at(-1)).toBe('succeeded');
});

it('reads again after a trigger that came while the first read was slow', async () => {
  const harness = createTestCheckout({ after: 5_000, body: QR });
  await harness.advance(2_000);
  harness.answerWith(PAID);
  harness.trigger('return');
  await harness.advance(3_010);
  expect(harness.states).toEqual(['action:qr', 'succeeded']);
});

it('ignores the return of another payment', async () => {
  const harness = createTestCheckout(QR);
  await harness.advance();
  harness.trigger('return', 'pi_9');
  await harness.advance();
  expect(harness.reads).toHaveLength(1);
  harness.trigger('return', 'pi_1');
  await harness.advance();
  expect(harness.reads).toHaveLength(2);
});

it('makes one request for two checkouts of one payment', async () => {
  const harness = createTestCheckout({ after: 50, body: QR });
  const read = vi.fn(async () => Response.json(PAID));
  const other = createCheckout({
    gateway: createGateway({ gateway: 'stripe', publishableKey: 'pk_test_1', fetch: read }),
    clientSecret: SECRET,
  });
  await harness.advance(100);
  expect(other.getState().phase).toBe('action');
  expect(harness.reads).toHaveLength(1);
  expect(read).not.toHaveBeenCalled();
  other.destroy();
});
