import { describe, expect, it } from 'vitest';
import { cardByName, cardByNumber } from './cards.ts';
import { card, createTestClient } from './testClient.ts';

describe('cardByNumber', () => {
  it('reads a number as people type it', () => {
    expect(cardByNumber('4242 4242 4242 4242')).toMatchObject({ brand: 'visa', last4: '4242' });
  });

  it('declines a number that is no test card, and one that is no number', () => {
    expect(cardByNumber('4012888888881881').behaviour).toMatchObject({
      decline: { declineCode: 'test_mode_live_card' },
    });
    expect(cardByNumber('4242424242424241').behaviour).toMatchObject({
      decline: { code: 'incorrect_number' },
    });
    expect(cardByNumber('constructor').behaviour).toMatchObject({ kind: 'decline' });
  });

  it('finds a card by its name', () => {
    expect(cardByName('pm_card_visa')?.last4).toBe('4242');
    expect(cardByName('pm_card_nothing')).toBeUndefined();
  });
});

describe.each(['stripe', 'wooshpay'] as const)('at %s', (dialect) => {
  it.each([
    ['4242424242424242', 'succeeded'],
    ['4111111111111111', 'succeeded'],
    ['378282246310005', 'succeeded'],
    ['4000000000003220', 'requires_action'],
    ['4000002760003184', 'requires_action'],
  ])('takes %s to %s', async (number, status) => {
    const client = createTestClient();
    const { body } = await client[dialect]('', card(number));
    expect(body.status).toBe(status);
  });

  it.each([
    ['4000000000000002', 'card_declined', 'generic_decline'],
    ['4000000000009995', 'card_declined', 'insufficient_funds'],
    ['4000000000009987', 'card_declined', 'lost_card'],
    ['4000000000000069', 'expired_card', undefined],
    ['4000000000000127', 'incorrect_cvc', undefined],
    ['4000000000000119', 'processing_error', undefined],
  ])(
    'declines %s with 402 %s %s, with the payment inside the error',
    async (number, code, declineCode) => {
      const client = createTestClient();
      const { status, body } = await client[dialect]('', card(number));
      expect(status).toBe(402);
      expect(body.error).toMatchObject({ type: 'card_error', code });
      expect(body.error.decline_code).toBe(declineCode);
      expect(body.error.payment_intent).toMatchObject({
        status: 'requires_payment_method',
        payment_method: null,
        last_payment_error: { code, payment_method: { card: { last4: number.slice(-4) } } },
      });
    },
  );

  it('never tells a card number again', async () => {
    const client = createTestClient();
    const { body } = await client[dialect]('', card('4000000000000002'));
    expect(JSON.stringify(body)).not.toContain('4000000000000002');
  });
});

it('declines some cards only after the customer has authenticated', async () => {
  const client = createTestClient();
  const { body } = await client.stripe('', card('4000008260003178'));
  expect(body.status).toBe('requires_action');
  await client.simulate(body.id, 'succeed');
  const after = await client.read('stripe', body.id);
  expect(after.body).toMatchObject({
    status: 'requires_payment_method',
    last_payment_error: { code: 'card_declined', decline_code: 'insufficient_funds' },
  });
});

it('asks a card for 3-D Secure if the merchant does', async () => {
  const client = createTestClient();
  const payment_method_options = { card: { request_three_d_secure: 'challenge' } };
  const { body } = await client.stripe('', card('4242424242424242', { payment_method_options }));
  expect(body.status).toBe('requires_action');
});

it('charges a card that only Stripe tells its customer about', async () => {
  const client = createTestClient();
  const { body } = await client.wooshpay('', card('4000003560000123'));
  expect(body.status).toBe('succeeded');
});

it('lets a card that is set up pass without its owner', async () => {
  const client = createTestClient();
  const { body } = await client.stripe('', card('4000003800000446', { off_session: true }));
  expect(body.status).toBe('succeeded');
  const other = await client.stripe('', card('4000002760003184', { off_session: true }));
  expect(other.body.error.code).toBe('authentication_required');
});
