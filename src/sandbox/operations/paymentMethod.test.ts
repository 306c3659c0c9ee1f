import type Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { SAMPLE_BILLING } from '../methods/requiredFields.ts';
import { card } from '../testing/client.ts';
import { createTestStripe, failure, paid, START, type TestStripe } from '../testing/stripe.ts';

let context: TestStripe;
let stripe: Stripe;

beforeEach(() => {
  context = createTestStripe();
  stripe = context.stripe;
});

const { payment_method: _, ...unpaid } = paid;

/** A card as its own object, and within a payment. */
const methodOf = (entered: object) =>
  stripe.paymentMethods.create({ type: 'card', card: entered as never });
const payWith = (entered: object, more: object = {}) =>
  stripe.paymentIntents.create({
    ...unpaid,
    payment_method_data: { type: 'card', card: entered, ...more } as never,
  });

const number = '4242424242424242';
const THIS_YEAR = new Date(START).getUTCFullYear();

describe('a card’s number', () => {
  it.each([
    [{ token: 'tok_nothing' }, 'resource_missing', 'card[token]'],
    [{ token: 'pm_card_visa' }, 'resource_missing', 'card[token]'],
    [{ exp_month: 12 }, 'parameter_missing', 'card[number]'],
  ])('is missing in %o, by the name under which it was sent', async (entered, code, param) => {
    const problem = { type: 'StripeInvalidRequestError', statusCode: 400, code };
    expect(await failure(methodOf(entered))).toMatchObject({ ...problem, param });
    const [first, key] = param.split('[');
    const within = `payment_method_data[${first}][${key}`;
    expect(await failure(payWith(entered))).toMatchObject({ ...problem, param: within });
  });

  it('may be a token’s', async () => {
    const method = await methodOf({ token: 'tok_gb_debit' });
    expect(method.card).toMatchObject({ brand: 'visa', country: 'GB', funding: 'debit' });
    expect((await payWith({ token: 'tok_visa' })).status).toBe('succeeded');
    const declined = await failure(payWith({ token: 'tok_chargeDeclined' }));
    expect(declined.code).toBe('card_declined');
  });
});

describe('card details beside the number', () => {
  it.each([
    [{ exp_year: THIS_YEAR - 1 }, 'invalid_expiry_year', 'exp_year'],
    [{ exp_year: THIS_YEAR + 51 }, 'invalid_expiry_year', 'exp_year'],
    [{ exp_year: 22 }, 'invalid_expiry_year', 'exp_year'],
    [{ exp_year: 'soon' }, 'invalid_expiry_year', 'exp_year'],
    [{ exp_month: 13 }, 'invalid_expiry_month', 'exp_month'],
    [{ cvc: '12' }, 'invalid_cvc', 'cvc'],
    [{ cvc: '12345' }, 'invalid_cvc', 'cvc'],
    [{ cvc: '12a' }, 'invalid_cvc', 'cvc'],
  ])('is refused with 402: %o is %s', async (details, code, param) => {
    const problem = { type: 'StripeCardError', statusCode: 402, code, param };
    expect(await failure(methodOf({ number, ...details }))).toMatchObject(problem);
    expect(await failure(payWith({ number, ...details }))).toMatchObject(problem);
  });

  it.each([
    [{ exp_year: THIS_YEAR }, THIS_YEAR],
    [{ exp_year: THIS_YEAR + 50 }, THIS_YEAR + 50],
    [{ exp_year: 34 }, 2034],
    [{ cvc: '' }, 2034],
    [{ cvc: '1234' }, 2034],
  ])('is taken: %o', async (right, exp_year) => {
    const method = await methodOf({ number, ...right });
    expect(method.card).toMatchObject({ exp_year });
  });

  it('is not checked at WooshPay', async () => {
    const entered = { number, exp_year: THIS_YEAR - 1, cvc: '1' };
    const params = card(number, { payment_method_data: { type: 'card', card: entered } });
    expect((await context.client.wooshpay('', params)).body.status).toBe('succeeded');
  });
});

describe('a declined card', () => {
  it.each([
    ['4000000000000127', 'incorrect_cvc', 'cvc'],
    ['4242424242424241', 'incorrect_number', 'number'],
    ['4000000000000069', 'expired_card', 'exp_month'],
    ['4000000000000002', 'card_declined', undefined],
  ])('%s says with %s that the %s is wrong', async (details, code, param) => {
    const error = await failure(payWith({ number: details }));
    expect(error).toMatchObject({ type: 'StripeCardError', code });
    expect(error.param).toBe(param);
    expect(error.payment_intent?.last_payment_error?.param).toBe(param);
  });

  it('declines alike when attached to a customer', async () => {
    const { id: customer } = await stripe.customers.create();
    const attached = stripe.paymentMethods.attach('pm_card_chargeDeclinedIncorrectCvc', {
      customer,
    });
    expect(await failure(attached)).toMatchObject({ code: 'incorrect_cvc', param: 'cvc' });
  });
});

