import { expect, it, vi } from 'vitest';
import { createGateway } from '../../gateway/index.ts';
import { createCheckout } from '../createCheckout.ts';
import { asks, createWorld, intent, PAID, QR, SECRET } from '../testing/world.ts';

it.each([
  ['succeeded', 'succeeded'],
  ['requires_capture', 'authorized'],
  ['canceled', 'canceled'],
])('stops reading at %s', async (status, phase) => {
  const world = createWorld(intent({ status }));
  await world.advance(60 * 60_000);
  world.trigger('visible');
  await world.advance(60_000);
  expect(world.states).toEqual([phase]);
  expect(world.results).toEqual([phase]);
  expect(world.reads).toHaveLength(1);
});

it('keeps the code on screen while the connection is lost, and goes on after it', async () => {
  const world = createWorld(QR);
  await world.advance();
  world.answerWith('offline');
  await world.advance(20_000);
  expect(world.states).toEqual(['action:qr', 'action:qr retrying']);
  world.answerWith(PAID);
  world.trigger('online');
  await world.advance();
  expect(world.states.at(-1)).toBe('succeeded');
  expect(world.errors).toEqual([]);
});

it('backs off from a gateway that fails, up to half a minute', async () => {
  const world = createWorld(QR);
  await world.advance();
  world.answerWith({ http: 500 });
  await world.advance(5 * 60_000);
  const gaps = world.reads.slice(1).map(({ at }, i, all) => (all[i + 1]?.at ?? at) - at);
  for (const [i, gap] of gaps.slice(0, 6).entries()) {
    const wanted = Math.min(1_000 * 2 ** i, 30_000);
    expect(gap).toBeGreaterThanOrEqual(wanted * 0.79);
    expect(gap).toBeLessThanOrEqual(wanted * 1.21);
  }
});

it('backs off from a 429 without Retry-After as from a failure', async () => {
  const world = createWorld({ http: 429 });
  await world.advance(1_500);
  expect(world.reads).toHaveLength(2);
  expect(world.states).toEqual(['loading retrying']);
  world.answerWith(QR);
  await world.advance(3_000);
  expect(world.states).toEqual(['loading retrying', 'action:qr']);
});

it('leaves a gateway alone as long as its Retry-After says, whatever asks for a read', async () => {
  const world = createWorld(QR);
  await world.advance();
  world.answerWith({ http: 429, headers: { 'retry-after': '20' } });
  world.trigger('visible');
  await world.advance();
  const before = world.reads.length;
  for (let i = 0; i < 19; i++) {
    world.trigger('user');
    await world.advance(1_000);
  }
  expect(world.reads).toHaveLength(before);
  world.answerWith(QR);
  await world.advance(1_000);
  expect(world.reads).toHaveLength(before + 1);
  expect(world.states.at(-1)).toBe('action:qr');
});

it('drops a late answer when a newer one is there', async () => {
  const world = createWorld(QR);
  await world.advance();
  world.answerWith({ after: 5_000, gives: QR });
  world.trigger('visible');
  await world.advance(2_000);
  world.answerWith(PAID);
  world.trigger('return');
  await world.advance(10_000);
  expect(world.states).toEqual(['action:qr', 'succeeded']);
  expect(world.reads.map(({ signal }) => signal.aborted)).toEqual([false, true, false]);
});

it('never has two reads under way', async () => {
  const world = createWorld(QR);
  await world.advance();
  world.answerWith({ after: 500, gives: QR });
  for (const reason of ['visible', 'restored', 'online', 'user', 'return'] as const) {
    world.trigger(reason);
    await world.advance(20);
  }
  expect(world.reads).toHaveLength(2);
  await world.advance(1_000);
  // One more, because the return came after the read had begun.
  expect(world.reads).toHaveLength(3);
});

it('gives up a read after 10 s and tries again', async () => {
  const world = createWorld('silence');
  await world.advance(9_999);
  expect(world.states).toEqual([]);
  await world.advance(2);
  expect(world.states).toEqual(['loading retrying']);
  world.answerWith(QR);
  await world.advance(1_300);
  expect(world.states.at(-1)).toBe('action:qr');
});

