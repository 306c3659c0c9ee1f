import { describe, expect, it } from 'vitest';
import { card, confirmed, createTestClient } from '../testing/client.ts';
import { cardByName, cardByNumber, TEST_CARDS } from './cards.ts';

describe('cardByNumber', () => {
  it('reads a number with spaces and hyphens', () => {
    expect(cardByNumber('4242 4242 4242 4242')).toMatchObject({ brand: 'visa', last4: '4242' });
  });

  it('declines unknown and invalid numbers', () => {
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

  it.each([
    ['us', 'visa', 'US', 'credit', '4242'],
    ['mastercard_prepaid', 'mastercard', 'US', 'prepaid', '5100'],
    ['amex', 'amex', 'US', 'credit', '8431'],
    ['de', 'visa', 'DE', 'credit', '0016'],
    ['gb_debit', 'visa', 'GB', 'debit', '0005'],
    ['ae_mastercard', 'mastercard', 'AE', 'credit', '0022'],
    ['th_debit', 'visa', 'TH', 'debit', '0008'],
    ['authenticationRequired', 'visa', 'US', 'credit', '3184'],
    ['authenticationRequiredOnSetup', 'visa', 'US', 'credit', '3155'],
  ])('knows of %s that it is %s of %s, %s', (name, brand, country, funding, last4) => {
    expect(cardByName(`pm_card_${name}`)).toMatchObject({ brand, country, funding, last4 });
  });

  it('gives each test card a fingerprint of its own', () => {
    const fingerprints = Object.keys(TEST_CARDS).map((number) => cardByNumber(number).fingerprint);
    expect(new Set(fingerprints).size).toBe(fingerprints.length);
    expect(fingerprints.every((print) => /^[0-9A-Za-z]{16}$/.test(String(print)))).toBe(true);
    expect(cardByNumber('4242-4242-4242-4242').fingerprint).toBe(
      cardByName('pm_card_visa')?.fingerprint,
    );
  });
});

describe('a number that may be a real card’s', () => {
  // In order: what passes Luhn's check, a typo in a test card, what is no card at all.
  it.each(['4539578763621486', '4242424242424241', '4539 5787 6362 1486', '12345678'])(
    'leaves nothing that another number of the same last digits would not: %s',
    (number) => {
      const digits = number.replaceAll(' ', '');
      const other = `${digits.startsWith('9') ? '8' : '9'}${digits.slice(1)}`;
      const { behaviour: _, ...stored } = cardByNumber(number);
      const { behaviour: __, ...others } = cardByNumber(other);
      expect(stored).toEqual(others);
      expect(stored.last4).toBe(digits.slice(-4));
    },
  );
});

describe('the table of test cards', () => {
  const rows = Object.entries(TEST_CARDS);
  const names = rows.flatMap(([number, card]) => card.names.map((name) => ({ name, number })));

  it('resolves each name to its own number, as a method and as a token', () => {
    for (const { name, number } of names) {
      const card = cardByNumber(number);
      expect(cardByName(`pm_card_${name}`), name).toEqual(card);
      expect(cardByName(`tok_${name}`, 'tok_'), name).toEqual(card);
      expect(cardByName(`tok_${name}`), name).toBeUndefined();
      expect(cardByName(name), name).toBeUndefined();
    }
  });

  it('has unique names', () => {
    expect(new Set(names.map(({ name }) => name)).size).toBe(names.length);
  });

  /** ISO/IEC 7812-1, annex B. */
  const checksum = (number: string) =>
    [...number]
      .reverse()
      .map((digit, at) => Number(digit) * (at % 2 === 0 ? 1 : 2))
      .reduce((sum, value) => sum + (value > 9 ? value - 9 : value), 0) % 10;

  it('has numbers that a form takes', () => {
    for (const [number] of rows) expect(checksum(number), number).toBe(0);
    expect(checksum('4242424242424241')).not.toBe(0);
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

  it('never shows a card number again', async () => {
    const client = createTestClient();
    const { body } = await client[dialect]('', card('4000000000000002'));
    expect(JSON.stringify(body)).not.toContain('4000000000000002');
  });
});

it('declines some cards after authentication', async () => {
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

it('uses 3-D Secure where the merchant asks for it', async () => {
  const client = createTestClient();
  const payment_method_options = { card: { request_three_d_secure: 'challenge' } };
  const { body } = await client.stripe('', card('4242424242424242', { payment_method_options }));
  expect(body.status).toBe('requires_action');
});

it('charges a card that needs a notice at Stripe only', async () => {
  const client = createTestClient();
  const { body } = await client.wooshpay('', card('4000003560000123'));
  expect(body.status).toBe('succeeded');
});

it('lets a card that is set up pay off session', async () => {
  const client = createTestClient();
  const { body } = await client.stripe('', card('4000003800000446', { off_session: true }));
  expect(body.status).toBe('succeeded');
  const other = await client.stripe('', card('4000002760003184', { off_session: true }));
  expect(other.body.error.code).toBe('authentication_required');
});

/** The rows of Stripe's test values: what each card, by number or name, comes to. */
describe('every test card', () => {
  const byName = (name: string, more: object = {}) =>
    confirmed('card', { payment_method_data: undefined, payment_method: name, ...more });
  const pay = async (params: object) => (await createTestClient().stripe('', params)).body;

  it.each([
    'pm_card_visa',
    'pm_card_visa_debit',
    'pm_card_mastercard',
    'pm_card_amex',
    'pm_card_discover',
    'pm_card_diners',
    'pm_card_jcb',
    'pm_card_unionpay',
    'pm_card_us',
    'pm_card_mastercard_debit',
    'pm_card_gb',
    'pm_card_jp',
    'pm_card_bypassPending',
    'pm_card_bypassPendingInternational',
    'pm_card_createDispute',
    'pm_card_createDisputeProductNotReceived',
    'pm_card_createDisputeInquiry',
    'pm_card_riskLevelElevated',
    'pm_card_threeDSecureOptional',
    'pm_card_threeDSecureOptionalProcessingError',
  ])('%s is charged', async (name) => {
    expect(await pay(byName(name))).toMatchObject({ status: 'succeeded' });
  });

  it.each([
    'pm_card_threeDSecure2Required',
    'pm_card_threeDSecureRequired',
    'pm_card_authenticationRequired',
    'pm_card_authenticationRequiredOnSetup',
    'pm_card_authenticationRequiredChargeDeclinedInsufficientFunds',
    'pm_card_authenticationRequiredSetupForOffSession',
    'pm_card_threeDSecureRequiredChargeDeclined',
  ])('%s asks its owner', async (name) => {
    expect(await pay(byName(name))).toMatchObject({ status: 'requires_action' });
  });

  it.each([
    ['pm_card_chargeDeclined', 'card_declined', 'generic_decline'],
    ['pm_card_visa_chargeDeclined', 'card_declined', 'generic_decline'],
    ['pm_card_chargeDeclinedInsufficientFunds', 'card_declined', 'insufficient_funds'],
    ['pm_card_visa_chargeDeclinedLostCard', 'card_declined', 'lost_card'],
    ['pm_card_visa_chargeDeclinedStolenCard', 'card_declined', 'stolen_card'],
    ['pm_card_visa_chargeDeclinedVelocityLimitExceeded', 'card_declined', 'card_velocity_exceeded'],
    ['pm_card_radarBlock', 'card_declined', 'fraudulent'],
    ['pm_card_chargeDeclinedFraudulent', 'card_declined', 'fraudulent'],
    ['pm_card_chargeDeclinedExpiredCard', 'expired_card', undefined],
    ['pm_card_chargeDeclinedIncorrectCvc', 'incorrect_cvc', undefined],
    ['pm_card_chargeDeclinedProcessingError', 'processing_error', undefined],
    ['pm_card_chargeCustomerFail', 'card_declined', 'generic_decline'],
    ['pm_card_threeDSecureRequiredProcessingError', 'card_declined', 'processing_error'],
  ])('%s is declined with %s %s', async (name, code, declineCode) => {
    const { error } = await pay(byName(name));
    expect(error).toMatchObject({
      type: 'card_error',
      code,
      charge: expect.stringMatching(/^ch_/),
    });
    expect(error.decline_code).toBe(declineCode);
  });

  it.each([
    ['378282246310005', 'succeeded'],
    ['4242424242424242', 'requires_action'],
    ['4000000000003097', 'card_declined'],
  ])('%s, asked for 3-D Secure, comes to %s', async (number, end) => {
    const payment_method_options = { card: { request_three_d_secure: 'challenge' } };
    const { error, status } = await pay(card(number, { payment_method_options }));
    expect(error?.code ?? status).toBe(end);
  });
});
