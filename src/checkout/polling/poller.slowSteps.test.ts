import { expect, it } from 'vitest';
import { asks, createWorld, intent, PAID, QR } from '../testing/world.ts';

const HOUR = 60 * 60_000;
const START = 1_800_000_000;

const voucher = (own: object = {}) =>
  asks('boleto_display_details', { number: '0101', expires_at: START + 3 * 86_400, ...own });

const transfer = (amount_remaining: number) =>
  asks('display_bank_transfer_instructions', {
    amount_remaining,
    currency: 'eur',
    reference: 'A1B2C3',
    financial_addresses: [{ type: 'iban', iban: { iban: 'FR1420041010050500013M02606' } }],
  });

it('leaves a voucher on screen while nothing comes, and reads seldom', async () => {
  const world = createWorld(voucher());
  await world.advance(HOUR);
  expect(world.states).toEqual(['action:voucher']);
  expect(world.reads.length).toBeLessThanOrEqual(80);
  await world.advance(3 * 24 * HOUR - HOUR - 1_000);
  expect(world.states).toEqual(['action:voucher', 'action:voucher paused']);
  expect(world.results).toEqual([]);
});

it('looks once more at the very end of a voucher that it had long stopped looking at', async () => {
  const world = createWorld(voucher());
  await world.advance(3 * 24 * HOUR - 1_000);
  const before = world.reads.length;
  await world.advance(2_000);
  expect(world.reads).toHaveLength(before + 1);
  expect(world.states.at(-1)).toMatch(/^action:voucher expired/);
});

it('sees within a minute or so that a voucher was paid', async () => {
  const world = createWorld(voucher());
  await world.advance(90 * 60_000);
  world.answerWith(PAID);
  await world.advance(75_000);
  expect(world.states).toEqual(['action:voucher', 'succeeded']);
  expect(world.results).toEqual(['succeeded']);
});

it('sees at once that a voucher was paid, by who comes back to a page long left', async () => {
  const world = createWorld(voucher());
  await world.advance();
  world.hidePage();
  await world.advance(24 * HOUR);
  const before = world.reads.length;
  expect(before).toBeLessThan(30);
  world.answerWith(PAID);
  world.showPage();
  await world.advance();
  expect(world.states.at(-1)).toBe('succeeded');
  expect(world.reads).toHaveLength(before + 1);
});

it('goes through processing, where a voucher’s money takes its time', async () => {
  const world = createWorld(voucher());
  await world.advance(1_000);
  world.answerWith(intent({ status: 'processing' }));
  await world.advance(15_000);
  world.answerWith(PAID);
  await world.advance(5_000);
  expect(world.states).toEqual(['action:voucher', 'processing', 'succeeded']);
});

it.each([
  ['a voucher', 'boleto_display_details', { number: '1', expires_at: START + 40 }, 'voucher'],
  ['OXXO’s', 'oxxo_display_details', { number: '1', expires_after: START + 40 }, 'voucher'],
  ['an approval', 'upi_await_notification', { expires_at: START + 40 }, 'await'],
])('reads %s once more at the very second in which it ends', async (_, type, payload, kind) => {
  const world = createWorld(asks(type, payload));
  await world.advance(39_999);
  expect(world.states).toEqual([`action:${kind}`]);
  await world.advance(2);
  expect(world.states).toEqual([`action:${kind}`, `action:${kind} expired`]);
  expect(world.reads.at(-1)?.at).toBe(40_000);
});

it('takes a payment of the last second over the end of a voucher', async () => {
  const world = createWorld(voucher({ expires_at: START + 40 }));
  await world.advance(39_990);
  world.answerWith(PAID);
  await world.advance(20);
  expect(world.states).toEqual(['action:voucher', 'succeeded']);
});

it('ends a voucher that is over by the time somebody comes back', async () => {
  const world = createWorld(voucher());
  await world.advance();
  world.hidePage();
  await world.advance(4 * 24 * HOUR);
  world.showPage();
  await world.advance();
  expect(world.states.at(-1)).toBe('action:voucher expired');
});

it('goes on after the end of a voucher: the money may have been on its way', async () => {
  const world = createWorld(voucher({ expires_at: START + 40 }));
  await world.advance(60_000);
  world.answerWith(PAID);
  await world.advance(60_000);
  expect(world.states).toEqual(['action:voucher', 'action:voucher expired', 'succeeded']);
});

it('fails where the gateway takes an expired voucher for a failed attempt', async () => {
  const world = createWorld(voucher({ expires_at: START + 40 }));
  await world.advance(39_000);
  const last_payment_error = { code: 'payment_intent_payment_attempt_expired' };
  world.answerWith(intent({ status: 'requires_payment_method', last_payment_error }));
  await world.advance(1_010);
  expect(world.states).toEqual(['action:voucher', 'failed']);
  expect(world.results).toEqual(['failed']);
});

it('shows what is still to come of a transfer in parts, without a new rhythm', async () => {
  const world = createWorld(transfer(10_000));
  await world.advance(30 * 60_000);
  world.answerWith(transfer(4_000));
  await world.advance(75_000);
  expect(world.checkout.getState()).toMatchObject({ step: { amount: 4_000 } });
  const before = world.reads.length;
  await world.advance(60_000);
  expect(world.reads.length - before).toBeLessThanOrEqual(2);
  world.answerWith(PAID);
  await world.advance(75_000);
  expect(world.states).toEqual(['action:bank-transfer', 'action:bank-transfer', 'succeeded']);
});

it('is slow about days of notice and about deposits, and quick about an approval', async () => {
  const link = { hosted_verification_url: 'https://pay.example/1', arrival_date: START + 86_400 };
  const count = async (type: string, payload: object) => {
    const world = createWorld(asks(type, { ...payload }));
    await world.advance(60_000);
    const { length } = world.reads;
    world.checkout.destroy();
    return length;
  };
  expect(await count('verify_with_microdeposits', link)).toBeLessThanOrEqual(8);
  expect(await count('card_await_notification', {})).toBeLessThanOrEqual(8);
  const approval = { customer_approval_required: true };
  expect(await count('card_await_notification', approval)).toBeGreaterThanOrEqual(24);
  expect(await count('blik_authorize', {})).toBeGreaterThanOrEqual(24);
});

it('begins the slow rhythm anew with another voucher', async () => {
  const world = createWorld(QR);
  await world.advance(HOUR);
  expect(world.states.at(-1)).toBe('action:qr paused');
  world.answerWith(voucher());
  world.checkout.refetch();
  await world.advance(60_000);
  expect(world.states.at(-1)).toBe('action:voucher');
  await world.advance(HOUR);
  expect(world.states.at(-1)).toBe('action:voucher');
});
