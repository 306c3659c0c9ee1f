import { describe, expect, it } from 'vitest';
import { type Answer, asks, createWorld, intent, inWords, PAID, QR } from '../testing/world.ts';

/** What stands between the customer and the gateway and answers in its place. */
const STRAY: readonly (readonly [string, Answer])[] = [
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
  it('is told to nobody, and the payment is seen all the same', async () => {
    const world = createWorld(QR);
    await world.advance();
    world.answerWith(stray);
    await world.advance(10_000);
    expect(world.reads).toHaveLength(2);
    world.answerWith(PAID);
    await world.advance(15_000);
    expect(world.states).toEqual(['action:qr', 'succeeded']);
    expect(world.errors).toEqual([]);
  });

  it('is told when it is the fourth in a row, and the slow reads go on', async () => {
    const world = createWorld(QR);
    await world.advance();
    world.answerWith(stray);
    await world.advance(48_000);
    expect(world.states).toEqual(['action:qr']);
    await world.advance(10_000);
    expect(world.states).toEqual(['action:qr', 'action:qr retrying']);
    expect(world.reads.length).toBeLessThanOrEqual(6);
    await world.advance(5 * 60_000);
    expect(world.reads.length).toBeLessThanOrEqual(22);
    world.answerWith(QR);
    await world.advance(36_000);
    expect(world.states).toEqual(['action:qr', 'action:qr retrying', 'action:qr']);
  });

  it('is looked through by who comes back or asks', async () => {
    const world = createWorld(QR);
    await world.advance();
    world.answerWith(stray);
    await world.advance(6_000);
    world.answerWith(PAID);
    world.trigger('user');
    await world.advance();
    expect(world.states).toEqual(['action:qr', 'succeeded']);
  });
});

it('pauses, and takes nothing from the screen, where it lasts for half an hour', async () => {
  const world = createWorld(QR);
  await world.advance();
  world.answerWith({ http: 401 });
  await world.advance(30 * 60_000);
  expect(world.states).toEqual(['action:qr', 'action:qr retrying', 'action:qr paused']);
  expect(world.errors).toEqual(['unauthorized']);
  const { length } = world.reads;
  await world.advance(60 * 60_000);
  expect(world.reads).toHaveLength(length);
  world.answerWith(PAID);
  world.trigger('user');
  await world.advance();
  expect(world.states.at(-1)).toBe('succeeded');
});

it.each([
  ['a refusal', { http: 403, html: '' }, 'unavailable paused', 1],
  ['something else', { http: 200, html: '' }, 'unavailable retrying', 5],
] as const)('is believed before a first good answer: %s', async (_, answer, state, reads) => {
  const world = createWorld(answer);
  await world.advance(10_000);
  expect(inWords(world.checkout.getState())).toBe(state);
  expect(world.reads.length).toBeLessThanOrEqual(reads);
});

it('is told to the shop once, when it is told to the customer', async () => {
  const world = createWorld(QR);
  await world.advance();
  world.answerWith({ http: 403, html: '' });
  await world.advance(48_000);
  expect([world.errors, world.checkout.getState().error]).toEqual([[], null]);
  await world.advance(5 * 60_000);
  expect(world.errors).toEqual(['unauthorized']);
});

it('lets the connection be lost in between, which is told as ever', async () => {
  const world = createWorld(QR);
  await world.advance();
  world.answerWith({ http: 403, html: '' });
  await world.advance(6_000);
  world.answerWith('offline');
  await world.advance(16_000);
  expect(world.states).toEqual(['action:qr', 'action:qr retrying']);
});

it('veils a code at its end also while nothing but strays come', async () => {
  const world = createWorld(
    asks('wechat_pay_display_qr_code', { data: 'x', expires_at: 1_800_000_025 }),
  );
  await world.advance();
  world.answerWith({ http: 403, html: '' });
  await world.advance(24_990);
  expect(world.states.at(-1)).toBe('action:qr');
  await world.advance(20);
  expect(world.states.at(-1)).toBe('action:qr expired');
});
