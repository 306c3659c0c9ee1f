import type Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { PUBLISHABLE, RETURN_URL } from '../testing/client.ts';
import { authorized, createTestStripe, failure, paid, type TestStripe } from '../testing/stripe.ts';

let context: TestStripe;
let stripe: Stripe;

beforeEach(() => {
  context = createTestStripe();
  stripe = context.stripe;
});

/** A customer with a card, and a payment with it. */
async function payWithSavedCard() {
  const customer = await stripe.customers.create({ name: 'Ada' });
  const card = await stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id });
  const params = { ...paid, customer: customer.id, payment_method: card.id };
  return { customer, card, params, intent: await stripe.paymentIntents.create(params) };
}

describe('a path of several levels', () => {
  it('expands each object on its way', async () => {
    const { card, customer, intent } = await payWithSavedCard();
    const expand = ['latest_charge.payment_intent.payment_method.customer', 'customer'];
    const read = await stripe.paymentIntents.retrieve(intent.id, { expand });
    expect(read).toMatchObject({
      id: intent.id,
      customer: { id: customer.id, name: 'Ada' },
      latest_charge: {
        id: intent.latest_charge,
        customer: customer.id,
        payment_intent: {
          id: intent.id,
          customer: customer.id,
          payment_method: { id: card.id, customer: { id: customer.id, object: 'customer' } },
        },
      },
    });
  });

  it('leads through hashes and whole objects', async () => {
    const { card, customer } = await payWithSavedCard();
    const invoice_settings = { default_payment_method: card.id };
    const expand = ['invoice_settings.default_payment_method.customer'];
    const updated = await stripe.customers.update(customer.id, { invoice_settings, expand });
    expect(updated.invoice_settings.default_payment_method).toMatchObject({
      id: card.id,
      customer: { id: customer.id },
    });
    const declined = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', {
      customer: customer.id,
    });
    const params = { ...paid, customer: customer.id, payment_method: declined.id };
    await failure(stripe.paymentIntents.create(params));
    const { data } = await stripe.paymentIntents.list({
      limit: 1,
      expand: ['data.last_payment_error.payment_method.customer'],
    });
    expect(data[0]?.last_payment_error?.payment_method?.customer).toMatchObject({ name: 'Ada' });
  });

  it('is expanded by what the Pay gem sends with each payment', async () => {
    const { params } = await payWithSavedCard();
    const intent = await stripe.paymentIntents.create({
      ...params,
      expand: [
        'latest_charge.balance_transaction',
        'latest_charge.payment_intent',
        'latest_charge.refunds.data.balance_transaction',
      ],
    });
    expect(intent.latest_charge).toMatchObject({
      payment_intent: { id: intent.id, latest_charge: expect.stringMatching(/^ch_/) },
      refunds: { object: 'list', data: [], has_more: false, url: expect.any(String) },
    });
  });

  it('may go round in a circle', async () => {
    const { intent } = await payWithSavedCard();
    const expand = ['latest_charge.payment_intent.latest_charge.payment_intent'];
    const { latest_charge } = await stripe.paymentIntents.retrieve(intent.id, { expand });
    expect(latest_charge).toMatchObject({
      payment_intent: { latest_charge: { payment_intent: { id: intent.id } } },
    });
  });
});