it('says that it is out of reach after four failures, and goes on trying', async () => {
  const world = createWorld('offline');
  await world.advance(10_000);
  expect(world.states.at(-1)).toBe('unavailable retrying');
  expect(world.errors).toEqual(['network']);
  world.answerWith(QR);
  await world.advance(30_000);
  expect(world.states.at(-1)).toBe('action:qr');
});

it.each([
  [401, 'unauthorized'],
  [403, 'unauthorized'],
  [404, 'not-found'],
  [400, 'rejected'],
])('stops at HTTP %i and says why', async (http, kind) => {
  const world = createWorld({ http });
  await world.advance(60 * 60_000);
  expect(world.states).toEqual(['unavailable paused']);
  expect(world.errors).toEqual([kind]);
  expect(world.reads).toHaveLength(1);
});

it('slows down while hidden, pauses after five minutes, and reads at once when shown', async () => {
  const world = createWorld(QR);
  await world.advance();
  world.hidePage();
  await world.advance(4 * 60_000);
  expect(world.reads.length).toBeLessThanOrEqual(21);
  await world.advance(10 * 60_000);
  const before = world.reads.length;
  await world.advance(60 * 60_000);
  expect(world.reads).toHaveLength(before);
  world.answerWith(PAID);
  world.showPage();
  await world.advance();
  expect(world.states).toEqual(['action:qr', 'action:qr paused', 'action:qr', 'succeeded']);
});

it('reads quickly again for who comes back', async () => {
  const world = createWorld(QR);
  await world.advance(5 * 60_000);
  world.hidePage();
  await world.advance(60_000);
  world.showPage();
  const before = world.reads.length;
  await world.advance(10_000);
  expect(world.reads.length - before).toBeGreaterThanOrEqual(6);
});

it('begins a new schedule with each new wait', async () => {
  const world = createWorld(QR);
  await world.advance(5 * 60_000);
  world.answerWith(intent({ status: 'processing' }));
  await world.advance(15_000);
  const before = world.reads.length;
  await world.advance(10_000);
  expect(world.reads.length - before).toBeGreaterThanOrEqual(4);
});

it('runs out of patience by pausing, never by failing', async () => {
  const world = createWorld(QR);
  await world.advance(2 * 60 * 60_000);
  expect(world.states).toEqual(['action:qr', 'action:qr paused']);
  expect(world.results).toEqual([]);
  world.answerWith(PAID);
  world.checkout.refetch();
  await world.advance();
  expect(world.states.at(-1)).toBe('succeeded');
});

it('reads 24 times in the first minute of a code at most, most of it from the 5th to the 30th second', async () => {
  const world = createWorld(QR);
  await world.advance(60_000);
  const times = world.reads.slice(1).map(({ at }) => at);
  expect(times.length).toBeLessThanOrEqual(24);
  expect(times.filter((at) => at >= 4_000 && at <= 31_000).length).toBeGreaterThanOrEqual(18);
});

it('goes from device data collection to the challenge, each at its own pace', async () => {
  const url = 'https://acs.example/x';
  const world = createWorld(asks('ddc_redirect', { url }));
  await world.advance();
  world.answerWith(asks('challenge_redirect', { url }));
  world.trigger('return');
  await world.advance();
  world.answerWith(PAID);
  await world.advance(3_000);
  expect(world.states).toEqual(['action:fingerprint', 'action:challenge', 'succeeded']);
});

it('takes a payment method asked for again after an action as a failure', async () => {
  const world = createWorld(QR);
  await world.advance();
  world.answerWith(intent({ status: 'requires_payment_method' }));
  await world.advance(10_000);
  expect(world.states).toEqual(['action:qr', 'failed']);
  expect(world.results).toEqual(['failed']);
});

it('watches a status that nobody knows, and calls it no success', async () => {
  const world = createWorld(intent({ status: 'requires_prayer' }));
  await world.advance(10_000);
  expect(world.states).toEqual(['processing']);
  world.answerWith(PAID);
  await world.advance(5_000);
  expect(world.states).toEqual(['processing', 'succeeded']);
});

