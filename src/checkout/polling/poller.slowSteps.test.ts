import { expect, it } from 'vitest';
import {
  createTestCheckout,
  intent,
  intentWithAction,
  PAID,
  QR,
} from '../testing/createTestCheckout.ts';

const HOUR = 60 * 60_000;
const START = 1_800_000_000;

const voucher = (fields: object = {}) =>
  intentWithAction('boleto_display_details', {
    number: '0101',
    expires_at: START + 3 * 86_400,
    ...fields,
  });

const transfer = (amount_remaining: number) =>
  intentWithAction('display_bank_transfer_instructions', {
    amount_remaining,
    currency: 'eur',
    reference: 'A1B2C3',
    financial_addresses: [{ type: 'iban', iban: { iban: 'FR1420041010050500013M02606' } }],
  });

it('leaves a voucher on screen while nothing comes, and reads seldom', async () => {
  const harness = createTestCheckout(voucher());
  await harness.advance(HOUR);
  expect(harness.states).toEqual(['action:voucher']);
  expect(harness.reads.length).toBeLessThanOrEqual(80);
  await harness.advance(3 * 24 * HOUR - HOUR - 1_000);
  expect(harness.states).toEqual(['action:voucher', 'action:voucher paused']);
  expect(harness.results).toEqual([]);
});

it('reads once more at the very end of a voucher that was paused long before', async () => {
  const harness = createTestCheckout(voucher());
  await harness.advance(3 * 24 * HOUR - 1_000);
  const before = harness.reads.length;
  await harness.advance(2_000);
  expect(harness.reads).toHaveLength(before + 1);
  expect(harness.states.at(-1)).toMatch(/^action:voucher expired/);
});

it('sees within a minute or so that a voucher was paid', async () => {
  const harness = createTestCheckout(voucher());
  await harness.advance(90 * 60_000);
  harness.answerWith(PAID);
  await harness.advance(75_000);
  expect(harness.states).toEqual(['action:voucher', 'succeeded']);
  expect(harness.results).toEqual(['succeeded']);
});

it('sees at once that a voucher was paid when the customer comes back after hours', async () => {
  const harness = createTestCheckout(voucher());
  await harness.advance();
  harness.hidePage();
  await harness.advance(24 * HOUR);
  const before = harness.reads.length;
  expect(before).toBeLessThan(30);
  harness.answerWith(PAID);
  harness.showPage();
  await harness.advance();
  expect(harness.states.at(-1)).toBe('succeeded');
  expect(harness.reads).toHaveLength(before + 1);
});

it('goes through processing, where a voucher’s money takes its time', async () => {
  const harness = createTestCheckout(voucher());
  await harness.advance(1_000);
  harness.answerWith(intent({ status: 'processing' }));
  await harness.advance(15_000);
  harness.answerWith(PAID);
  await harness.advance(5_000);
  expect(harness.states).toEqual(['action:voucher', 'processing', 'succeeded']);
});

it.each([
  ['a voucher', 'boleto_display_details', { number: '1', expires_at: START + 40 }, 'voucher'],
  ['OXXO’s', 'oxxo_display_details', { number: '1', expires_after: START + 40 }, 'voucher'],
  ['an approval', 'upi_await_notification', { expires_at: START + 40 }, 'await'],
])('reads %s once more at the very second in which it ends', async (_, type, payload, kind) => {
  const harness = createTestCheckout(intentWithAction(type, payload));
  await harness.advance(39_999);
  expect(harness.states).toEqual([`action:${kind}`]);
  await harness.advance(2);
  expect(harness.states).toEqual([`action:${kind}`, `action:${kind} expired`]);
  expect(harness.reads.at(-1)?.at).toBe(40_000);
});

it('takes a payment of the last second over the end of a voucher', async () => {
  const harness = createTestCheckout(voucher({ expires_at: START + 40 }));
  await harness.advance(39_990);
  harness.answerWith(PAID);
  await harness.advance(20);
  expect(harness.states).toEqual(['action:voucher', 'succeeded']);
});

it('ends a voucher that is over by the time somebody comes back', async () => {
  const harness = createTestCheckout(voucher());
  await harness.advance();
  harness.hidePage();
  await harness.advance(4 * 24 * HOUR);
  harness.showPage();
  await harness.advance();
  expect(harness.states.at(-1)).toBe('action:voucher expired');
});

it('goes on after the end of a voucher: the money may have been on its way', async () => {
  const harness = createTestCheckout(voucher({ expires_at: START + 40 }));
  await harness.advance(60_000);
  harness.answerWith(PAID);
  await harness.advance(60_000);
  expect(harness.states).toEqual(['action:voucher', 'action:voucher expired', 'succeeded']);
});

it('fails where the gateway takes an expired voucher for a failed attempt', async () => {
  const harness = createTestCheckout(voucher({ expires_at: START + 40 }));
  await harness.advance(39_000);
  const last_payment_error = { code: 'payment_intent_payment_attempt_expired' };
  harness.answerWith(intent({ status: 'requires_payment_method', last_payment_error }));
  await harness.advance(1_010);
  expect(harness.states).toEqual(['action:voucher', 'failed']);
  expect(harness.results).toEqual(['failed']);
});

it('shows what is still to come of a transfer in parts, without a new rhythm', async () => {
  const harness = createTestCheckout(transfer(10_000));
  await harness.advance(30 * 60_000);
  harness.answerWith(transfer(4_000));
  await harness.advance(75_000);
  expect(harness.checkout.getState()).toMatchObject({ step: { amount: 4_000 } });
  const before = harness.reads.length;
  await harness.advance(60_000);
  expect(harness.reads.length - before).toBeLessThanOrEqual(2);
  harness.answerWith(PAID);
  await harness.advance(75_000);
  expect(harness.states).toEqual(['action:bank-transfer', 'action:bank-transfer', 'succeeded']);
});

it('is slow about days of notice and about deposits, and quick about an approval', async () => {
  const link = { hosted_verification_url: 'https://pay.example/1', arrival_date: START + 86_400 };
  const count = async (type: string, payload: object) => {
    const harness = createTestCheckout(intentWithAction(type, { ...payload }));
    await harness.advance(60_000);
    const { length } = harness.reads;
    harness.checkout.destroy();
    return length;
  };
  expect(await count('verify_with_microdeposits', link)).toBeLessThanOrEqual(8);
  expect(await count('card_await_notification', {})).toBeLessThanOrEqual(8);
  const approval = { customer_approval_required: true };
  expect(await count('card_await_notification', approval)).toBeGreaterThanOrEqual(24);
  expect(await count('blik_authorize', {})).toBeGreaterThanOrEqual(24);
});

it('begins the slow rhythm anew with another voucher', async () => {
  const harness = createTestCheckout(QR);
  await harness.advance(HOUR);
  expect(harness.states.at(-1)).toBe('action:qr paused');
  harness.answerWith(voucher());
  harness.checkout.refetch();
  await harness.advance(60_000);
  expect(harness.states.at(-1)).toBe('action:voucher');
  await harness.advance(HOUR);
  expect(harness.states.at(-1)).toBe('action:voucher');
});