describe('each object', () => {
  it('is expanded by its create, its reads and its changes', async () => {
    const { card, customer, intent } = await payWithSavedCard();
    const expand = ['customer'];
    const shown = { customer: { id: customer.id, name: 'Ada' } };
    const methods = stripe.paymentMethods;
    expect(await methods.retrieve(card.id, { expand })).toMatchObject(shown);
    expect(await methods.update(card.id, { metadata: { a: 'b' }, expand })).toMatchObject(shown);
    expect(
      await stripe.customers.retrievePaymentMethod(customer.id, card.id, { expand }),
    ).toMatchObject(shown);
    expect(
      await stripe.paymentIntents.update(intent.id, { metadata: { a: 'b' }, expand }),
    ).toMatchObject(shown);
    const { id } = await stripe.paymentIntents.create({
      ...authorized,
      customer: customer.id,
      expand,
    });
    expect(await stripe.paymentIntents.capture(id, { expand })).toMatchObject(shown);
    const detached = await methods.detach(card.id, { expand });
    expect(detached.customer).toBeNull();
  });

  it('is a SetupIntent with its attempt, its mandate and its method', async () => {
    const { customer } = await payWithSavedCard();
    const setup = await stripe.setupIntents.create({
      confirm: true,
      customer: customer.id,
      payment_method_data: {
        type: 'sepa_debit',
        billing_details: { name: 'Ada', email: 'ada@shop.example' },
        sepa_debit: { iban: 'DE89370400440532013000' },
      },
      allowed_payment_method_types: ['sepa_debit'],
      mandate_data: { customer_acceptance: { type: 'offline' } },
      return_url: RETURN_URL,
      expand: [
        'latest_attempt.setup_intent.payment_method',
        'latest_attempt.payment_method',
        'mandate.payment_method.customer',
        'single_use_mandate',
      ],
    });
    expect(setup).toMatchObject({
      latest_attempt: {
        object: 'setup_attempt',
        setup_intent: { id: setup.id, payment_method: { type: 'sepa_debit' } },
        payment_method: { type: 'sepa_debit' },
      },
      mandate: { object: 'mandate', payment_method: { customer: { id: customer.id } } },
      single_use_mandate: null,
    });
  });

  it('is a customer with what only expanded ones show', async () => {
    const { id } = await stripe.customers.create();
    expect(await stripe.customers.retrieve(id)).not.toHaveProperty('cash_balance');
    const expand = ['cash_balance', 'sources', 'subscriptions', 'tax_ids', 'default_source'];
    const customer = await stripe.customers.retrieve(id, { expand });
    const nothing = { object: 'list', data: [], has_more: false };
    expect(customer).toMatchObject({
      cash_balance: { object: 'cash_balance', customer: id },
      sources: { ...nothing, url: `/v1/customers/${id}/sources` },
      subscriptions: nothing,
      tax_ids: nothing,
      default_source: null,
    });
  });

  it('is a deleted customer as such', async () => {
    const { customer, intent } = await payWithSavedCard();
    await stripe.customers.del(customer.id);
    const read = await stripe.paymentIntents.retrieve(intent.id, {
      expand: ['customer.cash_balance', 'customer.invoice_settings.default_payment_method'],
    });
    expect(read.customer).toEqual({ id: customer.id, object: 'customer', deleted: true });
  });
});