it('expires a code at the very second the gateway names, after one last read', async () => {
  const at = 1_800_000_000 + 40;
  const world = createWorld(asks('pix_display_qr_code', {}));
  world.answerWith(asks('wechat_pay_display_qr_code', { data: 'x', expires_at: at }));
  world.trigger('user');
  await world.advance(39_999);
  expect(world.states.at(-1)).toBe('action:qr');
  await world.advance(2);
  expect(world.states.at(-1)).toBe('action:qr expired');
  expect(world.reads.at(-1)?.at).toBe(40_000);
});

it('takes a payment of the last second over the expiry', async () => {
  const code = { data: 'x', expires_at: 1_800_000_000 + 40 };
  const world = createWorld(asks('wechat_pay_display_qr_code', code));
  await world.advance(39_990);
  world.answerWith(PAID);
  await world.advance(20);
  expect(world.states).toEqual(['action:qr', 'succeeded']);
});

it('expires a code even where the last read fails', async () => {
  const world = createWorld(
    asks('wechat_pay_display_qr_code', { data: 'x', expires_at: 1_800_000_003 }),
  );
  await world.advance(1_000);
  world.answerWith('offline');
  await world.advance(3_000);
  expect(world.states.at(-1)).toBe('action:qr expired retrying');
});

it.each([
  ['out of reach', 'offline'],
  ['busy, and wants to be left alone', { http: 429, headers: { 'retry-after': '60' } }],
  ['silent', 'silence'],
] as const)('expires a code at its second while the gateway is %s', async (_, answer) => {
  const world = createWorld(
    asks('wechat_pay_display_qr_code', { data: 'x', expires_at: 1_800_000_025 }),
  );
  await world.advance();
  world.answerWith(answer);
  await world.advance(24_990);
  expect(world.states.at(-1)).toBe('action:qr retrying');
  await world.advance(20);
  expect(world.states.at(-1)).toBe('action:qr expired retrying');
  world.answerWith(PAID);
  await world.advance(60_000);
  expect(world.states.at(-1)).toBe('succeeded');
});

it('waits for nothing once the gateway has refused', async () => {
  const world = createWorld({ http: 401 });
  await world.advance();
  expect(world.errors).toEqual(['unauthorized']);
  expect(vi.getTimerCount()).toBe(0);
});

it('sees a failed payment succeed after all', async () => {
  const world = createWorld(QR);
  await world.advance();
  world.answerWith(intent({ status: 'requires_payment_method' }));
  await world.advance(10_000);
  world.answerWith(PAID);
  await world.advance(60_000);
  expect(world.results).toEqual(['failed', 'succeeded']);
});

it('waits two minutes at most, whatever a gateway asks for', async () => {
  const world = createWorld(QR);
  await world.advance();
  world.answerWith({ http: 429, headers: { 'retry-after': '86400' } });
  await world.advance(10_000);
  world.answerWith(PAID);
  await world.advance(2 * 60_000);
  expect(world.states.at(-1)).toBe('succeeded');
});

it('looks again after news that came while the first read was slow', async () => {
  const world = createWorld({ after: 5_000, gives: QR });
  await world.advance(2_000);
  world.answerWith(PAID);
  world.trigger('return');
  await world.advance(3_010);
  expect(world.states).toEqual(['action:qr', 'succeeded']);
});

it('ignores the return of another payment', async () => {
  const world = createWorld(QR);
  await world.advance();
  world.trigger('return', 'pi_9');
  await world.advance();
  expect(world.reads).toHaveLength(1);
  world.trigger('return', 'pi_1');
  await world.advance();
  expect(world.reads).toHaveLength(2);
});

it('makes one request for two checkouts of one payment', async () => {
  const world = createWorld({ after: 50, gives: QR });
  const read = vi.fn(async () => Response.json(PAID));
  const other = createCheckout({
    gateway: createGateway({ gateway: 'stripe', publishableKey: 'pk_test_1', fetch: read }),
    clientSecret: SECRET,
  });
  await world.advance(100);
  expect(other.getState().phase).toBe('action');
  expect(world.reads).toHaveLength(1);
  expect(read).not.toHaveBeenCalled();
  other.destroy();
});
