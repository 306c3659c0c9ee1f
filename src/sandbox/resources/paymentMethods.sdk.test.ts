import type Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { createTestStripe, failure, paid, START, type TestStripe } from '../testing/stripe.ts';

let context: TestStripe;
let stripe: Stripe;

beforeEach(() => {
  context = createTestStripe();
  stripe = context.stripe;
});

describe('payment methods', () => {
  const cardOf = (number: string) =>
    stripe.paymentMethods.create({ type: 'card', card: { number } as never });

  it('are created, attached, listed, changed and detached', async () => {
    const { paymentMethods, customers } = stripe;
    const { id: customer } = await customers.create();
    const { id } = await cardOf('4242424242424242');
    expect(await paymentMethods.attach(id, { customer })).toMatchObject({ id, customer });
    expect((await paymentMethods.retrieve(id)).customer).toBe(customer);
    const billing_details = { name: 'Tom' };
    expect(
      await paymentMethods.update(id, { billing_details, metadata: { a: '1' } }),
    ).toMatchObject({ billing_details, metadata: { a: '1' } });
    expect((await paymentMethods.list({ customer, type: 'card' })).data).toHaveLength(1);
    expect((await paymentMethods.list({ customer, type: 'ideal' })).data).toEqual([]);
    const listed = await customers.listPaymentMethods(customer);
    expect(listed).toMatchObject({
      url: `/v1/customers/${customer}/payment_methods`,
      data: [{ id }],
    });
    expect((await customers.retrievePaymentMethod(customer, id)).id).toBe(id);
    expect((await paymentMethods.detach(id)).customer).toBeNull();
    expect((await customers.listPaymentMethods(customer)).data).toEqual([]);
  });

  it('come with a new customer, and go with it', async () => {
    const { id } = await cardOf('4242424242424242');
    const customer = await stripe.customers.create({ payment_method: id });
    expect((await stripe.paymentMethods.retrieve(id)).customer).toBe(customer.id);
    await stripe.customers.del(customer.id);
    expect((await stripe.paymentMethods.retrieve(id)).customer).toBeNull();
  });

  // As recorded (pay-rails/pay, test/vcr_cassettes).
  it('are shown with every field', async () => {
    const { id: customer } = await stripe.customers.create();
    const attached = await stripe.paymentMethods.attach('pm_card_visa', { customer });
    const { id, card, ...shown } = attached;
    expect(id).toMatch(/^pm_/);
    expect(shown).toEqual({
      object: 'payment_method',
      allow_redisplay: 'unspecified',
      billing_details: {
        address: {
          city: null,
          country: null,
          line1: null,
          line2: null,
          postal_code: null,
          state: null,
        },
        email: null,
        name: null,
        phone: null,
        tax_id: null,
      },
      created: START / 1000,
      customer,
      customer_account: null,
      livemode: false,
      metadata: {},
      type: 'card',
    });
    expect(card).toEqual({
      brand: 'visa',
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: 'US',
      display_brand: 'visa',
      exp_month: expect.any(Number),
      exp_year: expect.any(Number),
      fingerprint: expect.stringMatching(/^\w{16}$/),
      funding: 'credit',
      generated_from: null,
      last4: '4242',
      networks: { available: ['visa'], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    });
  });

  it.each([
    ['pm_card_amex', { display_brand: 'american_express', last4: '8431', country: 'US' }],
    ['pm_card_discover', { display_brand: 'discover', last4: '9424', country: 'US' }],
    ['pm_card_threeDSecure2Required', { display_brand: 'visa', last4: '3220', country: 'DE' }],
  ])('have the card of the recorded answers: %s', async (name, card) => {
    const { id: customer } = await stripe.customers.create();
    const method = await stripe.paymentMethods.attach(name, { customer });
    expect(method.card).toMatchObject({ ...card, three_d_secure_usage: { supported: true } });
  });

  it('say whether a checkout may offer them again', async () => {
    const { id: customer } = await stripe.customers.create();
    const create = async (allow_redisplay?: 'always' | 'limited') => {
      const method = await stripe.paymentMethods.create({
        type: 'card',
        card: { token: 'tok_visa' },
        ...(allow_redisplay && { allow_redisplay }),
      });
      await stripe.paymentMethods.attach(method.id, { customer });
      return method;
    };
    const [first, second] = [await create('always'), await create()];
    expect([first.allow_redisplay, second.allow_redisplay]).toEqual(['always', 'unspecified']);
    const updated = await stripe.paymentMethods.update(second.id, { allow_redisplay: 'limited' });
    expect(updated.allow_redisplay).toBe('limited');
    const always = { allow_redisplay: 'always' } as const;
    for (const { data } of [
      await stripe.paymentMethods.list({ customer, ...always }),
      await stripe.customers.listPaymentMethods(customer, always),
    ]) {
      expect(data.map(({ id }) => id)).toEqual([first.id]);
    }
    const wrong = stripe.paymentMethods.update(second.id, { allow_redisplay: 'never' });
    expect(await failure(wrong)).toMatchObject({ statusCode: 400, param: 'allow_redisplay' });
  });

  it('say so also where a payment or a setup brings them', async () => {
    const payment_method_data = {
      type: 'card',
      allow_redisplay: 'limited',
      card: { token: 'tok_visa' },
    } as unknown as Stripe.PaymentIntentCreateParams.PaymentMethodData;
    const confirm = { confirm: true, payment_method_data, expand: ['payment_method'] };
    const types = { allowed_payment_method_types: ['card' as const] };
    const { payment_method: _, ...payment } = { ...paid, ...confirm };
    for (const { payment_method: method } of [
      await stripe.paymentIntents.create(payment),
      await stripe.setupIntents.create({ ...confirm, ...types } as object),
    ]) {
      expect(method).toMatchObject({ allow_redisplay: 'limited' });
    }
  });

  it('have a new expiry after an update, and only details of their type', async () => {
    const { id } = await cardOf('4242424242424242');
    const update = (card: Stripe.PaymentMethodUpdateParams.Card) =>
      stripe.paymentMethods.update(id, { card });
    const updated = await update({ exp_month: 5, exp_year: 2040 });
    expect(updated.card).toMatchObject({ exp_month: 5, exp_year: 2040, last4: '4242' });
    expect((await update({ networks: { preferred: 'visa' } })).card).toMatchObject({
      exp_month: 5,
      exp_year: 2040,
      networks: { available: ['visa'], preferred: 'visa' },
    });
    expect(await failure(update({ exp_month: 13 }))).toMatchObject({
      code: 'invalid_expiry_month',
    });
    const account = stripe.paymentMethods.update(id, {
      us_bank_account: { account_type: 'savings' },
    });
    expect(await failure(account)).toMatchObject({ statusCode: 400, param: 'us_bank_account' });
  });

  it('were checked by their bank once they were charged', async () => {
    const checksAfter = async (number: string) => {
      const { id } = await stripe.paymentMethods.create({
        type: 'card',
        card: { number, cvc: '123' } as never,
        billing_details: { address: { line1: 'Street 1', postal_code: '10115' } },
      });
      await stripe.paymentIntents.create({ ...paid, payment_method: id }).catch(() => null);
      return (await stripe.paymentMethods.retrieve(id)).card?.checks;
    };
    const address = { address_line1_check: 'pass', address_postal_code_check: 'pass' };
    expect(await checksAfter('4242424242424242')).toEqual({ ...address, cvc_check: 'pass' });
    expect(await checksAfter('4000000000000127')).toEqual({ ...address, cvc_check: 'fail' });
  });

  it('that never were are 404 in a path and 400 in a parameter', async () => {
    const { paymentMethods: methods, paymentIntents } = stripe;
    const { id: customer } = await stripe.customers.create();
    const calls = [
      methods.attach('pm_nope', { customer }),
      methods.detach('pm_nope'),
      methods.retrieve('pm_nope'),
      methods.update('pm_nope', {}),
      stripe.customers.retrievePaymentMethod(customer, 'pm_nope'),
    ];
    for (const error of await Promise.all(calls.map((call) => failure(call)))) {
      expect(error).toMatchObject({
        statusCode: 404,
        code: 'resource_missing',
        param: 'payment_method',
        message: "No such PaymentMethod: 'pm_nope'",
      });
    }
    const pays = paymentIntents.create({ ...paid, payment_method: 'pm_nope' });
    expect(await failure(pays)).toMatchObject({ statusCode: 400, param: 'payment_method' });
  });

  it('may be created by a browser, and read only by the server', async () => {
    const send = (path: string, init: RequestInit) =>
      context.client.send(`/v1/payment_methods${path}`, {
        headers: { authorization: 'Bearer pk_test_1' },
        ...init,
      });
    const body = new URLSearchParams({ type: 'card', 'card[number]': '4242424242424242' });
    const created = await send('', { method: 'POST', body });
    expect(created).toMatchObject({ status: 200, body: { card: { last4: '4242' } } });
    expect((await send(`/${created.body.id}`, {})).status).toBe(403);
    const odd = new URLSearchParams({ type: 'card', colour: 'red' });
    expect((await send('', { method: 'POST', body: odd })).body.error.code).toBe(
      'parameter_unknown',
    );
  });

  it('are not attached when the bank declines', async () => {
    const { id: customer } = await stripe.customers.create();
    const attach = (id: string) => stripe.paymentMethods.attach(id, { customer });
    expect(await failure(attach('pm_card_chargeDeclined'))).toMatchObject({
      type: 'StripeCardError',
    });
    const { id } = await attach('pm_card_chargeCustomerFail');
    const declined = await failure(
      stripe.paymentIntents.create({ ...paid, customer, payment_method: id }),
    );
    expect(declined.code).toBe('card_declined');
  });

  it('pay only for their own customer, and for nobody once they are detached', async () => {
    const { id: customer } = await stripe.customers.create();
    const { id: payment_method } = await stripe.paymentMethods.attach('pm_card_visa', { customer });
    const pay = (more: object) =>
      stripe.paymentIntents.create({ ...paid, payment_method, ...more });
    expect(await failure(pay({}))).toMatchObject({ code: 'parameter_missing', param: 'source' });
    const { id: stranger } = await stripe.customers.create();
    const other = await failure(pay({ customer: stranger }));
    expect(other).toMatchObject({ statusCode: 400, param: 'payment_method' });
    expect(other.message).toMatch(/does not belong to the Customer you supplied/);
    expect((await pay({ customer })).status).toBe('succeeded');
    await stripe.paymentMethods.detach(payment_method);
    expect((await failure(pay({ customer }))).message).toContain('detached');
    const back = await failure(stripe.paymentMethods.attach(payment_method, { customer }));
    expect(back.code).toBe('payment_method_unexpected_state');
    const again = await failure(stripe.paymentMethods.detach(payment_method));
    expect(again.statusCode).toBe(400);
  });

  const SINGLE_USE = {
    statusCode: 400,
    code: 'payment_method_unexpected_state',
    param: 'payment_method',
  };

  it.each([
    ['charged', '4242424242424242'],
    ['declined', '4000000000000002'],
  ])('are spent once they were %s without a customer', async (_, number) => {
    const { id } = await cardOf(number);
    const { id: customer } = await stripe.customers.create();
    const pay = () => stripe.paymentIntents.create({ ...paid, payment_method: id });
    await pay().catch(() => null);
    expect(await failure(pay())).toMatchObject(SINGLE_USE);
    const waiting = await stripe.paymentIntents.create({ amount: 1800, currency: 'eur' });
    const update = stripe.paymentIntents.update(waiting.id, { payment_method: id });
    expect(await failure(update)).toMatchObject(SINGLE_USE);
    const attached = stripe.paymentMethods.attach(id, { customer });
    expect(await failure(attached)).toMatchObject(SINGLE_USE);
  });

  it('are not applied to more than the payment that waits', async () => {
    const { id: payment_method } = await cardOf('4000000000003220');
    const { id } = await stripe.paymentIntents.create({
      ...paid,
      payment_method,
      return_url: 'https://shop.example/',
    });
    const other = await stripe.paymentIntents.create({
      amount: 1800,
      currency: 'eur',
      payment_method,
    });
    await context.client.simulate(id, 'succeed');
    expect(await failure(stripe.paymentIntents.confirm(other.id))).toMatchObject(SINGLE_USE);
  });

  it('pay repeatedly when attached to a customer', async () => {
    const { id: customer } = await stripe.customers.create();
    const { id: payment_method } = await stripe.paymentMethods.attach('pm_card_visa', { customer });
    for (let times = 0; times < 3; times++) {
      const { status } = await stripe.paymentIntents.create({ ...paid, customer, payment_method });
      expect(status).toBe('succeeded');
    }
  });

  it('include payment methods whose only payment was declined', async () => {
    const payment_method = 'pm_card_chargeDeclined';
    const { payment_intent } = await failure(
      stripe.paymentIntents.create({ ...paid, payment_method }),
    );
    const id = payment_intent?.last_payment_error?.payment_method?.id ?? '';
    expect((await stripe.paymentMethods.retrieve(id)).card?.last4).toBe('0002');
  });

  it('refuse an invalid month', async () => {
    const card = { number: '4242424242424242', exp_month: 13, exp_year: 2030 };
    expect(
      await failure(stripe.paymentMethods.create({ type: 'card', card } as never)),
    ).toMatchObject({ type: 'StripeCardError', code: 'invalid_expiry_month' });
  });
});

describe('setup_future_usage', () => {
  it('keeps the method for the customer once it has worked', async () => {
    const { id: customer } = await stripe.customers.create();
    const pay = (payment_method: string, more: object = {}) =>
      stripe.paymentIntents.create({
        ...paid,
        customer,
        payment_method,
        return_url: 'https://shop.example/',
        ...more,
      });
    const setup_future_usage = 'off_session';
    await failure(pay('pm_card_chargeDeclined', { setup_future_usage }));
    const first = await pay('pm_card_authenticationRequiredOnSetup', { setup_future_usage });
    const storedMethods = async () => (await stripe.customers.listPaymentMethods(customer)).data;
    expect(await storedMethods()).toEqual([]);
    await context.client.simulate(first.id, 'succeed');
    expect(await storedMethods()).toMatchObject([{ id: first.payment_method, customer }]);
    // It was set up, so it passes without its owner; with its owner there, it asks again.
    const id = String(first.payment_method);
    expect((await pay(id, { off_session: true })).status).toBe('succeeded');
    expect((await pay(id)).status).toBe('requires_action');
    const fresh = pay('pm_card_authenticationRequiredOnSetup', { off_session: true });
    expect((await failure(fresh)).code).toBe('authentication_required');
  });

  it('can only be widened from the browser', async () => {
    const confirm = async (usage: 'on_session' | 'off_session', expected: string) => {
      const { id, client_secret } = await stripe.paymentIntents.create({
        amount: 1800,
        currency: 'eur',
        setup_future_usage: usage,
      });
      const params = {
        client_secret,
        payment_method: 'pm_card_visa',
        setup_future_usage: expected,
      };
      return (await context.client.stripe(`/${id}/confirm`, params, 'pk_test_1')).body;
    };
    expect(await confirm('on_session', 'off_session')).toMatchObject({
      status: 'succeeded',
      setup_future_usage: 'off_session',
    });
    expect((await confirm('off_session', 'on_session')).error.param).toBe('setup_future_usage');
    expect((await confirm('on_session', '')).error.param).toBe('setup_future_usage');
  });
});