describe('a list', () => {
  it('is expanded in its data', async () => {
    const { card, customer, intent } = await payWithSavedCard();
    const intents = await stripe.paymentIntents.list({
      expand: ['data.latest_charge.payment_method_details', 'data.payment_method.customer'],
    });
    expect(intents.data).toMatchObject([
      { latest_charge: { object: 'charge' }, payment_method: { customer: { id: customer.id } } },
    ]);
    const found = await stripe.paymentIntents.search({
      query: 'amount>1',
      expand: ['data.customer', 'total_count'],
    });
    expect(found).toMatchObject({ data: [{ customer: { name: 'Ada' } }], total_count: 1 });
    expect(await stripe.paymentIntents.search({ query: 'amount>1' })).not.toHaveProperty(
      'total_count',
    );
    const customers = await stripe.customers.list({ expand: ['data.cash_balance'] });
    expect(customers.data[0]?.cash_balance).toMatchObject({ customer: customer.id });
    const methods = await stripe.customers.listPaymentMethods(customer.id, {
      expand: ['data.customer'],
    });
    expect(methods.data).toMatchObject([{ id: card.id, customer: { id: customer.id } }]);
    expect(intents.data[0]?.id).toBe(intent.id);
  });

  it('may be named without more', async () => {
    await stripe.paymentIntents.create(paid);
    const { data } = await stripe.paymentIntents.list({ expand: ['data'] });
    expect(data).toHaveLength(1);
  });

  it.each([
    [() => stripe.paymentIntents.list({ expand: ['customer'] }), "'data.customer'"],
    [() => stripe.customers.list({ expand: ['nothing'] }), "'data.nothing'"],
    [() => stripe.customers.list({ expand: ['data.nothing'] }), '(data.nothing)'],
    [() => stripe.events.list({ expand: ['data.data.object'] }), '(data.data)'],
  ])('refuses a wrong path even where it is empty: %#', async (list, part) => {
    expect((await failure(list())).message).toContain(part);
  });

  it('of 100 payments is quick', async () => {
    const { params } = await payWithSavedCard();
    for (let count = 0; count < 100; count += 1) await stripe.paymentIntents.create(params);
    const expand = [
      'data.latest_charge.payment_intent.customer',
      'data.latest_charge.refunds.data',
      'data.payment_method.customer.cash_balance',
    ];
    const start = performance.now();
    const { data } = await stripe.paymentIntents.list({ limit: 100, expand });
    expect(data).toHaveLength(100);
    expect(data[99]?.latest_charge).toMatchObject({
      payment_intent: { customer: { name: 'Ada' } },
    });
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('a path that cannot be', () => {
  it.each([
    ['nothing', '(nothing)'],
    ['metadata', '(metadata)'],
    ['amount', '(amount)'],
    ['constructor', '(constructor)'],
    ['', '()'],
    ['customer.', '(customer.)'],
    ['customer.nothing', '(customer.nothing)'],
    ['latest_charge.balance_transaction.nothing', '(latest_charge.balance_transaction.nothing)'],
    ['latest_charge.refunds.nothing', '(latest_charge.refunds.nothing)'],
    ['invoice_settings.default_payment_method', '(invoice_settings)'],
  ])('is refused, also where an object is missing: %s', async (path, part) => {
    const { id } = await stripe.paymentIntents.create({ amount: 1800, currency: 'eur' });
    const error = await failure(stripe.paymentIntents.retrieve(id, { expand: [path] }));
    expect(error).toMatchObject({ type: 'StripeInvalidRequestError', statusCode: 400 });
    expect(error.message).toContain(`This property cannot be expanded ${part}.`);
    expect([error.code, error.param]).toEqual([undefined, undefined]);
  });

  it('is refused before anything is done, and before an object is looked for', async () => {
    const error = await failure(stripe.paymentIntents.create({ ...paid, expand: ['nothing'] }));
    expect(error.message).toContain('customer, last_payment_error, latest_charge');
    expect((await stripe.paymentIntents.list()).data).toEqual([]);
    const unknown = await failure(stripe.customers.retrieve('cus_none', { expand: ['nothing'] }));
    expect(unknown.message).toContain('(nothing)');
  });

  it('has more than four levels', async () => {
    const path = 'data.latest_charge.payment_intent.latest_charge.customer';
    const error = await failure(stripe.paymentIntents.list({ expand: [path] }));
    expect(error).toMatchObject({ statusCode: 400, code: 'property_expansion_max_depth' });
    expect(error.message).toContain(path);
  });
});

describe('a path that leads to nothing', () => {
  it('gives null', async () => {
    const { id } = await stripe.paymentIntents.create({ amount: 1800, currency: 'eur' });
    const paths = ['customer.cash_balance', 'latest_charge.refunds.data.charge', 'review'];
    const read = await stripe.paymentIntents.retrieve(id, {
      expand: [...paths, 'application', 'last_payment_error.payment_method', 'invoice.customer'],
    });
    const nothing = { customer: null, latest_charge: null, review: null, application: null };
    expect(read).toMatchObject({ ...nothing, last_payment_error: null, invoice: null });
  });

  it('leaves an account as its id', async () => {
    const { id } = await stripe.paymentIntents.create({
      ...paid,
      on_behalf_of: 'acct_1',
      transfer_data: { destination: 'acct_1' },
    });
    const expand = ['on_behalf_of', 'transfer_data.destination.settings'];
    expect(await stripe.paymentIntents.retrieve(id, { expand })).toMatchObject({
      on_behalf_of: 'acct_1',
      transfer_data: { destination: 'acct_1' },
    });
  });
});

describe('expand', () => {
  const answers = (path: string, init: RequestInit = {}) =>
    context.client.send(path, { headers: { authorization: 'Bearer sk_test_1' }, ...init });

  it.each(['expand[]=customer', 'expand[0]=customer', 'expand[1]=customer&expand[0]=review'])(
    'is a list in any form: %s',
    async (query) => {
      const { customer, intent } = await payWithSavedCard();
      const { body } = await answers(`/v1/payment_intents/${intent.id}?${query}`);
      expect(body.customer).toMatchObject({ id: customer.id, name: 'Ada' });
    },
  );

  it('may be empty', async () => {
    const { customer, intent } = await payWithSavedCard();
    const { body } = await answers(`/v1/payment_intents/${intent.id}?expand=`);
    expect(body.customer).toBe(customer.id);
  });

  it.each(['expand=customer', 'expand[a]=customer'])('is a list: %s', async (query) => {
    const { status, body } = await answers(`/v1/payment_intents/pi_1?${query}`);
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ type: 'invalid_request_error', param: 'expand' });
  });

  it('is a list of texts', async () => {
    const { body } = await answers('/v1/payment_intents/pi_1?expand[0][a]=customer');
    expect(body.error).toMatchObject({ param: 'expand[0]' });
  });

  it('shows nothing of other accounts', async () => {
    const { customer } = await payWithSavedCard();
    const other = await stripe.paymentIntents.create(paid, { stripeAccount: 'acct_1' });
    const { data } = await stripe.paymentIntents.list(
      { expand: ['data.latest_charge', 'data.payment_method'] },
      { stripeAccount: 'acct_1' },
    );
    expect(data).toMatchObject([
      { id: other.id, latest_charge: { object: 'charge' }, payment_method: { customer: null } },
    ]);
    expect(JSON.stringify(data)).not.toContain(customer.id);
  });

  it('takes part in what a repeated key answers', async () => {
    const { params } = await payWithSavedCard();
    const options = { idempotencyKey: 'order-7' };
    const expand = ['latest_charge.customer'];
    const first = await stripe.paymentIntents.create({ ...params, expand }, options);
    await stripe.customers.update(String(params.customer), { name: 'Grace' });
    const again = await stripe.paymentIntents.create({ ...params, expand }, options);
    expect(again).toEqual(first);
    expect((await failure(stripe.paymentIntents.create(params, options))).type).toBe(
      'StripeIdempotencyError',
    );
  });

  it('does not change what errors and events show', async () => {
    const { customer } = await payWithSavedCard();
    const declined = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', {
      customer: customer.id,
    });
    const params = { ...paid, customer: customer.id, payment_method: declined.id };
    const error = await failure(stripe.paymentIntents.create({ ...params, expand: ['customer'] }));
    expect(error.payment_intent?.customer).toBe(customer.id);
    const { data } = await stripe.events.list({ type: 'payment_intent.payment_failed' });
    expect(data[0]?.data.object).toMatchObject({ customer: customer.id });
  });
});

