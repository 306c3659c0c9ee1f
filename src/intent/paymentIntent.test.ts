import { describe, expect, it } from 'vitest';
import { type PaymentIntent, PaymentIntentError, parseIntent } from './paymentIntent.ts';
import { isIntentStatus } from './status.ts';

const parse = (fields: object = {}) =>
  parseIntent({ id: 'pi_1', object: 'payment_intent', status: 'processing', ...fields });

const NOTHING_ELSE: PaymentIntent = {
  gateway: null,
  id: 'pi_1',
  kind: 'payment',
  status: 'processing',
  amount: null,
  currency: null,
  description: null,
  createdAt: null,
  livemode: null,
  captureMethod: null,
  confirmationMethod: 'automatic',
  paymentMethodTypes: [],
  paymentMethod: null,
  setupFutureUsage: null,
  nextAction: null,
  lastPaymentError: null,
  cancellationReason: null,
  returnUrl: null,
};

/** As the documents of both gateways list them. */
const STATUSES =
  'requires_payment_method requires_confirmation requires_action processing requires_capture canceled succeeded'.split(
    ' ',
  );

const KEYS =
  'amount currency description created livemode capture_method confirmation_method payment_method_types next_action last_payment_error cancellation_reason return_url'.split(
    ' ',
  );

describe('parseIntent', () => {
  it('needs nothing but an id and a status', () => {
    expect(parseIntent({ id: 'pi_1', status: 'processing' })).toEqual(NOTHING_ELSE);
  });

  it.each([
    ['null', null],
    ['undefined', undefined],
    ['""', ''],
    ['a list', []],
    ['an object of another shape', { what: 1 }],
    ['a fraction below zero', -0.5],
  ])('takes %s in an optional field as null', (_, odd) => {
    const { lastPaymentError, ...otherFields } = parse(
      Object.fromEntries(KEYS.map((key) => [key, odd])),
    );
    const { lastPaymentError: none, ...nothing } = NOTHING_ELSE;
    expect(otherFields).toEqual(nothing);
    expect(lastPaymentError?.code ?? none).toBeNull();
  });

  it.each([
    ['seconds', 1671261323, 1671261323000],
    ["milliseconds, as in WooshPay's answers", 1671261323000, 1671261323000],
    ['the last second that is not taken for milliseconds', 1e11, 1e14],
    ['the last millisecond of the year 9999', 253_402_300_799_999, 253_402_300_799_999],
    ['a year with five digits', 253_402_300_800_000, null],
    ['more than a Date can hold', 8.7e15, null],
    ['a fraction', 1.5, null],
    ['a time before 1970', -1, null],
    ['text', '1671261323', null],
    ['the first millisecond that is not taken for seconds', 1e11 + 1, 1e11 + 1],
    ['text', '1671261323', null],
  ])('reads the time of creation in %s', (_, created, createdAt) => {
    expect(parse({ created }).createdAt).toBe(createdAt);
  });

  it.each(['usd', 'USD', 'Usd'])('writes the currency in lower case: %s', (currency) => {
    expect(parse({ currency }).currency).toBe('usd');
  });

  it.each([
    ['a list', ['card', 'alipay']],
    ['a JSON string', '["card","alipay"]'],
    ['a list with something odd in it', ['card', null, 7, 'alipay']],
  ])('reads the payment method types from %s', (_, payment_method_types) => {
    expect(parse({ payment_method_types }).paymentMethodTypes).toEqual(['card', 'alipay']);
  });

  it.each(['card', '[', '{"card":1}', 'null'])(
    'reads no payment method types from the string %s',
    (payment_method_types) => {
      expect(parse({ payment_method_types }).paymentMethodTypes).toEqual([]);
    },
  );

  it.each([0, 1, 99999999, Number.MAX_SAFE_INTEGER])('keeps the amount %d', (amount) => {
    expect(parse({ amount }).amount).toBe(amount);
  });

  it.each([-1, 10.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '10', 10n])(
    'does not show an amount that cannot be one: %s',
    (amount) => {
      expect(parse({ amount }).amount).toBeNull();
    },
  );

  it.each([
    [
      'next_action as a JSON string',
      { next_action: '{"ddc_redirect":{"url":"https://a.example"}}' },
    ],
    ['next_action in place', { next_action: { ddc_redirect: { url: 'https://a.example' } } }],
  ])('reads %s', (_, fields) => {
    expect(parse(fields).nextAction).toEqual({
      type: 'ddc_redirect',
      payload: { url: 'https://a.example' },
    });
  });

  it.each([
    ['manual', 'manual'],
    ['automatic', 'automatic'],
    ['MANUAL', 'manual'],
    ['', 'automatic'],
    ['string', 'automatic'],
    // Stripe's first names.
    ['secret', 'manual'],
    ['publishable', 'automatic'],
  ])('takes the confirmation method "%s" for %s', (confirmation_method, expected) => {
    expect(parse({ confirmation_method }).confirmationMethod).toBe(expected);
  });

  it.each([
    ['cancel_at: ""', { cancel_at: '' }],
    ['3ds_status', { '3ds_status': { eci: 0, cavv: 'string' } }],
    ['metadata: null', { metadata: null }],
    ['payment_method_options as a string', { payment_method_options: '{"card":{}}' }],
    ['a client_secret', { client_secret: 'pi_1_secret_2' }],
    ['an own key "__proto__"', JSON.parse('{"__proto__":{"status":"succeeded"}}')],
  ])('passes over %s', (_, fields) => {
    expect(parse(fields)).toEqual(NOTHING_ELSE);
  });

  const decline = { code: 'card_declined', decline_code: 'insufficient_funds', message: 'No.' };
  it.each([
    ['in place', { ...decline, payment_method: null, charge: null }],
    ['as a JSON string', JSON.stringify(decline)],
  ])('reads why the last attempt failed, %s', (_, last_payment_error) => {
    expect(parse({ last_payment_error }).lastPaymentError).toEqual({
      code: 'card_declined',
      declineCode: 'insufficient_funds',
      adviceCode: null,
      message: 'No.',
      method: null,
      methodId: null,
      chargeId: null,
    });
  });

  it.each([
    ['its id', 'ch_1'],
    ['the whole', { id: 'ch_1', object: 'charge' }],
  ])('knows the charge that was declined by %s, and what is advised', (_, charge) => {
    const last_payment_error = { ...decline, charge, advice_code: 'do_not_try_again' };
    expect(parse({ last_payment_error }).lastPaymentError).toMatchObject({
      adviceCode: 'do_not_try_again',
      chargeId: 'ch_1',
    });
  });

  it('knows with which method an attempt has failed', () => {
    const payment_method = { id: 'pm_1', type: 'gcash' };
    const last_payment_error = { code: 'payment_intent_payment_attempt_failed', payment_method };
    expect(parse({ last_payment_error }).lastPaymentError).toMatchObject({
      method: 'gcash',
      methodId: 'pm_1',
    });
  });

  it.each([
    ['an id', 'pm_1', { id: 'pm_1', type: null, last4: null }],
    [
      'a card',
      { id: 'pm_1', type: 'card', card: { last4: '4242' } },
      { id: 'pm_1', type: 'card', last4: '4242' },
    ],
    ['a wallet', { id: 'pm_1', type: 'dana' }, { id: 'pm_1', type: 'dana', last4: null }],
    ['nothing', null, null],
    ['an empty text', '', null],
    ['a number', 4, null],
  ])('knows the payment method of %s', (_, payment_method, expected) => {
    expect(parse({ payment_method }).paymentMethod).toEqual(expected);
  });

  it('recognizes a failure without details', () => {
    expect(parse({ last_payment_error: { code: null, message: 4 } }).lastPaymentError).toEqual({
      code: null,
      declineCode: null,
      adviceCode: null,
      message: null,
      method: null,
      methodId: null,
      chargeId: null,
    });
  });

  it('keeps an unknown status unchanged', () => {
    const { status } = parse({ status: 'requires_patience' });
    expect([status, isIntentStatus(status)]).toEqual(['requires_patience', false]);
  });

  it.each(STATUSES)('knows the status %s, in whatever case', (status) => {
    for (const message of [
      status,
      status.toUpperCase(),
      status.replace(/^./, (letter) => letter.toUpperCase()),
    ]) {
      expect(parse({ status: message }).status).toBe(status);
    }
    expect(isIntentStatus(status)).toBe(true);
  });

  it.each(['constructor', '__proto__', 'toString'])(
    'takes the status %s for no name of ours',
    (status) => {
      expect(parse({ status }).status).toBe(status);
    },
  );

  it.each([
    ['the value', null],
    ['the value', 'pi_1'],
    ['the value', [{ id: 'pi_1', status: 'succeeded' }]],
    ['object', { object: 'setup_intent', id: 'pi_1', status: 'succeeded' }],
    ['object', { object: 'payment_intent', id: 'seti_1', status: 'succeeded' }],
    ['object', { object: '', id: 'pi_1', status: 'succeeded' }],
    ['id', { object: 'payment_intent', status: 'succeeded' }],
    ['id', { object: 'payment_intent', id: '', status: 'succeeded' }],
    ['status', { object: 'payment_intent', id: 'pi_1' }],
    ['status', { object: 'payment_intent', id: 'pi_1', status: null }],
    ['status', { object: 'payment_intent', id: 'pi_1', status: 7 }],
  ])('names the field that makes it no PaymentIntent: %s of %j', (field, input) => {
    const refusal = errorOf(() => parseIntent(input));
    expect(refusal).toBeInstanceOf(PaymentIntentError);
    expect(refusal).toMatchObject({ field, name: 'PaymentIntentError' });
    expect(String(refusal)).toContain(field);
  });
});

function errorOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