describe('the details of a card', () => {
  it('are Stripe’s', async () => {
    const method = await methodOf({ number: '5200828282828210', cvc: '123', exp_month: 2 });
    expect(method.card).toEqual({
      brand: 'mastercard',
      checks: {
        address_line1_check: null,
        address_postal_code_check: null,
        cvc_check: 'unchecked',
      },
      country: 'US',
      display_brand: 'mastercard',
      exp_month: 2,
      exp_year: 2034,
      fingerprint: expect.stringMatching(/^\w{16}$/),
      funding: 'debit',
      generated_from: null,
      last4: '8210',
      networks: { available: ['mastercard'], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    });
  });

  it('show that American Express has no 3-D Secure, and that no code was entered', async () => {
    const { card: amex } = await methodOf({ number: '378282246310005' });
    expect(amex).toMatchObject({
      three_d_secure_usage: { supported: false },
      checks: { cvc_check: null },
    });
  });

  // As recorded answers of Stripe's have them.
  it.each([
    ['tok_amex', { last4: '8431', brand: 'amex', display_brand: 'american_express' }],
    ['tok_amex', { three_d_secure_usage: { supported: true } }],
    ['tok_discover', { last4: '9424', brand: 'discover', display_brand: 'discover' }],
    ['tok_diners', { brand: 'diners', display_brand: 'diners_club' }],
    ['tok_unionpay', { brand: 'unionpay', display_brand: 'union_pay' }],
    ['tok_threeDSecure2Required', { country: 'DE', last4: '3220' }],
  ])('are for %s those of Stripe’s', async (token, expected) => {
    expect((await methodOf({ token })).card).toMatchObject(expected);
  });

  it('show once attached that the bank has accepted the security code', async () => {
    const { id: customer } = await stripe.customers.create();
    const attached = await stripe.paymentMethods.attach('pm_card_visa', { customer });
    expect(attached.card?.checks).toMatchObject({ cvc_check: 'pass', address_line1_check: null });
    expect((await stripe.paymentMethods.retrieve(attached.id)).card?.checks?.cvc_check).toBe(
      'pass',
    );
  });

  it('have one fingerprint for one number in any form', async () => {
    const entered = await methodOf({ number });
    const token = await methodOf({ token: 'tok_visa' });
    const other = await methodOf({ number: '4111111111111111' });
    expect(token.card?.fingerprint).toBe(entered.card?.fingerprint);
    expect(other.card?.fingerprint).not.toBe(entered.card?.fingerprint);
  });
});

describe('the charge of a payment', () => {
  const NOBODY = { email: null, name: null, phone: null, tax_id: null };
  const NOWHERE = {
    city: null,
    country: null,
    line1: null,
    line2: null,
    postal_code: null,
    state: null,
  };
  const chargeWith = async (more: object) => {
    const { id } = await payWith({ number }, more);
    const { latest_charge } = await stripe.paymentIntents.retrieve(id, {
      expand: ['latest_charge'],
    });
    return latest_charge as Stripe.Charge;
  };

  it.each([
    [{}, { ...NOBODY, address: NOWHERE }],
    [
      { billing_details: { name: 'Tom', address: { city: 'Ulm' } } },
      { ...NOBODY, name: 'Tom', address: { ...NOWHERE, city: 'Ulm' } },
    ],
    [{ billing_details: SAMPLE_BILLING }, { ...SAMPLE_BILLING, tax_id: null }],
  ])('has every line of the billing details: %o', async (params, shown) => {
    const { billing_details } = await chargeWith(params);
    expect(billing_details).toMatchObject(shown);
    expect(Object.keys(billing_details).sort()).toEqual(
      Object.keys(NOBODY).concat('address').sort(),
    );
    expect(Object.keys(billing_details.address ?? {}).sort()).toEqual(Object.keys(NOWHERE));
  });

  it('has each gateway’s case', async () => {
    const expand = ['latest_charge'];
    const { client } = context;
    const atStripe = await client.stripe('', card(number, { currency: 'EUR', expand }));
    expect(atStripe.body.latest_charge.currency).toBe('eur');
    const { id } = (await client.wooshpay('', card(number, { currency: 'EUR' }))).body;
    const atWooshpay = await client.read('wooshpay', id, undefined, '?expand[]=latest_charge');
    expect(atWooshpay.body.latest_charge.currency).toBe('EUR');
  });
});