describe('with a publishable key', () => {
  const read = async (path: string) => {
    const { customer, intent } = await payWithSavedCard();
    const query = `client_secret=${intent.client_secret}&expand[0]=${path}`;
    const answer = await context.client.read('stripe', intent.id, PUBLISHABLE, `?${query}`);
    return { ...answer, customer };
  };

  it('the payment method can be expanded', async () => {
    const { body, customer } = await read('payment_method');
    expect(body.payment_method).toMatchObject({ object: 'payment_method', customer: customer.id });
  });

  it.each(['customer', 'payment_method.customer', 'latest_charge', 'nothing'])(
    'nothing else can: %s',
    async (path) => {
      const { body, status } = await read(path);
      expect(status).toBe(400);
      expect(body.error.message).toContain(`(${path})`);
    },
  );

  it('nothing of a new payment method can', async () => {
    const { status, body } = await context.client.send('/v1/payment_methods', {
      method: 'POST',
      body: new URLSearchParams({ type: 'alipay', key: PUBLISHABLE, 'expand[]': 'customer' }),
    });
    expect([status, body.error.message]).toEqual([
      400,
      'This property cannot be expanded (customer).',
    ]);
  });
});

describe('at WooshPay', () => {
  it('is the same, in JSON and in a query', async () => {
    const { client } = context;
    const { body: customer } = await client.post('wooshpay', '/customers', { name: 'Ada' });
    const card = { type: 'card', card: { number: '4242424242424242' } };
    const { body } = await client.wooshpay('', {
      amount: 1800,
      currency: 'usd',
      confirm: true,
      customer: customer.id,
      payment_method_data: card,
      return_url: RETURN_URL,
      expand: ['latest_charge.payment_intent', 'customer'],
    });
    expect(body).toMatchObject({
      customer: { name: 'Ada' },
      latest_charge: { currency: 'USD', payment_intent: { id: body.id } },
    });
    const { body: list } = await client.send(
      '/wooshpay/v1/payment_intents?expand[]=data.customer',
      {
        headers: { authorization: `Basic ${btoa('sk_test_1:')}` },
      },
    );
    expect(list.data).toMatchObject([{ customer: { name: 'Ada' } }]);
    const { status } = await client.wooshpay('', { amount: 1, currency: 'usd', expand: ['no'] });
    expect(status).toBe(400);
  });
});
